import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Reports as they were read and what they are found by, shared by replicas. Only in PostgreSQL: who keeps records in a file
 * has one process, which keeps its reports itself.
 */
export const createReportShelf: Migration = {
  async up(db) {
    if (usesSqlite(db)) return;
    await db.schema
      .createTable('shelved_reports')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('parsed', 'text', (column) => column.notNull())
      .addColumn('saved', 'bytea', (column) => column.notNull())
      .addColumn('year', 'integer', (column) => column.notNull())
      .addColumn('sentences', 'integer', (column) => column.notNull())
      .addColumn('retired_at', 'text')
      .addPrimaryKeyConstraint('shelved_reports_once', ['id', 'version'])
      .execute();
    // The grams go to a table of their own pages, so that the sentences found are read from few.
    await sql`create table report_sentences (
      report_id text not null,
      start integer not null,
      grams tsvector not null,
      primary key (report_id, start)
    ) with (toast_tuple_target = 128)`.execute(db);
    await sql`create index report_sentences_grams on report_sentences using gin (grams)`.execute(db);
    await db.schema
      .createTable('sentence_grams')
      .addColumn('gram', 'text', (column) => column.primaryKey())
      .addColumn('sentences', 'integer', (column) => column.notNull())
      .execute();
  },
};

function usesSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
