import { Decimal } from 'decimal.js';
import { parseUnit, UNIT_SOURCE } from '../report/units.ts';
import { composeComparison, composeSum, type OperandPair } from './compose-comparison.ts';
import { composeFigures } from './compose-figures.ts';
import { compute } from './compute.ts';
import type { FigureContext } from './figure-context.ts';
import { fillTerms } from './fill-terms.ts';
import { type AskedPeriod, type Interpretation, interpretQuestion } from './interpret-question.ts';
import { type ComparisonAsked, readComparison, splitMembers, splitSides } from './language/comparisons.ts';
import type { Term } from './lexicon.ts';
import type { Library } from './library.ts';
import type { Outcome } from './outcome.ts';
import { isAnswering, type RankedFigure, rankFigures } from './rank-figures.ts';
import { refuse } from './refusals.ts';
import { WORDING } from './wording.ts';

/** When the pair that fits the words best by this much cannot be computed, no other pair is meant. */
const UNFIT_GAP = 0.1;
const BACKWARDS_PENALTY = 0.3;
/** Two times named in a question mean one figure of each. */
const TWO_TIMES_BONUS = 0.5;
/** Figures of each side that are tried with each other. */
const CANDIDATES_PER_SIDE = 8;
/** Two numbers of one clause are more likely meant together than two from different corners of the report. */
const SAME_CLAUSE_BONUS = 0.12;
const SAME_SENTENCE_BONUS = 0.06;

/**
 * Answers a question that wants something computed from two numbers of the report. Null when the question compares
 * nothing, or when a single number answers it as printed (`每千名老人拥有床位`).
 */
export function compare(asked: Interpretation, library: Library): Outcome | null {
  const comparison = readComparison(asked.text);
  if (!comparison) return null;
  if (comparison.operation === 'reached') return null;
  if (!asked.terms.some(({ role }) => role !== 'soft') && asked.periods.length < 2) return null;
  const comparesSides =
    comparison.operation === 'difference' &&
    /(?<!同|环|占|之)比(?!例|重|率|上年|去年|值|较)/u.test(asked.text);
  if (!comparesSides && isPrinted(comparison, asked, library)) return null;
  if (comparison.operation === 'sum') return addUp(comparison, asked, library);
  const pairs = findPairs(comparison, asked, library);
  const bestFit = Math.max(...pairs.map(({ wordFit }) => wordFit));
  const [fitting] = pairs.filter((pair) => canCompute(comparison, pair));
  if (!fitting || fitting.wordFit < bestFit - UNFIT_GAP) {
    if (pairs.length === 0 || comparison.operation === 'extreme') return null;
    return refuse('units-differ', WORDING.unitsDiffer);
  }
  if (comparison.operation === 'extreme') return answerExtreme(comparison, fitting);
  const computation = compute(comparison, fitting);
  return computation ? { status: 'answered', answers: [composeComparison(fitting, computation)] } : null;
}

/** `低保、特困供养、临时救助一共支出多少`: the best figure of each member, all of one unit. */
function addUp(comparison: ComparisonAsked, asked: Interpretation, library: Library): Outcome | null {
  const members = splitMembers(comparison.subject);
  if (members.length < 2) return null;
  const measures = asked.terms.filter(({ role }) => role === 'soft');
  const lists = members.map((member) => {
    const side = interpretQuestion(member, library);
    const terms = [
      ...side.terms,
      ...measures.filter(({ text }) => !side.terms.some((term) => term.text === text)),
    ];
    const wanted: Interpretation = { ...asked, terms, quantities: ANY_QUANTITY, isLenient: true };
    return rankFigures(library.figures, wanted).filter(
      (ranked) => ranked.fitsPeriod && isAnswering(ranked, wanted),
    );
  });
  const [first = []] = lists;
  for (const { context } of first.slice(0, CANDIDATES_PER_SIDE)) {
    const others = lists
      .slice(1)
      .map(
        (list) =>
          list.find(
            (ranked) => ranked.context.figure.base === context.figure.base && ranked.context !== context,
          )?.context,
      );
    const contexts = [context, ...others].filter((other) => other !== undefined);
    if (contexts.length === members.length) return { status: 'answered', answers: [composeSum(contexts)] };
  }
  return null;
}

/** Words of a number that is itself the result asked for: a growth, a share, an average. */
const PRINTED: Readonly<Partial<Record<ComparisonAsked['operation'], RegExp>>> = {
  growth: /增|降|减|涨|升|压缩|缩短|改善/u,
  difference: /增|降|减|涨|升|压缩|缩短|高于|低于/u,
  share: /占|率|比例|比重|精减|减负/u,
  ratio: /倍|比|率/u,
  per: /每|人均|户均|平均/u,
};

