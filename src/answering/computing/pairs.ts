import { Decimal } from 'decimal.js';
import type { Dimension } from '../../report/units.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isOfPeriod } from '../ranking/matches-period.ts';
import {
  type AskedPeriod,
  type Interpretation,
  interpretQuestion,
} from '../understanding/interpret-question.ts';
import { arePeople, bothCount, isRate, isSameUnit, likeness, nameLikeness } from './likeness.ts';
import { type Computing, type Operand, weighOperand, weighSide } from './operand.ts';

/** Two numbers to compute with, in the order of the question. */
export type OperandPair = {
  readonly left: FigureContext;
  readonly right: FigureContext;
  /** How well the pair fits the question; compares pairs of one question only. */
  readonly score: number;
  /** Whether the two can be computed with: by kind and unit. A pair that fits better and cannot is still a rival. */
  readonly fits?: boolean | undefined;
  /** Probability that both are meant, were either judged by its words alone. */
  readonly support: number;
};

/** What else speaks for a pair, in the units of its score. */
const BONUS = {
  /** The two ends of one change, or parallel numbers of one clause, are made to be compared. */
  parallel: 1.2,
  /** Two times named in a question mean one number of each. */
  twoTimes: 1.5,
  /** The same thing is named alike at both times. */
  namedAlike: 3,
  /** A share that came out above one was meant the other way round. */
  flipped: -0.4,
} as const;

/** Every pair of operands that can be computed with, best first. */
export function findPairs(computing: Computing): OperandPair[] {
  const { comparison } = computing;
  const pairs = [
    ...pairSides(computing),
    ...pairTimes(computing),
    // What was before and after a change are no two things of which one is the largest.
    ...(comparison.sides === null && comparison.operation !== 'extreme' ? pairEnds(computing) : []),
    ...(isOfOwners(computing) ? pairOwners(computing) : []),
  ].map((pair) => ({ ...pair, fits: canCompute(computing, pair) }));
  const ordered = comparison.operation === 'share' ? pairs.map(putPartFirst) : pairs;
  return ordered.sort((a, b) => b.score - a.score);
}

/** Whether the two halves of a pair may be meant; what part of a whole one of them is, is no question about both. */
const isOfOwners = ({ comparison, asked }: Computing): boolean =>
  !comparison.isChange &&
  comparison.sides === null &&
  !(comparison.operation === 'share' && /占/u.test(asked.text));

/** Ranks are set against each other only where ranks are asked about. */
const RANKS = /[位名次]|排|第|靠[前后]|领先|落后/u;

/** Whether two numbers may be set against each other in the way asked for: by kind and unit. */
function canCompute({ comparison: { operation }, asked }: Computing, { left, right }: OperandPair): boolean {
  const usesRates = operation === 'difference' || operation === 'extreme';
  if (!usesRates && (isRate(left) || isRate(right))) return false;
  if (left.figure.dimension === 'ordinal' && !(usesRates && RANKS.test(asked.text))) return false;
  // A part is counted like its whole; what merely counts something else is none.
  const isCounted = operation === 'share' ? arePeople(left, right) : bothCount(left, right);
  if (isCounted) return true;
  return left.figure.dimension === right.figure.dimension && isSameUnit(left, right);
}

/** A share is of a whole: the smaller of two like numbers is the part. */
function putPartFirst(pair: OperandPair): OperandPair {
  const { left, right } = pair;
  if (pair.fits === false || new Decimal(left.figure.amount).lte(right.figure.amount)) return pair;
  return { ...pair, left: right, right: left, score: pair.score + BONUS.flipped };
}

/** Two operands set side by side. */
export function pairOf(a: Operand, b: Operand, bonus = 0): OperandPair {
  return {
    left: a.context,
    right: b.context,
    score: a.fit + b.fit + likeness(a.context, b.context) + bonus,
    support: Math.min(a.support, b.support),
  };
}

/** Every pair of one of each. */
function crossPairs(
  lefts: readonly Operand[],
  rights: readonly Operand[],
  bonus: (a: Operand, b: Operand) => number = () => 0,
): OperandPair[] {
  return lefts.flatMap((a) =>
    rights.filter((b) => b.context !== a.context).map((b) => pairOf(a, b, bonus(a, b))),
  );
}

