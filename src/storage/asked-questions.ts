import type { Kysely } from 'kysely';
import { identifyQuestion } from '../conversation/identify-question.ts';
import type { AskedQuestions } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

export function createAskedQuestions(db: Kysely<Tables>): AskedQuestions {
  return {
    async keep(question, now) {
      const id = identifyQuestion(question);
      await db
        .insertInto('asked_questions')
        .values({ id, question, asked_at: now.toISOString() })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ asked_at: now.toISOString() }))
        .execute();
      return id;
    },
    async find(id) {
      const row = await db
        .selectFrom('asked_questions')
        .select('question')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.question;
    },
  };
}
