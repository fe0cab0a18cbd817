import { randomUUID } from 'node:crypto';
import type {
  DigestPoster,
  DigestSource,
  OwnerNotifier,
  PostLookup,
  PostOutcome,
  Told,
} from '../targets/digest-ports.ts';
import { isLate } from '../targets/plan-slots.ts';
import type { SlotKey, SlotOutcome, SlotReason, SlotRecord, Slots } from '../targets/slot.ts';
import type { Subscription, Subscriptions } from '../targets/subscription.ts';
import type { WorkCalendar } from '../targets/working-days.ts';
import type { SchedulerEvent } from './ports.ts';
import { recordDueSlots } from './record-due-slots.ts';

/**
 * How long a claim or a request belongs to the process that made it. Longer than the poster's time limit, so that a
 * request whose lease has run out has been answered, or never will be.
 */
export const LEASE_MS = 120_000;

/** How late the latest missed digest may still be posted. */
export const DEFAULT_GRACE_MS = 24 * 3_600_000;

/** Waits after a refusal that names no time: doubled with each attempt, up to the last. */
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 30 * 60_000;

/**
 * How long a message may take to show up in the channel's history. Not finding it earlier proves nothing.
 */
export const SETTLING_MS = 60_000;

/** When an owner could not be told, this long until the next try. */
const TELL_AGAIN_MS = 60 * 60_000;

/** Owners told in one run: with a revoked token every try fails, and there may be many. */
const TOLD_PER_RUN = 20;

/** Tries to record the outcome of a post; the database may be away for a moment. */
const RECORD_TRIES = 3;

export type Publisher = {
  readonly subscriptions: Subscriptions;
  readonly slots: Slots;
  readonly calendar: WorkCalendar;
  readonly source: Pick<DigestSource, 'digestFor'>;
  readonly poster: DigestPoster;
  readonly lookup: PostLookup;
  readonly notifier: OwnerNotifier;
  readonly graceMs: number;
  /** The time, read again for each step: a run may take long. */
  readonly now: () => Date;
  readonly report: (event: SchedulerEvent) => void;
  /** Asked between slots: true ends the run early. */
  readonly isStopping: () => boolean;
};

/**
 * One run: puts due slots on record, posts what can be claimed, settles what was left open. Any number of processes
 * may run it at the same time on one database. Throws only when the database cannot be reached before anything was
 * claimed; the next run finds everything as it was.
 */
export async function publishDue(publisher: Publisher): Promise<void> {
  await publisher.slots.releaseExpired(publisher.now());
  await publisher.slots.reopenFuture(publisher.now());
  await recordDueSlots(publisher);
  await settleUnknown(publisher);
  await tellPaused(publisher);
  while (!publisher.isStopping()) {
    const now = publisher.now();
    const attemptId = randomUUID();
    const slot = await publisher.slots.claimNext({
      attemptId,
      now,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
    });
    if (!slot) break;
    await publishSlot(publisher, slot, attemptId);
  }
  await settleUnknown(publisher);
  await tellPaused(publisher);
}

async function publishSlot(publisher: Publisher, slot: SlotRecord, attemptId: string): Promise<void> {
  const { slots, source, poster, report, now } = publisher;
  const key = keyOf(slot);
  const subscription = await publisher.subscriptions.find(slot.subscriptionId);
  const obstacle = findObstacle(subscription, slot, publisher);
  if (!subscription || obstacle) {
    const reason = obstacle ?? 'removed';
    await slots.settle({ key, attemptId, outcome: { kind: 'skipped', reason }, now: now() });
    report({ kind: 'skipped', key, detail: reason });
    return;
  }
  const renderedAt = now();
  let digest: Awaited<ReturnType<DigestSource['digestFor']>>;
  try {
    digest = await source.digestFor(subscription, slot);
  } catch (cause) {
    // Nothing has left the house, so the slot can simply be tried again.
    report({ kind: 'failed', detail: `${key.subscriptionId} ${key.slotOn}: no digest could be made`, cause });
    await slots.settle({ key, attemptId, outcome: retryLater(slot, null, now()), now: now() });
    return;
  }
  const leaseUntil = new Date(now().getTime() + LEASE_MS);
  const mayPost = await slots.markSending({ key, attemptId, renderedAt, leaseUntil });
  if (!mayPost) return;
  const posted = await poster.post({ subscription, digest, key, isLate: isLate(slot, renderedAt) });
  const outcome = readOutcome(posted, slot, now());
  await recordOutcome(publisher, { key, attemptId, outcome });
  if (posted.kind !== 'impossible') return;
  const { reason } = posted;
  if (await publisher.subscriptions.pause(subscription.id, reason, now())) {
    report({ kind: 'paused', subscriptionId: subscription.id, detail: reason });
  }
}

function findObstacle(
  subscription: Subscription | undefined,
  slot: SlotRecord,
  { graceMs, now }: Publisher,
): SlotReason | null {
  if (!subscription) return 'removed';
  if (subscription.pausedFor !== null) return 'paused';
  // A person who has it posted again knows that it is old.
  if (slot.repostedBy !== null || now().getTime() - slot.dueAt.getTime() <= graceMs) return null;
  return slot.attempts > 0 ? 'refused-too-long' : 'missed';
}

