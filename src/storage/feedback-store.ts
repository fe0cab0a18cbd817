import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { FeedbackStore } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

const KindSchema = z.enum(['helpful', 'not-helpful', 'wrong-number', 'needs-person']);

export function createFeedbackStore(db: Kysely<Tables>): FeedbackStore {
  return {
    async add(feedback, { requestKey, now }) {
      const result = await db
        .insertInto('feedback')
        .values({
          id: requestKey,
          kind: feedback.kind,
          user_id: feedback.userId,
          channel_id: feedback.channelId,
          question: feedback.question,
          knowledge_version: feedback.knowledgeVersion,
          comment: feedback.comment,
          created_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async list() {
      const rows = await db.selectFrom('feedback').selectAll().orderBy('created_at').orderBy('id').execute();
      return rows.map((row) => ({
        kind: KindSchema.parse(row.kind),
        userId: row.user_id,
        channelId: row.channel_id,
        question: row.question,
        knowledgeVersion: row.knowledge_version,
        comment: row.comment,
        createdAt: new Date(row.created_at),
      }));
    },
  };
}
