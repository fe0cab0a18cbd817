import { Decimal } from 'decimal.js';
import { composeSum } from './compose-comparison.ts';
import { composeFigures } from './compose-figures.ts';
import type { FigureContext } from './figure-context.ts';
import { CANDIDATES_PER_SIDE, type Compared, nearness, rankOperands, rankWithLent } from './find-operands.ts';
import { type Interpretation, interpretQuestion } from './interpret-question.ts';
import type { Outcome } from './outcome.ts';
import type { RankedFigure } from './rank-figures.ts';

/** Money is spent, given and raised; ranks are stood on: the words tell which numbers of a member are meant. */
const KINDS: readonly (readonly [pattern: RegExp, dimensions: Interpretation['dimensions']])[] = [
  [/增速|增幅|增长|[涨增升降][得了]?[快慢多少]|占比|比例|率/u, ['percent']],
  [/靠前|靠后|排名|名次|位次/u, ['ordinal']],
  [/钱|花|资金|经费|支出|投入|投资|开支/u, ['money']],
];

/** `低保、特困供养、临时救助一共支出多少`: the best figure of each member, all of one unit, added up. */
export function addUp(compared: Compared): Outcome | null {
  const { comparison, library } = compared;
  if (comparison.members.length < 2 || isPrintedTotal(compared)) return null;
  const contexts = findMembers(compared);
  return contexts && new Set(contexts).size === contexts.length && library.figures.length > 0
    ? { status: 'answered', answers: [composeSum(contexts)] }
    : null;
}

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
    (sum, ranked) => sum + ranked.score + (first ? nearness(first.context, ranked.context) : 0),
    0,
  );
};

function bestBeside(start: RankedFigure, list: readonly RankedFigure[]): RankedFigure | undefined {
  return list
    .filter(({ context }) => context !== start.context && isLike(context, start.context))
    .sort(
      (a, b) => b.score + nearness(start.context, b.context) - (a.score + nearness(start.context, a.context)),
    )[0];
}

/** Numbers that may be added or ranked: of one unit, or both plain counts. */
function isLike({ figure }: FigureContext, { figure: other }: FigureContext): boolean {
  return figure.base === other.base || (figure.dimension === 'count' && other.dimension === 'count');
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
function isPrintedTotal({ comparison, asked, subject, library }: Compared): boolean {
  const [top] = rankOperands({ ...asked, terms: subject.terms }, library);
  if (!top) return false;
  const { own } = top.context;
  const holds = (word: string): boolean =>
    own.includes(word) || (own.includes(`(${word.slice(-1)})`) && own.includes(word.slice(0, -1)));
  return comparison.members.every((member) =>
    interpretQuestion(member, library)
      .terms.filter(({ role }) => role !== 'soft')
      .every(({ alternatives }) => alternatives.some(holds)),
  );
}
