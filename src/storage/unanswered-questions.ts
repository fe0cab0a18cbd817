import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { UnansweredQuestions } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

export function createUnansweredQuestions(db: Kysely<Tables>): UnansweredQuestions {
  return {
    async add(question, reason, now) {
      await db
        .insertInto('unanswered_questions')
        .values({ id: randomUUID(), question, reason, asked_at: now.toISOString() })
        .execute();
    },
    async list() {
      const rows = await db
        .selectFrom('unanswered_questions')
        .select((select) => [
          'question',
          'reason',
          select.fn.countAll().as('count'),
          select.fn.max('asked_at').as('last_asked_at'),
        ])
        .groupBy(['question', 'reason'])
        .orderBy('count', 'desc')
        .orderBy('last_asked_at', 'desc')
        .execute();
      return rows.map((row) => ({
        question: row.question,
        reason: row.reason,
        count: Number(row.count),
        lastAskedAt: new Date(row.last_asked_at),
      }));
    },
  };
}
