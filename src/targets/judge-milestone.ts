import type { Measurement, Status } from './entry.ts';
import { elapsedShare, type Judgement, LATE_FROM, START_BY, weighConfidence } from './judgement.ts';
import type { LocalDate } from './local-date.ts';
import type { Milestone } from './target.ts';

/** In the last month, what is still under way is in danger. */
const FINISH_FROM = 11 / 12;

/** Judges a milestone: it has no line, only its state and how much of the year is left. */
export function judgeMilestone(
  target: Milestone,
  measurements: readonly Measurement[],
  asOf: LocalDate,
): Judgement {
  const inTime = measurements.filter((entry) => entry.asOf <= target.dueOn);
  const latest = inTime.findLast((entry) => entry.kind === 'state');
  const noLine = {
    expected: null,
    achievedShare: null,
    expectedShare: null,
    firstReport: null,
    isLevelMet: false,
  };
  if (latest?.state === 'done') return { ...noLine, status: 'done' };
  if (asOf > target.dueOn) return { ...noLine, status: 'overdue' };
  if (!latest) return { ...noLine, status: 'unreported' };
  const elapsed = elapsedShare(`${target.year}-01-01`, target.dueOn, asOf);
  const byTime: Status = (() => {
    switch (latest.state) {
      case 'not-started':
        return elapsed > LATE_FROM ? 'behind' : elapsed > START_BY ? 'at-risk' : 'on-track';
      case 'blocked':
        return elapsed > LATE_FROM ? 'behind' : 'at-risk';
      case 'in-progress':
        return elapsed > FINISH_FROM ? 'at-risk' : 'on-track';
    }
  })();
  return { ...noLine, status: weighConfidence(byTime, latest) };
}
