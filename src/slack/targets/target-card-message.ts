import type { KnownBlock } from '@slack/types';
import { buildDigest, type DigestTarget } from '../../targets/digest.ts';
import {
  baselineText,
  dayText,
  entryText,
  exceptionText,
  expectedText,
  goalText,
  latestAndGoalText,
  leftText,
  reasonText,
  SAMPLE_MARK,
  staleText,
  statusText,
} from '../../targets/digest-wording.ts';
import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, NewEntry } from '../../targets/entry.ts';
import { inQuotes } from '../../targets/in-quotes.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import {
  actionsBlocks,
  bulletBlock,
  contextBlock,
  headerBlock,
  paragraphBlock,
  quoteBlock,
  type Run,
} from '../blocks/elements.ts';
import { escapeText, type Message, takeFitting } from '../blocks/message.ts';
import { escapeMarked, markedRuns, markPerson } from '../blocks/person-marks.ts';
import { shownCount } from '../blocks/shown-count.ts';
import type { DigestBlock } from '../digests/rich-blocks.ts';
import { contentText, shortContent } from './entry-content.ts';
import { peopleRuns, personRun } from './people.ts';
import { type Begun, recordButton, shortenLine, targetButton } from './target-blocks.ts';
import { chartBlocks, pointsText, readPoints, readTicks } from './target-card-chart.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { CARD, TARGET_BUTTONS, UNDO } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';
import { askToUndo, isCounted, listUndoable } from './undo-message.ts';

/** Entries shown on a card, which is to be read on one screen; the export has them all. */
const MAX_ENTRIES = 3;

export type RichMessage = {
  readonly text: string;
  readonly blocks: readonly DigestBlock[];
  /** The same without the block types Slack may refuse. */
  readonly plainBlocks: readonly KnownBlock[];
};

export type CardContent = {
  readonly target: Target;
  readonly history: readonly Entry[];
  readonly owners: readonly string[];
  /** What was handed in and nobody has taken over yet, oldest first. */
  readonly waiting: readonly NewEntry[];
  readonly today: LocalDate;
  readonly knowledgeVersion: string;
  /** Whether whoever looks may assign owners and adjust, and which entries they may take back. */
  readonly mayManage: boolean;
  readonly mayUndo: (entry: Entry) => boolean;
  /** What was typed with the target, for the form to begin with: how far it has come, and who is to own it. */
  readonly begun?: Begun | undefined;
  readonly people?: readonly string[] | undefined;
};

/** A target's card: where it stands and why, its sentence, what was said about it, and what can be done. */
export function targetCardMessage(content: CardContent): RichMessage {
  const { target, history, owners, today } = content;
  const shown = describe(content);
  const status = statusText(shown.status);
  const why = [reasonText(shown), staleText(shown)].filter((part) => part !== '').join('，');
  const head = `${why === '' ? '' : `：${why}`}${exceptionText(shown, markPerson)}`;
  const facts = factLines(target, shown);
  const points = readPoints(target, history);
  const chart = chartBlocks(target, readTicks(target, history, today));
  const pointsLine = pointsText(target, points);
  const opening: KnownBlock[] = [
    headerBlock(target.name),
    paragraphBlock({ bold: status }, ...markedRuns(head)),
    paragraphBlock(
      `${facts.join('\n')}；${CARD.owners}`,
      ...(owners.length > 0 ? peopleRuns(owners) : [CARD.noOwner]),
    ),
    quoteBlock(target.quote),
    contextBlock(placeText(target, shown)),
  ];
  const closing = [
    ...historyBlocks(target, history),
    ...waitingBlocks(content),
    ...actionsBlocks(cardButtons(content)),
  ];
  return {
    text: escapeMarked(
      [target.name, `${status}${head}`, ...facts, target.quote, pointsLine]
        .filter((line) => line !== '')
        .join('\n'),
    ),
    plainBlocks: [...opening, ...(pointsLine === '' ? [] : [contextBlock(pointsLine)]), ...closing],
    blocks: [...opening, ...chart, ...closing],
  };
}

/** Where the sentence stands, and what the year before says. */
function placeText({ section }: Target, shown: DigestTarget): string {
  const place = section.split('/').at(-1) ?? section;
  return [place, baselineText(shown)].filter((part) => part !== '').join('；');
}

function describe({ target, history, owners, today, knowledgeVersion }: CardContent): DigestTarget {
  const { targets } = buildDigest({
    asOf: today,
    since: { from: today, asOf: today, knownBefore: null },
    knowledgeVersion,
    targets: [target],
    entries: history,
    owners: new Map([[target.id, owners]]),
  });
  const [shown] = targets;
  if (!shown) throw new Error('a digest of one target has one target');
  return shown;
}

function factLines(target: Target, shown: DigestTarget): string[] {
  const { latest, unit } = shown;
  const expected = expectedText(shown);
  const due = CARD.dueOn(target.dueOn);
  const when = latest ? `（${dayText(latest.asOf)}${latest.isSample ? CARD.alsoSample : ''}）` : '';
  if (target.kind === 'milestone') {
    return [`${CARD.deliverable}${target.deliverable}`, `${entryText(latest, '')}${when}；${due}`];
  }
  const line = expected === null ? '' : `，${CARD.line}${expected}`;
  const left = latest?.value === undefined ? '' : leftText(latest.value, target);
  const standing = latest
    ? `${latestAndGoalText(shown)}${when}${left === '' ? '' : `，${left}`}${line}`
    : `${CARD.goal}${goalText(shown)}${line}，${entryText(null, unit)}`;
  return [`${standing}；${due}`];
}

