import { type EffectiveEntries, selectEffective, type View } from './effective-entries.ts';
import type { Entry, EntryOf, Measurement, Status } from './entry.ts';
import { judgeMilestone } from './judge-milestone.ts';
import { judgeNumeric } from './judge-numeric.ts';
import type { Judgement } from './judgement.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import type { Target } from './target.ts';

/** A month and a bit: offices report monthly, and a report a few days late is not worth a remark. */
export const STALE_AFTER_DAYS = 35;

/** Where one target stands on a day, and what that was judged from. */
export type Standing = Judgement & {
  /** What is shown: the override if one is in force, otherwise what the rule says. */
  readonly status: Status;
  readonly byRule: Status;
  readonly override: EntryOf<'override'> | null;
  readonly pause: EntryOf<'pause'> | null;
  readonly latest: Measurement | null;
  /** Work is under way but nobody has said anything for `STALE_AFTER_DAYS`. */
  readonly isStale: boolean;
};

/**
 * Says by rule where a target stands; the rules are written out in docs/status-rules.md. A function of its
 * arguments alone.
 *
 * @param history all entries of this target in the order of recording
 */
export function judgeTarget(target: Target, history: readonly Entry[], view: View): Standing {
  const effective = selectEffective(history, view);
  const latest = effective.measurements.at(-1) ?? null;
  const judgement = judgeByKind(target, effective, view.asOf);
  const isOver = view.asOf > target.dueOn;
  // After the due date only the outcome counts, so a pause no longer explains anything.
  const byRule =
    effective.pause !== null && !isOver && judgement.status !== 'done' ? 'paused' : judgement.status;
  const status = effective.override?.status ?? byRule;
  return {
    ...judgement,
    status,
    byRule,
    override: effective.override,
    pause: effective.pause,
    latest,
    isStale:
      latest !== null &&
      !isOver &&
      status !== 'done' &&
      status !== 'paused' &&
      daysBetween(latest.asOf, view.asOf) > STALE_AFTER_DAYS,
  };
}

function judgeByKind(target: Target, effective: EffectiveEntries, asOf: LocalDate): Judgement {
  switch (target.kind) {
    case 'milestone':
      return judgeMilestone(target, effective.measurements, asOf);
    case 'numeric':
      return judgeNumeric(target, effective.measurements, asOf);
  }
}
