import { Decimal } from 'decimal.js';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isOfPeriod } from '../ranking/matches-period.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import type { Choice } from './choice.ts';
import { bothCount, isRate, isSameUnit, likeness } from './likeness.ts';
import { type Computing, type Operand, weighSide } from './operand.ts';

/** Pairs of operands in the order of the question, best first; one that fits better and cannot be computed with stays. */
export function findPairs(computing: Computing): Choice[] {
  const { operation, sides } = computing.comparison;
  const pairs = (sides ? pairSides(computing, sides) : []).map(
    (pair): Choice => ({ ...pair, fits: canCompute(computing, pair) }),
  );
  const ordered = operation === 'share' ? pairs.map(putPartFirst) : pairs;
  return ordered.sort((a, b) => b.score - a.score);
}

/** Ranks are set against each other only where ranks are asked about. */
const RANKS = /[位名次]|排|第|靠[前后]|领先|落后/u;

/** Whether two numbers may be set against each other in the way asked for: by kind and unit. */
function canCompute(
  { comparison: { operation }, asked }: Computing,
  { contexts: [left, right] }: Choice,
): boolean {
  if (!left || !right) return false;
  const usesRates = operation === 'difference' || operation === 'extreme';
  if (!usesRates && (isRate(left) || isRate(right))) return false;
  if (left.figure.dimension === 'ordinal' && !(usesRates && RANKS.test(asked.text))) return false;
  if (bothCount(left, right)) return true;
  return left.figure.dimension === right.figure.dimension && isSameUnit(left, right);
}

/** How much speaks against a share that came out above one and was meant the other way round. */
const FLIPPED = -0.4;

/** A share is of a whole: the smaller of two like numbers is the part. */
function putPartFirst(pair: Choice): Choice {
  const [left, right] = pair.contexts.map(({ figure }) => new Decimal(figure.amount));
  if (!pair.fits || !left || !right || left.lte(right)) return pair;
  return { ...pair, contexts: pair.contexts.toReversed(), score: pair.score + FLIPPED };
}

/** Two operands set side by side. */
const pairOf = (a: Operand, b: Operand): Choice => ({
  contexts: [a.context, b.context],
  score: a.fit + b.fit + likeness(a.context, b.context),
  support: Math.min(a.support, b.support),
});

/** `A和B`: the numbers of either side; what a side leaves unsaid is taken from the other. */
function pairSides(
  { asked, comparison: { operation }, library }: Computing,
  [one, two]: readonly [string, string],
): Choice[] {
  const [left, right] = [interpretQuestion(one, library), interpretQuestion(two, library)];
  const isTwoTimes = left.period !== null && right.period !== null && left.period.year !== right.period.year;
  // `差多少钱`: both are of the kind asked for.
  const isOfOneKind = operation === 'difference' && asked.dimensions.length === 1;
  const kinds = isOfOneKind ? asked.dimensions : [];
  const weigh = (side: Interpretation, other: Interpretation): readonly Operand[] => {
    const period = side.period ?? (other.period === null ? asked.period : null);
    const operands = weighSide({ text: side.text, kinds, period }, other.text, library);
    // `2019年低保标准比2018年`: two numbers of one year are no answer.
    return isTwoTimes && period
      ? operands.filter(({ context }) => isOfPeriod(context.figure, period))
      : operands;
  };
  const [lefts, rights] = [weigh(left, right), weigh(right, left)];
  return lefts.flatMap((a) => rights.filter((b) => b.context !== a.context).map((b) => pairOf(a, b)));
}

/** Whether two numbers of one clause, in the order of print, belong to different owners. */
export function areParallel(one: FigureContext, other: FigureContext): boolean {
  const [left, right] = [one.figure, other.figure];
  return (
    one.known === other.known &&
    left.clause.start === right.clause.start &&
    left.base === right.base &&
    left.owner !== '' &&
    right.owner !== '' &&
    left.role === null &&
    left.start < right.start
  );
}

/** Says that one of the two numbers is aimed at. */
export const NAMES_TARGET = /目标|计划|要[建办做新改开增培]|任务|打算|准备|预期|预计/u;

/** Whether a number is what something came to over several years. */
export const isOverYears = ({ course }: FigureContext['figure']): boolean =>
  course?.fromYear !== undefined && course.fromYear < course.year;
