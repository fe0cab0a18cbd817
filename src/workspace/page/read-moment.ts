/** What may be typed into a field: a day, an hour, or both. */
export type MomentKind = 'date' | 'time' | 'datetime';

const DAY = /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/u;
const HOUR = /^(?<hour>\d{1,2})[:：](?<minute>\d{2})$/u;

/**
 * Reads a day or an hour as people write them (`2019-6-24`, `2019年6月24日`, `9:00`) and gives it as Slack and HTML do:
 * `2019-06-24`, `09:00`, `2019-06-24T09:00`. Null for anything else, days that no month has among it.
 */
export function readMoment(kind: MomentKind, text: string): string | null {
  const parts = text.trim().split(/[ T]+/u);
  if (kind === 'date') return parts.length === 1 ? readDay(parts[0]) : null;
  if (kind === 'time') return parts.length === 1 ? readHour(parts[0]) : null;
  const [day, hour] = [readDay(parts[0]), readHour(parts[1])];
  return parts.length === 2 && day !== null && hour !== null ? `${day}T${hour}` : null;
}

function readDay(text = ''): string | null {
  const { year, month = '', day = '' } = DAY.exec(text)?.groups ?? {};
  if (year === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

function readHour(text = ''): string | null {
  const { hour, minute } = HOUR.exec(text)?.groups ?? {};
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
