import { Decimal } from 'decimal.js';
import { findNumbers, type PrintedFigure } from '../../report/numbers.ts';
import { isJoined } from '../language/comparison-sides.ts';
import type { ComparisonAsked } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isAnswering } from '../ranking/is-answering.ts';
import { isOfPeriod } from '../ranking/matches-period.ts';
import { type RankedFigure, rankFigures } from '../ranking/rank-figures.ts';
import { fillTerms } from '../understanding/fill-terms.ts';
import {
  type AskedPeriod,
  type Interpretation,
  interpretQuestion,
} from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { Compared } from './compared.ts';
import type { OperandPair } from './compose-comparison.ts';
import { favour, isRate, nearness, pairOf, SAME_CLAUSE_BONUS, sameUnitOf } from './like-figures.ts';
import { pairPeriods, twoTimes } from './pair-times.ts';
import { ANY_QUANTITY, CANDIDATES_PER_SIDE, rankOperands, rankWithMeasure } from './rank-operands.ts';

const BACKWARDS_PENALTY = 0.3;
/** A share that came out above one was meant the other way round. */
const FLIP_PENALTY = 0.1;
/** Numbers that stand in parallel, or are the two ends of one change, are made to be compared. */
const PARALLEL_BONUS = 0.2;

/** Every plausible pair of operands, best first. */
export function findPairs(compared: Compared): OperandPair[] {
  const { comparison } = compared;
  const pairs = [
    ...pairSides(compared),
    ...pairPeriods(compared),
    ...pairEnds(compared),
    ...(comparison.isChange ? [] : pairOwners(compared)),
  ];
  const asksRank = RANKS.test(compared.asked.text);
  const usesRates = comparison.operation === 'difference' || comparison.operation === 'extreme';
  const usable = usesRates
    ? pairs.filter(({ left }) => asksRank || left.figure.dimension !== 'ordinal')
    : pairs.filter(({ left, right }) => !isRate(left) && !isRate(right));
  return (comparison.operation === 'share' ? usable.map(putPartFirst) : usable).sort(
    (a, b) => b.score - a.score,
  );
}

/** Ranks are set against each other only where ranks are asked about. */
const RANKS = /[位名次]|排|第|靠[前后]|领先|落后/u;

/** A share is of a whole: the smaller of two like numbers is the part. */
function putPartFirst(pair: OperandPair): OperandPair {
  const { left, right } = pair;
  if (new Decimal(left.figure.amount).lte(right.figure.amount)) return pair;
  return sameUnitOf(left, right)
    ? { ...pair, left: right, right: left, score: pair.score - FLIP_PENALTY }
    : favour(pair, -BACKWARDS_PENALTY);
}

/** `A和B`: the best figures of either side; a side that lacks words takes them from the other. */
function pairSides({ comparison, asked, library }: Compared): OperandPair[] {
  const [left, right] = (comparison.sides ?? []).map((side) => interpretQuestion(side, library));
  if (!left || !right) return [];
  const joined = isJoined(comparison.subject);
  const search = (side: Interpretation, other: Interpretation): RankedFigure[] => {
    const wanted: Interpretation = {
      ...side,
      terms:
        comparison.operation === 'share' ? fillWhole(side, other) : lendMeasures(side.terms, other.terms),
      dimensions: side.dimensions.length > 0 ? side.dimensions : askedAmounts(comparison, asked),
      period: side.period ?? (other.period === null || isOnlyTime(other) ? asked.period : null),
      wantedEnd: asked.wantedEnd,
    };
    const quoted = quotedIn(side.text, library);
    if (quoted.length > 0) return quoted;
    const measure = joined && side === left ? right.terms.slice(-1) : [];
    return rankWithMeasure(wanted, measure, library).slice(0, CANDIDATES_PER_SIDE);
  };
  const namesTwoTimes =
    left.period !== null && right.period !== null && left.period.year !== right.period.year;
  const rights = search(right, left);
  return search(left, right).flatMap((a) =>
    rights
      .filter((b) => b.context !== a.context)
      .map((b) => (namesTwoTimes ? favour(pairOf(a, b), twoTimes(a, b, asked.terms)) : pairOf(a, b))),
  );
}

/** `A除以B`: either side as it is named; where one is said beside the other, both are likelier meant. */
export function pairQuotient({ comparison, asked, library }: Compared): OperandPair[] {
  const [lefts = [], rights = []] = (comparison.sides ?? []).map((side) => {
    const wanted = interpretQuestion(side, library);
    return rankOperands({ ...wanted, period: wanted.period ?? asked.period }, library).slice(
      0,
      CANDIDATES_PER_SIDE,
    );
  });
  return lefts
    .flatMap((a) =>
      rights
        .filter((b) => b.context !== a.context && !isRate(a.context) && !isRate(b.context))
        .map((b): OperandPair => {
          const wordFit = (a.score + b.score) / 2;
          return {
            left: a.context,
            right: b.context,
            score: wordFit + nearness(a.context, b.context),
            wordFit,
          };
        }),
    )
    .sort((a, b) => b.score - a.score);
}