/** `A和B`: the numbers of either side; what a side leaves unsaid is taken from the other. */
function pairSides(computing: Computing): OperandPair[] {
  const { comparison, asked, library } = computing;
  if (!comparison.sides) return [];
  const [one, two] = comparison.sides;
  const [left, right] = [interpretQuestion(one, library), interpretQuestion(two, library)];
  const kinds = askedKinds(computing);
  const isTwoTimes = left.period !== null && right.period !== null && left.period.year !== right.period.year;
  const weigh = (side: Interpretation, other: Interpretation): Operand[] => {
    const period = side.period ?? (other.period === null || isOnlyTime(other) ? asked.period : null);
    const operands = weighSide({ text: side.text, kinds, period }, other.text, library);
    // `2019年低保标准比2018年`: two numbers of one year are no answer.
    return isTwoTimes && period
      ? operands.filter(({ context }) => isOfPeriod(context.figure, period))
      : operands;
  };
  return crossPairs(weigh(left, right), weigh(right, left), isTwoTimes ? timesBonus : undefined);
}

const isOnlyTime = (side: Interpretation): boolean => side.terms.every(({ role }) => role === 'soft');

/** Words that say of both what is counted. */
const MEASURES: readonly (readonly [pattern: RegExp, kinds: readonly Dimension[]])[] = [
  [/增速|增长率|增幅/u, ['percent']],
  [/的钱|花钱|资金|支出|领的|拿的/u, ['money']],
  [/(?:人数|的人)(?=是|比|占|只有|相当)/u, ['people', 'households', 'person-times']],
];

/** Kinds of number a difference is asked in (`差多少钱`, `高几个百分点`): both operands are of that kind. */
function askedKinds({
  comparison: { operation },
  asked: { quantities, text },
}: Computing): readonly Dimension[] {
  const asking = quantities.findLast(({ words }) => /多少|几|好多/u.test(words));
  const kinds = asking?.dimensions ?? [];
  const told = MEASURES.find(([pattern]) => pattern.test(text))?.[1];
  if (told && operation !== 'growth') return told;
  if (operation !== 'difference') return [];
  if (kinds.length === 1 && kinds.includes('money')) return kinds;
  if (/人|户/u.test(asking?.words ?? '')) return kinds;
  return kinds.includes('percentage-points') ? ['percent', 'multiple'] : [];
}

/** Says that one of the two numbers is aimed at. */
export const NAMES_TARGET = /目标|计划|要[建办做新改开增培]|任务|打算|准备|预期|预计/u;
const TIME_WORDS = /目标|计划|任务|实际|完成|加上?|两年/gu;

/** `目标是去年的几倍`: the same words, once for each of two times. */
function pairTimes({ comparison, asked, library }: Computing): OperandPair[] {
  const [first, second = oppositeOf(first, asked, library.years?.thisYear)] = asked.periods;
  if (!first || !second) return [];
  const isAhead = second.kind === 'target' && asked.periods.length === 1;
  const times = isAhead ? [second, first] : [first, second];
  const text = comparison.subject.replace(TIME_WORDS, ' ');
  const [lefts = [], rights = []] = times.map((period) =>
    weighOperand({ text, period }, library).filter(({ context }) => isOfPeriod(context.figure, period)),
  );
  return crossPairs(lefts, rights, timesBonus);
}

/** The other side of the year, where only one time is named: what is aimed at beside what was done. */
function oppositeOf(
  first: AskedPeriod | undefined,
  { text }: Interpretation,
  thisYear: number | undefined,
): AskedPeriod | undefined {
  if (!first || !NAMES_TARGET.test(text) || thisYear === undefined) return undefined;
  const isAhead = first.year !== null && first.year >= thisYear;
  return { year: null, fromYear: null, kind: isAhead ? 'actual' : 'target' };
}

/** Two times of one thing: the more alike its numbers are named, the better. */
function timesBonus(a: Operand, b: Operand): number {
  return BONUS.twoTimes + namesBonus(a, b);
}

