import { Decimal } from 'decimal.js';
import type { Dimension } from '../../report/units.ts';
import { bothCount, isMonthly, isRate, isSameUnit } from '../computing/likeness.ts';
import { isChangeOf } from '../computing/said-change.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isOfPeriod } from '../ranking/matches-period.ts';
import type { Candidate, FigureCandidate } from '../retrieval/candidate.ts';
import type { CandidateIndex } from '../retrieval/candidate-index.ts';
import { readNumberAspects } from '../scoring/answer-form.ts';
import type { JointOperation } from '../scoring/operation-classifier.ts';
import { type ExplainedGrams, explainCandidate } from '../scoring/rewording.ts';
import { isWeighedFigure, type WeighedCandidate, type Weighing } from '../scoring/weigh.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';

/** A number that may be one of those asked for together. */
export type JointNumber = {
  readonly context: FigureContext;
  /** How much worse it fits the whole question than the best candidate, as a difference of scores; 0 at most. */
  readonly behind: number;
  /** What of the question it says. */
  readonly explained: ExplainedGrams;
  /** How well the question calls it, and what of its name the question leaves out; as if not at all where it was not found. */
  readonly called: number;
  readonly unasked: number;
  /** Whether it is of the time asked for. */
  readonly isTimely: boolean;
};

/** Numbers looked at, and sentences all of whose numbers are. */
const LOOKED_AT = { numbers: 14, sentences: 3 } as const;
/** A number that was not found by itself is as much worse than the best. */
const NOT_FOUND = -8;

/** The numbers that come into question: those found, all of the best sentences, and what else was thought of. */
export function listNumbers(
  weighing: Weighing,
  asked: Interpretation,
  { index, others }: { readonly index: CandidateIndex; readonly others: readonly FigureContext[] },
): JointNumber[] {
  const { ranked, evidence } = weighing;
  const best = ranked[0]?.score ?? 0;
  const found = ranked.filter(isWeighedFigure).map(({ candidate }) => candidate);
  const looked = new Set(found.slice(0, LOOKED_AT.numbers));
  const sentences = new Set(
    ranked.map(({ candidate }) => sentenceOf(candidate)).slice(0, LOOKED_AT.sentences),
  );
  const wanted = new Set(others);
  for (const candidate of index.candidates)
    if (isFigure(candidate) && (wanted.has(candidate.context) || sentences.has(sentenceOf(candidate))))
      looked.add(candidate);
  const weighed = new Map<Candidate, WeighedCandidate>(ranked.map((each) => [each.candidate, each]));
  return [...looked].map((candidate) => ({
    context: candidate.context,
    behind: Math.max(NOT_FOUND, (weighed.get(candidate)?.score ?? Number.NEGATIVE_INFINITY) - best),
    called: weighed.get(candidate)?.evidenceOf('nameMatch') ?? 0,
    unasked: weighed.get(candidate)?.evidenceOf('nameUnasked') ?? 1,
    explained: explainCandidate(evidence.rewording, candidate),
    isTimely: asked.period === null || isOfPeriod(candidate.context.figure, asked.period),
  }));
}

const isFigure = (candidate: Candidate): candidate is FigureCandidate => candidate.kind === 'figure';

const sentenceOf = ({ kind, context }: Candidate): string =>
  kind === 'figure' ? context.figure.sentenceId : context.sentence.id;

/** Operations on one number. */
const OF_ONE: readonly JointOperation[] = ['yearly', 'monthly', 'daily', 'rest'];

/**
 * The numbers, in the order of the computation, that an operation can be applied to. `lists` are those that are named one by
 * one: added up, all of them are.
 */
export function combineNumbers(
  numbers: readonly JointNumber[],
  operation: JointOperation,
  lists: readonly (readonly FigureContext[])[],
): (readonly JointNumber[])[] {
  if (OF_ONE.includes(operation))
    return numbers.filter(({ context }) => canTakeAlone(operation, context)).map((one) => [one]);
  const pairs = numbers.flatMap((one) =>
    numbers.filter((other) => canJoin(operation, one.context, other.context)).map((other) => [one, other]),
  );
  return operation === 'sum' ? [...pairs, ...listSeries(numbers, lists)] : pairs;
}

