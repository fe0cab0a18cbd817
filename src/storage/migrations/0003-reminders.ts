import type { Migration } from 'kysely/migration';

/** Which owners were reminded before the digests of which day. */
export const createReminderTable: Migration = {
  async up(db) {
    await db.schema
      .createTable('owner_reminders')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('slot_on', 'text', (column) => column.notNull())
      .addColumn('reminded_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('owner_reminders_once', ['user_id', 'slot_on'])
      .execute();
  },
};
