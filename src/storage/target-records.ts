import type { Kysely } from 'kysely';
import type { Ledger } from '../targets/entry.ts';
import type { Owners, Proposals } from '../targets/ownership.ts';
import type { Slots } from '../targets/slot.ts';
import type { Subscriptions } from '../targets/subscription.ts';
import { createLedger } from './ledger-store.ts';
import { createOwners } from './owners-store.ts';
import { createProposals } from './proposals-store.ts';
import { createSlots } from './slots-store.ts';
import { createSubscriptions } from './subscriptions-store.ts';
import type { Tables } from './tables.ts';

/** Everything that is kept about targets and their digests. */
export type TargetRecords = {
  readonly ledger: Ledger;
  readonly owners: Owners;
  readonly proposals: Proposals;
  readonly subscriptions: Subscriptions;
  readonly slots: Slots;
};

export function createTargetRecords(db: Kysely<Tables>): TargetRecords {
  return {
    ledger: createLedger(db),
    owners: createOwners(db),
    proposals: createProposals(db),
    subscriptions: createSubscriptions(db),
    slots: createSlots(db),
  };
}