/** Whether an operation makes sense of these numbers in this order; three and more are only added up. */
export function canTake(operation: JointOperation, contexts: readonly FigureContext[]): boolean {
  const [one, other, ...others] = contexts;
  if (!one) return false;
  if (!other) return canTakeAlone(operation, one);
  if (others.length === 0) return canJoin(operation, one, other) || canJoin(operation, other, one);
  return operation === 'sum' && contexts.every((each) => areAlike(one, each));
}

/** Whether an operation makes sense of one number; what is told by the year already is not reckoned for one. */
function canTakeAlone(operation: JointOperation, context: FigureContext): boolean {
  if (operation === 'rest') return context.figure.dimension === 'percent';
  const isAmount = !isRate(context) && context.figure.dimension !== 'ordinal';
  return isAmount && isMonthly(context) === (operation === 'yearly');
}

/** Three numbers and more to be added up: those named one by one, and those of one sentence in one unit. */
function listSeries(
  numbers: readonly JointNumber[],
  lists: readonly (readonly FigureContext[])[],
): (readonly JointNumber[])[] {
  const inPrint = [...numbers].sort((a, b) => a.context.figure.start - b.context.figure.start);
  const places = new Map<string, JointNumber[]>();
  for (const number of inPrint) {
    const { sentenceId, base } = number.context.figure;
    if (isRate(number.context)) continue;
    const place = `${sentenceId} ${base}`;
    places.set(place, [...(places.get(place) ?? []), number]);
  }
  const named = lists
    .map((list) => inPrint.filter(({ context }) => list.includes(context)))
    .filter(([first, ...others]) =>
      others.every(({ context }) => first !== undefined && areAlike(first.context, context)),
    );
  // Of a row of numbers, the first is often what the others add up to.
  const rows = [...places.values()].flatMap((row) => [row, row.slice(1)]);
  const series = [...named, ...rows].filter(({ length }) => length > 2);
  const keys = series.map((each) => each.map(({ context }) => context.figure.id).join());
  return series.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

/** Whether two numbers count or measure alike. */
const areAlike = (one: FigureContext, other: FigureContext): boolean =>
  bothCount(one, other) || (one.figure.dimension === other.figure.dimension && isSameUnit(one, other));

/** Kinds of number that nobody divides: ranks and ages. */
const UNSHARED: readonly Dimension[] = ['ordinal', 'age'];

/** Whether an amount is at most another; only amounts too near for a rounded number are compared exactly. */
function isAtMost(amount: string, other: string): boolean {
  const [a, b] = [Number(amount), Number(other)];
  const isNear = Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  return isNear || !Number.isFinite(a - b) ? new Decimal(amount).lte(other) : a < b;
}

const ROUNDING = 1e-12;

const isEach = (context: FigureContext): boolean => readNumberAspects(context).isEach;

/** Whether an operation makes sense of two numbers in this order; where either order would do, only that of print. */
function canJoin(operation: JointOperation, one: FigureContext, other: FigureContext): boolean {
  const [a, b] = [one.figure, other.figure];
  if (one.known !== other.known || a.start === b.start) return false;
  const isAlike = (): boolean => areAlike(one, other);
  const areAmounts = (): boolean =>
    ![one, other].some((each) => isRate(each) || UNSHARED.includes(each.figure.dimension));
  const isLess = (): boolean => isAtMost(a.amount, b.amount);
  switch (operation) {
    case 'each':
      return a.start < b.start;
    // What is more is told first.
    case 'difference':
      return (
        isAlike() && (isLess() ? a.amount === b.amount && a.start < b.start : true) && !isChangeOf(one, other)
      );
    case 'sum':
      return a.start < b.start && isAlike() && !isChangeOf(one, other);
    // So many for each of a thousand are no part of how many there are.
    case 'share':
      return isAlike() && areAmounts() && isLess() && isEach(one) === isEach(other);
    case 'ratio':
      return isAlike() && areAmounts() && !isLess() && isEach(one) === isEach(other);
    case 'growth':
      return a.role !== 'before' && b.role !== 'after' && isAlike() && areAmounts();
    case 'per':
      return areAmounts();
    case 'base':
      return a.qualifier === '' && isChangeOf(one, other);
    default:
      return false;
  }
}
