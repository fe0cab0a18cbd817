import type { Kysely } from 'kysely';
import type { Retention } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

/** Forgets texts by age. Feedback rows stay, for the counts, but lose what people wrote. */
export function createRetention(db: Kysely<Tables>): Retention {
  return {
    forgetQuestionsBefore: (instant) =>
      db.transaction().execute(async (transaction) => {
        const before = instant.toISOString();
        const results = [
          await transaction.deleteFrom('thread_questions').where('asked_at', '<', before).executeTakeFirst(),
          await transaction.deleteFrom('asked_questions').where('asked_at', '<', before).executeTakeFirst(),
          await transaction
            .deleteFrom('unanswered_questions')
            .where('asked_at', '<', before)
            .executeTakeFirst(),
          // Sent to be a report and confirmed by nobody.
          await transaction
            .deleteFrom('received_files')
            .where('received_at', '<', before)
            .where('is_confirmed', '=', 0)
            .executeTakeFirst(),
        ];
        const blanked = await transaction
          .updateTable('feedback')
          .set({ question: '', comment: '' })
          .where('created_at', '<', before)
          .where((where) => where.or([where('question', '!=', ''), where('comment', '!=', '')]))
          .executeTakeFirst();
        const deleted = results.reduce((sum, result) => sum + result.numDeletedRows, 0n);
        return Number(deleted + blanked.numUpdatedRows);
      }),
    async forgetEventsBefore(instant) {
      const result = await db
        .deleteFrom('handled_events')
        .where('handled_at', '<', instant.toISOString())
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
