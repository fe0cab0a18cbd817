import type { Kysely } from 'kysely';
import type { TargetRecords } from '../targets/records.ts';
import { createLedger } from './ledger-store.ts';
import { createOwners } from './owners-store.ts';
import { createProposals } from './proposals-store.ts';
import { createReminders } from './reminders-store.ts';
import { createSlots } from './slots-store.ts';
import { createSubscriptions } from './subscriptions-store.ts';
import type { Tables } from './tables.ts';

/** Everything that is kept about targets and their digests, in one open database. */
export function createTargetRecords(db: Kysely<Tables>): TargetRecords {
  return {
    ledger: createLedger(db),
    owners: createOwners(db),
    proposals: createProposals(db),
    subscriptions: createSubscriptions(db),
    slots: createSlots(db),
    reminders: createReminders(db),
  };
}
