import { addDays, type LocalDate, weekdayOf } from './local-date.ts';

/** Which days are off and which weekend days are worked, for the years somebody has entered. */
export type WorkCalendar = {
  readonly years: ReadonlySet<number>;
  /** Days off by order of the State Council, the weekend days inside a break included. */
  readonly daysOff: ReadonlyMap<LocalDate, string>;
  /** Weekend days worked to make up for a break. */
  readonly workedWeekendDays: ReadonlySet<LocalDate>;
};

/** A calendar that knows of no holiday: Saturday and Sunday are off, every other day is worked. */
export const PLAIN_CALENDAR: WorkCalendar = {
  years: new Set(),
  daysOff: new Map(),
  workedWeekendDays: new Set(),
};

/** The holiday a day belongs to, or null; an ordinary weekend is not a holiday. */
export function holidayOn(calendar: WorkCalendar, date: LocalDate): string | null {
  return calendar.daysOff.get(date) ?? null;
}

export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  if (calendar.daysOff.has(date)) return false;
  return weekdayOf(date) <= 5 || calendar.workedWeekendDays.has(date);
}

/** The last working day before a date. */
export function previousWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = addDays(date, -1);
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/** The first working day after a date. */
export function nextWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = addDays(date, 1);
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}
