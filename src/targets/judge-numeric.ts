import { Decimal } from 'decimal.js';
import { formatAmountLike, parseAmount } from './amount.ts';
import type { EntryOf, Measurement, Status } from './entry.ts';
import { elapsedShare, gradeGap, type Judgement, LATE_FROM, START_BY, weighConfidence } from './judgement.ts';
import { addDays, type LocalDate } from './local-date.ts';
import type { NumericTarget } from './target.ts';

/** A straight line the values are expected to follow: where it starts, when, and where it has to end. */
type Line = { readonly from: Decimal; readonly since: LocalDate; readonly to: Decimal };

/** One reported value with its exact amount. */
type Value = { readonly entry: EntryOf<'value'>; readonly amount: Decimal };

/** Judges a target with a number: by its outcome after the due date, by the line towards the goal before it. */
export function judgeNumeric(
  target: NumericTarget,
  measurements: readonly Measurement[],
  asOf: LocalDate,
): Judgement {
  const values = measurements.flatMap((entry): Value[] => {
    if (entry.kind !== 'value' || entry.asOf > target.dueOn) return [];
    const amount = parseAmount(entry.value);
    return amount ? [{ entry, amount }] : [];
  });
  const line = findLine(target, values);
  const elapsed = line ? elapsedShare(line.since, target.dueOn, asOf) : null;
  const latest = values.at(-1);
  const isMet = latest !== undefined && isGoalMet(target, values, latest.amount);
  const first = lacksStart(target) ? values[0] : undefined;
  const shares = {
    expected: line && elapsed !== null ? formatExpected(target, pointOn(line, elapsed)) : null,
    expectedShare: elapsed,
    achievedShare: line && latest ? shareOf(line, latest.amount) : null,
    firstReport: first?.entry ?? null,
    isLevelMet: isMet && target.measure === 'level' && target.goal !== null,
  };
  if (asOf > target.dueOn) return { ...shares, status: isMet ? 'done' : 'overdue' };
  if (!latest) return { ...shares, status: 'unreported' };
  if (target.measure === 'cumulative' && target.comparator === 'at-most') {
    // A ceiling on a running total: what is spent cannot be taken back, and staying below is only sure at the end.
    if (!isMet) return { ...shares, status: 'behind' };
    const overshoot = (shares.achievedShare ?? 0) - (elapsed ?? 0);
    return { ...shares, status: weighConfidence(gradeGap(overshoot), latest.entry) };
  }
  if (isMet) {
    // A total stays reached; a level can fall back until the due date, so it is in order but not done.
    const status = target.measure === 'cumulative' ? 'done' : weighConfidence('on-track', latest.entry);
    return { ...shares, status };
  }
  // The first report of a level says where it is and not where it should be.
  const isOnlyBegun = first !== undefined && elapsed === 0;
  if (elapsed === null || shares.achievedShare === null || isOnlyBegun) {
    const hasStillToMove =
      target.comparator === 'increase' || (first !== undefined && !isGoalMet(target, values, first.amount));
    const byCalendar = gradeWithoutLine(hasStillToMove, shareOfYear(target, asOf));
    return { ...shares, status: weighConfidence(byCalendar, latest.entry) };
  }
  return { ...shares, status: weighConfidence(gradeGap(elapsed - shares.achievedShare), latest.entry) };
}

/** A goal not met and no line to measure the distance on: only the calendar is left. */
function gradeWithoutLine(hasStillToMove: boolean, elapsed: number): Status {
  if (elapsed > LATE_FROM) return 'behind';
  // “More than before” may well come late; a level that was met and no longer is has gone the wrong way.
  return hasStillToMove && elapsed <= START_BY ? 'on-track' : 'at-risk';
}

const shareOfYear = (target: NumericTarget, day: LocalDate): number =>
  elapsedShare(`${target.year}-01-01`, target.dueOn, day);

/** Whether a level is to get somewhere and the report does not say from where. */
const lacksStart = ({ measure, goal, baseline }: NumericTarget): boolean =>
  measure === 'level' && goal !== null && baseline?.comparability !== 'same-measure';

/**
 * The line a target's values are held against. Totals start from nothing at the beginning of the year; levels start
 * from the same measure a year before or, without one, from the first value reported, unless that came so late that it
 * says nothing of the year. An increase without a number
 * has last year's value as the mark to pass. Null when the report and the entries give nothing to draw it from.
 */
function findLine(target: NumericTarget, values: readonly Value[]): Line | null {
  const baseline =
    target.baseline?.comparability === 'same-measure' ? new Decimal(target.baseline.amount) : null;
  const newYear = `${target.year}-01-01`;
  if (target.measure === 'cumulative') {
    const to = target.goal ? new Decimal(target.goal.amount) : baseline;
    return to ? { from: new Decimal(0), since: newYear, to } : null;
  }
  if (!target.goal) return null;
  const to = new Decimal(target.goal.amount);
  const first = values[0];
  // Met before the year began: there is no way to go, only a level to hold.
  if (baseline) return isGoalMet(target, values, baseline) ? null : { from: baseline, since: newYear, to };
  // The line starts on the day after: on the day it was first reported, nothing more could be expected.
  return first &&
    !isGoalMet(target, values, first.amount) &&
    shareOfYear(target, first.entry.asOf) <= START_BY
    ? { from: first.amount, since: addDays(first.entry.asOf, 1), to }
    : null;
}

function pointOn(line: Line, elapsed: number): Decimal {
  return line.from.plus(line.to.minus(line.from).times(elapsed));
}

/** How much of the way from the start to the end of a line a value has covered; more than 1 beyond the end. */
function shareOf(line: Line, amount: Decimal): number | null {
  const way = line.to.minus(line.from);
  return way.isZero() ? null : amount.minus(line.from).div(way).toNumber();
}

function isGoalMet(target: NumericTarget, values: readonly Value[], amount: Decimal): boolean {
  const baseline = target.baseline?.comparability === 'same-measure' ? target.baseline.amount : null;
  const goal = target.goal?.amount ?? null;
  switch (target.comparator) {
    case 'at-least':
      return goal !== null && amount.gte(goal);
    case 'at-most':
      return goal !== null && amount.lte(goal);
    case 'reach': {
      if (goal === null) return false;
      const start = baseline ?? (target.measure === 'level' ? values[0]?.amount : null) ?? 0;
      return new Decimal(start).lte(goal) ? amount.gte(goal) : amount.lte(goal);
    }
    case 'increase': {
      const mark = baseline ?? (target.measure === 'level' ? values[0]?.amount : null) ?? 0;
      return amount.gt(mark);
    }
  }
}

/**
 * Expected values are computed, not printed: totals with as many decimals as the number they lead to, levels with one
 * more, because they move by less than their last digit.
 */
function formatExpected(target: NumericTarget, amount: Decimal): string {
  const printed = target.goal?.printed ?? target.baseline?.printed ?? '';
  const decimals = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
  return formatAmountLike(amount, printed, target.measure === 'level' ? decimals + 1 : decimals);
}