/** Whether the report prints the very number asked for, so that nothing needs computing. */
function isPrinted({ operation }: ComparisonAsked, asked: Interpretation, library: Library): boolean {
  const words = PRINTED[operation];
  if (!words) return false;
  const rates = ['percent', 'percentage-points', 'ratio', 'multiple'];
  return rankFigures(library.figures, { ...asked, dimensions: [] }).some((ranked) => {
    const { context, fitsPeriod } = ranked;
    if (
      !fitsPeriod ||
      context.figure.role !== null ||
      !isAnswering(ranked, { ...asked, quantities: ANY_QUANTITY, isLenient: true })
    )
      return false;
    const isMultiple = context.figure.dimension === 'multiple' && /倍/u.test(asked.text);
    if (!words.test(context.printedOwn) && !isMultiple) return false;
    if (operation === 'per')
      return (
        /每|均/u.test(context.printedOwn) &&
        asked.terms.every(({ alternatives }) => alternatives.some((word) => context.own.includes(word)))
      );
    const isAllAsked = asked.terms.every(({ alternatives }) =>
      alternatives.some((word) =>
        `${context.own}
${context.shared}
${context.reference}`.includes(word),
      ),
    );
    if ((operation === 'ratio' || operation === 'share') && !isAllAsked) return false;
    return (
      rates.includes(context.figure.dimension) &&
      (asked.dimensions.length === 0 || asked.dimensions.includes(context.figure.dimension))
    );
  });
}

function canCompute({ operation }: ComparisonAsked, { left, right }: OperandPair): boolean {
  if (operation === 'per')
    return (
      left.figure.base !== right.figure.base &&
      left.figure.dimension !== 'ordinal' &&
      right.figure.dimension !== 'ordinal'
    );
  if (left.figure.dimension !== right.figure.dimension) return false;
  const isRate = left.figure.dimension === 'percent' || left.figure.dimension === 'multiple';
  if (isRate && operation !== 'difference' && operation !== 'extreme') return false;
  if (left.figure.dimension === 'ordinal') return operation === 'extreme' || operation === 'difference';
  return sameUnitOf(left, right) || left.figure.dimension === 'count';
}

/** 710元/月 and 每人每月546元 are the same unit printed in two ways. */
function sameUnitOf(left: FigureContext, right: FigureContext): boolean {
  const [a = '', b = ''] = [left.figure.base, right.figure.base].map((base) => base.split('/')[0]);
  return (
    a === b &&
    (left.figure.base === right.figure.base ||
      [left, right].every(({ figure, own }) => figure.base.includes('/') || /每/u.test(own)))
  );
}

/** Every plausible pair of operands, best first. */
function findPairs(comparison: ComparisonAsked, asked: Interpretation, library: Library): OperandPair[] {
  const pairs = [
    ...pairSides(comparison, asked, library),
    ...(comparison.operation === 'per' ? pairPerUnit(asked, library) : []),
    ...pairPeriods(comparison, asked, library),
    ...pairParallel(asked, library),
  ];
  // A share is of a whole: the smaller of the two comes first.
  const isBackwards = ({ left, right }: OperandPair): boolean =>
    new Decimal(left.figure.amount).gt(right.figure.amount);
  const penalty = (pair: OperandPair): number =>
    comparison.operation === 'share' && isBackwards(pair) ? BACKWARDS_PENALTY : 0;
  const isRate = ({ figure }: FigureContext): boolean =>
    figure.dimension === 'percent' || figure.dimension === 'multiple';
  const usesRates = comparison.operation === 'difference' || comparison.operation === 'extreme';
  const usable = usesRates ? pairs : pairs.filter(({ left, right }) => !isRate(left) && !isRate(right));
  return usable.sort((a, b) => b.score - penalty(b) - (a.score - penalty(a)));
}

/** `A和B`: the best figures of either side; a side that lacks words takes them from the other. */
function pairSides(comparison: ComparisonAsked, asked: Interpretation, library: Library): OperandPair[] {
  const sides = splitSides(comparison.subject);
  if (!sides) return [];
  const [left, right] = sides.map((side) => interpretQuestion(side, library));
  if (!left || !right) return [];
  const [leftTerms, rightTerms] = [
    shareMeasures(left.terms, right.terms),
    shareMeasures(right.terms, left.terms),
  ];
  const amounts =
    comparison.operation === 'difference'
      ? asked.dimensions.filter((dimension) => dimension === 'money')
      : [];
  const common = asked.period && left.period === null && right.period === null ? asked.period : null;
  const search = (side: Interpretation, terms: readonly Term[]): RankedFigure[] => {
    const wanted = {
      ...side,
      terms,
      quantities: [],
      isLenient: true,
      dimensions: amounts.length > 0 ? amounts : side.dimensions,
      period: side.period ?? common,
      wantedEnd: asked.wantedEnd,
    };
    return rankFigures(library.figures, wanted)
      .filter(
        (ranked) =>
          ranked.fitsPeriod &&
          isAnswering(ranked, {
            ...wanted,
            quantities: asked.quantities.length > 0 ? asked.quantities : ANY_QUANTITY,
          }),
      )
      .slice(0, CANDIDATES_PER_SIDE);
  };
  const namesTwoTimes =
    left.period !== null && right.period !== null && left.period.year !== right.period.year;
  const rights = search(right, rightTerms);
  return search(left, leftTerms).flatMap((a) =>
    rights
      .filter((b) => b.context !== a.context && isSameKindOfFact(comparison, a.context, b.context))
      .map((b) => (namesTwoTimes ? favour(pairOf(a, b), TWO_TIMES_BONUS) : pairOf(a, b))),
  );
}

