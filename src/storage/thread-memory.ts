import type { Kysely } from 'kysely';
import type { ThreadMemory } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

/** How long a question counts as “the last one” of its conversation: a day, as people are told in the help. */
const MEMORY_MS = 24 * 60 * 60 * 1000;

/** The question before the last has a row of its own; no id of Slack's has this sign in it. */
const beforeKey = (conversationKey: string): string => `${conversationKey}#before`;

export function createThreadMemory(db: Kysely<Tables>): ThreadMemory {
  const read = async (key: string, now: Date) =>
    db
      .selectFrom('thread_questions')
      .select(['question', 'asked_id', 'asked_at'])
      .where('conversation_key', '=', key)
      .where('asked_at', '>', new Date(now.getTime() - MEMORY_MS).toISOString())
      .executeTakeFirst();
  const write = async (key: string, asked: Omit<Tables['thread_questions'], 'conversation_key'>) => {
    await db
      .insertInto('thread_questions')
      .values({ conversation_key: key, ...asked })
      .onConflict((conflict) => conflict.column('conversation_key').doUpdateSet(asked))
      .execute();
  };
  return {
    async lastQuestion(conversationKey, now) {
      return (await read(conversationKey, now))?.question;
    },
    async questionBefore(conversationKey, now) {
      return (await read(beforeKey(conversationKey), now))?.question;
    },
    async lastAsked(conversationKey, now) {
      return (await read(conversationKey, now))?.asked_id ?? undefined;
    },
    async forget(conversationKey) {
      await db
        .deleteFrom('thread_questions')
        .where('conversation_key', 'in', [conversationKey, beforeKey(conversationKey)])
        .execute();
    },
    async remember(conversationKey, { question, askedId = null }, now) {
      const last = await read(conversationKey, now);
      if (last) await write(beforeKey(conversationKey), last);
      await write(conversationKey, { question, asked_id: askedId, asked_at: now.toISOString() });
    },
  };
}
