import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import type { TargetRow } from './target-rows.ts';
import { instantAt, localDateAt } from './zoned-time.ts';

/** When an owner is reminded: in the morning of the day before the digest, by their own clock. */
const REMIND_AT = '09:00';

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

/** Whether it is time to remind somebody of a digest: from their morning the day before until it is posted. */
export function isReminderTime(
  slot: { readonly slotOn: LocalDate; readonly dueAt: Date },
  timeZone: string,
  now: Date,
): boolean {
  return now >= instantAt(addDays(slot.slotOn, -1), REMIND_AT, timeZone) && now < slot.dueAt;
}
