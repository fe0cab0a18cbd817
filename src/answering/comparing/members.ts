import { Decimal } from 'decimal.js';
import { composeFigures } from '../compose-figures.ts';
import type { Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { RankedFigure } from '../ranking/rank-figures.ts';
import { refuse } from '../refusals.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import { WORDING } from '../wording.ts';
import type { Compared } from './compared.ts';
import { composeSum } from './compose-comparison.ts';
import { magnitudeGap, nearness, sameUnitOf } from './like-figures.ts';
import { pairPeriods } from './pair-times.ts';
import { CANDIDATES_PER_SIDE, rankOperands, rankWithLent } from './rank-operands.ts';

/** Money is spent, given and raised; ranks are stood on: the words tell which numbers of a member are meant. */
const KINDS: readonly (readonly [pattern: RegExp, dimensions: Interpretation['dimensions']])[] = [
  [/增速|增幅|增长|(?<!新)[涨增升降][得了]?[快慢多少](?!少)|占比|比例|率/u, ['percent']],
  [/靠前|靠后|排名|名次|位次/u, ['ordinal']],
  [/钱|花|资金|经费|支出|投入|投资|开支/u, ['money']],
];

/** `低保、特困供养、临时救助一共支出多少`: the best figure of each member, all of one unit, added up. */
export function addUp(compared: Compared): Outcome | null {
  const { comparison } = compared;
  if (isOverTimes(compared)) return addTimes(compared);
  if (comparison.members.length < 2) return null;
  const contexts = findMembers(compared);
  if (!contexts || new Set(contexts).size < contexts.length) return null;
  const total = printedTotal(compared);
  if (total === 'printed' || (total === 'named' && !areNamed(contexts, compared))) return null;
  return { status: 'answered', answers: [composeSum(contexts)] };
}

/** Whether each number found is itself called what its member is: a number called like all of them is then no total. */
function areNamed(contexts: readonly FigureContext[], { comparison, library }: Compared): boolean {
  const { members } = comparison;
  return (
    contexts.length === members.length &&
    contexts.every(({ figure }) => figure.base === contexts[0]?.figure.base) &&
    members.every((member, index) =>
      interpretQuestion(member, library)
        .terms.filter(({ role }) => role !== 'soft')
        .every(({ alternatives }) => alternatives.some((word) => contexts[index]?.own.includes(word))),
    )
  );
}

/** Whether one thing is added up over two times (`去年新增的加上今年要建的`, `两年一共`). */
function isOverTimes({ comparison, asked, library }: Compared): boolean {
  if (asked.periods.length === 0) return BOTH_YEARS.test(asked.text) && library.years !== null;
  const things = comparison.members.map((member) =>
    interpretQuestion(member, library)
      .terms.flatMap(({ role, text }) => (role === 'soft' ? [] : [text]))
      .join(),
  );
  return asked.periods.length === 2 && new Set(things.filter((thing) => thing !== '')).size < 2;
}

const BOTH_YEARS = /(?<![前后近这那])两年/u;

/** The figure of either time, of one unit; what was done and what is aimed at are said to be two things. */
function addTimes(compared: Compared): Outcome | null {
  const { asked, subject, library } = compared;
  const { years } = library;
  const periods =
    asked.periods.length === 0 && years
      ? [years.lastYear, years.thisYear].map((year) => ({ year, fromYear: null, kind: null }))
      : asked.periods;
  const terms = subject.terms.filter(({ text }) => !/^(?:加上?|两年)$/u.test(text));
  const [best] = pairPeriods({ ...compared, asked: { ...asked, periods }, subject: { ...subject, terms } })
    .filter(({ left, right }) => sameUnitOf(left, right) || isCounted(left, right))
    .sort((a, b) => b.score - a.score);
  if (best) return { status: 'answered', answers: [composeSum([best.left, best.right])] };
  // What one of two named times says is no sum.
  return asked.periods.length === 2 ? refuse('no-number', WORDING.noOperand) : null;
}

const isCounted = (a: FigureContext, b: FigureContext): boolean =>
  [a, b].every(({ figure }) => figure.dimension === 'count');

/** The largest or smallest of the things named; for ranks the foremost is the smallest number. */
export function pickExtreme(compared: Compared): Outcome | null {
  const { comparison } = compared;
  const contexts = comparison.members.length >= 2 ? findMembers(compared) : null;
  const candidates = contexts ?? findLike(compared);
  return candidates.length < 2 ? null : answerExtreme(candidates, comparison.wantsLeast);
}

/** The winner first, then the others in order. */
export function answerExtreme(contexts: readonly FigureContext[], wantsLeast: boolean): Outcome {
  const isRank = contexts[0]?.figure.dimension === 'ordinal';
  const direction = wantsLeast || isRank ? 1 : -1;
  const sorted = [...contexts].sort(
    (a, b) => direction * new Decimal(a.figure.amount).comparedTo(b.figure.amount),
  );
  return {
    status: 'answered',
    answers: sorted.slice(0, 3).flatMap((context) => composeFigures([context]) ?? []),
  };
}

/** One figure of each member, all of one unit; of the ways to choose them the one that fits the words best. */
function findMembers({ comparison, asked, library }: Compared): FigureContext[] | null {
  const sides = comparison.members.map((member) => interpretQuestion(member, library));
  const kinds = KINDS.find(([pattern]) => pattern.test(asked.text))?.[1] ?? asked.dimensions;
  // What one member says of itself may hold for the others (`A和B的实际困难`), but must not.
  const all = sides.flatMap(({ terms }) => terms);
  const lists = sides
    .filter(({ terms }) => terms.some(({ role }) => role !== 'soft'))
    .map(({ terms, period }) =>
      rankWithLent(
        { ...asked, terms, dimensions: kinds, period: period ?? asked.period },
        all,
        library,
      ).slice(0, CANDIDATES_PER_SIDE),
    );
  if (lists.length < 2 || lists.length < sides.length - 1) return null;
  const [first = []] = lists;
  const choices = first.flatMap((start) => {
    const chosen = lists.slice(1).map((list) => bestBeside(start, list));
    return chosen.every((found) => found !== undefined) ? [[start, ...chosen]] : [];
  });
  const [best] = choices.sort((a, b) => scoreOf(b) - scoreOf(a));
  return best ? best.map(({ context }) => context) : null;
}

const scoreOf = (choice: readonly RankedFigure[]): number => {
  const [first] = choice;
  return choice.reduce(
    (sum, ranked) => sum + ranked.score + (first ? closeness(first.context, ranked.context) : 0),
    0,
  );
};

/** How likely two numbers are meant together. */
const closeness = (a: FigureContext, b: FigureContext): number => nearness(a, b) - magnitudeGap(a, b);

function bestBeside(start: RankedFigure, list: readonly RankedFigure[]): RankedFigure | undefined {
  return list
    .filter(({ context }) => context !== start.context && isLike(context, start.context))
    .sort(
      (a, b) =>
        b.score + closeness(start.context, b.context) - (a.score + closeness(start.context, a.context)),
    )[0];
}

/** Numbers that may be added or ranked: of one unit, or both plain counts. */
function isLike(context: FigureContext, other: FigureContext): boolean {
  return isCounted(context, other) || sameUnitOf(context, other);
}

/** `6个项目哪个总投资最大`: every number that measures what the best one measures, in the same section. */
function findLike({ asked, subject, library }: Compared): FigureContext[] {
  const kinds = KINDS.find(([pattern]) => pattern.test(asked.text))?.[1] ?? [];
  const head = subject.terms.at(-1);
  if (!head) return [];
  const [top, ...others] = rankOperands({ ...asked, terms: [head], dimensions: kinds }, library);
  const { figure, printedOwn, known } = top?.context ?? {};
  if (!figure) return [];
  return [
    ...(top ? [top] : []),
    ...others.filter(
      ({ context }) =>
        context.known === known &&
        context.figure.sectionId === figure.sectionId &&
        context.figure.base === figure.base &&
        context.printedOwn === printedOwn,
    ),
  ].map(({ context }) => context);
}

/** Whether one printed number already covers every member (`养老服务中心(站)1221所`). */
function printedTotal({ comparison, asked, subject, library }: Compared): 'printed' | 'named' | null {
  const [top] = rankOperands({ ...asked, terms: subject.terms }, library);
  if (!top) return null;
  const holdsAll = (own: string): boolean => {
    const holds = (word: string): boolean =>
      own.includes(word) || (own.includes(`(${word.slice(-1)})`) && own.includes(word.slice(0, -1)));
    return comparison.members.every((member) =>
      interpretQuestion(member, library)
        .terms.filter(({ role }) => role !== 'soft')
        .every(({ alternatives }) => alternatives.some(holds)),
    );
  };
  if (holdsAll(top.context.printedOwn)) return 'printed';
  return holdsAll(top.context.own) ? 'named' : null;
}
