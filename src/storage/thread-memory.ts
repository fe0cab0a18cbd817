import type { Kysely } from 'kysely';
import type { ThreadMemory } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

/** How long a question counts as “the last one” of its conversation: a day, as people are told in the help. */
const MEMORY_MS = 24 * 60 * 60 * 1000;

export function createThreadMemory(db: Kysely<Tables>): ThreadMemory {
  return {
    async lastQuestion(conversationKey, now) {
      const row = await db
        .selectFrom('thread_questions')
        .select('question')
        .where('conversation_key', '=', conversationKey)
        .where('asked_at', '>', new Date(now.getTime() - MEMORY_MS).toISOString())
        .executeTakeFirst();
      return row?.question;
    },
    async remember(conversationKey, question, now) {
      const asked = { question, asked_at: now.toISOString() };
      await db
        .insertInto('thread_questions')
        .values({ conversation_key: conversationKey, ...asked })
        .onConflict((conflict) => conflict.column('conversation_key').doUpdateSet(asked))
        .execute();
    },
  };
}
