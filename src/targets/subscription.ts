import type { Cadence } from './cadence.ts';
import type { TargetSelection } from './target-selection.ts';
import type { LocalTime } from './zoned-time.ts';

/** What to do when the day of a digest is a public holiday. */
export const HOLIDAY_RULES = ['skip', 'next-working-day', 'post-anyway'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** Why a subscription is resting: a person wished it, or there is nowhere to post. */
export const PAUSE_REASONS = ['by-person', 'channel-gone', 'bot-not-in-channel', 'token-revoked'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** When a digest appears in a channel; what a person can choose. */
export type Schedule = {
  readonly cadence: Cadence;
  readonly time: LocalTime;
  /** IANA name, `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly holidayRule: HolidayRule;
};

/** A wish for a regular digest. Keyed by channel id, never by name; a channel may have many. */
export type Subscription = Schedule &
  TargetSelection & {
    readonly id: string;
    /** A channel, or a person who gets the digest by direct message. */
    readonly channelId: string;
    /** Told when something goes wrong. */
    readonly ownerId: string;
    readonly pausedFor: PauseReason | null;
    /** Slots due at or before this instant are not its business: set when made, changed or resumed. */
    readonly activeSince: Date;
    readonly createdAt: Date;
  };

export type NewSubscription = Omit<Subscription, 'id' | 'pausedFor' | 'activeSince' | 'createdAt'>;

/** A pause the bot made and whose owner has not been told, for all that is known. */
export type UntoldPause = { readonly subscription: Subscription; readonly isTriedBefore: boolean };

export type Subscriptions = {
  /**
   * Adds one and returns it. With a key, the act of one person adds one: done again, perhaps with other wishes, it
   * changes what was added before.
   */
  add(subscription: NewSubscription, now: Date, requestKey?: string): Promise<Subscription>;
  find(id: string): Promise<Subscription | undefined>;
  /** Changes when and what; missed slots of the old schedule are not made up. */
  change(id: string, changes: Partial<NewSubscription>, now: Date): Promise<void>;
  /** Rests it. True if it was running, so that its owner is told once. */
  pause(id: string, reason: PauseReason, now: Date): Promise<boolean>;
  /** Those the bot had to pause and whose owner has not been told; telling may have failed before. */
  listUntoldPaused(now: Date, limit: number): Promise<readonly UntoldPause[]>;
  /** Gives the telling of the owner to the caller, to nobody else until then; false when it is not to be had. */
  claimPauseNotice(id: string, now: Date, until: Date): Promise<boolean>;
  /** Notes that the owner has been told. */
  markPauseTold(id: string, now: Date): Promise<void>;
  /** Notes that telling failed and when to try again. */
  deferPauseNotice(id: string, until: Date): Promise<void>;
  /** Runs it again from now on; what was missed while it rested is not made up. */
  resume(id: string, now: Date): Promise<void>;
  /** Takes it out of use; its slots stay in the records. */
  remove(id: string, now: Date): Promise<void>;
  listByChannel(channelId: string): Promise<readonly Subscription[]>;
  /** Every subscription that has not been removed, paused ones included, oldest first. */
  list(): Promise<readonly Subscription[]>;
};
