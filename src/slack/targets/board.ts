import type { KnownBlock } from '@slack/types';
import type { StatusCounts } from '../../targets/digest.ts';
import { dayText, MILESTONE_NOUN, NUMERIC_NOUN, summaryText } from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import type { Proposal } from '../../targets/ownership.ts';
import { createNextSlotFinder } from '../../targets/plan-slots.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { actionsBlocks, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { compareUrgency } from './list-targets.ts';
import { proposalMessage } from './proposal-message.ts';
import { isPersonal } from './subscription-blocks.ts';
import { SUBSCRIPTION, slotText } from './subscription-messages.ts';
import { listButton, roundButton, targetButton, targetLine } from './target-blocks.ts';
import { ME, matchesFilter, NO_FILTER } from './target-filter.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { lineText } from './target-list-message.ts';
import { BOARD, TARGET_BUTTONS } from './target-messages.ts';
import { readRows, type TargetServices } from './target-services.ts';
import { encodeTargetValue } from './target-values.ts';

/** Own targets shown on the board; the rest behind a button. */
const MAX_MINE = 6;

/** Proposals shown at once. */
const MAX_PROPOSALS = 3;

/** Subscriptions looked at for the last digest; an office has a few. */
const MAX_LOOKED_AT = 50;

/** Slots looked at for each of them: the newest may have been left out. */
const RECENT_SLOTS = 4;

const SILENT_MINE = { ...NO_FILTER, ownerId: ME, isStale: true };

/** The board of the App Home: where everything stands, a person's own targets, what waits for them, the digests. */
export async function boardBlocks(services: TargetServices, userId: string): Promise<KnownBlock[]> {
  if (services.targets.length === 0) return [];
  const rows = await readRows(services);
  const mine = rows.filter(({ owners }) => owners.includes(userId)).toSorted(compareUrgency);
  const silent = mine.filter((row) => matchesFilter(row, SILENT_MINE, userId)).length;
  return [
    headerBlock(BOARD.title),
    paragraphBlock(
      { bold: summaryText(count(rows, 'numeric'), NUMERIC_NOUN) },
      `\n${summaryText(count(rows, 'milestone'), MILESTONE_NOUN)}`,
    ),
    ...(await digestLines(services, userId)),
    ...(await proposalBlocks(services, { rows, userId })),
    ...(mine.length === 0
      ? [contextBlock(BOARD.noneMine)]
      : [paragraphBlock({ bold: BOARD.mine(mine.length, silent) })]),
    ...mine.slice(0, MAX_MINE).map((row, index) => targetLine(lineText(row), row.target.id, index)),
    ...actionsBlocks([
      ...(silent > 0
        ? [roundButton(TARGET_BUTTONS.recordStale(silent), { filter: SILENT_MINE, isDue: false })]
        : []),
      targetButton({
        label: TARGET_BUTTONS.record,
        action: TARGET_ACTIONS.record,
        value: encodeTargetValue('recordTarget', { target: null }),
      }),
      ...(mine.length > 0
        ? [listButton({ label: TARGET_BUTTONS.mine, index: 1, filter: { ...NO_FILTER, ownerId: ME } })]
        : []),
      listButton({ label: TARGET_BUTTONS.all, index: 2, filter: NO_FILTER }),
      listButton({
        label: TARGET_BUTTONS.attention,
        index: 3,
        filter: { ...NO_FILTER, needsAttention: true },
      }),
    ]),
  ];
}

function count(rows: readonly TargetRow[], kind: 'numeric' | 'milestone'): StatusCounts {
  const ofKind = rows.filter(({ target }) => target.kind === kind);
  const counts = { overdue: 0, behind: 0, 'at-risk': 0, unreported: 0, 'on-track': 0, paused: 0, done: 0 };
  for (const status of STATUSES)
    counts[status] = ofKind.filter(({ standing }) => standing.status === status).length;
  return { total: ofKind.length, ...counts };
}

/** The next digest of all channels and of the person, and the last that was posted or should have been. */
async function digestLines(services: TargetServices, userId: string): Promise<KnownBlock[]> {
  const { records, calendar, now } = services;
  const running = (await records.subscriptions.list()).filter(
    (subscription) =>
      subscription.pausedFor === null && (!isPersonal(subscription) || subscription.channelId === userId),
  );
  if (running.length === 0) {
    const mayManage = await services.permissions.mayManage(userId);
    return [contextBlock(mayManage ? BOARD.noDigest : BOARD.noDigestForYou)];
  }
  const findNext = createNextSlotFinder(calendar, now());
  const [next] = running
    .map((subscription) => ({ subscription, slot: findNext(subscription) }))
    .toSorted((a, b) => a.slot.dueAt.getTime() - b.slot.dueAt.getTime());
  const recent = await Promise.all(
    running.slice(0, MAX_LOOKED_AT).map(({ id }) => records.slots.listRecent(id, RECENT_SLOTS)),
  );
  const [last] = recent.flat().toSorted((a, b) => b.dueAt.getTime() - a.dueAt.getTime());
  return [
    contextBlock(
      [
        ...(next ? [BOARD.next(`${dayText(next.slot.slotOn)} ${next.subscription.time}`)] : []),
        BOARD.last(last ? slotText(last) : SUBSCRIPTION.never),
      ].join('；'),
    ),
  ];
}

/** Proposals this person may decide: for own targets; for all, without an owner too, with the right to record. */
async function proposalBlocks(
  services: TargetServices,
  { rows, userId }: { readonly rows: readonly TargetRow[]; readonly userId: string },
): Promise<KnownBlock[]> {
  const all = await services.records.proposals.listWaiting();
  if (all.length === 0) return [];
  const mayRecordAll = await services.permissions.mayRecord(userId, []);
  const targets = new Map(
    rows
      .filter(({ owners }) => mayRecordAll || owners.includes(userId))
      .map(({ target }) => [target.id, target]),
  );
  const waiting = all.flatMap(({ id, entry }: Proposal) => {
    const target = targets.get(entry.targetId);
    return target ? [{ proposal: id, target, entry }] : [];
  });
  if (waiting.length === 0) return [];
  return [
    paragraphBlock({ bold: BOARD.waiting(waiting.length) }),
    ...waiting.slice(0, MAX_PROPOSALS).flatMap((proposal) => proposalMessage(proposal).blocks),
  ];
}
