import { Decimal } from 'decimal.js';
import { bothCount, isRate, isSameUnit } from '../computing/likeness.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isOfPeriod } from '../ranking/matches-period.ts';
import type { Candidate, FigureCandidate } from '../retrieval/candidate.ts';
import type { CandidateIndex } from '../retrieval/candidate-index.ts';
import type { JointOperation } from '../scoring/operation-classifier.ts';
import { type ExplainedGrams, explainGrams } from '../scoring/rewording.ts';
import type { WeighedCandidate, Weighing } from '../scoring/weigh.ts';
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
  const found = ranked.flatMap(({ candidate }) => (isFigure(candidate) ? [candidate] : []));
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
    called: weighed.get(candidate)?.features.nameMatch ?? 0,
    unasked: weighed.get(candidate)?.features.nameUnasked ?? 1,
    explained: explainGrams(evidence.rewording, candidate),
    isTimely: asked.period === null || isOfPeriod(candidate.context.figure, asked.period),
  }));
}

const isFigure = (candidate: Candidate): candidate is FigureCandidate => candidate.kind === 'figure';

const sentenceOf = ({ kind, context }: Candidate): string =>
  kind === 'figure' ? context.figure.sentenceId : context.sentence.id;

/** Operations on one number. */
const OF_ONE: readonly JointOperation[] = ['yearly', 'monthly', 'daily', 'rest'];

/** The numbers, in the order of the computation, that an operation can be applied to. */
export function combineNumbers(
  numbers: readonly JointNumber[],
  operation: JointOperation,
): (readonly JointNumber[])[] {
  if (OF_ONE.includes(operation))
    return numbers
      .filter(({ context }) =>
        operation === 'rest' ? context.figure.dimension === 'percent' : !isRate(context),
      )
      .map((one) => [one]);
  return numbers.flatMap((one) =>
    numbers.filter((other) => canJoin(operation, one.context, other.context)).map((other) => [one, other]),
  );
}

/** Whether an operation makes sense of two numbers in this order; where either order would do, only that of print. */
function canJoin(operation: JointOperation, one: FigureContext, other: FigureContext): boolean {
  const [a, b] = [one.figure, other.figure];
  if (one.known !== other.known || a.start === b.start) return false;
  const isAlike = bothCount(one, other) || (a.dimension === b.dimension && isSameUnit(one, other));
  const areAmounts = !isRate(one) && !isRate(other) && a.dimension !== 'ordinal' && b.dimension !== 'ordinal';
  const isLess = new Decimal(a.amount).lte(b.amount);
  switch (operation) {
    case 'each':
      return a.start < b.start;
    // What is more is told first.
    case 'difference':
      return isAlike && (isLess ? a.amount === b.amount && a.start < b.start : true);
    case 'sum':
      return isAlike && a.start < b.start;
    case 'share':
      return isLess && isAlike && areAmounts;
    case 'ratio':
      return !isLess && isAlike && areAmounts;
    case 'growth':
      return isAlike && areAmounts && a.role !== 'before' && b.role !== 'after';
    case 'per':
      return areAmounts;
    case 'base':
      return !isRate(one) && b.dimension === 'percent' && a.sentenceId === b.sentenceId;
    default:
      return false;
  }
}
