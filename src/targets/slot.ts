import type { LocalDate } from './local-date.ts';
import type { PlannedSlot } from './plan-slots.ts';

/**
 * The life of a slot. `pending`: waits to be claimed. `claimed`: one process prepares it, nothing has left the house.
 * `sending`: a request may have reached Slack. `sent` and `skipped` are final; `unknown` is final unless the message
 * is found or a person has it posted again.
 */
export const SLOT_STATES = ['pending', 'claimed', 'sending', 'sent', 'unknown', 'skipped'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** Why a slot is where it is; stable codes, worded for people elsewhere. */
export const SLOT_REASONS = [
  'missed',
  'holiday',
  'paused',
  'removed',
  'refused-too-long',
  'channel-gone',
  'bot-not-in-channel',
  'token-revoked',
  'rejected',
  'no-answer',
  'server-error',
  'interrupted',
] as const;
export type SlotReason = (typeof SLOT_REASONS)[number];

export type SlotKey = { readonly subscriptionId: string; readonly slotOn: LocalDate };

/** A slot on record. */
export type SlotRecord = SlotKey & {
  readonly nominalOn: LocalDate;
  readonly dueAt: Date;
  readonly state: SlotState;
  readonly reason: SlotReason | null;
  /** How often a request was sent to Slack or was about to be. */
  readonly attempts: number;
  /** The attempt that holds or held it last. */
  readonly attemptId: string | null;
  readonly leaseUntil: Date | null;
  /** Pending: not to be claimed before. Unknown: its owner is not to be told before; null if nobody has tried yet. */
  readonly retryAt: Date | null;
  /** When the content was made; what the next digest counts its changes from. */
  readonly renderedAt: Date | null;
  readonly channelId: string | null;
  readonly messageTs: string | null;
  readonly settledAt: Date | null;
  /** When its owner was told that the outcome is unknown. */
  readonly ownerToldAt: Date | null;
  /** The person who had it posted again, or null. */
  readonly repostedBy: string | null;
};

/** How an attempt ended. */
export type SlotOutcome =
  | { readonly kind: 'sent'; readonly channelId: string; readonly messageTs: string }
  | { readonly kind: 'unknown'; readonly reason: 'no-answer' | 'server-error' | 'interrupted' }
  | { readonly kind: 'retry'; readonly retryAt: Date; readonly reason: SlotReason | null }
  | { readonly kind: 'skipped'; readonly reason: SlotReason };

export type NewSlot = PlannedSlot &
  SlotKey & {
    /** Null for one to be posted. */
    readonly skip: SlotReason | null;
  };

/** The slots on record. Each row is the one place that decides whether its digest is posted. */
export type Slots = {
  /** Puts slots on record; one that is there already is left as it is. */
  open(slots: readonly NewSlot[]): Promise<void>;
  /** For every subscription with slots up to a day, the latest of these days. */
  lastDecidedOn(notAfter: LocalDate): Promise<ReadonlyMap<string, LocalDate>>;
  /** Takes back the skipping of slots whose time is yet to come: the clock had been wrong. */
  reopenFuture(now: Date): Promise<void>;
  /** Gives one due pending slot to the caller, to nobody else; undefined when there is none. */
  claimNext(claim: {
    readonly attemptId: string;
    readonly now: Date;
    readonly leaseUntil: Date;
  }): Promise<SlotRecord | undefined>;
  /** Notes that a request is about to be sent. False if the claim was lost meanwhile: then nothing may be sent. */
  markSending(mark: {
    readonly key: SlotKey;
    readonly attemptId: string;
    readonly renderedAt: Date;
    readonly leaseUntil: Date;
  }): Promise<boolean>;
  /** Records how an attempt ended. False if the slot is no longer this attempt's to settle. */
  settle(settlement: {
    readonly key: SlotKey;
    readonly attemptId: string;
    readonly outcome: SlotOutcome;
    readonly now: Date;
  }): Promise<boolean>;
  /** Claims whose holder is gone go back to pending; requests whose holder is gone become unknown. */
  releaseExpired(now: Date): Promise<void>;
  /** Slots of unknown outcome whose owner has not been told; telling may have failed before. */
  listUntoldUnknown(now: Date): Promise<readonly SlotRecord[]>;
  /** Gives the telling of the owner to the caller, to nobody else until then; false when it is not to be had. */
  claimTelling(key: SlotKey, now: Date, until: Date): Promise<boolean>;
  /** Notes that the owner has been told. */
  markOwnerTold(key: SlotKey, now: Date): Promise<void>;
  /** Notes that telling failed and when to try again. */
  deferTelling(key: SlotKey, until: Date): Promise<void>;
  /** A person's decision to post a slot of unknown outcome again; true for the first. */
  reopenUnknown(key: SlotKey, by: string, now: Date): Promise<boolean>;
  find(key: SlotKey): Promise<SlotRecord | undefined>;
  /** Newest first. */
  listRecent(subscriptionId: string, limit: number): Promise<readonly SlotRecord[]>;
  lastSent(subscriptionId: string): Promise<SlotRecord | undefined>;
  /** Slots due before an instant that are neither sent, skipped nor known to be unknown. */
  listOpenDueBefore(instant: Date): Promise<readonly SlotRecord[]>;
};