function readOutcome(posted: PostOutcome, slot: SlotRecord, now: Date): SlotOutcome {
  switch (posted.kind) {
    case 'posted':
      return { kind: 'sent', channelId: posted.channelId, messageTs: posted.messageTs };
    case 'refused':
      return retryLater(slot, posted.retryAfterMs, now);
    case 'impossible':
      return { kind: 'skipped', reason: posted.reason };
    case 'rejected':
      return { kind: 'skipped', reason: 'rejected' };
    case 'no-answer':
    case 'server-error':
      return { kind: 'unknown', reason: posted.kind };
  }
}

function retryLater(slot: SlotRecord, retryAfterMs: number | null, now: Date): SlotOutcome {
  const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(slot.attempts, 10));
  return { kind: 'retry', retryAt: new Date(now.getTime() + (retryAfterMs ?? backoff)), reason: null };
}

/**
 * Records how a post ended, more than once if need be: the message is out, and only the record keeps it from being
 * looked upon as lost. If the database stays away, the lease runs out and the slot becomes unknown.
 */
async function recordOutcome(
  publisher: Publisher,
  settlement: { readonly key: SlotKey; readonly attemptId: string; readonly outcome: SlotOutcome },
): Promise<void> {
  const { slots, report, now } = publisher;
  const { key, outcome } = settlement;
  for (let tries = 1; ; tries += 1) {
    try {
      await slots.settle({ ...settlement, now: now() });
      break;
    } catch (cause) {
      if (tries < RECORD_TRIES) continue;
      report({
        kind: 'failed',
        detail: `${key.subscriptionId} ${key.slotOn}: ${outcome.kind}, not recorded`,
        cause,
      });
      return;
    }
  }
  report({
    kind: outcome.kind === 'sent' ? 'posted' : outcome.kind,
    key,
    detail: 'reason' in outcome ? (outcome.reason ?? '') : '',
  });
}

/** Tells owners that their subscription rests; what could not be told, with a revoked token say, is told later. */
async function tellPaused({ subscriptions, notifier, now }: Publisher): Promise<void> {
  for (const { subscription, isTriedBefore } of await subscriptions.listUntoldPaused(now(), TOLD_PER_RUN)) {
    const { id, pausedFor } = subscription;
    if (pausedFor === null || !(await subscriptions.claimPauseNotice(id, now(), after(now, LEASE_MS))))
      continue;
    const told = await notifier.tellPaused(subscription, pausedFor);
    if (isEnough(told, isTriedBefore)) await subscriptions.markPauseTold(id, now());
    else await subscriptions.deferPauseNotice(id, after(now, TELL_AGAIN_MS));
  }
}

/**
 * Whether an owner is not to be told again. Recorded only afterwards: a process that ends while it tells leaves it to
 * the next one, and being told twice is better than never. So is being told once more when nobody knows whether the
 * first message arrived, but not for as long as Slack goes on like this.
 */
function isEnough(told: Told, isTriedBefore: boolean): boolean {
  return told === 'told' || (told === 'uncertain' && isTriedBefore);
}

function after(now: () => Date, ms: number): Date {
  return new Date(now().getTime() + ms);
}

/** Looks for messages whose outcome is unknown; what is not found is told to the owner. */
async function settleUnknown(publisher: Publisher): Promise<void> {
  const { slots, subscriptions, lookup, notifier, now } = publisher;
  for (const slot of await slots.listUntoldUnknown(now())) {
    const key = keyOf(slot);
    const subscription = await subscriptions.find(slot.subscriptionId);
    const attemptId = slot.attemptId;
    if (subscription && attemptId !== null) {
      const found = await lookup.find(subscription, slot);
      if (found.kind === 'found') {
        const { messageTs } = found;
        const outcome = { kind: 'sent', channelId: subscription.channelId, messageTs } as const;
        await recordOutcome(publisher, { key, attemptId, outcome });
        continue;
      }
      const age = now().getTime() - (slot.settledAt ?? slot.dueAt).getTime();
      if (found.kind === 'absent' && age >= 0 && age < SETTLING_MS) continue;
      // Only after an answer is a request certainly over; one that was cut off may still arrive.
      if (found.kind === 'absent' && slot.reason === 'server-error') {
        await recordOutcome(publisher, { key, attemptId, outcome: retryLater(slot, null, now()) });
        continue;
      }
    }
    const isTriedBefore = slot.retryAt !== null;
    if (!(await slots.claimTelling(key, now(), after(now, LEASE_MS)))) continue;
    const told = subscription ? await notifier.tellUnknown(subscription, slot) : 'told';
    if (isEnough(told, isTriedBefore)) await slots.markOwnerTold(key, now());
    else await slots.deferTelling(key, after(now, TELL_AGAIN_MS));
  }
}

function keyOf(slot: SlotRecord): SlotKey {
  return { subscriptionId: slot.subscriptionId, slotOn: slot.slotOn };
}
