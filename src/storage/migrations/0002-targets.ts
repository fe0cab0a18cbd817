import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The progress ledger, owners, proposals, subscriptions and the slots of digests. */
export const createTargetTables: Migration = {
  async up(db) {
    const serial = isSqlite(db) ? 'integer' : 'serial';
    await db.schema
      .createTable('ledger_entries')
      .addColumn('seq', serial, (column) =>
        isSqlite(db) ? column.primaryKey().autoIncrement() : column.primaryKey(),
      )
      .addColumn('request_key', 'text', (column) => column.notNull().unique())
      .addColumn('target_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('value', 'text')
      .addColumn('state', 'text')
      .addColumn('status', 'text')
      .addColumn('corrects', 'integer')
      .addColumn('undoes', 'integer')
      .addColumn('as_of', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('evidence', 'text')
      .addColumn('confidence', 'text')
      .addColumn('recorded_by', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addColumn('said_in', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('ledger_entries_target').on('ledger_entries').column('target_id').execute();
    await forbidChanges(db, 'ledger_entries');

    await db.schema
      .createTable('owner_assignments')
      .addColumn('seq', serial, (column) =>
        isSqlite(db) ? column.primaryKey().autoIncrement() : column.primaryKey(),
      )
      .addColumn('target_id', 'text', (column) => column.notNull())
      .addColumn('user_ids', 'text', (column) => column.notNull())
      .addColumn('assigned_by', 'text', (column) => column.notNull())
      .addColumn('assigned_at', 'text', (column) => column.notNull())
      .execute();
    await forbidChanges(db, 'owner_assignments');

    await db.schema
      .createTable('proposals')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('request_key', 'text', (column) => column.notNull().unique())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('proposed_at', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'text')
      .execute();

    await db.schema
      .createTable('subscriptions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('owner_id', 'text', (column) => column.notNull())
      .addColumn('weekday', 'integer', (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('holiday_rule', 'text', (column) => column.notNull())
      .addColumn('sections', 'text', (column) => column.notNull())
      .addColumn('paused_for', 'text')
      .addColumn('active_since', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('removed_at', 'text')
      .execute();
    await db.schema.createIndex('subscriptions_channel').on('subscriptions').column('channel_id').execute();

    await db.schema
      .createTable('slots')
      .addColumn('subscription_id', 'text', (column) => column.notNull().references('subscriptions.id'))
      .addColumn('slot_on', 'text', (column) => column.notNull())
      .addColumn('nominal_on', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('attempt_id', 'text')
      .addColumn('lease_until', 'text')
      .addColumn('retry_at', 'text')
      .addColumn('rendered_at', 'text')
      .addColumn('channel_id', 'text')
      .addColumn('message_ts', 'text')
      .addColumn('settled_at', 'text')
      .addColumn('owner_told_at', 'text')
      .addColumn('reposted_by', 'text')
      .addPrimaryKeyConstraint('slots_once', ['subscription_id', 'slot_on'])
      .execute();
    await db.schema.createIndex('slots_by_state').on('slots').columns(['state', 'due_at']).execute();
  },
};

function isSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** Makes a table append-only for everyone, this program included. */
async function forbidChanges(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table);
  const message = sql.lit(`${table} is append-only`);
  if (isSqlite(db)) {
    for (const change of ['update', 'delete']) {
      const trigger = sql.id(`${table}_no_${change}`);
      await sql`create trigger ${trigger} before ${sql.raw(change)} on ${name}
        begin select raise(abort, ${message}); end`.execute(db);
    }
    return;
  }
  await sql`create or replace function forbid_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${name}
    for each statement execute function forbid_change()`.execute(db);
}
