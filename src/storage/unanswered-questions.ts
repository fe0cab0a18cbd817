import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { UnansweredQuestions } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

export function createUnansweredQuestions(db: Kysely<Tables>): UnansweredQuestions {
  return {
    async add({ question, askedAs, reason }, now) {
      await db
        .insertInto('unanswered_questions')
        .values({ id: randomUUID(), question, asked_as: askedAs, reason, asked_at: now.toISOString() })
        .execute();
    },
    async list() {
      const rows = await db
        .selectFrom('unanswered_questions')
        .select((select) => [
          'question',
          'reason',
          // Of several ways to ask the same, any: they are completed to the same words.
          select.fn.max('asked_as').as('asked_as'),
          select.fn.countAll().as('count'),
          select.fn.max('asked_at').as('last_asked_at'),
        ])
        .groupBy(['question', 'reason'])
        .orderBy('count', 'desc')
        .orderBy('last_asked_at', 'desc')
        .execute();
      return rows.map((row) => ({
        question: row.question,
        askedAs: row.asked_as ?? row.question,
        reason: row.reason,
        count: Number(row.count),
        lastAskedAt: new Date(row.last_asked_at),
      }));
    },
  };
}