/** Fills a side from the other, and lends it the other's measure (`特困供养标准比城市低保高多少`: both are 标准). */
function shareMeasures(own: readonly Term[], other: readonly Term[]): readonly Term[] {
  const filled = fillTerms(own, other);
  const measures = other.filter(
    ({ role, text }) => role === 'soft' && !filled.some((term) => term.text === text),
  );
  return [...filled, ...measures];
}

const ANY_QUANTITY: Interpretation['quantities'] = [
  { start: 0, end: 0, words: '', dimensions: [], base: '', keepsWords: false },
];

/** Both ends of one change are told by their roles, never as two sides of a question. */
function isSameKindOfFact({ operation }: ComparisonAsked, a: FigureContext, b: FigureContext): boolean {
  if (operation === 'per') return true;
  return (
    a.figure.base === b.figure.base ||
    (a.figure.dimension === b.figure.dimension && a.figure.dimension === 'count') ||
    (operation !== 'sum' && operation !== 'extreme')
  );
}

const favour = (pair: OperandPair, bonus: number): OperandPair => ({ ...pair, score: pair.score + bonus });

function pairOf(a: RankedFigure, b: RankedFigure): OperandPair {
  const [left, right] = [a.context, b.context];
  const isSameReport = left.known === right.known;
  const near =
    isSameReport && left.figure.clause.start === right.figure.clause.start
      ? SAME_CLAUSE_BONUS
      : isSameReport && left.figure.sentenceId === right.figure.sentenceId
        ? SAME_SENTENCE_BONUS
        : 0;
  const sameUnit = left.figure.unit === right.figure.unit ? 0.25 : sameUnitOf(left, right) ? 0.2 : 0;
  const gap = magnitudeGap(left, right);
  const sameRole = left.figure.role === right.figure.role ? 0 : -0.3;
  return {
    left,
    right,
    score: (a.score + b.score) / 2 + near + sameUnit + sameRole - gap,
    wordFit: (a.score + b.score) / 2,
  };
}

/** Nobody compares 546元 with 16亿元: amounts of one unit that are far apart belong to different questions. */
function magnitudeGap(left: FigureContext, right: FigureContext): number {
  if (left.figure.base !== right.figure.base) return 0;
  const [a, b] = [Number(left.figure.amount), Number(right.figure.amount)];
  return a > 0 && b > 0 && Math.abs(Math.log10(a / b)) > 3 ? 0.4 : 0;
}

const PER = new RegExp(`(?:平均)?(?:每|(?<=平均|合|摊到))一?(?<unit>${UNIT_SOURCE})|(?<all>[人户])均`, 'u');
const PEOPLE: readonly string[] = ['people', 'person-times', 'households'];

/** `平均每人次多少钱`: the amount asked about, and the number of those it went to. */
function pairPerUnit(asked: Interpretation, library: Library): OperandPair[] {
  const per = PER.exec(asked.text);
  const counted = per?.groups?.unit ?? per?.groups?.all ?? '人';
  // `每个班`: the word after a plain 个 names the measure word of the report (个班次).
  const noun =
    per && counted === '个'
      ? (/^(?:\p{Script=Han})/u.exec(asked.text.slice(per.index + per[0].length))?.[0] ?? '')
      : '';
  const subject = per ? asked.text.replace(per[0] + noun, noun === '' ? ' ' : ` ${noun}`) : asked.text;
  const { terms } = interpretQuestion(subject.replace(/平均|算下来|合计?|摊到/gu, ' '), library);
  const wanted: Interpretation = {
    ...asked,
    terms,
    dimensions: [],
    quantities: ANY_QUANTITY,
    isLenient: true,
  };
  const ranked = rankFigures(library.figures, wanted)
    .filter(({ uncovered, fitsPeriod }) => uncovered.length === 0 && fitsPeriod)
    .slice(0, CANDIDATES_PER_SIDE);
  const base = parseUnit(counted)?.unit.base;
  const isCounted = ({ figure }: FigureContext): boolean =>
    figure.base === base ||
    (noun !== '' && figure.base.length > 1 && figure.base.includes(noun)) ||
    (/^[人名户个位]$/u.test(counted) && PEOPLE.includes(figure.dimension));
  const isAmount = ({ figure }: FigureContext): boolean =>
    !['ordinal', 'percent', 'ratio', 'multiple'].includes(figure.dimension);
  return ranked.flatMap((a) =>
    ranked
      .filter(
        (b) =>
          a.context !== b.context && isAmount(a.context) && !isCounted(a.context) && isCounted(b.context),
      )
      .filter(() => asked.dimensions.length === 0 || fitsAny(asked, a.context))
      .map((b) => pairOf(a, b)),
  );
}

