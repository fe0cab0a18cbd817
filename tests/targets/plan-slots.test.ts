import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import type { Cadence } from '../../src/targets/cadence.ts';
import { readCalendar } from '../../src/targets/holiday-file.ts';
import { addDays } from '../../src/targets/local-date.ts';
import { decideDue, nextSlot, planSlots } from '../../src/targets/plan-slots.ts';
import type { HolidayRule } from '../../src/targets/subscription.ts';
import { isWorkingDay, PLAIN_CALENDAR } from '../../src/targets/working-days.ts';
import { makeSubscription } from '../support/target-builders.ts';

const issues: string[] = [];
const CALENDAR = readCalendar(
  readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' }).knowledge,
  issues,
);
const HOUR_MS = 3_600_000;

describe('the reviewed holidays', () => {
  it('have no problem', () => expect(issues).toEqual([]));

  it.each([
    { day: '2019-02-04', works: false, why: 'Spring Festival' },
    { day: '2019-02-02', works: true, why: 'a Saturday worked for Spring Festival' },
    { day: '2019-05-02', works: false, why: 'the break moved in March 2019' },
    { day: '2019-05-05', works: true, why: 'a Sunday worked for it' },
    { day: '2018-12-29', works: true, why: 'a Saturday worked for New Year 2019' },
    { day: '2018-12-31', works: false, why: 'New Year 2019' },
    { day: '2020-01-31', works: false, why: 'the break prolonged in January 2020' },
    { day: '2020-02-01', works: false, why: 'no longer worked after that' },
    { day: '2019-06-24', works: true, why: 'a plain Monday' },
    { day: '2019-06-23', works: false, why: 'a plain Sunday' },
  ])('$day is worked: $works ($why)', ({ day, works }) => {
    expect(isWorkingDay(CALENDAR, day)).toBe(works);
  });
});

describe('planSlots', () => {
  const plan = (holidayRule: 'skip' | 'next-working-day' | 'post-anyway', from: string, to: string) =>
    planSlots({ schedule: makeSubscription({ holidayRule }), calendar: CALENDAR, from, to }).map(
      ({ slotOn, nominalOn, skippedFor }) => ({ slotOn, nominalOn, skippedFor }),
    );

  it('skips, moves or posts over Spring Festival 2019', () => {
    expect(plan('skip', '2019-02-01', '2019-02-12')).toEqual([
      { slotOn: '2019-02-04', nominalOn: '2019-02-04', skippedFor: '春节' },
      { slotOn: '2019-02-11', nominalOn: '2019-02-11', skippedFor: null },
    ]);
    expect(plan('post-anyway', '2019-02-01', '2019-02-12').map(({ slotOn }) => slotOn)).toEqual([
      '2019-02-04',
      '2019-02-11',
    ]);
  });

  it('lets a slot moved onto the next one fall together with it', () => {
    expect(plan('next-working-day', '2019-02-01', '2019-02-12')).toEqual([
      { slotOn: '2019-02-11', nominalOn: '2019-02-11', skippedFor: null },
    ]);
  });

  it('moves to the day after a break', () => {
    const friday = makeSubscription({
      cadence: { every: 'week', weekday: 5 },
      holidayRule: 'next-working-day',
    });

    expect(
      planSlots({ schedule: friday, calendar: CALENDAR, from: '2019-04-05', to: '2019-04-05' }),
    ).toMatchObject([{ slotOn: '2019-04-08', nominalOn: '2019-04-05' }]);
  });
});

describe('planSlots by the month and quarter', () => {
  const plan = (cadence: Cadence, holidayRule: HolidayRule, from: string, to: string) =>
    planSlots({ schedule: makeSubscription({ cadence, holidayRule }), calendar: CALENDAR, from, to }).map(
      ({ slotOn, skippedFor }) => (skippedFor === null ? slotOn : `${slotOn} ${skippedFor}`),
    );

  it('keeps to the first working day, which no holiday moves', () => {
    expect(plan({ every: 'month', day: 'first-working-day' }, 'skip', '2019-01-01', '2019-05-31')).toEqual([
      '2019-01-02',
      '2019-02-01',
      '2019-03-01',
      '2019-04-01',
      '2019-05-05',
    ]);
    expect(plan({ every: 'quarter', day: 'first-working-day' }, 'skip', '2019-01-01', '2019-12-31')).toEqual([
      '2019-01-02',
      '2019-04-01',
      '2019-07-01',
      '2019-10-08',
    ]);
  });

  it('moves a day of the month off holidays and weekends, or only tells of the holiday', () => {
    const fourth = { every: 'month', day: 4 } as const;
    expect(plan(fourth, 'next-working-day', '2019-02-01', '2019-05-31')).toEqual([
      '2019-02-11',
      '2019-03-04',
      '2019-04-04',
      '2019-05-05',
    ]);
    expect(plan(fourth, 'skip', '2019-02-01', '2019-03-31')).toEqual(['2019-02-04 春节', '2019-03-04']);
    expect(plan(fourth, 'post-anyway', '2019-05-01', '2019-05-31')).toEqual(['2019-05-04']);
  });

  it('says when the next one comes, however far off', () => {
    const now = new Date('2019-07-01T01:00:00Z');
    const quarterly = makeSubscription({ cadence: { every: 'quarter', day: 'first-working-day' } });

    expect(nextSlot(quarterly, CALENDAR, now).slotOn).toBe('2019-10-08');
  });
});

