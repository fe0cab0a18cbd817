import type { Entry, Status } from './entry.ts';
import { judgeTarget } from './judge-target.ts';
import { addDays, type LocalDate } from './local-date.ts';
import type { Target } from './target.ts';

/** A day a target turned to a status, and what it had the day before; null for before the first day of its year. */
export type Turn = { readonly on: LocalDate; readonly from: Status | null; readonly to: Status };

/**
 * The days of its year a target turned from one status to another, up to a day, the first first: judged day by day from what
 * counts of its history now.
 */
export function findTurns(target: Target, history: readonly Entry[], upTo: LocalDate): readonly Turn[] {
  const turns: Turn[] = [];
  for (let on: LocalDate = `${target.year}-01-01`; on <= upTo; on = addDays(on, 1)) {
    const { status } = judgeTarget(target, history, { asOf: on, knownBefore: null });
    const before = turns.at(-1)?.to ?? null;
    if (status !== before) turns.push({ on, from: before, to: status });
  }
  return turns;
}
