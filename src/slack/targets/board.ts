import type { KnownBlock } from '@slack/types';
import type { StatusCounts } from '../../targets/digest.ts';
import { dayText, MILESTONE_NOUN, NUMERIC_NOUN, summaryText } from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import { nextSlot } from '../../targets/plan-slots.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { actionsBlocks, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { numbered } from '../ids.ts';
import { proposalMessage } from './record-entry.ts';
import { targetButton, targetLine } from './target-blocks.ts';
import { matchesFilter, NO_FILTER, type TargetFilter } from './target-filter.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { lineText } from './target-list-message.ts';
import { BOARD, SUBSCRIPTION, slotText, TARGET_BUTTONS } from './target-messages.ts';
import { readRows, type TargetServices } from './target-services.ts';
import { encodeTargetValue } from './target-values.ts';

/** Own targets shown on the board; the rest behind a button. */
const MAX_MINE = 6;

/** Proposals shown to an owner at once. */
const MAX_PROPOSALS = 3;

/** The board of the App Home: where everything stands, a person's own targets, what waits for them, the digests. */
export async function boardBlocks(services: TargetServices, userId: string): Promise<KnownBlock[]> {
  if (services.targets.length === 0) return [];
  const rows = await readRows(services);
  const mine = rows.filter(({ owners }) => owners.includes(userId));
  const stale = mine.filter((row) => matchesFilter(row, { ...NO_FILTER, isStale: true }));
  return [
    headerBlock(BOARD.title),
    paragraphBlock(
      { bold: summaryText(count(rows, 'numeric'), NUMERIC_NOUN) },
      `\n${summaryText(count(rows, 'milestone'), MILESTONE_NOUN)}`,
    ),
    ...(await digestLines(services)),
    ...(mine.length === 0
      ? [contextBlock(BOARD.noneMine)]
      : [paragraphBlock({ bold: BOARD.mine(mine.length) })]),
    ...mine.slice(0, MAX_MINE).map((row, index) => targetLine(lineText(row), row.target.id, index)),
    ...(await proposalBlocks(services, mine)),
    ...actionsBlocks([
      ...(stale.length > 0
        ? [
            targetButton({
              label: TARGET_BUTTONS.recordStale(stale.length),
              action: TARGET_ACTIONS.recordStale,
              value: encodeTargetValue('target', { target: '' }),
              style: 'primary',
            }),
          ]
        : []),
      listButton(TARGET_BUTTONS.mine, { ...NO_FILTER, ownerId: userId }, 1),
      listButton(TARGET_BUTTONS.all, NO_FILTER, 2),
    ]),
  ];
}

function listButton(label: string, filter: TargetFilter, index: number) {
  return targetButton({
    label,
    action: numbered(TARGET_ACTIONS.listPage, index),
    value: encodeTargetValue('page', {
      filter: { ...filter, words: [...filter.words], statuses: [...filter.statuses] },
      from: 0,
    }),
  });
}

function count(rows: readonly TargetRow[], kind: 'numeric' | 'milestone'): StatusCounts {
  const ofKind = rows.filter(({ target }) => target.kind === kind);
  const counts = { overdue: 0, behind: 0, 'at-risk': 0, unreported: 0, 'on-track': 0, paused: 0, done: 0 };
  for (const status of STATUSES)
    counts[status] = ofKind.filter(({ standing }) => standing.status === status).length;
  return { total: ofKind.length, ...counts };
}

async function digestLines(services: TargetServices): Promise<KnownBlock[]> {
  const { records, calendar, now } = services;
  const running = (await records.subscriptions.list()).filter(({ pausedFor }) => pausedFor === null);
  if (running.length === 0) return [contextBlock(BOARD.noDigest)];
  const [next] = running
    .map((subscription) => ({ subscription, slot: nextSlot(subscription, calendar, now()) }))
    .toSorted((a, b) => a.slot.dueAt.getTime() - b.slot.dueAt.getTime());
  const recent = await Promise.all(running.slice(0, 20).map(({ id }) => records.slots.listRecent(id, 1)));
  const [last] = recent.flat().toSorted((a, b) => b.dueAt.getTime() - a.dueAt.getTime());
  return [
    contextBlock(
      [
        ...(next ? [BOARD.next(`${dayText(next.slot.slotOn)} ${next.subscription.time}`)] : []),
        BOARD.last(last ? slotText(last) : SUBSCRIPTION.never),
      ].join(';'),
    ),
  ];
}

async function proposalBlocks(services: TargetServices, mine: readonly TargetRow[]): Promise<KnownBlock[]> {
  const targets = new Map(mine.map(({ target }) => [target.id, target]));
  const waiting = (await services.records.proposals.listWaiting()).filter(({ entry }) =>
    targets.has(entry.targetId),
  );
  if (waiting.length === 0) return [];
  return [
    paragraphBlock({ bold: BOARD.waiting(waiting.length) }),
    ...waiting.slice(0, MAX_PROPOSALS).flatMap(({ id, entry }) => {
      const target = targets.get(entry.targetId);
      return target ? proposalMessage({ proposal: id, target, entry }).blocks : [];
    }),
  ];
}
