import type { Retention } from './records.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Slack may deliver an event again for up to a day (“Delayed Events”); claims outlive that by a safe margin. */
const EVENT_DAYS = 3;

/** Removes what is older than its retention period. Returns how many rows were touched. */
export async function forgetOldRecords(
  retention: Retention,
  { now, questionDays }: { readonly now: Date; readonly questionDays: number },
): Promise<number> {
  const questions = await retention.forgetQuestionsBefore(new Date(now.getTime() - questionDays * DAY_MS));
  const events = await retention.forgetEventsBefore(new Date(now.getTime() - EVENT_DAYS * DAY_MS));
  return questions + events;
}
