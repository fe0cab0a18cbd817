import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { LocalDate } from './local-date.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A time of day, `09:00`. */
export type LocalTime = string;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether the runtime knows an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The calendar day an instant falls on in a zone. */
export function localDateAt(instant: Date, zone: string): LocalDate {
  const format = dayFormats.get(zone) ?? createDayFormat(zone);
  return format.format(instant);
}

/** Making a format is slow, using one is quick; there are a few hundred zones at most. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function createDayFormat(zone: string): Intl.DateTimeFormat {
  // Swedish writes days the ISO way.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dayFormats.set(zone, format);
  return format;
}

/**
 * The instant at which clocks in a zone show a date and time. Where clocks are put forward over it, the moment they
 * jump, which is the next time they show; where they are put back and show it twice, the first.
 */
export function instantAt(date: LocalDate, time: LocalTime, zone: string): Date {
  const naive = dayjs.utc(`${date}T${time}:00Z`).valueOf();
  // No zone changes its offset twice within two days, so these two are all the offsets in question.
  const before = offsetMsAt(naive - DAY_MS, zone);
  const after = offsetMsAt(naive + DAY_MS, zone);
  const candidates = [naive - before, naive - after].toSorted((a, b) => a - b);
  const exact = candidates.find((instant) => instant + offsetMsAt(instant, zone) === naive);
  return new Date(exact ?? findTransition(naive - DAY_MS, naive + DAY_MS, zone));
}

function offsetMsAt(instant: number, zone: string): number {
  return dayjs(instant).tz(zone).utcOffset() * MINUTE_MS;
}

/** The first minute between two instants at which the zone has the offset of the later one. */
function findTransition(from: number, to: number, zone: string): number {
  const target = offsetMsAt(to, zone);
  let low = from;
  let high = to;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMsAt(middle, zone) === target) high = middle;
    else low = middle;
  }
  return high;
}
