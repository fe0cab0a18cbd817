import { parseChineseNumeral } from '../report/chinese-numerals.ts';
import { foldWidth } from '../report/fold-width.ts';
import type { Every } from './cadence.ts';
import { addDays, isLocalDate, type LocalDate, weekOf } from './local-date.ts';
import { readDay } from './read-day.ts';
import {
  type DigestTime,
  findDigestTime,
  findPeriodOf,
  lookBackOn,
  type ReportPeriod,
} from './report-period.ts';

const EVERY_KIND: readonly Every[] = ['week', 'month', 'quarter'];

const NEWEST = /^(?:|最新|最近|今天|今日)$/u;
const UNDER_WAY: Readonly<Record<Every, RegExp>> = {
  week: /^[本这]一?个?(?:周|星期)$/u,
  month: /^(?:[本这]一?个?月|月度)$/u,
  quarter: /^(?:[本这]一?个?季度?|季度)$/u,
};
const BEFORE: Readonly<Record<Every, RegExp>> = {
  week: /^(上+)一?个?(?:周|星期)$/u,
  month: /^(上+)一?个?月$/u,
  quarter: /^(上+)一?个?季度?$/u,
};
const DAYS_AWAY: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ...['今天', '今日'].map((word) => [word, 0] as const),
  ['昨天', -1],
  ['昨日', -1],
  ['明天', 1],
  ['后天', 2],
]);

const NAMED: Readonly<Record<Every, RegExp>> = {
  week: /^(?:(\d{4})年)?第?([\d〇一二两三四五六七八九十]+)(?:个?星期|周)$/u,
  month: /^(?:(\d{4})[年./-])?([\d〇一二两三四五六七八九十]+)(?:月份?|(?<=\d{4}[./-]\d{1,2}))$/u,
  quarter: /^(?:(\d{4})年)?第?q?([\d一二两三四]+)(?:个?季度?|(?<=q\d))$/u,
};
const MOST: Readonly<Record<Every, number>> = { week: 53, month: 12, quarter: 4 };

/** A day of this year, or of this month. */
const SHORT_DAY = /^(?:([\d〇一二两三四五六七八九十]+)[月./-])?([\d〇一二两三四五六七八九十]+)[日号]?$/u;

/**
 * Reads the time a digest is asked for, as people write it: nothing or 最新 (what is reported on today), a day (`6月24日`,
 * `昨天`), and for the kind of digest it is a week (`上周`, `第24周`), month (`5月`) or quarter (`一季度`). Without a year the
 * last one that has begun is meant. Null for anything else.
 *
 * @example readDigestTime('5月', 'month', '2019-06-24')?.asOf // '2019-06-01'
 */
export function readDigestTime(text: string, every: Every, today: LocalDate): DigestTime | null {
  const typed = foldWidth(text).toLowerCase().replace(/\s/gu, '');
  if (NEWEST.test(typed)) return findDigestTime(every, today);
  const away = DAYS_AWAY.get(typed);
  if (away !== undefined) return findDigestTime(every, addDays(today, away));
  const period = findSaid(typed, every, today) ?? findNamed(typed, every, today);
  if (period) return period.from === today ? findDigestTime(every, today) : lookBackOn(period);
  const day = readDay(typed) ?? readShortDay(typed, today);
  return day === null ? null : findDigestTime(every, day);
}

/**
 * The same, and where it is no time of that kind of digest, one of another: a weekly digest of `5月` is the one of May.
 * Of a day and of nothing it is the kind that was asked for.
 */
export function readTimeOfAnyDigest(text: string, every: Every, today: LocalDate): DigestTime | null {
  const kinds = [every, ...EVERY_KIND.filter((kind) => kind !== every)];
  for (const kind of kinds) {
    const read = readDigestTime(text, kind, today);
    if (read !== null) return read;
  }
  return null;
}

function findSaid(typed: string, every: Every, today: LocalDate): ReportPeriod | undefined {
  const current = findPeriodOf(every, today, today);
  if (UNDER_WAY[every].test(typed)) return current;
  const steps = BEFORE[every].exec(typed)?.[1]?.length ?? 0;
  let period: ReportPeriod | undefined;
  for (let step = 0; step < steps; step += 1) {
    period = findPeriodOf(every, addDays((period ?? current).from, -1), today);
  }
  return period;
}

function findNamed(typed: string, every: Every, today: LocalDate): ReportPeriod | undefined {
  const [whole, year, number] = NAMED[every].exec(typed) ?? [];
  if (whole === undefined || number === undefined) return undefined;
  const count = parseCount(number);
  if (count === null || count < 1 || count > MOST[every]) return undefined;
  if (year !== undefined) return findPeriodOf(every, dayWithin(every, Number(year), count), today);
  const thisYear = findPeriodOf(every, dayWithin(every, yearOf(today), count), today);
  return thisYear.from <= today
    ? thisYear
    : findPeriodOf(every, dayWithin(every, yearOf(today) - 1, count), today);
}

/** Some day of the week, month or quarter of that number. The fourth of January is always in the first week. */
function dayWithin(every: Every, year: number, count: number): LocalDate {
  if (every === 'week') return addDays(weekOf(`${year}-01-04`).from, (count - 1) * 7);
  return `${year}-${String(every === 'month' ? count : count * 3).padStart(2, '0')}-01`;
}

/** In days. */
const HALF_A_YEAR = 183;

/**
 * A day as offices write it, or as it is said from today; without its year the one of that name that is nearest: `7月2日` on
 * the 28th of June is four days ahead, not a year ago.
 */
export function readDayNear(text: string, today: LocalDate): LocalDate | null {
  const typed = foldWidth(text).replace(/\s/gu, '');
  const away = DAYS_AWAY.get(typed);
  return away === undefined
    ? (readDay(typed) ?? readShortDay(typed, today, addDays(today, HALF_A_YEAR)))
    : addDays(today, away);
}

/** What lies behind the last day that may be meant is of the year before. */
function readShortDay(typed: string, today: LocalDate, last = today): LocalDate | null {
  const [whole, monthText, dayText = ''] = SHORT_DAY.exec(typed) ?? [];
  if (whole === undefined || (monthText === undefined && !/[日号]$/u.test(whole))) return null;
  const month = monthText === undefined ? Number(today.slice(5, 7)) : parseCount(monthText);
  const day = parseCount(dayText);
  if (month === null || day === null) return null;
  const inYear = (year: number): LocalDate =>
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = inYear(yearOf(today));
  if (!isLocalDate(date)) return null;
  return date > last && monthText !== undefined && isLocalDate(inYear(yearOf(today) - 1))
    ? inYear(yearOf(today) - 1)
    : date;
}

const parseCount = (text: string): number | null =>
  /^\d+$/u.test(text) ? Number(text) : parseChineseNumeral(text);

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