/** The figures whose very number a side quotes (`58万件问题`). */
function quotedIn(side: string, library: Library): RankedFigure[] {
  // `6个项目里` only says among what.
  const text = side.replace(/^.*\d[^,]{0,8}(?:里面?|当中|之中|中间?)(?=\p{Script=Han})/u, '');
  const numbers = findNumbers(text).filter((found): found is PrintedFigure => found.kind === 'figure');
  const [number] = numbers;
  if (!number || numbers.length > 1) return [];
  return rankFigures(library.figures, interpretQuestion(text, library)).filter(
    ({ context: { figure } }) =>
      figure.amount === number.amount && (figure.base === number.base || number.base === '个'),
  );
}

const isOnlyTime = (side: Interpretation): boolean => side.terms.every(({ role }) => role === 'soft');

/** Kinds of number a difference is asked in (`差多少钱`, `高几个百分点`): both operands are of that kind. */
function askedAmounts(
  { operation }: ComparisonAsked,
  { quantities }: Interpretation,
): Interpretation['dimensions'] {
  const asking = quantities.findLast(({ words }) => /多少|几|好多/u.test(words));
  const kinds = asking?.dimensions ?? [];
  if (operation !== 'difference') return [];
  if (kinds.includes('money') && kinds.length === 1) return kinds;
  if (/人|户/u.test(asking?.words ?? '')) return kinds;
  return kinds.includes('percentage-points') ? ['percent', 'multiple'] : [];
}

/** `新认定的高新技术企业占总数的百分之几`: a whole without a name of its own is that of which the part is one. */
function fillWhole(side: Interpretation, other: Interpretation): readonly Term[] {
  if (side.terms.length > 0 || !/总[数量额]|全部|所有|整体/u.test(side.text)) return side.terms;
  return other.terms.filter(({ text }) => !/^新|^(?:增|建|办|开)/u.test(text));
}

/** Fills a side from the other, and lends it the other's measure (`特困供养标准比城市低保高多少`: both are 标准). */
function lendMeasures(own: readonly Term[], other: readonly Term[]): readonly Term[] {
  const filled = fillTerms(own, other);
  const measures = other.filter(
    ({ role, text }) => role === 'soft' && !filled.some((term) => term.text === text),
  );
  return [...filled, ...measures];
}

/** The two ends of one change (`由5000元提高到1万元`), of the time asked about. */
export function pairEnds({ asked, subject, library }: Compared): OperandPair[] {
  const ranked = rankFigures(library.figures, {
    ...subject,
    quantities: ANY_QUANTITY,
    isLenient: true,
    dimensions: [],
    period: null,
    wantedEnd: 'both',
  }).filter((figure) => figure.context.figure.role !== null);
  const wanted: Interpretation = { ...subject, quantities: ANY_QUANTITY, isLenient: true, dimensions: [] };
  const isOfOneYear = SINCE_LAST_YEAR.test(asked.text);
  return ranked
    .filter((figure) => figure.context.figure.role === 'after' && isAnswering(figure, wanted))
    .filter(({ context: { figure } }) => !(isOfOneYear && isOverYears(figure)))
    .flatMap((after) => {
      const { figure } = after.context;
      const before = ranked.find(
        ({ context }) =>
          context.figure.role === 'before' &&
          context.known === after.context.known &&
          context.figure.own[0]?.start === figure.own[0]?.start,
      );
      const isAsked = (period: AskedPeriod): boolean =>
        [figure, before?.context.figure].some((end) => end !== undefined && isOfPeriod(end, period));
      return before && asked.periods.every(isAsked) ? [parallel(after, before)] : [];
    });
}

const SINCE_LAST_YEAR = /同比|(?:比|较|跟|与|和)(?:去|上一?)年/u;

/** What changed in five years says nothing of the last of them. */
const isOverYears = ({ course }: FigureContext['figure']): boolean =>
  course?.fromYear !== undefined && course.fromYear < course.year;

/** Numbers that stand in parallel by their owners: the two halves of a pair (城乡). */
function pairOwners({ asked, subject, library }: Compared): OperandPair[] {
  const ranked = rankOperands({ ...asked, terms: subject.terms, dimensions: [] }, library);
  return ranked.slice(0, CANDIDATES_PER_SIDE).flatMap((a) =>
    ranked.flatMap((b): OperandPair[] => {
      const [left, right] = [a.context.figure, b.context.figure];
      const isPair =
        left.clause.start === right.clause.start &&
        left.base === right.base &&
        left.owner !== '' &&
        right.owner !== '' &&
        left.role === null &&
        left.start < right.start;
      return isPair ? [parallel(a, b)] : [];
    }),
  );
}

const parallel = (a: RankedFigure, b: RankedFigure): OperandPair => ({
  left: a.context,
  right: b.context,
  score: (a.score + b.score) / 2 + SAME_CLAUSE_BONUS + PARALLEL_BONUS,
  wordFit: (a.score + b.score) / 2,
});
