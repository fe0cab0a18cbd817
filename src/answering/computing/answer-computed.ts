import type { Dimension } from '../../report/units.ts';
import type { ComparisonAnswer } from '../answer.ts';
import { splitMembers } from '../language/comparison-sides.ts';
import { type ComparisonAsked, type Operation, readComparison } from '../language/comparisons.ts';
import { removeAsides } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { type Interpretation, readNamedYears } from '../understanding/interpret-question.ts';
import { composeComputation } from './compose-computation.ts';
import { nameMembers } from './members.ts';
import { applyOperation } from './operations.ts';
import { checkAgainstAim } from './reached-target.ts';

/** What is to be computed, of which numbers, and how the result is wanted. */
export type Computed = {
  readonly operation: Operation;
  readonly contexts: readonly FigureContext[];
  readonly form?: ComparisonAsked['form'];
  readonly isYearly?: boolean;
};

/** Answers a question with what is computed of some numbers; null where that is not what it asks for. */
export function answerComputed(
  { operation, contexts, ...how }: Computed,
  asked: Interpretation,
  library: Library,
): ComparisonAnswer | null {
  const isAsked =
    isOfAskedKind(operation, contexts, asked) &&
    // What part one is of the other is not by how much it is less.
    !(['share', 'rest'].includes(operation) && readComparison(asked.text)?.operation === 'growth') &&
    !(operation === 'sum' && isPartOfSum(contexts, asked, library)) &&
    !isNoChange(contexts, asked, library);
  const checked =
    isAsked && COMPARED_WITH_AIM.includes(operation) ? checkAgainstAim(contexts, asked, library) : null;
  if (checked) return checked;
  const computed = isAsked ? applyOperation(operation, contexts, how) : null;
  return computed && composeComputation(contexts, computed);
}

/** Operations whose result may be an aim (`不低于当地低保标准的1.3倍`). */
const COMPARED_WITH_AIM: readonly Operation[] = ['share', 'ratio'];
/** Operations whose result is of the kind of the first number. */
const KEEPS_KIND: readonly Operation[] = ['difference', 'sum', 'per', 'yearly', 'monthly', 'daily'];
/** Kinds of number that nobody asks for by the words of another; what is counted people name loosely. */
const MEASURED: readonly Dimension[] = ['duration', 'age', 'length', 'area', 'volume', 'mass', 'energy'];

/** Whether what is computed is of the kind asked for: `干部上课一个班平均几天` is not answered with people. */
function isOfAskedKind(
  operation: Operation,
  [first]: readonly FigureContext[],
  { dimensions }: Interpretation,
): boolean {
  if (!first || !KEEPS_KIND.includes(operation) || dimensions.length === 0) return true;
  return dimensions.includes(first.figure.dimension) || !dimensions.every((kind) => MEASURED.includes(kind));
}

/** More than two are named one by one. */
export const SEVERAL = 3;

/** Whether numbers are fewer than the things a question names one by one to be added up: the sum of some is not that of all. */
function isPartOfSum(
  contexts: readonly FigureContext[],
  { text }: Interpretation,
  library: Library,
): boolean {
  const comparison = readComparison(removeAsides(text));
  if (comparison?.operation !== 'sum') return false;
  // `救灾的钱,应急的加上冬春的`: what stands before a comma may be what all of them are of.
  return comparison.subject
    .split(',')
    .map((clause) => nameMembers({ members: splitMembers(clause) }, library).length)
    .some((count) => count >= SEVERAL && count > contexts.length);
}

/**
 * Whether two numbers of one year stand for those of two (结婚 − 离婚 for `结婚登记比前年少多少`); the two ends of one change
 * (`由66.9%提高到69.4%`) do not.
 */
function isNoChange(contexts: readonly FigureContext[], { text }: Interpretation, library: Library): boolean {
  const figures = contexts.map(({ figure }) => figure);
  const isOfOne = (tell: (figure: FigureContext['figure']) => unknown): boolean =>
    new Set(figures.map(tell)).size === 1;
  // `分别比上年减少多少` is asked of each, and reads as no comparison of the two.
  const operation = readComparison(text)?.operation ?? 'difference';
  if (operation !== 'difference' || figures.some(({ role }) => role !== null)) return false;
  const { years, hasBase } = readNamedYears(text, library.years);
  const isOfOneTime = isOfOne(({ unit }) => unit) && isOfOne(({ period }) => period?.year);
  return (years.length > 1 || hasBase) && figures.length > 1 && isOfOneTime;
}
