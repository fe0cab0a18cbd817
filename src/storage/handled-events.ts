import type { Kysely } from 'kysely';
import type { HandledEvents } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

/** Claims by insert-on-conflict: of any number of callers with one key, exactly one inserts the row. */
export function createHandledEvents(db: Kysely<Tables>): HandledEvents {
  return {
    async claim(key, now) {
      const result = await db
        .insertInto('handled_events')
        .values({ key, handled_at: now.toISOString() })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async release(key) {
      await db.deleteFrom('handled_events').where('key', '=', key).execute();
    },
  };
}
