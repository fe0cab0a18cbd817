import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ChannelScopes } from '../conversation/records.ts';
import type { Tables } from './tables.ts';

const ScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report'), id: z.string() }),
  z.strictObject({ kind: z.literal('collection'), name: z.string() }),
]);

export function createChannelScopes(db: Kysely<Tables>): ChannelScopes {
  return {
    async find(channelId) {
      const row = await db
        .selectFrom('channel_scopes')
        .select('scope')
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row ? ScopeSchema.parse(JSON.parse(row.scope)) : null;
    },
    async set(channelId, scope, { by, now }) {
      if (scope === null) {
        await db.deleteFrom('channel_scopes').where('channel_id', '=', channelId).execute();
        return;
      }
      const values = { scope: JSON.stringify(scope), set_by: by, set_at: now.toISOString() };
      await db
        .insertInto('channel_scopes')
        .values({ channel_id: channelId, ...values })
        .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(values))
        .execute();
    },
  };
}
