import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { Every } from './cadence.ts';
import { addDays, type LocalDate, weekdayOf, weekOf } from './local-date.ts';

dayjs.extend(utc);

/** The week, month or quarter a digest reports on; one that is still going on is reported on up to a day. */
export type ReportPeriod = {
  readonly every: Every;
  /** Whether it was over when the digest was made; if not, `to` is the day of the digest. */
  readonly isOver: boolean;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/** What a digest is about: the period it reports on, and the day up to which the ledger is read. */
export type DigestTime = { readonly asOf: LocalDate; readonly period: ReportPeriod };

/** Up to this day of a month a monthly digest is about the month before. */
const LAST_DAY_FOR_MONTH_BEFORE = 15;

/**
 * The period a digest reports on: the one that has just ended, seen from the day that was asked for or, where a
 * holiday moved it, from the day it is posted; otherwise the one going on.
 *
 * @param nominalOn the day asked for; the day of the digest unless a holiday moved it
 */
export function findReportPeriod(every: Every, asOf: LocalDate, nominalOn: LocalDate = asOf): ReportPeriod {
  const ended = findEnded(every, nominalOn) ?? findEnded(every, asOf);
  return ended
    ? { every, isOver: true, ...ended }
    : { every, isOver: false, from: beginOf(every, asOf), to: asOf };
}

/** What the digest of a day is about, whoever asks for it and whenever it is posted. */
export function findDigestTime(every: Every, day: LocalDate, nominalOn: LocalDate = day): DigestTime {
  return lookBackOn(findReportPeriod(every, day, nominalOn));
}

/**
 * A period that is over is looked back on as it ended: what is true for a later day belongs to the next one, so that
 * nothing is told in two of them.
 */
export function lookBackOn(period: ReportPeriod): DigestTime {
  return { period, asOf: period.to };
}

/** The period a day falls in; as far as it has come, where it is not over yet, and whole where it is still to come. */
export function findPeriodOf(every: Every, day: LocalDate, today: LocalDate): ReportPeriod {
  const from = beginOf(every, day);
  const to = addDays(beginOfNext(every, from), -1);
  const isUnderWay = from <= today && today <= to;
  return isUnderWay ? { every, isOver: false, from, to: today } : { every, isOver: true, from, to };
}

function findEnded(every: Every, day: LocalDate): { from: LocalDate; to: LocalDate } | undefined {
  if (!isJustAfter(every, day)) return undefined;
  const to = addDays(beginOf(every, day), -1);
  return { from: beginOf(every, to), to };
}

/** Whether a day is so early in a period that people look back at the one before. */
function isJustAfter(every: Every, day: LocalDate): boolean {
  switch (every) {
    case 'week':
      return weekdayOf(day) === 1;
    case 'month':
      return Number(day.slice(8, 10)) <= LAST_DAY_FOR_MONTH_BEFORE;
    case 'quarter':
      return Number(day.slice(5, 7)) % 3 === 1;
  }
}

function beginOfNext(every: Every, begin: LocalDate): LocalDate {
  if (every === 'week') return addDays(begin, 7);
  return dayjs
    .utc(begin)
    .add(every === 'month' ? 1 : 3, 'month')
    .format('YYYY-MM-DD');
}

function beginOf(every: Every, day: LocalDate): LocalDate {
  if (every === 'week') return weekOf(day).from;
  const month = dayjs.utc(day).startOf('month');
  const begin = every === 'month' ? month : month.subtract(month.month() % 3, 'month');
  return begin.format('YYYY-MM-DD');
}
