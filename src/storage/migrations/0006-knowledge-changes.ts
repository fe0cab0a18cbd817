import { type Kysely, SqliteAdapter } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What people change of the knowledge through Slack, files they send, what channels keep to, and counts of questions. */
export const createKnowledgeTables: Migration = {
  async up(db) {
    const isSqlite = usesSqlite(db);
    await db.schema
      .createTable('knowledge_changes')
      .addColumn('seq', isSqlite ? 'integer' : 'serial', (column) =>
        isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey(),
      )
      .addColumn('request_key', 'text', (column) => column.notNull().unique())
      .addColumn('change', 'text')
      .addColumn('undoes', 'integer', (column) => column.unique())
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('received_files')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('map', 'text', (column) => column.notNull())
      .addColumn('original_name', 'text', (column) => column.notNull())
      .addColumn('original', 'text', (column) => column.notNull())
      .addColumn('received_by', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('is_confirmed', 'integer', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('channel_scopes')
      .addColumn('channel_id', 'text', (column) => column.primaryKey())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('set_by', 'text', (column) => column.notNull())
      .addColumn('set_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('question_counts')
      .addColumn('asked_on', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('question_counts_once', ['asked_on', 'channel_id', 'outcome'])
      .execute();
  },
};

function usesSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
