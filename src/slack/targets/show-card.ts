import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, Measurement } from '../../targets/entry.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../send.ts';
import type { Begun } from './target-blocks.ts';
import { type RichMessage, targetCardMessage } from './target-card-message.ts';
import { LIST } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';

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

/** What a person last said about a target that still stands; undefined when there is nothing. */
export async function findLastRecorded(
  { records }: Pick<TargetServices, 'records'>,
  userId: string,
): Promise<Measurement | undefined> {
  const entries = await records.ledger.allEntries();
  const cancelled = findCancelled(entries);
  return entries
    .filter(isMeasurement)
    .findLast((entry) => entry.recordedBy === userId && !cancelled.has(entry.seq));
}
