import type { SlotRecord } from '../targets/slot.ts';

/** Longer than a few refusals take; after that somebody should look. */
export const OVERDUE_AFTER_MS = 30 * 60_000;

/** Whether digests appear when they should. */
export type DigestHealth = {
  readonly isHealthy: boolean;
  /** Slots due for longer than `OVERDUE_AFTER_MS` and still not decided. */
  readonly overdue: number;
  /** When the scheduler last finished a run, or null. */
  readonly lastRunAt: Date | null;
};

/** A scheduler that has not finished a run for this long is not running. */
const SILENT_AFTER_MS = 10 * 60_000;

/**
 * Judges health from the open slots and the last finished run, which is null until the first one. `startedAt` gives
 * a young process time for its first.
 */
export function judgeDigestHealth(input: {
  readonly openSlots: readonly Pick<SlotRecord, 'dueAt'>[];
  readonly lastRunAt: Date | null;
  readonly startedAt: Date;
  readonly now: Date;
}): DigestHealth {
  const { openSlots, lastRunAt, startedAt, now } = input;
  const overdue = openSlots.filter(({ dueAt }) => now.getTime() - dueAt.getTime() > OVERDUE_AFTER_MS).length;
  const isRunning = now.getTime() - (lastRunAt ?? startedAt).getTime() <= SILENT_AFTER_MS;
  return { isHealthy: overdue === 0 && isRunning, overdue, lastRunAt };
}