/** The more alike two numbers are named, the likelier they are meant together. */
function namesBonus({ context: a }: Operand, { context: b }: Operand): number {
  const nameOf = ({ opening, ownHan }: FigureContext): string =>
    `${/目标|预期/u.test(opening) ? '' : opening}${ownHan}`.replace(/[^\p{Script=Han}]/gu, '');
  return BONUS.namedAlike * nameLikeness(nameOf(a), nameOf(b));
}

/** Asks for a change since the year before, which what changed over several years does not tell. */
export const SINCE_LAST_YEAR = /同比|(?:比|较|跟|与|和)(?:去|上一?)年/u;

/** Whether a number is what something came to over several years. */
export const isOverYears = ({ course }: FigureContext['figure']): boolean =>
  course?.fromYear !== undefined && course.fromYear < course.year;

/** The two ends of one change (`由5000元提高到1万元`), of the time asked about. */
export function pairEnds({ asked, comparison, library }: Computing): OperandPair[] {
  // `自有产权和租赁产权的补贴涨了多少` are two changes.
  if (asked.terms.filter(({ role }) => role === 'scope').length > 1) return [];
  const operands = weighOperand({ text: comparison.subject, period: null }, library);
  return operands
    .filter(({ context: { figure } }) => figure.role === 'after')
    .filter(({ context: { figure } }) => !(SINCE_LAST_YEAR.test(asked.text) && isOverYears(figure)))
    .flatMap((after) => {
      const { figure, known } = after.context;
      const before = library.figures.find(
        (context) =>
          context.figure.role === 'before' &&
          context.known === known &&
          context.figure.own[0]?.start === figure.own[0]?.start,
      );
      const isAsked = (period: AskedPeriod): boolean =>
        [figure, before?.figure].some((end) => end !== undefined && isOfPeriod(end, period));
      const start = operands.find(({ context }) => context === before);
      const best = {
        fit: Math.max(after.fit, start?.fit ?? after.fit),
        support: Math.max(after.support, start?.support ?? 0),
      };
      return before && asked.periods.every(isAsked)
        ? [
            {
              left: after.context,
              right: before,
              score: 2 * best.fit + likeness(after.context, after.context) + BONUS.parallel,
              support: best.support,
            },
          ]
        : [];
    });
}

/** Numbers that stand in parallel by their owners: the two halves of a pair (城乡). */
export function pairOwners(computing: Computing): OperandPair[] {
  const { asked, comparison, library } = computing;
  const wanted = { period: asked.period, kinds: askedKinds(computing) };
  const operands = weighOperand({ text: comparison.subject, ...wanted }, library);
  const [town, country] = BOTH_PLACES.test(comparison.subject)
    ? EACH_PLACE.map((place) =>
        weighOperand({ text: comparison.subject.replace(BOTH_PLACES, place), ...wanted }, library),
      )
    : [];
  const apart = town && country ? crossPairs(town, country, namesBonus) : [];
  return [...apart, ...pairParallel(operands)];
}

/** `城乡`: two places in one word, which may be told of in clauses of their own. */
const BOTH_PLACES = /城乡/u;
const EACH_PLACE = ['城镇', '农村'] as const;

/** Numbers of one clause that belong to different owners. */
function pairParallel(operands: readonly Operand[]): OperandPair[] {
  return operands.flatMap((a) =>
    operands.flatMap((b): OperandPair[] => {
      const [left, right] = [a.context.figure, b.context.figure];
      const isParallel =
        a.context.known === b.context.known &&
        left.clause.start === right.clause.start &&
        left.base === right.base &&
        left.owner !== '' &&
        right.owner !== '' &&
        left.role === null &&
        left.start < right.start;
      if (!isParallel) return [];
      // Both are meant by the same words: what they share of the probability belongs to the pair.
      const fit = Math.log(Math.exp(a.fit) + Math.exp(b.fit));
      return [
        { ...pairOf({ ...a, fit }, { ...b, fit }, BONUS.parallel), support: Math.max(a.support, b.support) },
      ];
    }),
  );
}
