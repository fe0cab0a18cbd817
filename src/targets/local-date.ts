import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(isoWeek);

/** A calendar day without time or zone, `2019-06-24`. Sorts as text. */
export type LocalDate = string;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS = [7, 1, 2, 3, 4, 5, 6] as const satisfies readonly Weekday[];

/** Whether text is a day of the calendar in the form `2019-06-24`; `2019-02-30` is not. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text;
}

const DAY_MS = 24 * 60 * 60_000;

/** Days have no zone here, so plain arithmetic on UTC midnights is exact, and thousands of them are quick. */
const midnightOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`);

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(midnightOf(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / DAY_MS);
}

export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[new Date(midnightOf(date)).getUTCDay()] ?? 7;
}

/** The ISO week a day falls in: its name (`2019-W26`), number, Monday and Sunday. */
export type Week = {
  readonly id: string;
  readonly number: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export function weekOf(date: LocalDate): Week {
  const day = dayjs.utc(date);
  const number = day.isoWeek();
  const monday = day.startOf('isoWeek');
  // The ISO year of a week is the calendar year of its Thursday.
  const year = monday.add(3, 'day').year();
  return {
    id: `${year}-W${String(number).padStart(2, '0')}`,
    number,
    from: monday.format('YYYY-MM-DD'),
    to: monday.add(6, 'day').format('YYYY-MM-DD'),
  };
}
