import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Proposal, Proposals } from '../targets/ownership.ts';
import { NewEntrySchema } from './entry-schema.ts';
import { insertEntries } from './ledger-store.ts';
import type { Tables } from './tables.ts';

export function createProposals(db: Kysely<Tables>): Proposals {
  return {
    async add(entry, now) {
      await db
        .insertInto('proposals')
        .values({
          id: randomUUID(),
          request_key: entry.requestKey,
          entry: JSON.stringify(entry),
          proposed_at: now.toISOString(),
          outcome: null,
          decided_by: null,
          decided_at: null,
        })
        .onConflict((conflict) => conflict.column('request_key').doNothing())
        .execute();
      const { id } = await db
        .selectFrom('proposals')
        .select('id')
        .where('request_key', '=', entry.requestKey)
        .executeTakeFirstOrThrow();
      return id;
    },
    async find(id) {
      const row = await db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toProposal(row);
    },
    async decide({ id, outcome, decidedBy, now }) {
      return db.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('proposals')
          .set({ outcome, decided_by: decidedBy, decided_at: now.toISOString() })
          .where('id', '=', id)
          .where('outcome', 'is', null)
          .returningAll()
          .executeTakeFirst();
        if (row && outcome === 'accepted') await insertEntries(transaction, [toProposal(row).entry]);
        return row !== undefined;
      });
    },
    async listWaiting() {
      const rows = await db
        .selectFrom('proposals')
        .selectAll()
        .where('outcome', 'is', null)
        .orderBy('proposed_at')
        .orderBy('id')
        .execute();
      return rows.map(toProposal);
    },
  };
}

function toProposal(row: Selectable<Tables['proposals']>): Proposal {
  return {
    id: row.id,
    entry: NewEntrySchema.parse(JSON.parse(row.entry)),
    proposedAt: new Date(row.proposed_at),
  };
}