function historyBlocks(target: Target, history: readonly Entry[]): KnownBlock[] {
  if (history.length === 0) return [contextBlock(CARD.noHistory)];
  const cancelled = findCancelled(history);
  const unit = target.kind === 'numeric' ? target.unit : '';
  const recent = history.toReversed().slice(0, shownCount(history.length, MAX_ENTRIES));
  return [
    paragraphBlock({ bold: CARD.history }),
    bulletBlock(
      recent.map((entry) => [...entryRuns(entry, unit), cancelled.has(entry.seq) ? CARD.undone : '']),
    ),
    ...(history.length > recent.length ? [contextBlock(CARD.older(history.length - recent.length))] : []),
  ];
}

/** Whoever handed something in must not read that nobody has. */
function waitingBlocks({ target, waiting }: CardContent): KnownBlock[] {
  if (waiting.length === 0) return [];
  const unit = target.kind === 'numeric' ? target.unit : '';
  const shown = waiting.slice(0, shownCount(waiting.length, MAX_ENTRIES));
  const left = waiting.length - shown.length;
  return [
    paragraphBlock(
      CARD.waiting,
      ...shown.flatMap((entry, index): Run[] => {
        const said = contentText({ ...entry, seq: 0 }, unit);
        return [`${index === 0 ? '' : '、'}${said}，${dayText(entry.asOf)}，`, personRun(entry.recordedBy)];
      }),
      left > 0 ? CARD.waitingMore(left) : '。',
    ),
  ];
}

function entryRuns(entry: Entry, unit: string): Run[] {
  const head = `${CARD.entryHead(entry)}：${shortContent(entry, unit)}`;
  // Who loaded a sample and that it is one says nothing more.
  if (entry.origin === 'sample') return [`${head}${SAMPLE_MARK}`];
  const note = entry.note === '' ? '' : inQuotes(shortenLine(entry.note));
  const evidence =
    'evidence' in entry && entry.evidence !== '' ? `；${CARD.evidence} ${shortenLine(entry.evidence)}` : '';
  return [`${head}，`, personRun(entry.recordedBy), `${note}${evidence}`];
}

/** Everything that was said about a target, the newest first, for whoever has to answer for the numbers. */
export function targetHistoryMessage({ target, history }: Pick<CardContent, 'target' | 'history'>): Message {
  const cancelled = findCancelled(history);
  const unit = target.kind === 'numeric' ? target.unit : '';
  const title = CARD.historyOf(target.name);
  const parts = history.toReversed().map((entry) => {
    const undone = cancelled.has(entry.seq) ? CARD.undone : '';
    return {
      text: `${CARD.entryHead(entry)}：${contentText(entry, unit)}${undone}`,
      blocks: [bulletBlock([[...entryRuns(entry, unit), undone]])],
    };
  });
  const shown = takeFitting(parts, [headerBlock(title), contextBlock(CARD.oldest(parts.length))]);
  const left = parts.length - shown.length;
  return {
    text: escapeText([title, ...shown.map(({ text }) => text)].join('\n')),
    blocks: [
      headerBlock(title),
      ...shown.flatMap(({ blocks }) => blocks),
      ...(left > 0 ? [contextBlock(CARD.oldest(left))] : []),
    ],
  };
}

function cardButtons({ target, history, today, mayManage, mayUndo, begun, people = [] }: CardContent) {
  const cancelled = findCancelled(history);
  const latest = history.filter(isMeasurement).findLast(({ seq }) => !cancelled.has(seq));
  // What counts first: it need not be what was recorded last.
  const others = listUndoable(history, mayUndo).filter(({ seq }) => seq !== latest?.seq);
  const other = others.find((entry) => isCounted({ history, today }, entry)) ?? others.at(-1);
  const value = encodeTargetValue('target', { target: target.id });
  const about = (entry: Entry) => encodeTargetValue('entry', { target: target.id, seq: entry.seq });
  return [
    recordButton(target.id, begun),
    ...(history.length > shownCount(history.length, MAX_ENTRIES)
      ? [targetButton({ label: TARGET_BUTTONS.history, action: TARGET_ACTIONS.showHistory, value })]
      : []),
    ...(latest && mayUndo(latest)
      ? [
          targetButton({
            label: TARGET_BUTTONS.correctLatest,
            action: TARGET_ACTIONS.correct,
            value: about(latest),
          }),
          targetButton({
            label: TARGET_BUTTONS.undoLatest,
            action: TARGET_ACTIONS.undo,
            value: about(latest),
            confirm: { title: UNDO.confirm, text: askToUndo({ target, history, today }, latest) },
          }),
        ]
      : []),
    ...(other
      ? [
          targetButton({
            label: TARGET_BUTTONS.otherEntry,
            action: TARGET_ACTIONS.chooseEntry,
            value: about(other),
          }),
        ]
      : []),
    ...(mayManage
      ? [
          targetButton({
            label: TARGET_BUTTONS.assign,
            action: TARGET_ACTIONS.assign,
            value: encodeTargetValue('target', {
              target: target.id,
              ...(people.length === 0 ? {} : { people: [...people] }),
            }),
          }),
          targetButton({ label: TARGET_BUTTONS.adjust, action: TARGET_ACTIONS.adjust, value }),
        ]
      : []),
  ];
}
