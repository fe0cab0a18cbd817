import type { Kysely } from 'kysely';
import type { Reminders } from '../targets/records.ts';
import type { Tables } from './tables.ts';

export function createReminders(db: Kysely<Tables>): Reminders {
  return {
    async claim(userId, slotOn, now) {
      const result = await db
        .insertInto('owner_reminders')
        .values({ user_id: userId, slot_on: slotOn, reminded_at: now.toISOString() })
        .onConflict((conflict) => conflict.columns(['user_id', 'slot_on']).doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
