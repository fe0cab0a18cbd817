import type { EntryOf, Measurement, Status } from './entry.ts';
import { daysBetween, type LocalDate } from './local-date.ts';

/** What the rules for one kind of target say, before pause and override. */
export type Judgement = {
  readonly status: Status;
  /** The value that would be exactly on the line, in the target's unit; null where there is no line. */
  readonly expected: string | null;
  /** How much of the way is covered and would be expected, 1 being all of it; null where it cannot be said. */
  readonly achievedShare: number | null;
  readonly expectedShare: number | null;
  /** The first report of a level that nothing else tells the start of; null for everything else. */
  readonly firstReport: EntryOf<'value'> | null;
  /** Whether a level is where it has to be, which it may leave again. */
  readonly isLevelMet: boolean;
};

/**
 * How far behind the line, as a share of the whole way, is still in order. One month is a twelfth (0.083): a target
 * reported once a month and exactly on the line never turns.
 */
export const ON_TRACK_GAP = 0.1;

/** Beyond this gap a target is late rather than at risk: a quarter of the way is a quarter of the year. */
export const AT_RISK_GAP = 0.25;

/** From the middle of the year on, what has not been started is in danger. */
export const START_BY = 0.5;

/** In the last quarter, what is not started, blocked or going the wrong way will hardly be done. */
export const LATE_FROM = 0.75;

/** Compares the gap with the two limits; both limits still belong to the better side. */
export function gradeGap(gap: number): Status {
  if (gap <= ON_TRACK_GAP) return 'on-track';
  return gap <= AT_RISK_GAP ? 'at-risk' : 'behind';
}

/** The part of the time from `from` to `to`, both days included, that has passed by the end of `asOf`; 0 to 1. */
export function elapsedShare(from: LocalDate, to: LocalDate, asOf: LocalDate): number {
  const total = daysBetween(from, to) + 1;
  const passed = daysBetween(from, asOf) + 1;
  if (total <= 0) return 1;
  return Math.min(1, Math.max(0, passed / total));
}

/** Someone who does not believe in it knows more than the line does. */
export function weighConfidence(status: Status, latest: Measurement): Status {
  return status === 'on-track' && latest.confidence === 'low' ? 'at-risk' : status;
}