/** Whether an amount is of a kind the question names; per-head questions name the counted kind too. */
function fitsAny(asked: Interpretation, { figure }: FigureContext): boolean {
  return asked.dimensions.includes(figure.dimension) || figure.dimension === 'money';
}

/** `目标是去年的几倍`: the same words, once for each of two times. */
function pairPeriods(comparison: ComparisonAsked, asked: Interpretation, library: Library): OperandPair[] {
  const namesTarget = /目标|计划|要建|任务/u.test(asked.text);
  if (asked.periods.length === 0 || (asked.periods.length === 1 && !namesTarget)) return [];
  const terms = interpretQuestion(comparison.subject.replace(/目标|计划|任务|实际/gu, ' '), library).terms;
  const [first, second] = asked.periods;
  const isAhead =
    typeof first?.year === 'number' && library.years !== null && first.year >= library.years.thisYear;
  const opposite: AskedPeriod = { year: null, fromYear: null, kind: isAhead ? 'actual' : 'target' };
  const search = (period: AskedPeriod | undefined): RankedFigure[] => {
    const wanted: Interpretation = {
      ...asked,
      terms,
      dimensions: [],
      quantities: ANY_QUANTITY,
      isLenient: true,
      period: period ?? null,
    };
    return rankFigures(library.figures, wanted)
      .filter((ranked) => ranked.fitsPeriod && isAnswering(ranked, wanted))
      .slice(0, 3);
  };
  // With one time named, what is aimed at comes first: `目标是去年的几倍`.
  const [left, right] = second ? [first, second] : isAhead ? [first, opposite] : [opposite, first];
  const others = search(right);
  return search(left).flatMap((a) =>
    others.filter((b) => b.context !== a.context).map((b) => favour(pairOf(a, b), TWO_TIMES_BONUS)),
  );
}

/** Numbers that stand in parallel anyway: the two halves of a pair (城乡), or the two ends of a change. */
function pairParallel(asked: Interpretation, library: Library): OperandPair[] {
  const wanted: Interpretation = {
    ...asked,
    quantities: ANY_QUANTITY,
    isLenient: true,
    dimensions: [],
    terms: asked.terms.filter(({ text }) => !/^(?:差距|差|差额|差别)$/u.test(text)),
  };
  const ranked = rankFigures(library.figures, wanted).filter(
    (figure) => figure.fitsPeriod && isAnswering(figure, wanted),
  );
  return ranked.slice(0, CANDIDATES_PER_SIDE).flatMap((a) =>
    ranked.flatMap((b): OperandPair[] => {
      const [left, right] = [a.context.figure, b.context.figure];
      if (left === right || left.clause.start !== right.clause.start || left.base !== right.base) return [];
      const isChange =
        left.role === 'after' && right.role === 'before' && left.own[0]?.start === right.own[0]?.start;
      const isOwnerPair =
        left.owner !== '' && right.owner !== '' && left.role === null && left.start < right.start;
      if (!isChange && !isOwnerPair) return [];
      return [
        {
          left: a.context,
          right: b.context,
          score: (a.score + b.score) / 2 + SAME_CLAUSE_BONUS + 0.2,
          wordFit: (a.score + b.score) / 2,
        },
      ];
    }),
  );
}

/** The larger or smaller of two like figures; for ranks the foremost is the smallest number. */
function answerExtreme(comparison: ComparisonAsked, pair: OperandPair): Outcome {
  const [left, right] = [new Decimal(pair.left.figure.amount), new Decimal(pair.right.figure.amount)];
  const isRank = pair.left.figure.dimension === 'ordinal';
  const wantsSmaller = comparison.wantsLeast || isRank;
  const winner = left.lt(right) === wantsSmaller ? pair.left : pair.right;
  const answers = [winner, winner === pair.left ? pair.right : pair.left].flatMap(
    (context) => composeFigures([context]) ?? [],
  );
  return { status: 'answered', answers };
}
