import type { Ledger } from './entry.ts';
import type { Owners, Proposals } from './ownership.ts';
import type { Slots } from './slot.ts';
import type { Subscriptions } from './subscription.ts';

/** Which reminders went out, so that nobody gets one twice. */
export type Reminders = {
  /** Claims the reminder of a person before the digests of a day; true for the first caller only. */
  claim(userId: string, slotOn: string, now: Date): Promise<boolean>;
};

/**
 * Whether something could be put on record right now: `locked` while another process holds the database, `gone` when
 * its file was deleted, moved or replaced, `unwritable` when its disk is full or can only be read, `unreachable` for
 * anything else.
 */
export type RecordsHealth = 'ok' | 'locked' | 'gone' | 'unwritable' | 'unreachable';

/** Everything that is kept about targets and their digests. */
export type TargetRecords = {
  readonly ledger: Ledger;
  readonly owners: Owners;
  readonly proposals: Proposals;
  readonly subscriptions: Subscriptions;
  readonly slots: Slots;
  readonly reminders: Reminders;
};
