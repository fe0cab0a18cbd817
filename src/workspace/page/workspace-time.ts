/** All times of the workspace are shown as people in it see them. */
const ZONE = 'Asia/Shanghai';
/** Shanghai has had no daylight-saving time since 1991. */
export const ZONE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
});

export function formatTime(instantMs: number): string {
  return timeFormat.format(instantMs);
}

export function formatDay(instantMs: number): string {
  return dayFormat.format(instantMs);
}

/** The instant of a Slack `ts`. */
export function tsToMs(ts: string): number {
  return Math.floor(Number(ts)) * 1000;
}

/** `YYYY-MM-DDTHH:mm` in the workspace's zone, as a datetime-local input takes it. */
export function toLocalInput(instantMs: number): string {
  return new Date(instantMs + ZONE_OFFSET_MS).toISOString().slice(0, 16);
}

export function fromLocalInput(text: string): Date {
  return new Date(`${text}:00+08:00`);
}

/** The next Monday, 09:00 in the workspace's zone, strictly after the instant. */
export function nextMondayMorning(instantMs: number): Date {
  const local = new Date(instantMs + ZONE_OFFSET_MS);
  const nine = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 9) - ZONE_OFFSET_MS;
  const daysToMonday = (8 - local.getUTCDay()) % 7;
  const candidate = nine + daysToMonday * DAY_MS;
  return new Date(candidate > instantMs ? candidate : candidate + 7 * DAY_MS);
}
