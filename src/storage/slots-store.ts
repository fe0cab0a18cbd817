import { type Kysely, PostgresAdapter, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import {
  SLOT_REASONS,
  SLOT_STATES,
  type SlotKey,
  type SlotOutcome,
  type SlotRecord,
  type Slots,
} from '../targets/slot.ts';
import type { Tables } from './tables.ts';

/** Rows written by one statement; SQLite allows 32,766 bound values. */
const ROWS_PER_INSERT = 500;

export function createSlots(db: Kysely<Tables>): Slots {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const rowOf = (key: SlotKey) =>
    db
      .updateTable('slots')
      .where('subscription_id', '=', key.subscriptionId)
      .where('slot_on', '=', key.slotOn);

  return {
    async open(slots) {
      for (let at = 0; at < slots.length; at += ROWS_PER_INSERT) {
        await db
          .insertInto('slots')
          .values(
            slots.slice(at, at + ROWS_PER_INSERT).map((slot) => ({
              subscription_id: slot.subscriptionId,
              slot_on: slot.slotOn,
              nominal_on: slot.nominalOn,
              due_at: slot.dueAt.toISOString(),
              state: slot.skip === null ? 'pending' : 'skipped',
              reason: slot.skip,
              attempts: 0,
            })),
          )
          .onConflict((conflict) => conflict.columns(['subscription_id', 'slot_on']).doNothing())
          .execute();
      }
    },
    async lastDecidedOn(notAfter) {
      const rows = await db
        .selectFrom('slots')
        .select(['subscription_id', ({ fn }) => fn.max('slot_on').as('last')])
        .where('slot_on', '<=', notAfter)
        .groupBy('subscription_id')
        .execute();
      return new Map(rows.map((row) => [row.subscription_id, row.last]));
    },
    async reopenFuture(now) {
      await db
        .updateTable('slots')
        .set({ state: 'pending', reason: null, settled_at: null })
        .where('state', '=', 'skipped')
        .where('reason', '=', 'missed')
        .where('due_at', '>', now.toISOString())
        .execute();
    },
    async claimNext({ attemptId, now, leaseUntil }) {
      const at = now.toISOString();
      const candidate = db
        .selectFrom('slots')
        .select(['subscription_id', 'slot_on'])
        .where('state', '=', 'pending')
        .where('due_at', '<=', at)
        .where(({ eb, or }) => or([eb('retry_at', 'is', null), eb('retry_at', '<=', at)]))
        .orderBy('due_at')
        .orderBy('subscription_id')
        .limit(1)
        // Other replicas take other slots instead of waiting for this one.
        .$if(isPostgres, (query) => query.forUpdate().skipLocked());
      const row = await db
        .updateTable('slots')
        .set({ state: 'claimed', attempt_id: attemptId, lease_until: leaseUntil.toISOString() })
        .where(sql<boolean>`(subscription_id, slot_on) = (${candidate})`)
        .where('state', '=', 'pending')
        .returningAll()
        .executeTakeFirst();
      return row && toRecord(row);
    },
    async markSending({ key, attemptId, renderedAt, leaseUntil }) {
      const result = await rowOf(key)
        .set({
          state: 'sending',
          rendered_at: renderedAt.toISOString(),
          lease_until: leaseUntil.toISOString(),
          attempts: sql<number>`attempts + 1`,
        })
        .where('attempt_id', '=', attemptId)
        .where('state', '=', 'claimed')
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async settle({ key, attemptId, outcome, now }) {
      const result = await rowOf(key)
        .set({ ...settledColumns(outcome, now), lease_until: null })
        .where('attempt_id', '=', attemptId)
        // A request given up for lost may still come back with an answer, and the answer is worth more.
        .where('state', 'in', ['claimed', 'sending', 'unknown'])
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async releaseExpired(now) {
      const at = now.toISOString();
      await db
        .updateTable('slots')
        .set({ state: 'pending', attempt_id: null, lease_until: null })
        .where('state', '=', 'claimed')
        .where('lease_until', '<', at)
        .execute();
      await db
        .updateTable('slots')
        .set({ state: 'unknown', reason: 'interrupted', lease_until: null, retry_at: null, settled_at: at })
        .where('state', '=', 'sending')
        .where('lease_until', '<', at)
        .execute();
    },
    async listUntoldUnknown(now) {
      const rows = await db
        .selectFrom('slots')
        .selectAll()
        .where('state', '=', 'unknown')
        .where('owner_told_at', 'is', null)
        .where(({ eb, or }) => or([eb('retry_at', 'is', null), eb('retry_at', '<=', now.toISOString())]))
        .orderBy('due_at')
        .execute();
      return rows.map(toRecord);
    },
    async claimTelling(key, now, until) {
      const result = await rowOf(key)
        .set({ retry_at: until.toISOString() })
        .where('state', '=', 'unknown')
        .where('owner_told_at', 'is', null)
        .where(({ eb, or }) => or([eb('retry_at', 'is', null), eb('retry_at', '<=', now.toISOString())]))
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async markOwnerTold(key, now) {
      await rowOf(key).set({ owner_told_at: now.toISOString() }).where('state', '=', 'unknown').execute();
    },
    async deferTelling(key, until) {
      await rowOf(key).set({ retry_at: until.toISOString() }).where('state', '=', 'unknown').execute();
    },
    async reopenUnknown(key, by) {
      const result = await rowOf(key)
        .set({
          state: 'pending',
          reason: null,
          attempt_id: null,
          retry_at: null,
          owner_told_at: null,
          reposted_by: by,
        })
        .where('state', '=', 'unknown')
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async find(key) {
      const row = await db
        .selectFrom('slots')
        .selectAll()
        .where('subscription_id', '=', key.subscriptionId)
        .where('slot_on', '=', key.slotOn)
        .executeTakeFirst();
      return row && toRecord(row);
    },
    async listRecent(subscriptionId, limit) {
      const rows = await db
        .selectFrom('slots')
        .selectAll()
        .where('subscription_id', '=', subscriptionId)
        .orderBy('slot_on', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toRecord);
    },
    async lastSent(subscriptionId) {
      const row = await db
        .selectFrom('slots')
        .selectAll()
        .where('subscription_id', '=', subscriptionId)
        .where('state', '=', 'sent')
        .orderBy('slot_on', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toRecord(row);
    },
    async listOpenDueBefore(instant) {
      const rows = await db
        .selectFrom('slots')
        .selectAll()
        .where('state', 'in', ['pending', 'claimed', 'sending'])
        .where('due_at', '<', instant.toISOString())
        .orderBy('due_at')
        .execute();
      return rows.map(toRecord);
    },
  };
}

type Row = Selectable<Tables['slots']>;

function settledColumns(outcome: SlotOutcome, now: Date): Partial<Row> {
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        reason: null,
        channel_id: outcome.channelId,
        message_ts: outcome.messageTs,
        settled_at: now.toISOString(),
      };
    case 'unknown':
      return { state: 'unknown', reason: outcome.reason, retry_at: null, settled_at: now.toISOString() };
    case 'retry':
      return {
        state: 'pending',
        reason: outcome.reason,
        retry_at: outcome.retryAt.toISOString(),
        attempt_id: null,
      };
    case 'skipped':
      return { state: 'skipped', reason: outcome.reason, settled_at: now.toISOString() };
  }
}

const StateSchema = z.enum(SLOT_STATES);
const ReasonSchema = z.enum(SLOT_REASONS).nullable();
const readInstant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function toRecord(row: Row): SlotRecord {
  return {
    subscriptionId: row.subscription_id,
    slotOn: row.slot_on,
    nominalOn: row.nominal_on,
    dueAt: new Date(row.due_at),
    state: StateSchema.parse(row.state),
    reason: ReasonSchema.parse(row.reason),
    attempts: row.attempts,
    attemptId: row.attempt_id,
    leaseUntil: readInstant(row.lease_until),
    retryAt: readInstant(row.retry_at),
    renderedAt: readInstant(row.rendered_at),
    channelId: row.channel_id,
    messageTs: row.message_ts,
    settledAt: readInstant(row.settled_at),
    ownerToldAt: readInstant(row.owner_told_at),
    repostedBy: row.reposted_by,
  };
}
