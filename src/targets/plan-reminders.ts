import { daysBetween, type LocalDate } from './local-date.ts';
import type { TargetRow } from './target-rows.ts';
import { previousWorkingDay, type WorkCalendar } from './working-days.ts';
import { instantAt, localDateAt } from './zoned-time.ts';

/** Owners are reminded at their desks, by their own clock: from the morning on, not in the evening or at night. */
const REMIND_FROM = '09:00';
const REMIND_UNTIL = '18:00';

/** No clock is ahead of this zone's, so no owner's day has begun before it does there. */
const FIRST_ZONE = 'Pacific/Kiritimati';

/** Somebody who reported within a week has done their part, however the target stands. */
const JUST_REPORTED_DAYS = 7;

/** Whether a target should be reported before the next digest: never heard of, silent for long, or short and silent. */
export function needsReport({ standing }: TargetRow, now: Date): boolean {
  const { latest, status, isStale } = standing;
  if (status === 'done' || status === 'paused' || status === 'overdue') return false;
  if (!latest) return true;
  const recordedOn = localDateAt(latest.recordedAt, 'UTC');
  if (daysBetween(recordedOn, localDateAt(now, 'UTC')) < JUST_REPORTED_DAYS) return false;
  return isStale || status === 'behind' || status === 'at-risk';
}

type DigestTime = { readonly slotOn: LocalDate; readonly dueAt: Date };

/** Whether the working day before a digest has begun for anybody, so that owners need looking at. */
export function isReminderNear({ slotOn, dueAt }: DigestTime, calendar: WorkCalendar, now: Date): boolean {
  return now < dueAt && localDateAt(now, FIRST_ZONE) >= previousWorkingDay(calendar, slotOn);
}

/**
 * Whether it is time to remind somebody of a digest: from their morning on the last working day before it until it
 * is posted, in office hours. A Monday digest is announced on Friday; who missed that hears of it on the next day.
 */
export function isReminderTime(
  slot: DigestTime,
  {
    timeZone,
    calendar,
    now,
  }: { readonly timeZone: string; readonly calendar: WorkCalendar; readonly now: Date },
): boolean {
  const today = localDateAt(now, timeZone);
  return (
    now < slot.dueAt &&
    today >= previousWorkingDay(calendar, slot.slotOn) &&
    now >= instantAt(today, REMIND_FROM, timeZone) &&
    now < instantAt(today, REMIND_UNTIL, timeZone)
  );
}
