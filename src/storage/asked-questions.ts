import type { Kysely } from 'kysely';
import { identifyAsked } from '../conversation/identify-asked.ts';
import type { AskedQuestions } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

export function createAskedQuestions(db: Kysely<Tables>): AskedQuestions {
  return {
    async keep(asked, now) {
      const id = identifyAsked(asked);
      await db
        .insertInto('asked_questions')
        .values({ id, question: asked.question, answer: asked.answer ?? null, asked_at: now.toISOString() })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ asked_at: now.toISOString() }))
        .execute();
      return id;
    },
    async find(id) {
      const row = await db
        .selectFrom('asked_questions')
        .select(['question', 'answer'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { question: row.question, ...(row.answer === null ? {} : { answer: row.answer }) };
    },
  };
}
