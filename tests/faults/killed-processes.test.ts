import { describe, expect, it } from 'vitest';
import { publishDue } from '../../src/scheduling/publish-due.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { ENGINES } from '../support/engines.ts';
import { DUE, judgeOutcome, minutesAfterDue, openOffice } from './support/office.ts';
import { createTestPublisher } from './support/publisher.ts';
import { spawnReplica } from './support/spawn-replica.ts';
import { tally, tallyEntries } from './support/tally.ts';

const POINTS = { claimed: 'claim', sending: 'post', posted: 'record' } as const;

describe.each(ENGINES)('a process killed with SIGKILL on $engine', ({ engine, create }) => {
  it.each([
    { dieAt: 'claimed', history: false, posts: 1, state: 'sent', meaning: 'is posted by the next process' },
    {
      dieAt: 'sending',
      history: false,
      posts: 0,
      state: 'unknown',
      meaning: 'is shown as unknown, not sent blindly',
    },
    {
      dieAt: 'posted',
      history: false,
      posts: 1,
      state: 'unknown',
      meaning: 'is shown as unknown, not sent again',
    },
    { dieAt: 'posted', history: true, posts: 1, state: 'sent', meaning: 'is found by its metadata' },
  ] as const)('at “$dieAt” (history readable: $history): the slot $meaning', async (row) => {
    const office = await openOffice(create);
    office.slack.allowHistory(row.history);
    const replica = await spawnReplica({
      location: office.place.location,
      slackUrl: office.slack.url,
      now: DUE.toISOString(),
      dieAt: row.dieAt,
    });
    replica.begin();
    expect(await replica.ended()).toBe('SIGKILL');

    for (const minutes of [1, 3, 5, 30]) {
      const now = () => minutesAfterDue(minutes);
      await publishDue(createTestPublisher({ records: office.records, slackUrl: office.slack.url, now }));
    }

    const slots = await office.slots();
    const outcome = judgeOutcome(office.slack, slots);
    const digests = office.slack.messages.filter(({ slot }) => slot !== '').length;
    tally(
      `${engine}: kill -9 at ${POINTS[row.dieAt]}${row.history ? ', history readable' : ''}`,
      digests,
      outcome,
    );
    expect(slots.map(({ state }) => state)).toEqual([row.state]);
    expect(digests).toBe(row.posts);
    expect(outcome).toMatchObject({ twice: 0, open: 0, unexplained: 0 });
    const told = office.slack.messages.filter(({ channel }) => channel === 'U1').length;
    expect(told).toBe(row.state === 'unknown' ? 1 : 0);
    await office.close();
  });

  it('while it tells an owner that a post is unknown: the next one tells', async () => {
    const office = await openOffice(create);
    for (const { minutes, dieAt } of [
      { minutes: 0, dieAt: 'sending' },
      { minutes: 3, dieAt: 'telling' },
    ] as const) {
      const replica = await spawnReplica({
        location: office.place.location,
        slackUrl: office.slack.url,
        now: minutesAfterDue(minutes).toISOString(),
        dieAt,
      });
      replica.begin();
      expect(await replica.ended()).toBe('SIGKILL');
    }
    const told = () => office.slack.messages.filter(({ channel }) => channel === 'U1').length;

    for (const minutes of [4, 6, 10, 90]) {
      const now = () => minutesAfterDue(minutes);
      await publishDue(createTestPublisher({ records: office.records, slackUrl: office.slack.url, now }));
      expect(told()).toBe(minutes < 5 ? 0 : 1);
    }

    const slots = await office.slots();
    tally(`${engine}: kill -9 at telling the owner`, 0, judgeOutcome(office.slack, slots));
    expect(slots).toMatchObject([{ state: 'unknown' }]);
    await office.close();
  });

  it.each(
    (
      [
        { cadence: { every: 'month', day: 'first-working-day' } },
        { cadence: { every: 'month', day: 1 } },
        { cadence: { every: 'quarter', day: 'first-working-day' } },
      ] as const
    ).flatMap((rhythm) =>
      (
        [
          { dieAt: 'claimed', posts: 1, state: 'sent' },
          { dieAt: 'sending', posts: 0, state: 'unknown' },
          { dieAt: 'posted', posts: 1, state: 'unknown' },
        ] as const
      ).map((outcome) => ({ ...rhythm, ...outcome })),
    ),
  )('at “$dieAt” of $cadence: one slot, which ends as $state', async (row) => {
    // The first of July 2019 is a Monday, and both a month and a quarter begin.
    const due = new Date('2019-07-01T01:00:00.000Z');
    const office = await openOffice(create, 1, { cadence: row.cadence });
    office.slack.allowHistory(false);
    const replica = await spawnReplica({
      location: office.place.location,
      slackUrl: office.slack.url,
      now: due.toISOString(),
      dieAt: row.dieAt,
    });
    replica.begin();
    expect(await replica.ended()).toBe('SIGKILL');

    for (const minutes of [1, 3, 5, 30, 24 * 60, 29 * 24 * 60]) {
      const now = () => new Date(due.getTime() + minutes * 60_000);
      await publishDue(createTestPublisher({ records: office.records, slackUrl: office.slack.url, now }));
    }

    const slots = await office.slots();
    const outcome = judgeOutcome(office.slack, slots);
    const digests = office.slack.messages.filter(({ slot }) => slot !== '').length;
    const { every, day } = row.cadence;
    tally(`${engine}: kill -9 at ${POINTS[row.dieAt]}, by the ${every} (${day})`, digests, outcome);
    expect(slots.map(({ slotOn, state }) => `${slotOn} ${state}`)).toEqual([`2019-07-01 ${row.state}`]);
    expect(digests).toBe(row.posts);
    expect(outcome).toMatchObject({ twice: 0, open: 0, unexplained: 0 });
    await office.close();
  });

  it('loses no acknowledged entry under load', async () => {
    const office = await openOffice(create, 0);
    const writers = await Promise.all(
      (engine === 'PostgreSQL' ? [1, 2, 3] : [1]).map(() =>
        spawnReplica({ location: office.place.location, writesEntries: true }),
      ),
    );
    for (const writer of writers) writer.begin();
    await Promise.all(writers.map((writer) => writer.said(/^kept \d+ \d+-60$/)));
    for (const writer of writers) writer.kill();
    await Promise.all(writers.map((writer) => writer.ended()));
    await office.database.close();

    const reopened = await openDatabase(office.place.location);
    const kept = new Map(
      (await createTargetRecords(reopened.db).ledger.allEntries()).map((entry) => [
        entry.requestKey,
        entry.seq,
      ]),
    );

    const acknowledged = writers.flatMap(({ lines }) =>
      lines.flatMap((line) => {
        const [, seq, key] = /^kept (\d+) (\S+)$/.exec(line) ?? [];
        return seq && key ? [{ key, seq: Number(seq) }] : [];
      }),
    );
    const lost = acknowledged.filter(({ key, seq }) => kept.get(key) !== seq);
    tallyEntries(`${engine}: ${writers.length} kill -9 while recording`, acknowledged.length, lost.length);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60 * writers.length);
    expect(lost).toEqual([]);
    await reopened.close();
    await office.slack.close();
    await office.place.drop();
  });
});
