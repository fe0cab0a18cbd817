import { parseChineseNumeral } from '../../report/chinese-numerals.ts';
import { foldWidth } from '../../report/fold-width.ts';
import type { Cadence } from '../../targets/cadence.ts';
import type { Weekday } from '../../targets/local-date.ts';

/** When a digest is to come, as far as it was said. */
export type Rhythm = {
  readonly cadence?: Cadence;
  readonly every?: Cadence['every'];
  readonly time?: string;
};

const WEEKDAY = /(?:周|星期|礼拜)(?<day>[一二三四五六日天])/u;
const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map([
  ...[...'一二三四五六'].map((sign, index) => [sign, (index + 1) as Weekday] as const),
  ['日', 7],
  ['天', 7],
]);
const MONTH_DAY = /(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u;
const CLOCK =
  /(?<part>上午|下午|晚上|早上)?(?<hour>\d{1,2}|[一二三四五六七八九十]{1,3})(?::(?<minute>[0-5]\d)|点(?<half>半)?)/u;
/** The last day of a month that a form offers by its number. */
const LAST_OFFERED_DAY = 28;

/** Reads how often, on which day and when a digest is wanted: `每周五 17:00`, `每月5号 上午9点`, `每季`. */
export function readRhythm(typed: string): Rhythm {
  const said = foldWidth(typed).replace(/\s/gu, '');
  const cadence = readCadence(said);
  const time = readClock(said.replace(WEEKDAY, ''));
  const every = cadence?.every ?? (/季/u.test(said) ? 'quarter' : /月/u.test(said) ? 'month' : undefined);
  return { ...(cadence ? { cadence } : {}), ...(every ? { every } : {}), ...(time ? { time } : {}) };
}

function readCadence(said: string): Cadence | undefined {
  const weekday = WEEKDAYS.get(WEEKDAY.exec(said)?.groups?.day ?? '');
  if (weekday !== undefined) return { every: 'week', weekday };
  const every = /季/u.test(said) ? 'quarter' : 'month';
  if (/最后一天|月底/u.test(said)) return { every, day: 31 };
  const day = count(MONTH_DAY.exec(said)?.groups?.day);
  return day !== null && day >= 1 && day <= LAST_OFFERED_DAY ? { every, day } : undefined;
}

function readClock(said: string): string | undefined {
  const { part, hour: written, minute, half } = CLOCK.exec(said)?.groups ?? {};
  const hour = count(written);
  if (hour === null) return undefined;
  const isLater = (part === '下午' || part === '晚上') && hour < 12;
  const of24 = isLater ? hour + 12 : hour;
  if (of24 > 23) return undefined;
  return `${String(of24).padStart(2, '0')}:${minute ?? (half ? '30' : '00')}`;
}

const count = (text: string | undefined): number | null =>
  text === undefined ? null : /^\d+$/u.test(text) ? Number(text) : parseChineseNumeral(text);
