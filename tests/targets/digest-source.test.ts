import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import type { Every } from '../../src/targets/cadence.ts';
import type { DigestSource } from '../../src/targets/digest-ports.ts';
import { createDigestSource } from '../../src/targets/digest-source.ts';
import { readTimeOfAnyDigest } from '../../src/targets/read-digest-time.ts';
import type { TargetRecords } from '../../src/targets/records.ts';
import { ALL_TARGETS } from '../../src/targets/target-selection.ts';
import { createSqliteFile, type TestLocation } from '../support/database-places.ts';
import {
  makeNewSubscription,
  makeNumericTarget,
  makeSubscription,
  makeValueEntry,
} from '../support/target-builders.ts';

const valueOn = (asOf: string, value: string) => makeValueEntry({ asOf, value });

describe('a digest of a period that is over', () => {
  let place: TestLocation;
  let database: Database;
  let records: TargetRecords;
  let source: DigestSource;

  beforeEach(async () => {
    place = await createSqliteFile();
    database = await openDatabase(place.location);
    records = createTargetRecords(database.db);
    source = createDigestSource({ ...records, targets: [makeNumericTarget()], knowledgeVersion: 'v' });
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const preview = (text: string, every: Every, today: string) => {
    const time = readTimeOfAnyDigest(text, every, today);
    if (!time) throw new Error(`“${text}” was not read`);
    return source.preview({ ...time, selection: ALL_TARGETS });
  };

  it.each<{ every: Every; said: string; today: string; later: string }>([
    { every: 'month', said: '9月', today: '2019-10-14', later: '2019-10-10' },
    { every: 'month', said: '上月', today: '2019-10-14', later: '2019-10-02' },
    { every: 'month', said: '10月', today: '2019-11-05', later: '2019-11-04' },
    { every: 'quarter', said: '三季度', today: '2019-10-14', later: '2019-10-10' },
    { every: 'quarter', said: '上季度', today: '2019-10-31', later: '2019-10-30' },
    { every: 'week', said: '上周', today: '2019-10-14', later: '2019-10-15' },
  ])('is the same with $said and with nothing said on $today, $every', async (row) => {
    await records.ledger.append([valueOn('2019-06-20', '200'), valueOn(row.later, '399')]);

    const plain = await preview('', row.every, row.today);

    expect(plain).toEqual(await preview(row.said, row.every, row.today));
    expect(plain.targets[0]?.latest?.value).toBe('200');
  });

  it.each<{ every: Every; first: string; ended: string; second: string; next: string }>([
    { every: 'week', first: '第25周', ended: '2019-06-24', second: '第26周', next: '2019-07-01' },
    { every: 'month', first: '10月', ended: '2019-11-01', second: '11月', next: '2019-12-01' },
    { every: 'quarter', first: '三季度', ended: '2019-10-01', second: '四季度', next: '2020-01-01' },
  ])('does not count what is reported for the day after $first', async (row) => {
    await records.ledger.append([valueOn('2019-05-31', '150'), valueOn(row.ended, '399')]);

    const before = await preview(row.first, row.every, row.ended);
    const after = await preview(row.second, row.every, row.next);

    expect(before.targets[0]).toMatchObject({ latest: { value: '150' }, isReportedLater: true });
    expect(after.changes).toMatchObject([{ before: { value: '150' }, after: { value: '399' } }]);
  });

  it('counts no target of a later year', async () => {
    const later = makeNumericTarget({ id: 'later', year: 2022, dueOn: '2022-12-31' });
    source = createDigestSource({ ...records, targets: [makeNumericTarget(), later], knowledgeVersion: 'v' });

    expect((await preview('', 'week', '2019-06-24')).counts.numeric).toMatchObject({ total: 1 });
    expect((await preview('2021年12月', 'month', '2022-02-01')).counts.numeric).toMatchObject({ total: 1 });
    expect((await preview('', 'week', '2022-02-01')).counts.numeric).toMatchObject({ total: 2 });
  });

  it('tells a turn that time alone has made in one period only', async () => {
    await records.ledger.append([valueOn('2019-06-19', '190')]);

    const months = ['7月', '8月', '9月', '10月'];
    const turns = await Promise.all(
      months.map(async (month) => {
        const { changes } = await preview(month, 'month', '2019-11-20');
        return changes.map(({ fromStatus, toStatus }) => `${month} ${fromStatus} ${toStatus}`);
      }),
    );

    expect(turns.flat()).toEqual(['7月 on-track at-risk', '9月 at-risk behind']);
  });

  it('is posted as it is shown, however late in the next month', async () => {
    await records.ledger.append([valueOn('2019-06-20', '200'), valueOn('2019-10-08', '399')]);
    const subscription = makeSubscription({ cadence: { every: 'month', day: 10 } });

    const posted = await source.digestFor(subscription, { slotOn: '2019-10-10', nominalOn: '2019-10-10' });

    expect(posted).toEqual(await preview('9月', 'month', '2019-10-14'));
  });

  it('is of the week before a holiday that took its Monday', async () => {
    await records.ledger.append([valueOn('2019-09-30', '200'), valueOn('2019-10-08', '399')]);

    const posted = await source.digestFor(makeSubscription(), {
      slotOn: '2019-10-08',
      nominalOn: '2019-10-07',
    });

    expect(posted).toEqual(await preview('上周', 'week', '2019-10-08'));
    expect(posted.targets[0]?.latest?.value).toBe('200');
  });

  it('counts what was reported between its end and the day it was posted on into the next one', async () => {
    await records.ledger.append([valueOn('2019-08-20', '200'), valueOn('2019-09-05', '250')]);
    const subscription = await records.subscriptions.add(
      makeNewSubscription({ cadence: { every: 'month', day: 10 } }),
      new Date('2019-09-01T00:00:00.000Z'),
    );
    const key = { subscriptionId: subscription.id, slotOn: '2019-09-10' };
    const dueAt = new Date('2019-09-10T01:00:00.000Z');
    const leaseUntil = new Date('2019-09-10T01:02:00.000Z');
    await records.slots.open([{ ...key, nominalOn: key.slotOn, dueAt, skippedFor: null, skip: null }]);
    await records.slots.claimNext({ attemptId: 'a', now: dueAt, leaseUntil });
    await records.slots.markSending({ key, attemptId: 'a', renderedAt: dueAt, leaseUntil });
    const outcome = { kind: 'sent', channelId: 'C1', messageTs: '1.2' } as const;
    await records.slots.settle({ key, attemptId: 'a', outcome, now: dueAt });

    const next = await source.digestFor(subscription, { slotOn: '2019-10-10', nominalOn: '2019-10-10' });

    expect(next.since).toBe('2019-09-01');
    expect(next.changes).toMatchObject([{ before: { value: '200' }, after: { value: '250' } }]);
  });

  it('knows of what was reported on its first day, after the digest of that morning', async () => {
    await records.ledger.append([valueOn('2019-06-19', '13'), valueOn('2019-06-24', '18')]);

    const { since, changes } = await preview('', 'week', '2019-07-01');

    expect(since).toBe('2019-06-24');
    expect(changes).toMatchObject([{ before: { value: '13' }, after: { value: '18' } }]);
  });
});
