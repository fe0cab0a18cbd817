import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Digests by the month and by the quarter, and subscriptions narrowed to owners and statuses. */
export const addCadence: Migration = {
  async up(db) {
    const add = (name: string, initial: string) =>
      db.schema
        .alterTable('subscriptions')
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(initial))
        .execute();
    await add('cadence', 'week:1');
    await add('owners', '[]');
    await add('statuses', '[]');
    await sql`update subscriptions set cadence = 'week:' || weekday`.execute(db);
    // Kept beside it, a program of the version before would take every cadence for a weekly one.
    await db.schema.alterTable('subscriptions').dropColumn('weekday').execute();
  },
};
