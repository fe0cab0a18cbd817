import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry } from '../../targets/entry.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../send.ts';
import { type RichMessage, targetCardMessage } from './target-card-message.ts';
import { LIST } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';

/** A target's card as one person sees it: without the buttons they may not use. */
export async function showCard(
  services: TargetServices,
  targetId: string,
  viewerId: string,
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

/** The target a person last said something about that still stands; undefined when there is none. */
export async function findLastRecorded(
  { records }: Pick<TargetServices, 'records'>,
  userId: string,
): Promise<string | undefined> {
  const entries = await records.ledger.allEntries();
  const cancelled = findCancelled(entries);
  return entries.findLast(
    (entry) => entry.recordedBy === userId && isMeasurement(entry) && !cancelled.has(entry.seq),
  )?.targetId;
}
