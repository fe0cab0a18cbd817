import type { Period } from '../../report/report.ts';
import type { AskedPeriod } from '../understanding/interpret-question.ts';
import type { FigureContext } from './figure-context.ts';

/** The time all of some parts are about; null where they differ or there are none. */
export function agreedPeriod([first, ...others]: readonly (Period | null)[]): Period | null {
  return others.every((period) => isSameTime(period, first)) ? (first ?? null) : null;
}

/** Whether two parts are about the same years. */
export const isSameTime = (one: Period | null | undefined, other: Period | null | undefined): boolean =>
  one?.year === other?.year && one?.fromYear === other?.fromYear;

/**
 * Whether a number's time is the one asked for: its own, that of what it counts (`2021年度省级科技奖励10项`), the years it is
 * the outcome of, or their eve.
 */
export function isOfPeriod(
  { period, course, role, measure }: FigureContext['figure'],
  asked: AskedPeriod,
): boolean {
  if (matchesPeriod(period, asked)) return true;
  if (asked.fromYear === null && asked.year !== null && measure.includes(`${asked.year}年`)) return true;
  if (course?.fromYear === undefined) return false;
  const isEve = role === 'before' && asked.fromYear === null && asked.year === course.fromYear - 1;
  return isEve || matchesPeriod(course, asked);
}

/** Whether a fact's time is the one asked for; a range holds each of its years. */
export function matchesPeriod(period: Period | null, asked: AskedPeriod): boolean {
  if (!period) return asked.year === null;
  if (asked.kind !== null && asked.kind !== period.kind) return false;
  if (asked.year === null) return true;
  const from = period.fromYear ?? period.year;
  if (asked.fromYear !== null) {
    if (from === asked.fromYear && period.year === asked.year) return true;
    // What is aimed at within the years ahead is an aim of theirs (`到2025年`); what the first of them aims at is its own.
    const isWithin = asked.fromYear < period.year && period.year <= asked.year;
    return period.kind === 'target' && period.fromYear === undefined && isWithin;
  }
  // A five-year aim is an aim for its last year; what five years did is not what the last of them did.
  return (period.fromYear === undefined || period.kind === 'target') && period.year === asked.year;
}
