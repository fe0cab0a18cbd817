import type { Migration } from 'kysely/migration';

/**
 * The answer that was given to a question, so that the buttons under it act on that one; and which of them is the last of
 * a conversation; and the words in which a question was asked that was completed from its conversation. Rows of before have
 * none.
 */
export const addGivenAnswers: Migration = {
  async up(db) {
    await db.schema.alterTable('asked_questions').addColumn('answer', 'text').execute();
    await db.schema.alterTable('unanswered_questions').addColumn('asked_as', 'text').execute();
    await db.schema.alterTable('thread_questions').addColumn('asked_id', 'text').execute();
  },
};
