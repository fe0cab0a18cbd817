import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AskedQuestions } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

/** 96 bits of SHA-256 in base64url: no collision to be feared, and short enough for any button. */
const ID_CHARS = 16;

export function createAskedQuestions(db: Kysely<Tables>): AskedQuestions {
  return {
    async keep(question, now) {
      const id = createHash('sha256').update(question).digest('base64url').slice(0, ID_CHARS);
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
