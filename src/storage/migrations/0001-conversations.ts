import type { Migration } from 'kysely/migration';

/** What is kept of conversations: handled deliveries, thread context, questions, feedback. */
export const createConversationTables: Migration = {
  async up(db) {
    await db.schema
      .createTable('handled_events')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('handled_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('handled_events_handled_at')
      .on('handled_events')
      .column('handled_at')
      .execute();

    await db.schema
      .createTable('thread_questions')
      .addColumn('conversation_key', 'text', (column) => column.primaryKey())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('asked_questions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('feedback')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('knowledge_version', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('unanswered_questions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .execute();
  },
};
