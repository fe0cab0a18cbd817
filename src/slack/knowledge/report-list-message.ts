import type { KnownBlock } from '@slack/types';
import type { Answerer } from '../../answering/answer.ts';
import type { KeptChange } from '../../knowledge/changes.ts';
import { contextBlock, headerBlock, paragraphBlock, plainText } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { numbered } from '../ids.ts';
import { targetButton } from '../targets/target-blocks.ts';
import { KNOWLEDGE_ACTIONS } from './knowledge-ids.ts';
import { dayOf, KNOWLEDGE_BUTTONS, REPORTS } from './knowledge-messages.ts';
import { encodeKnowledgeValue } from './knowledge-values.ts';

/** More reports than these are counted, so that a message stays within Slack's limits. */
const MAX_LISTED = 30;
const MAX_WITHDRAWN = 8;
const MAX_LINE_CHARS = 300;

/** A report that is not answered from any more, and the change that says so or that once brought it. */
type Withdrawn = { readonly title: string; readonly at: Date; readonly seq: number };

/** Every report with what it is about; for managers with the buttons that take it out or back in. */
export function reportListMessage(
  answerer: Pick<Answerer, 'reports'>,
  changes: readonly KeptChange[],
  isManager: boolean,
): Message {
  const { reports } = answerer;
  const lines = reports.map((report) => ({
    id: report.id,
    title: report.title,
    text: describe(report, changes),
  }));
  const withdrawn = listWithdrawn(reports, changes).slice(-MAX_WITHDRAWN);
  const mayWithdraw = isManager && lines.length > 1;
  const more = lines.length - MAX_LISTED;
  return {
    text: escapeText([REPORTS.title, ...lines.map(({ text }) => text)].join('\n').slice(0, 3_000)),
    blocks: [
      headerBlock(`${REPORTS.title}（${reports.length}）`),
      ...(lines.length === 0 ? [paragraphBlock(REPORTS.none)] : []),
      ...lines
        .slice(0, MAX_LISTED)
        .map(({ id, title, text }, index) =>
          line(text, mayWithdraw ? withdrawButton({ id, title }, index) : undefined),
        ),
      ...(more > 0 ? [contextBlock(`……另有${more}份`)] : []),
      ...(withdrawn.length > 0 && isManager
        ? [
            headerBlock(REPORTS.withdrawnTitle),
            ...withdrawn.map(({ title, at, seq }, index) =>
              line(
                `${title}（${REPORTS.withdrawn(dayOf(at))}）`,
                targetButton({
                  label: KNOWLEDGE_BUTTONS.restore,
                  action: numbered(KNOWLEDGE_ACTIONS.restoreReport, index),
                  value: encodeKnowledgeValue('change', { seq }),
                }),
              ),
            ),
          ]
        : []),
      ...(isManager && lines.length === 1 ? [contextBlock(REPORTS.onlyOne)] : []),
      contextBlock(REPORTS.howToAdd),
    ],
  };
}

function describe(report: Answerer['reports'][number], changes: readonly KeptChange[]): string {
  const { id, title, places, years, kind, collection, received } = report;
  const added = changes.findLast(
    ({ change, undone }) => undone === null && change.kind === 'report' && change.entry.id === id,
  );
  const facts = [
    places.slice(0, 2).join('、'),
    years.join('、'),
    kind,
    collection,
    added ? REPORTS.added(added) : received === null ? REPORTS.inFolder : REPORTS.received(received),
  ];
  return `${title}\n${facts.filter((fact) => fact !== '').join(' · ')}`.slice(0, MAX_LINE_CHARS);
}

/** Reports taken out: those of the folders by a withdrawal that stands, those added here by one taken back. */
function listWithdrawn(reports: Answerer['reports'], changes: readonly KeptChange[]): readonly Withdrawn[] {
  const isThere = (id: string): boolean => reports.some((report) => report.id === id);
  const byId = new Map<string, Withdrawn>();
  for (const { seq, change, at, undone } of changes) {
    if (change.kind === 'withdrawal' && undone === null)
      byId.set(change.reportId, { title: change.title, at, seq });
    if (change.kind === 'report' && undone !== null && !isThere(change.entry.id))
      byId.set(change.entry.id, { title: change.entry.title ?? change.entry.id, at: undone.at, seq });
  }
  return [...byId.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What is asked before something counts may be 300 characters long. */
const MAX_ASKED_TITLE = 120;

function withdrawButton({ id, title }: { readonly id: string; readonly title: string }, index: number) {
  return targetButton({
    label: KNOWLEDGE_BUTTONS.withdraw,
    action: numbered(KNOWLEDGE_ACTIONS.withdrawReport, index),
    value: encodeKnowledgeValue('report', { report: id }),
    confirm: { title: REPORTS.withdrawTitle, text: REPORTS.withdrawText(title.slice(0, MAX_ASKED_TITLE)) },
  });
}

function line(text: string, accessory: ReturnType<typeof targetButton> | undefined): KnownBlock {
  return { type: 'section', text: plainText(text), ...(accessory ? { accessory } : {}) };
}
