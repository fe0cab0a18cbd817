import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cadence,
  encodeCadence,
  listNominalDays,
  parseCadence,
  stepBack,
} from '../../src/targets/cadence.ts';
import { weekdayOf } from '../../src/targets/local-date.ts';
import { PLAIN_CALENDAR, type WorkCalendar } from '../../src/targets/working-days.ts';

const NATIONAL_DAY: WorkCalendar = {
  years: new Set([2019]),
  daysOff: new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [`2019-10-0${day}`, '国庆节'] as const)),
  workedWeekendDays: new Set(),
};

const days = (cadence: Cadence, from: string, to: string, calendar = NATIONAL_DAY) =>
  listNominalDays(cadence, { calendar, from, to });

describe('listNominalDays', () => {
  it.each([
    {
      name: 'the first working day of each month, holidays and weekends considered',
      cadence: { every: 'month', day: 'first-working-day' },
      expected: ['2019-08-01', '2019-09-02', '2019-10-08', '2019-11-01', '2019-12-02'],
    },
    {
      name: 'a day of each month',
      cadence: { every: 'month', day: 15 },
      expected: ['2019-08-15', '2019-09-15', '2019-10-15', '2019-11-15', '2019-12-15'],
    },
    {
      name: 'the last day where the month is shorter',
      cadence: { every: 'month', day: 31 },
      expected: ['2019-07-31', '2019-08-31', '2019-09-30', '2019-10-31', '2019-11-30'],
    },
    {
      name: 'the first working day of each quarter',
      cadence: { every: 'quarter', day: 'first-working-day' },
      expected: ['2019-10-08'],
    },
    {
      name: 'a day of the first month of each quarter',
      cadence: { every: 'quarter', day: 20 },
      expected: ['2019-07-20', '2019-10-20'],
    },
  ] as const)('lists $name', ({ cadence, expected }) => {
    expect(days(cadence, '2019-07-16', '2019-12-15')).toEqual(expected);
  });

  it('knows leap years', () => {
    expect(days({ every: 'month', day: 30 }, '2020-02-01', '2020-02-29')).toEqual(['2020-02-29']);
    expect(days({ every: 'month', day: 29 }, '2019-02-01', '2019-03-01')).toEqual(['2019-02-28']);
  });

  it('does not depend on how a stretch of time is cut', () => {
    const cadence = fc.oneof(
      fc.record({ every: fc.constant('week' as const), weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) }),
      fc.record({
        every: fc.constantFrom('month' as const, 'quarter' as const),
        day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('first-working-day' as const)),
      }),
    );
    fc.assert(
      fc.property(
        cadence,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        (chosen, day, month) => {
          const cut = `2019-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const parts = [
            ...days(chosen, '2019-01-01', cut, PLAIN_CALENDAR),
            ...days(chosen, cut, '2019-12-31', PLAIN_CALENDAR),
          ];
          expect([...new Set(parts)]).toEqual(days(chosen, '2019-01-01', '2019-12-31', PLAIN_CALENDAR));
          if (chosen.every === 'week')
            expect(parts.every((date) => weekdayOf(date) === chosen.weekday)).toBe(true);
        },
      ),
    );
  });
});

describe('a cadence as one word', () => {
  it.each(['week:1', 'week:7', 'month:first-working-day', 'month:31', 'quarter:15'])(
    '%s comes back as it was',
    (code) => {
      expect(encodeCadence(parseCadence(code) ?? expect.fail())).toBe(code);
    },
  );

  it.each([
    '',
    'week',
    'week:0',
    'week:8',
    'month:0',
    'month:32',
    'month:1.5',
    'month:',
    'year:1',
    'week:1:2',
    'month: 3',
  ])('“%s” is none', (code) => {
    expect(parseCadence(code)).toBeUndefined();
  });
});

describe('stepBack', () => {
  it.each([
    { date: '2019-07-01', every: 'week', before: '2019-06-24' },
    { date: '2019-03-31', every: 'month', before: '2019-02-28' },
    { date: '2019-01-31', every: 'quarter', before: '2018-10-31' },
  ] as const)('from $date by a $every: $before', ({ date, every, before }) => {
    expect(stepBack(date, every)).toBe(before);
  });
});
