import { type Kysely, sql } from 'kysely';
import type { QuestionCounts } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

/** Days are counted where the reports are. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

export function createQuestionCounts(db: Kysely<Tables>): QuestionCounts {
  return {
    async add({ channelId, outcome, now }) {
      await db
        .insertInto('question_counts')
        .values({ asked_on: DAY.format(now), channel_id: channelId, outcome, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['asked_on', 'channel_id', 'outcome'])
            .doUpdateSet({ count: sql<number>`question_counts.count + 1` }),
        )
        .execute();
    },
    async list() {
      const rows = await db
        .selectFrom('question_counts')
        .selectAll()
        .orderBy('asked_on')
        .orderBy('channel_id')
        .orderBy('outcome')
        .execute();
      return rows.map((row) => ({
        askedOn: row.asked_on,
        channelId: row.channel_id,
        outcome: row.outcome,
        count: row.count,
      }));
    },
  };
}
