import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type Cadence, encodeCadence, parseCadence } from '../targets/cadence.ts';
import { STATUSES } from '../targets/entry.ts';
import {
  HOLIDAY_RULES,
  PAUSE_REASONS,
  type Subscription,
  type Subscriptions,
} from '../targets/subscription.ts';
import type { Tables } from './tables.ts';

export function createSubscriptions(db: Kysely<Tables>): Subscriptions {
  const current = () => db.selectFrom('subscriptions').selectAll().where('removed_at', 'is', null);
  return {
    async add(subscription, now, requestKey = randomUUID()) {
      const row = {
        id: requestKey,
        channel_id: subscription.channelId,
        owner_id: subscription.ownerId,
        cadence: encodeCadence(subscription.cadence),
        time: subscription.time,
        time_zone: subscription.timeZone,
        holiday_rule: subscription.holidayRule,
        sections: JSON.stringify(subscription.sections),
        owners: JSON.stringify(subscription.owners),
        statuses: JSON.stringify(subscription.statuses),
        paused_for: null,
        active_since: now.toISOString(),
        created_at: now.toISOString(),
        removed_at: null,
        owner_told_at: null,
        tell_after: null,
      };
      await db
        .insertInto('subscriptions')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({
            cadence: row.cadence,
            time: row.time,
            time_zone: row.time_zone,
            holiday_rule: row.holiday_rule,
            sections: row.sections,
            owners: row.owners,
            statuses: row.statuses,
          }),
        )
        .execute();
      return toSubscription(row);
    },
    async find(id) {
      const row = await current().where('id', '=', id).executeTakeFirst();
      return row && toSubscription(row);
    },
    async change(id, changes, now) {
      await db
        .updateTable('subscriptions')
        .set({
          active_since: now.toISOString(),
          ...(changes.channelId === undefined ? {} : { channel_id: changes.channelId }),
          ...(changes.ownerId === undefined ? {} : { owner_id: changes.ownerId }),
          ...(changes.cadence === undefined ? {} : { cadence: encodeCadence(changes.cadence) }),
          ...(changes.time === undefined ? {} : { time: changes.time }),
          ...(changes.timeZone === undefined ? {} : { time_zone: changes.timeZone }),
          ...(changes.holidayRule === undefined ? {} : { holiday_rule: changes.holidayRule }),
          ...(changes.sections === undefined ? {} : { sections: JSON.stringify(changes.sections) }),
          ...(changes.owners === undefined ? {} : { owners: JSON.stringify(changes.owners) }),
          ...(changes.statuses === undefined ? {} : { statuses: JSON.stringify(changes.statuses) }),
        })
        .where('id', '=', id)
        .execute();
    },
    async pause(id, reason) {
      const result = await db
        .updateTable('subscriptions')
        .set({ paused_for: reason, owner_told_at: null, tell_after: null })
        .where('id', '=', id)
        .where('paused_for', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async resume(id, now) {
      await db
        .updateTable('subscriptions')
        .set({ paused_for: null, active_since: now.toISOString() })
        .where('id', '=', id)
        .where('paused_for', 'is not', null)
        .execute();
    },
    async listUntoldPaused(now, limit) {
      const rows = await current()
        .where('paused_for', 'is not', null)
        .where('paused_for', '!=', 'by-person')
        .where('owner_told_at', 'is', null)
        .where(({ eb, or }) => or([eb('tell_after', 'is', null), eb('tell_after', '<=', now.toISOString())]))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        subscription: toSubscription(row),
        isTriedBefore: row.tell_after !== null,
      }));
    },
    async claimPauseNotice(id, now, until) {
      const result = await db
        .updateTable('subscriptions')
        .set({ tell_after: until.toISOString() })
        .where('id', '=', id)
        .where('paused_for', 'is not', null)
        .where('owner_told_at', 'is', null)
        .where(({ eb, or }) => or([eb('tell_after', 'is', null), eb('tell_after', '<=', now.toISOString())]))
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async markPauseTold(id, now) {
      await db
        .updateTable('subscriptions')
        .set({ owner_told_at: now.toISOString() })
        .where('id', '=', id)
        .where('paused_for', 'is not', null)
        .execute();
    },
    async deferPauseNotice(id, until) {
      await db
        .updateTable('subscriptions')
        .set({ tell_after: until.toISOString() })
        .where('id', '=', id)
        .execute();
    },
    async remove(id, now) {
      await db
        .updateTable('subscriptions')
        .set({ removed_at: now.toISOString() })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .execute();
    },
    async listByChannel(channelId) {
      const rows = await current()
        .where('channel_id', '=', channelId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toSubscription);
    },
    async list() {
      const rows = await current().orderBy('created_at').orderBy('id').execute();
      return rows.map(toSubscription);
    },
  };
}

const CadenceSchema = z.string().transform((text, context): Cadence => {
  const cadence = parseCadence(text);
  if (cadence) return cadence;
  context.addIssue({ code: 'custom', message: 'is no cadence such as week:1 or month:15' });
  return z.NEVER;
});
const HolidayRuleSchema = z.enum(HOLIDAY_RULES);
const PauseReasonSchema = z.enum(PAUSE_REASONS).nullable();
const TextsSchema = z.array(z.string());
const StatusesSchema = z.array(z.enum(STATUSES));

function toSubscription(row: Selectable<Tables['subscriptions']>): Subscription {
  return {
    id: row.id,
    channelId: row.channel_id,
    ownerId: row.owner_id,
    cadence: CadenceSchema.parse(row.cadence),
    time: row.time,
    timeZone: row.time_zone,
    holidayRule: HolidayRuleSchema.parse(row.holiday_rule),
    sections: TextsSchema.parse(JSON.parse(row.sections)),
    owners: TextsSchema.parse(JSON.parse(row.owners)),
    statuses: StatusesSchema.parse(JSON.parse(row.statuses)),
    pausedFor: PauseReasonSchema.parse(row.paused_for),
    activeSince: new Date(row.active_since),
    createdAt: new Date(row.created_at),
  };
}
