import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, Measurement } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import { localDateAt } from '../../targets/zoned-time.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../send.ts';
import type { Begun } from './target-blocks.ts';
import { type RichMessage, targetCardMessage } from './target-card-message.ts';
import { LIST } from './target-messages.ts';
import { readTarget, type TargetServices, TIME_ZONE, todayOf } from './target-services.ts';

/** Who sees a card, and what they typed with its target: its forms begin with it. */
export type Viewing = {
  readonly viewerId: string;
  readonly begun?: Begun | undefined;
  readonly people?: readonly string[] | undefined;
};

/** A target's card as one person sees it: without the buttons they may not use. */
export async function showCard(
  services: TargetServices,
  targetId: string,
  { viewerId, begun, people }: Viewing,
): Promise<RichMessage | Message> {
  const found = await readTarget(services, targetId);
  if (!found) return notice(LIST.gone);
  const mayManage = await services.permissions.mayManage(viewerId);
  const waiting = await services.records.proposals.listWaiting();
  return targetCardMessage({
    ...found,
    waiting: waiting.map(({ entry }) => entry).filter((entry) => entry.targetId === targetId),
    today: todayOf(services),
    knowledgeVersion: services.knowledgeVersion,
    mayManage,
    begun,
    people,
    mayUndo: (entry) => mayUndo(entry, { viewerId, owners: found.owners, mayManage }),
  });
}

/** An entry may be taken back by who made it, who owns the target, and who manages. */
export function mayUndo(
  { recordedBy }: Entry,
  by: { readonly viewerId: string; readonly owners: readonly string[]; readonly mayManage: boolean },
): boolean {
  return recordedBy === by.viewerId || by.owners.includes(by.viewerId) || by.mayManage;
}

/** What a person said last about each target that still stands, of one day where one is named; the newest first. */
export async function listLastRecorded(
  { records }: Pick<TargetServices, 'records'>,
  { userId, asOf }: { readonly userId: string; readonly asOf?: LocalDate | undefined },
): Promise<readonly Measurement[]> {
  const entries = await records.ledger.allEntries();
  const cancelled = findCancelled(entries);
  const own = entries
    .filter(isMeasurement)
    .filter((entry) => entry.recordedBy === userId && !cancelled.has(entry.seq));
  const newest = (asOf === undefined ? own : entriesOfDay(own, asOf)).toReversed();
  const targets = new Set<string>();
  return newest.filter(({ targetId }) => !targets.has(targetId) && targets.add(targetId));
}

/** The entries for a day; where there are none, those that were made on it. */
export function entriesOfDay(entries: readonly Measurement[], day: LocalDate): readonly Measurement[] {
  const ofDay = entries.filter((entry) => entry.asOf === day);
  return ofDay.length > 0
    ? ofDay
    : entries.filter(({ recordedAt }) => localDateAt(recordedAt, TIME_ZONE) === day);
}
