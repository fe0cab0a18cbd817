import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
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
        weekday: subscription.weekday,
        time: subscription.time,
        time_zone: subscription.timeZone,
        holiday_rule: subscription.holidayRule,
        sections: JSON.stringify(subscription.sections),
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
            weekday: row.weekday,
            time: row.time,
            time_zone: row.time_zone,
            holiday_rule: row.holiday_rule,
            sections: row.sections,
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
          ...(changes.weekday === undefined ? {} : { weekday: changes.weekday }),
          ...(changes.time === undefined ? {} : { time: changes.time }),
          ...(changes.timeZone === undefined ? {} : { time_zone: changes.timeZone }),
          ...(changes.holidayRule === undefined ? {} : { holiday_rule: changes.holidayRule }),
          ...(changes.sections === undefined ? {} : { sections: JSON.stringify(changes.sections) }),
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

const WeekdaySchema = z.literal([1, 2, 3, 4, 5, 6, 7]);
const HolidayRuleSchema = z.enum(HOLIDAY_RULES);
const PauseReasonSchema = z.enum(PAUSE_REASONS).nullable();
const SectionsSchema = z.array(z.string());

function toSubscription(row: Selectable<Tables['subscriptions']>): Subscription {
  return {
    id: row.id,
    channelId: row.channel_id,
    ownerId: row.owner_id,
    weekday: WeekdaySchema.parse(row.weekday),
    time: row.time,
    timeZone: row.time_zone,
    holidayRule: HolidayRuleSchema.parse(row.holiday_rule),
    sections: SectionsSchema.parse(JSON.parse(row.sections)),
    pausedFor: PauseReasonSchema.parse(row.paused_for),
    activeSince: new Date(row.active_since),
    createdAt: new Date(row.created_at),
  };
}
