import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import type { TargetRecords } from '../../src/targets/records.ts';
import type { NewSlot } from '../../src/targets/slot.ts';
import type { TestLocation } from '../support/database-places.ts';
import { ENGINES } from '../support/engines.ts';
import { makeEntry, makeNewSubscription, makeValueEntry } from '../support/target-builders.ts';

const NOON = new Date('2019-06-24T04:00:00.000Z');
const minutesAfter = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe.each(ENGINES)('target records on $engine', ({ create }) => {
  let place: TestLocation;
  let database: Database;
  let records: TargetRecords;

  beforeEach(async () => {
    place = await create();
    database = await openDatabase(place.location);
    records = createTargetRecords(database.db);
  });

  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  describe('ledger', () => {
    const entries = [
      makeValueEntry({
        value: '1∶0.751',
        note: '一句“话”',
        evidence: 'https://example.org/1',
        confidence: 'low',
      }),
      makeEntry('state', { targetId: 'law', state: 'blocked', corrects: 1 }),
      makeEntry('override', { status: 'at-risk', note: '下周开工' }),
      makeEntry('pause', { note: '等上级文件' }),
      makeEntry('resume'),
      makeEntry('undo', { undoes: 3 }),
    ];

    it('gives every kind of entry back as it was recorded, numbered in order', async () => {
      const recorded = await records.ledger.append(entries);
      const kept = await records.ledger.allEntries();

      expect(kept).toEqual(recorded);
      expect(kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(kept[0]).toEqual({ ...entries[0], seq: 1 });
      expect(kept[1]).toMatchObject({ kind: 'state', state: 'blocked', corrects: 1 });
      expect(kept[5]).toMatchObject({ kind: 'undo', undoes: 3 });
      expect(await records.ledger.entriesOf('law')).toEqual([kept[1]]);
    });

    it('records a repeated request once, however many deliver it at the same time', async () => {
      const entry = makeValueEntry({ requestKey: 'V1' });

      const answers = await Promise.all(Array.from({ length: 8 }, () => records.ledger.append([entry])));

      expect(await records.ledger.allEntries()).toHaveLength(1);
      expect(answers.flat().map(({ seq }) => seq)).toEqual(Array(8).fill(answers[0]?.[0]?.seq));
    });

    it('records all of a batch or none', async () => {
      const broken = { ...makeValueEntry(), targetId: null } as unknown as ReturnType<typeof makeValueEntry>;

      await expect(records.ledger.append([makeValueEntry(), broken])).rejects.toThrow();

      expect(await records.ledger.allEntries()).toEqual([]);
    });

    it('keeps the order of a batch larger than one statement', async () => {
      const many = Array.from({ length: 1_203 }, (_, index) => makeValueEntry({ value: String(index) }));

      await records.ledger.append(many);

      const kept = await records.ledger.allEntries();
      expect(kept.map((entry) => (entry.kind === 'value' ? entry.value : ''))).toEqual(
        many.map(({ value }) => value),
      );
    });

    it.each(['update ledger_entries set note = $$x$$', 'delete from ledger_entries'])(
      'is refused by the database: %s',
      async (statement) => {
        await records.ledger.append([makeValueEntry()]);

        await expect(sql.raw(statement.replaceAll('$$', "'")).execute(database.db)).rejects.toThrow(
          /append-only/,
        );
      },
    );
  });

  describe('owners', () => {
    it('gives the last assignment of each target, without targets that have none', async () => {
      const assign = (targetId: string, userIds: readonly string[]) =>
        records.owners.assign({ targetId, userIds, assignedBy: 'U9', now: NOON });
      await assign('a', ['U1']);
      await assign('b', ['U1']);
      await assign('a', ['U2', 'U3']);
      await assign('b', []);

      expect(await records.owners.all()).toEqual(new Map([['a', ['U2', 'U3']]]));
    });
  });

  describe('proposals', () => {
    it('keeps a proposal until the first decision', async () => {
      const entry = makeValueEntry();
      const id = await records.proposals.add(entry, NOON);

      expect(await records.proposals.add(entry, NOON)).toBe(id);
      expect(await records.proposals.listWaiting()).toEqual([{ id, entry, proposedAt: NOON }]);
      const decide = (decidedBy: string) =>
        records.proposals.decide({ id, outcome: 'accepted', decidedBy, now: NOON });
      expect(await Promise.all([decide('U1'), decide('U2')])).toHaveLength(2);
      expect(await records.proposals.listWaiting()).toEqual([]);
      expect(await decide('U3')).toBe(false);
    });
  });

  describe('accepting a proposal', () => {
    it('records its entry in the same act, once, and declining records nothing', async () => {
      const { proposals, ledger } = records;
      const taken = await proposals.add(makeValueEntry({ value: '7' }), NOON);
      const left = await proposals.add(makeValueEntry({ value: '8' }), NOON);

      const decide = (id: string, outcome: 'accepted' | 'declined') =>
        proposals.decide({ id, outcome, decidedBy: 'U9', now: NOON });
      const decisions = await Promise.all([
        decide(taken, 'accepted'),
        decide(taken, 'accepted'),
        decide(left, 'declined'),
      ]);

      expect(decisions.filter(Boolean)).toHaveLength(2);
      expect(await ledger.allEntries()).toMatchObject([{ value: '7' }]);
    });
  });

  describe('reminders', () => {
    it('are claimed by one of many, for each person and day', async () => {
      const claim = (userId: string, slotOn: string) => records.reminders.claim(userId, slotOn, NOON);

      const claims = await Promise.all([1, 2, 3, 4].map(() => claim('U1', '2019-06-24')));

      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await claim('U2', '2019-06-24')).toBe(true);
      expect(await claim('U1', '2019-07-01')).toBe(true);
      expect(await claim('U1', '2019-07-01')).toBe(false);
    });
  });

  it('take a weekly subscription of the version before over as it was', async () => {
    const { db } = database;
    const { id } = await records.subscriptions.add(makeNewSubscription(), NOON);
    await sql`alter table subscriptions add column weekday integer not null default 3`.execute(db);
    for (const column of ['cadence', 'owners', 'statuses']) {
      await sql`alter table subscriptions drop column ${sql.ref(column)}`.execute(db);
    }
    for (const table of ['knowledge_changes', 'received_files', 'channel_scopes', 'question_counts']) {
      await sql`drop table ${sql.ref(table)}`.execute(db);
    }
    // These are in PostgreSQL only.
    for (const table of ['shelved_reports', 'report_sentences', 'sentence_grams']) {
      await sql`drop table if exists ${sql.ref(table)}`.execute(db);
    }
    await sql`alter table asked_questions drop column answer`.execute(db);
    await sql`alter table unanswered_questions drop column asked_as`.execute(db);
    await sql`alter table thread_questions drop column asked_id`.execute(db);
    await sql`delete from kysely_migration where name >= '0005'`.execute(db);
    await database.close();

    database = await openDatabase(place.location);

    expect(await createTargetRecords(database.db).subscriptions.find(id)).toMatchObject({
      cadence: { every: 'week', weekday: 3 },
      owners: [],
      statuses: [],
    });
  });

  describe('subscriptions', () => {
    it('keep every cadence, owners and statuses, and their changes', async () => {
      const wanted = makeNewSubscription({
        cadence: { every: 'quarter', day: 'first-working-day' },
        owners: ['U1', 'U2'],
        statuses: ['behind', 'overdue'],
      });
      const { id } = await records.subscriptions.add(wanted, NOON);
      expect(await records.subscriptions.find(id)).toMatchObject(wanted);

      const changes = { cadence: { every: 'month', day: 31 }, owners: [], statuses: ['done'] } as const;
      await records.subscriptions.change(id, changes, NOON);

      expect(await records.subscriptions.find(id)).toMatchObject(changes);
    });

    it('adds one for one act of a person, with the wishes of the last time', async () => {
      const added = await records.subscriptions.add(makeNewSubscription(), NOON, 'view:V1');
      const again = await records.subscriptions.add(
        makeNewSubscription({ cadence: { every: 'week', weekday: 5 } }),
        NOON,
        'view:V1',
      );

      expect(again.id).toBe(added.id);
      expect(await records.subscriptions.list()).toMatchObject([
        { id: added.id, cadence: { every: 'week', weekday: 5 } },
      ]);
    });

    it('keeps many for a channel, changes and removes them', async () => {
      const first = await records.subscriptions.add(makeNewSubscription({ sections: ['(三)'] }), NOON);
      const second = await records.subscriptions.add(
        makeNewSubscription({ cadence: { every: 'week', weekday: 5 } }),
        minutesAfter(1),
      );
      await records.subscriptions.add(makeNewSubscription({ channelId: 'C2' }), minutesAfter(2));

      expect(await records.subscriptions.listByChannel('C1')).toEqual([first, second]);
      await records.subscriptions.change(first.id, { time: '08:30', sections: [] }, minutesAfter(5));
      await records.subscriptions.remove(second.id, minutesAfter(5));

      expect(await records.subscriptions.listByChannel('C1')).toEqual([
        { ...first, time: '08:30', sections: [], activeSince: minutesAfter(5) },
      ]);
      expect(await records.subscriptions.find(second.id)).toBeUndefined();
      expect(await records.subscriptions.list()).toHaveLength(2);
    });

    it('tells of a pause the bot made, once, and again later when telling failed', async () => {
      const { subscriptions } = records;
      const { id } = await subscriptions.add(makeNewSubscription(), NOON);
      const chosen = await subscriptions.add(makeNewSubscription(), NOON);
      await subscriptions.pause(id, 'token-revoked', NOON);
      await subscriptions.pause(chosen.id, 'by-person', NOON);
      const untold = async (minutes: number) =>
        (await subscriptions.listUntoldPaused(minutesAfter(minutes), 10)).map(
          ({ subscription, isTriedBefore }) => [subscription.id, isTriedBefore],
        );

      expect(await untold(0)).toEqual([[id, false]]);
      const claimed = await Promise.all(
        [1, 2, 3].map(() => subscriptions.claimPauseNotice(id, NOON, minutesAfter(2))),
      );
      expect(claimed.filter(Boolean)).toHaveLength(1);
      expect(await untold(0)).toEqual([]);
      expect(await untold(2)).toEqual([[id, true]]);
      await subscriptions.deferPauseNotice(id, minutesAfter(60));
      expect(await untold(59)).toEqual([]);
      expect(await untold(60)).toEqual([[id, true]]);
      await subscriptions.markPauseTold(id, minutesAfter(60));
      expect(await untold(120)).toEqual([]);
      expect(await subscriptions.claimPauseNotice(id, minutesAfter(120), minutesAfter(122))).toBe(false);
      await subscriptions.resume(id, minutesAfter(121));

      expect(await untold(122)).toEqual([]);
    });

    it('says who paused first and starts anew when resumed', async () => {
      const { id } = await records.subscriptions.add(makeNewSubscription(), NOON);

      expect(await records.subscriptions.pause(id, 'channel-gone', NOON)).toBe(true);
      expect(await records.subscriptions.pause(id, 'by-person', NOON)).toBe(false);
      expect(await records.subscriptions.find(id)).toMatchObject({ pausedFor: 'channel-gone' });
      await records.subscriptions.resume(id, minutesAfter(9));
      expect(await records.subscriptions.find(id)).toMatchObject({
        pausedFor: null,
        activeSince: minutesAfter(9),
      });
    });
  });

  describe('slots', () => {
    let subscriptionId: string;
    const slot = (slotOn: string, changes: Partial<NewSlot> = {}): NewSlot => ({
      subscriptionId,
      slotOn,
      nominalOn: slotOn,
      dueAt: new Date(`${slotOn}T01:00:00.000Z`),
      skippedFor: null,
      skip: null,
      ...changes,
    });
    const key = (slotOn: string) => ({ subscriptionId, slotOn });
    const claim = (attemptId: string, now = NOON) =>
      records.slots.claimNext({ attemptId, now, leaseUntil: new Date(now.getTime() + 60_000) });
    const send = (slotOn: string, attemptId: string) =>
      records.slots.markSending({
        key: key(slotOn),
        attemptId,
        renderedAt: NOON,
        leaseUntil: minutesAfter(1),
      });

    beforeEach(async () => {
      ({ id: subscriptionId } = await records.subscriptions.add(makeNewSubscription(), NOON));
    });

    it('puts a slot on record once and leaves what is there', async () => {
      await records.slots.open([slot('2019-06-17', { skip: 'holiday' })]);
      await records.slots.open([slot('2019-06-17'), slot('2019-06-24')]);

      expect(await records.slots.listRecent(subscriptionId, 5)).toMatchObject([
        { slotOn: '2019-06-24', state: 'pending' },
        { slotOn: '2019-06-17', state: 'skipped', reason: 'holiday' },
      ]);
      expect(await records.slots.lastDecidedOn('2019-06-23')).toEqual(
        new Map([[subscriptionId, '2019-06-17']]),
      );
    });

    it('gives each slot to one of many claimers', async () => {
      await records.slots.open(['2019-06-03', '2019-06-10', '2019-06-17'].map((day) => slot(day)));

      const claims = await Promise.all(Array.from({ length: 12 }, (_, index) => claim(`a${index}`)));

      const days = claims.flatMap((record) => (record ? [record.slotOn] : []));
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBeGreaterThan(0);
      while (await claim('last')) days.push('more');
      expect(days).toHaveLength(3);
    });

    it('does not give out slots before their time or before a retry is allowed', async () => {
      await records.slots.open([slot('2019-06-24', { dueAt: minutesAfter(1) })]);

      expect(await claim('a')).toBeUndefined();
      expect(await claim('a', minutesAfter(1))).toMatchObject({ slotOn: '2019-06-24', state: 'claimed' });
      await records.slots.settle({
        key: key('2019-06-24'),
        attemptId: 'a',
        outcome: { kind: 'retry', retryAt: minutesAfter(5), reason: null },
        now: minutesAfter(1),
      });
      expect(await claim('b', minutesAfter(4))).toBeUndefined();
      expect(await claim('b', minutesAfter(5))).toMatchObject({ attemptId: 'b' });
    });

    it('lets a lost claim send nothing', async () => {
      await records.slots.open([slot('2019-06-24')]);
      await claim('first');
      await records.slots.releaseExpired(minutesAfter(2));
      await claim('second', minutesAfter(2));

      expect(await send('2019-06-24', 'first')).toBe(false);
      expect(await send('2019-06-24', 'second')).toBe(true);
      expect(await records.slots.find(key('2019-06-24'))).toMatchObject({ state: 'sending', attempts: 1 });
    });

    it('makes a request whose sender is gone unknown, and takes a late answer after all', async () => {
      await records.slots.open([slot('2019-06-24')]);
      await claim('a');
      await send('2019-06-24', 'a');
      await records.slots.releaseExpired(minutesAfter(2));

      expect(await records.slots.listUntoldUnknown(minutesAfter(30))).toMatchObject([
        { state: 'unknown', reason: 'interrupted' },
      ]);
      const settled = await records.slots.settle({
        key: key('2019-06-24'),
        attemptId: 'a',
        outcome: { kind: 'sent', channelId: 'C1', messageTs: '1.2' },
        now: minutesAfter(3),
      });

      expect(settled).toBe(true);
      expect(await records.slots.lastSent(subscriptionId)).toMatchObject({ messageTs: '1.2', reason: null });
    });

    it('lets one tell an owner and reopens an unknown slot once', async () => {
      await records.slots.open([slot('2019-06-24')]);
      await claim('a');
      await send('2019-06-24', 'a');
      await records.slots.releaseExpired(minutesAfter(2));

      const claimed = await Promise.all(
        [1, 2, 3].map(() => records.slots.claimTelling(key('2019-06-24'), NOON, minutesAfter(2))),
      );
      await records.slots.markOwnerTold(key('2019-06-24'), NOON);
      const reopened = await Promise.all(
        [1, 2].map(() => records.slots.reopenUnknown(key('2019-06-24'), 'U1', NOON)),
      );

      expect(claimed.filter(Boolean)).toHaveLength(1);
      expect(reopened.filter(Boolean)).toHaveLength(1);
      expect(await claim('b')).toMatchObject({ repostedBy: 'U1', ownerToldAt: null });
    });

    it('lets an owner be told later when telling failed', async () => {
      await records.slots.open([slot('2019-06-24')]);
      await claim('a');
      await send('2019-06-24', 'a');
      await records.slots.releaseExpired(minutesAfter(2));
      await records.slots.claimTelling(key('2019-06-24'), minutesAfter(3), minutesAfter(5));
      expect(await records.slots.listUntoldUnknown(minutesAfter(4))).toEqual([]);
      expect(await records.slots.listUntoldUnknown(minutesAfter(5))).toHaveLength(1);
      await records.slots.deferTelling(key('2019-06-24'), minutesAfter(63));

      expect(await records.slots.listUntoldUnknown(minutesAfter(62))).toEqual([]);
      expect(await records.slots.listUntoldUnknown(minutesAfter(63))).toHaveLength(1);
      await records.slots.reopenUnknown(key('2019-06-24'), 'U1', minutesAfter(64));
      expect(await claim('b')).toMatchObject({ repostedBy: 'U1', retryAt: null });
    });

    it('takes back what a wrong clock gave up', async () => {
      await records.slots.open([
        slot('2019-06-17', { skip: 'missed' }),
        slot('2019-07-01', { skip: 'missed' }),
      ]);

      await records.slots.reopenFuture(NOON);

      expect(await records.slots.listOpenDueBefore(new Date('2020-01-01'))).toMatchObject([
        { slotOn: '2019-07-01' },
      ]);
    });
  });
});

describe.each(ENGINES)('openDatabase on $engine', ({ create }) => {
  it('lets several processes start at once on an empty database', async () => {
    const place = await create();

    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(place.location)));

    await createTargetRecords(opened[0]?.db ?? expect.fail()).ledger.append([makeValueEntry()]);
    expect(await createTargetRecords(opened[3]?.db ?? expect.fail()).ledger.allEntries()).toHaveLength(1);
    await Promise.all(opened.map((database) => database.close()));
    await place.drop();
  });
});
