import type { Migration } from 'kysely/migration';

/** Whether the owner of a subscription the bot had to pause was told, and when to try again. */
export const addPauseNotices: Migration = {
  async up(db) {
    await db.schema.alterTable('subscriptions').addColumn('owner_told_at', 'text').execute();
    await db.schema.alterTable('subscriptions').addColumn('tell_after', 'text').execute();
  },
};
