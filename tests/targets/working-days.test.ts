import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/targets/holiday-file.ts';
import { addDays } from '../../src/targets/local-date.ts';
import {
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  PLAIN_CALENDAR,
  previousWorkingDay,
} from '../../src/targets/working-days.ts';

const FILE = `year: 2019
sources: [国办发明电〔2018〕15号]
breaks:
  - { name: 春节, from: 2019-02-04, to: 2019-02-10, worked: [2019-02-02, 2019-02-03] }
`;

function read(text: string) {
  const issues: string[] = [];
  const calendar = readCalendar([{ name: 'holidays/2019.yaml', text }], issues);
  return { calendar, issues };
}

describe('readCalendar', () => {
  it('reads days off and worked weekend days', () => {
    const { calendar, issues } = read(FILE);

    expect(issues).toEqual([]);
    expect([...calendar.years]).toEqual([2019]);
    expect(holidayOn(calendar, '2019-02-10')).toBe('春节');
    expect(holidayOn(calendar, '2019-02-11')).toBeNull();
    expect(isWorkingDay(calendar, '2019-02-03')).toBe(true);
    expect(isWorkingDay(calendar, '2019-02-04')).toBe(false);
    expect(isWorkingDay(calendar, '2019-02-16')).toBe(false);
  });

  it.each([
    {
      case: 'a break that ends before it begins',
      from: 'to: 2019-02-10',
      to: 'to: 2019-02-01',
      says: 'ends on',
    },
    { case: 'a worked day in the week', from: '2019-02-02,', to: '2019-02-12,', says: 'no weekend day' },
    { case: 'a worked day off', from: '2019-02-03]', to: '2019-02-09]', says: 'both a day off' },
    { case: 'a day that is none', from: '2019-02-02,', to: '2019-02-30,', says: 'day of the calendar' },
    { case: 'no source', from: '[国办发明电〔2018〕15号]', to: '[]', says: 'sources' },
  ])('names $case with its place', ({ from, to, says }) => {
    const { issues } = read(FILE.replace(from, to));

    expect(issues.join('\n')).toContain(says);
    expect(issues.join('\n')).toContain('holidays');
  });

  it('leaves other files alone', () => {
    const issues: string[] = [];

    expect(readCalendar([{ name: 'synonyms.yaml', text: ':' }], issues).years.size).toBe(0);
    expect(issues).toEqual([]);
  });
});

describe('the working days around a date', () => {
  const { calendar } = read(FILE);

  it.each([
    { date: '2019-02-03', next: '2019-02-11', previous: '2019-02-02' },
    { date: '2019-02-04', next: '2019-02-11', previous: '2019-02-03' },
    { date: '2019-02-11', next: '2019-02-12', previous: '2019-02-03' },
    { date: '2019-02-02', next: '2019-02-03', previous: '2019-02-01' },
    { date: '2019-06-21', next: '2019-06-24', previous: '2019-06-20' },
  ])('of $date are $previous and $next', ({ date, next, previous }) => {
    expect(nextWorkingDay(calendar, date)).toBe(next);
    expect(previousWorkingDay(calendar, date)).toBe(previous);
  });

  it('are worked, and nothing worked lies between', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2018-12-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom(calendar, PLAIN_CALENDAR), (date, known) => {
        const next = nextWorkingDay(known, date);
        expect(isWorkingDay(known, next)).toBe(true);
        for (let day = addDays(date, 1); day < next; day = addDays(day, 1))
          expect(isWorkingDay(known, day)).toBe(false);
        if (isWorkingDay(known, date)) expect(previousWorkingDay(known, next)).toBe(date);
      }),
    );
  });
});
