import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { addDays, type LocalDate, type Weekday, weekdayOf } from './local-date.ts';
import { isWorkingDay, type WorkCalendar } from './working-days.ts';

dayjs.extend(utc);

/** A day of the month; 29 to 31 mean its last day where the month is shorter. */
export type MonthDay = 'first-working-day' | number;

/** How often a digest appears and on which day: of the week, of the month, or of the first month of a quarter. */
export type Cadence =
  | { readonly every: 'week'; readonly weekday: Weekday }
  | { readonly every: 'month' | 'quarter'; readonly day: MonthDay };

/** What a digest reports on. */
export type Every = Cadence['every'];

const LAST_DAY = 31;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** A cadence as one word, for records and forms: `week:1`, `month:first-working-day`, `quarter:15`. */
export function encodeCadence(cadence: Cadence): string {
  return cadence.every === 'week' ? `week:${cadence.weekday}` : `${cadence.every}:${cadence.day}`;
}

/** Reads what {@link encodeCadence} wrote; undefined for anything else. */
export function parseCadence(text: string): Cadence | undefined {
  const [every, day = '', ...more] = text.split(':');
  if (more.length > 0) return undefined;
  if (every === 'week') {
    const weekday = WEEKDAYS.find((candidate) => String(candidate) === day);
    return weekday && { every, weekday };
  }
  if (every !== 'month' && every !== 'quarter') return undefined;
  if (day === 'first-working-day') return { every, day };
  const number = Number(day);
  const isDay = /^\d{1,2}$/u.test(day) && number >= 1 && number <= LAST_DAY;
  return isDay ? { every, day: number } : undefined;
}

/** The days a cadence names between two days, both included, in order, before any holiday moves them. */
export function listNominalDays(
  cadence: Cadence,
  {
    calendar,
    from,
    to,
  }: { readonly calendar: WorkCalendar; readonly from: LocalDate; readonly to: LocalDate },
): readonly LocalDate[] {
  if (cadence.every === 'week') {
    const days: LocalDate[] = [];
    const offset = (cadence.weekday - weekdayOf(from) + 7) % 7;
    for (let day = addDays(from, offset); day <= to; day = addDays(day, 7)) days.push(day);
    return days;
  }
  const { every, day } = cadence;
  return listMonths(from, to)
    .filter((month) => every === 'month' || Number(month.slice(5, 7)) % 3 === 1)
    .map((month) => dayOfMonth(month, day, calendar))
    .filter((date) => date >= from && date <= to);
}

/** The longest time between two days a cadence names. */
export function longestGapDays({ every }: Cadence): number {
  return { week: 7, month: 62, quarter: 123 }[every];
}

/** The same day one week, month or quarter before; the last of its month where that is shorter. */
export function stepBack(date: LocalDate, every: Every): LocalDate {
  if (every === 'week') return addDays(date, -7);
  return dayjs
    .utc(date)
    .subtract(every === 'month' ? 1 : 3, 'month')
    .format('YYYY-MM-DD');
}

/** First days of the months that two days and those between them fall in. */
function listMonths(from: LocalDate, to: LocalDate): LocalDate[] {
  const months: LocalDate[] = [];
  let month = dayjs.utc(from).startOf('month');
  for (; month.format('YYYY-MM-DD') <= to; month = month.add(1, 'month')) {
    months.push(month.format('YYYY-MM-DD'));
  }
  return months;
}

function dayOfMonth(month: LocalDate, day: MonthDay, calendar: WorkCalendar): LocalDate {
  if (day !== 'first-working-day') {
    return addDays(month, Math.min(day, dayjs.utc(month).daysInMonth()) - 1);
  }
  let date = month;
  while (!isWorkingDay(calendar, date)) date = addDays(date, 1);
  return date;
}
