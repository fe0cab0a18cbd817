import type { Digest } from './digest.ts';
import type { LocalDate } from './local-date.ts';
import type { ReportPeriod } from './report-period.ts';
import type { SlotKey, SlotRecord } from './slot.ts';
import type { PauseReason, Subscription } from './subscription.ts';
import type { TargetRow } from './target-rows.ts';
import type { TargetSelection } from './target-selection.ts';

/** What a digest message needs besides its content. */
export type DigestPost = {
  readonly subscription: Subscription;
  readonly digest: Digest;
  /** Goes into the message's metadata, so that the message can be found again. */
  readonly key: SlotKey;
  /** Posted so long after its time that readers are told (补发). */
  readonly isLate: boolean;
};

/**
 * What became of one request to post. `refused`: certainly not posted, worth trying again. `impossible`: there is
 * nowhere to post until a person does something. `rejected`: Slack does not take this content.
 * `no-answer` and `server-error`: may or may not have been posted; after a server error no request is under way.
 */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly channelId: string; readonly messageTs: string }
  | { readonly kind: 'refused'; readonly retryAfterMs: number | null }
  | { readonly kind: 'impossible'; readonly reason: Exclude<PauseReason, 'by-person'> }
  | { readonly kind: 'rejected'; readonly code: string }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'server-error' };

/** Posts a digest with one request at most per call and an answer within a finite time. Never throws. */
export type DigestPoster = { post(post: DigestPost): Promise<PostOutcome> };

/** Looks for a posted digest by the key in its metadata. Never throws. */
export type PostLookup = {
  find(
    subscription: Subscription,
    slot: SlotRecord,
  ): Promise<
    | { readonly kind: 'found'; readonly messageTs: string }
    | { readonly kind: 'absent' }
    | { readonly kind: 'unavailable' }
  >;
};

/** What became of telling somebody: it got out, it certainly did not, or nobody knows. */
export type Told = 'told' | 'refused' | 'uncertain';

/** Tells a subscription's owner, privately. Never throws. */
export type OwnerNotifier = {
  tellUnknown(subscription: Subscription, slot: SlotRecord): Promise<Told>;
  tellPaused(subscription: Subscription, reason: PauseReason): Promise<Told>;
};

/** Makes digests from what is on record. */
export type DigestSource = {
  /** For a slot of a subscription; changes are counted from its last digest. */
  digestFor(
    subscription: Subscription,
    slot: { readonly slotOn: LocalDate; readonly nominalOn: LocalDate },
  ): Promise<Digest>;
  /** For any day, to look at; changes are counted from `since`, or from when the period began. */
  preview(wanted: {
    readonly asOf: LocalDate;
    readonly period: ReportPeriod;
    readonly selection: TargetSelection;
    readonly since?: LocalDate;
  }): Promise<Digest>;
};

/** Reminds people of what they should report. */
export type OwnerReminder = {
  /** The time zone a person lives by; null when it is not known. */
  timeZoneOf(userId: string): Promise<string | null>;
  /** Sends one reminder. Never throws. */
  remind(userId: string, slotOn: LocalDate, rows: readonly TargetRow[]): Promise<void>;
};
