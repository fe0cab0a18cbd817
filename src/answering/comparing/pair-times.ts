import type { FigureContext } from '../ranking/figure-context.ts';
import type { RankedFigure } from '../ranking/rank-figures.ts';
import type { AskedPeriod } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { Compared } from './compared.ts';
import type { OperandPair } from './compose-comparison.ts';
import { favour, pairOf } from './like-figures.ts';
import { rankOperands } from './rank-operands.ts';

/** The same thing is said in other words each year: more are tried. */
const CANDIDATES_PER_TIME = 12;
/** Two times named in a question mean one figure of each. */
const TWO_TIMES_BONUS = 0.5;
const ALIKE_BONUS = 0.8;
/** One project's number when nobody named the project. */
const OTHER_PENALTY = 0.3;

/** `目标是去年的几倍`: the same words, once for each of two times. */
export function pairPeriods({ asked, comparison, subject, library }: Compared): OperandPair[] {
  // `今年要增加多少` asks for an aim, not for what sets it apart from last year.
  const isAim = !comparison.isComparative && AIMS_AT_CHANGE.test(asked.text);
  const namesTarget = !isAim && NAMES_TARGET.test(asked.text);
  if (asked.periods.length === 0 || (asked.periods.length === 1 && !namesTarget)) return [];
  const terms = subject.terms.filter(({ text }) => !/^(?:目标|计划|任务|实际|完成)$/u.test(text));
  const [first, second] = asked.periods;
  const isAhead =
    typeof first?.year === 'number' && library.years !== null && first.year >= library.years.thisYear;
  const opposite: AskedPeriod = { year: null, fromYear: null, kind: isAhead ? 'actual' : 'target' };
  const search = (period: AskedPeriod | undefined): RankedFigure[] => {
    const ranked = rankOperands({ ...asked, terms, dimensions: [], period: period ?? null }, library);
    const isOther = ({ context }: RankedFigure): boolean => isOfOneOther(context, terms);
    return [...ranked.filter((each) => !isOther(each)), ...ranked.filter(isOther)].slice(
      0,
      CANDIDATES_PER_TIME,
    );
  };
  // With one time named, what is aimed at comes first: `目标是去年的几倍`.
  const [left, right] = second ? [first, second] : isAhead ? [first, opposite] : [opposite, first];
  const others = search(right);
  return search(left).flatMap((a) =>
    others.filter((b) => b.context !== a.context).map((b) => favour(pairOf(a, b), twoTimes(a, b, terms))),
  );
}

/** What leads up to a number; that aims follow (`主要预期目标是`) names none of them. */
const leadOf = ({ opening }: FigureContext): string => (/目标|预期/u.test(opening) ? '' : opening);

/** Whether what leads up to a number is some one thing nobody asked about (one project of many). */
function isOfOneOther(context: FigureContext, terms: readonly Term[]): boolean {
  const { names } = context;
  const opening = leadOf(context);
  if (names.length > 0 || opening.replace(/[^\p{Script=Han}]/gu, '').length < 4) return false;
  return !terms.some(
    ({ role, alternatives }) => role !== 'soft' && alternatives.some((word) => opening.includes(word)),
  );
}

/** Two times of one thing: the more alike its numbers are named and led up to, the better. */
export function twoTimes(
  { context: a }: RankedFigure,
  { context: b }: RankedFigure,
  terms: readonly Term[],
): number {
  const grams = (context: FigureContext): ReadonlySet<string> => {
    const text = `${leadOf(context)}${context.ownHan}`.replace(/[^\p{Script=Han}]/gu, '');
    return new Set(Array.from(text).map((_, at) => text.slice(at, at + 2)));
  };
  const [left, right] = [grams(a), grams(b)];
  const common = [...left].filter((gram) => right.has(gram)).length;
  const others = [a, b].filter((context) => isOfOneOther(context, terms)).length;
  return (
    TWO_TIMES_BONUS -
    OTHER_PENALTY * others +
    (ALIKE_BONUS * common) / Math.max(1, left.size + right.size - common)
  );
}

const AIMS_AT_CHANGE =
  /(?:要|计划|打算|准备|预计|目标是?)(?:再|新|净|力争)?(?:增加?|减少?|提高|下降|降低|增长)(?:多少|几)/u;

/** Says that one of the two numbers is aimed at. */
export const NAMES_TARGET = /目标|计划|要[建办做新改开增培]|任务|打算|准备|预期|预计/u;