describe('decideDue', () => {
  const subscription = makeSubscription({ activeSince: new Date('2019-06-01T00:00:00Z') });
  const decide = (now: string, lastDecidedOn: string | null) => {
    const { post, skip } = decideDue({
      subscription,
      calendar: CALENDAR,
      lastDecidedOn,
      now: new Date(now),
      graceMs: 24 * HOUR_MS,
    });
    return { post: post?.slotOn ?? null, skip: skip.map(({ slot, reason }) => `${slot.slotOn} ${reason}`) };
  };

  it.each([
    { case: 'a minute early', now: '2019-06-24T00:59:00Z', last: '2019-06-17', post: null, skip: [] },
    { case: 'on time', now: '2019-06-24T01:00:00Z', last: '2019-06-17', post: '2019-06-24', skip: [] },
    { case: 'decided already', now: '2019-06-24T01:00:00Z', last: '2019-06-24', post: null, skip: [] },
    {
      case: 'at the end of the grace',
      now: '2019-06-25T01:00:00Z',
      last: '2019-06-17',
      post: '2019-06-24',
      skip: [],
    },
    {
      case: 'a minute after it',
      now: '2019-06-25T01:01:00Z',
      last: '2019-06-17',
      post: null,
      skip: ['2019-06-24 missed'],
    },
    {
      case: 'after three weeks',
      now: '2019-06-24T05:00:00Z',
      last: '2019-06-03',
      post: '2019-06-24',
      skip: ['2019-06-10 missed', '2019-06-17 missed'],
    },
    { case: 'new, in the first week', now: '2019-06-03T01:00:00Z', last: null, post: '2019-06-03', skip: [] },
    { case: 'new, before the first slot', now: '2019-06-02T23:00:00Z', last: null, post: null, skip: [] },
  ])('$case', ({ now, last, post, skip }) => {
    expect(decide(now, last)).toEqual({ post, skip });
  });

  it('makes up nothing from before it was resumed', () => {
    const resumed = { ...subscription, activeSince: new Date('2019-06-24T02:00:00Z') };
    const now = new Date('2019-06-24T03:00:00Z');

    expect(
      decideDue({
        subscription: resumed,
        calendar: CALENDAR,
        lastDecidedOn: null,
        now,
        graceMs: 24 * HOUR_MS,
      }),
    ).toEqual({ post: null, skip: [] });
  });

  it('decides every slot once, in whatever rhythm it is asked', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    const schedule = fc.record({
      cadence: fc.oneof(
        fc.record({ every: fc.constant('week' as const), weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) }),
        fc.record({
          every: fc.constantFrom('month' as const, 'quarter' as const),
          day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('first-working-day' as const)),
        }),
      ),
      time: fc
        .tuple(fc.nat(23), fc.nat(59))
        .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
      timeZone: zone,
      holidayRule: fc.constantFrom('skip', 'next-working-day', 'post-anyway'),
    });
    const gapsHours = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 25 });

    fc.assert(
      fc.property(schedule, gapsHours, (chosen, gaps) => {
        const start = new Date('2019-01-15T00:00:00Z');
        const own = makeSubscription({ ...chosen, activeSince: start });
        const decided: string[] = [];
        let at = start.getTime();
        for (const gap of gaps) {
          at += gap * HOUR_MS;
          const lastDecidedOn = decided.toSorted().at(-1) ?? null;
          const { post, skip } = decideDue({
            subscription: own,
            calendar: CALENDAR,
            lastDecidedOn,
            now: new Date(at),
            graceMs: 24 * HOUR_MS,
          });
          decided.push(...skip.map(({ slot }) => slot.slotOn), ...(post ? [post.slotOn] : []));
        }
        const wanted = planSlots({
          schedule: own,
          calendar: CALENDAR,
          from: '2019-01-01',
          to: addDays('2019-01-15', 500),
        })
          .filter(({ dueAt }) => dueAt > start && dueAt.getTime() <= at)
          .map(({ slotOn }) => slotOn);
        expect(decided.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('nextSlot', () => {
  it('says when the next digest comes, holidays considered', () => {
    const now = new Date('2019-01-29T00:00:00Z');

    expect(nextSlot(makeSubscription({ holidayRule: 'skip' }), CALENDAR, now).slotOn).toBe('2019-02-11');
    expect(nextSlot(makeSubscription(), PLAIN_CALENDAR, now).dueAt.toISOString()).toBe(
      '2019-02-04T01:00:00.000Z',
    );
  });
});
