import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { publishDue } from '../../src/scheduling/publish-due.ts';
import { createScheduler } from '../../src/scheduling/scheduler.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { createSqliteFile, type TestLocation } from '../support/database-places.ts';
import { createPostgresDatabase } from '../support/engines.ts';
import { makeValueEntry } from '../support/target-builders.ts';
import { DUE, judgeOutcome, minutesAfterDue, type Office, openOffice } from './support/office.ts';
import { createTestPublisher } from './support/publisher.ts';
import { tally, tallyEntries } from './support/tally.ts';

let office: Office;

afterEach(() => office.close());

const digests = () => office.slack.messages.filter(({ slot }) => slot !== '');
const publisherAt = (now: () => Date) =>
  createTestPublisher({ records: office.records, slackUrl: office.slack.url, now });

describe('a disk that is full', () => {
  it('keeps every acknowledged entry and refuses the rest whole', async () => {
    office = await openOffice(createSqliteFile, 0);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(office.database.db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(office.database.db);
    const acknowledged: number[] = [];

    const failure = await (async () => {
      for (;;) {
        try {
          const batch = Array.from({ length: 5 }, () => makeValueEntry({ note: '记'.repeat(200) }));
          acknowledged.push(...(await office.records.ledger.append(batch)).map(({ seq }) => seq));
        } catch (error) {
          return error;
        }
      }
    })();

    expect(String(failure)).toMatch(/full/);
    const reopened = await openDatabase(office.place.location);
    const kept = await createTargetRecords(reopened.db).ledger.allEntries();
    const seqs = new Set(kept.map(({ seq }) => seq));
    const lost = acknowledged.filter((seq) => !seqs.has(seq));
    tallyEntries('SQLite: disk full while recording', acknowledged.length, lost.length);
    expect(kept.map(({ seq }) => seq)).toEqual(acknowledged);
    await reopened.close();
  });

  it('posts nothing it could not put on record, and posts once when there is room', async () => {
    office = await openOffice(createSqliteFile, 60);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(office.database.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(office.database.db);
    await expect(publishDue(publisherAt(() => DUE))).rejects.toThrow(/full/);
    expect(digests()).toHaveLength(0);

    await sql`pragma max_page_count = 1000000`.execute(office.database.db);
    await publishDue(publisherAt(() => minutesAfterDue(5)));

    const outcome = judgeOutcome(office.slack, await office.slots());
    tally('SQLite: disk full, then room again, 60 slots', digests().length, outcome);
    expect(outcome).toMatchObject({ sent: 60, twice: 0, open: 0 });
  });
});

describe('a database that goes away', () => {
  async function closeDoors(place: TestLocation, isOpen: boolean): Promise<void> {
    const url = new URL('url' in place.location ? place.location.url : '');
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(`alter database ${name} with allow_connections ${isOpen}`);
    if (!isOpen)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await client.end();
  }

  it.each([
    { history: true, state: 'sent' },
    { history: false, state: 'unknown' },
  ])(
    'between post and record (history readable: $history) leaves the slot $state',
    async ({ history, state }) => {
      office = await openOffice(createPostgresDatabase);
      office.slack.allowHistory(history);
      const publisher = publisherAt(() => DUE);
      const poster = {
        async post(...input: Parameters<typeof publisher.poster.post>) {
          const outcome = await publisher.poster.post(...input);
          await closeDoors(office.place, false);
          return outcome;
        },
      };
      await expect(publishDue({ ...publisher, poster })).rejects.toThrow();

      await closeDoors(office.place, true);
      for (const minutes of [1, 3, 5]) await publishDue(publisherAt(() => minutesAfterDue(minutes)));

      const outcome = judgeOutcome(office.slack, await office.slots());
      tally(
        `PostgreSQL: away between post and record${history ? ', history readable' : ''}`,
        digests().length,
        outcome,
      );
      expect(digests()).toHaveLength(1);
      expect(await office.slots()).toMatchObject([{ state }]);
    },
  );

  it('before the slot only delays it; the scheduler lives on and says it is overdue', async () => {
    office = await openOffice(createPostgresDatabase);
    let now = DUE;
    const scheduler = createScheduler(publisherAt(() => now));
    await closeDoors(office.place, false);
    await scheduler.runNow();
    now = minutesAfterDue(40);
    await expect(scheduler.health()).rejects.toThrow();

    await closeDoors(office.place, true);
    expect(await scheduler.health()).toMatchObject({ isHealthy: false, lastRunAt: null });
    await scheduler.runNow();

    expect(await scheduler.health()).toMatchObject({ isHealthy: true, overdue: 0 });
    tally(
      'PostgreSQL: away at the slot, then back',
      digests().length,
      judgeOutcome(office.slack, await office.slots()),
    );
    expect(digests()).toHaveLength(1);
    await scheduler.stop();
  });
});

describe('a clock', () => {
  const week = 7 * 24 * 60;

  it.each([
    { clock: 'set back an hour after the post', minutes: [0, 1, -60, -30, 0, 5], posts: 1, skipped: 0 },
    { clock: 'set back a week after the post', minutes: [0, -week, -week + 30, 0, 10], posts: 1, skipped: 0 },
    { clock: 'asleep over the slot for an hour', minutes: [-60, 60], posts: 1, skipped: 0 },
    { clock: 'asleep for 25 hours', minutes: [-60, 25 * 60], posts: 0, skipped: 1 },
    { clock: 'asleep for three weeks and an hour', minutes: [-60, 3 * week + 60], posts: 1, skipped: 3 },
    {
      clock: 'three weeks ahead by mistake, then right again to the end of them',
      minutes: [0, 3 * week + 60, 5, week, 2 * week, 3 * week, 4 * week],
      posts: 5,
      skipped: 0,
    },
  ])('$clock: $posts posts, $skipped skipped', async ({ clock, minutes, posts, skipped }) => {
    office = await openOffice(createSqliteFile);

    for (const minute of minutes) await publishDue(publisherAt(() => minutesAfterDue(minute)));

    const outcome = judgeOutcome(office.slack, await office.slots());
    tally(`clock: ${clock}`, digests().length, outcome);
    expect(digests()).toHaveLength(posts);
    expect(outcome).toMatchObject({ twice: 0, open: 0, skipped, unexplained: 0 });
  });

  it.each([
    { zone: 'America/New_York', day: '2019-03-10', time: '02:30', case: 'a gap' },
    { zone: 'America/New_York', day: '2019-11-03', time: '01:30', case: 'an overlap' },
    { zone: 'Europe/Berlin', day: '2019-03-31', time: '02:00', case: 'the edge of a gap' },
    { zone: 'Europe/Berlin', day: '2019-10-27', time: '02:59', case: 'the end of an overlap' },
    { zone: 'Australia/Lord_Howe', day: '2019-10-06', time: '02:15', case: 'a gap of half an hour' },
    { zone: 'America/Sao_Paulo', day: '2018-11-04', time: '00:00', case: 'a day without midnight' },
  ])('of $zone, $day $time in $case, posts once that day', async ({ zone, day, time }) => {
    const noon = new Date(`${day}T12:00:00.000Z`).getTime();
    office = await openOffice(createSqliteFile, 0);
    const subscription = {
      channelId: 'C1',
      ownerId: 'U1',
      cadence: { every: 'week', weekday: 7 },
      time,
      timeZone: zone,
      holidayRule: 'post-anyway',
      sections: [],
      owners: [],
      statuses: [],
    } as const;
    await office.records.subscriptions.add(subscription, new Date(noon - 4 * 24 * 3_600_000));

    for (let hours = -24; hours <= 36; hours += 0.5) {
      await publishDue(publisherAt(() => new Date(noon + hours * 3_600_000)));
    }

    const slots = await office.slots();
    tally(`daylight saving: ${zone} ${day} ${time}`, digests().length, judgeOutcome(office.slack, slots));
    expect(slots).toMatchObject([{ slotOn: day, state: 'sent' }]);
    expect(digests()).toHaveLength(1);
  });
});
