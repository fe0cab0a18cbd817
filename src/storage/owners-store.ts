import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Owners } from '../targets/ownership.ts';
import type { Tables } from './tables.ts';

const UserIdsSchema = z.array(z.string());

export function createOwners(db: Kysely<Tables>): Owners {
  return {
    async all() {
      const rows = await db
        .selectFrom('owner_assignments')
        .select(['target_id', 'user_ids'])
        .where('seq', 'in', (latest) =>
          latest
            .selectFrom('owner_assignments')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .groupBy('target_id'),
        )
        .orderBy('target_id')
        .execute();
      return new Map(
        rows
          .map((row) => [row.target_id, UserIdsSchema.parse(JSON.parse(row.user_ids))] as const)
          .filter(([, userIds]) => userIds.length > 0),
      );
    },
    async assign({ targetId, userIds, assignedBy, now }) {
      await db
        .insertInto('owner_assignments')
        .values({
          target_id: targetId,
          user_ids: JSON.stringify(userIds),
          assigned_by: assignedBy,
          assigned_at: now.toISOString(),
        })
        .execute();
    },
  };
}
