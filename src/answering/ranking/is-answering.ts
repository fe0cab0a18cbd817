import type { Dimension } from '../../report/units.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { isOfAnotherKind } from './another-kind.ts';
import type { FigureContext } from './figure-context.ts';
import type { RankedFigure } from './rank-figures.ts';

/** Below this, words merely happen to stand near a number. Fixed by the questions of `tests/eval`. */
const MIN_FIGURE_SCORE = 0.55;

/** Whether a figure can stand as the answer: every word covered, its own words touched, the right kind of number. */
export function isAnswering(
  { context, uncovered, fitsDimension, score }: RankedFigure,
  asked: Interpretation,
): boolean {
  if (uncovered.length > 0 || !fitsDimension || score < MIN_FIGURE_SCORE) return false;
  if (isOfAnotherKind(context, asked) || ASKS_WHY.test(asked.text)) return false;
  if (isOnlyBase(context, asked) || isOpposite(context, asked)) return false;
  const isOwn = (term: Term): boolean =>
    term.alternatives.some((word) => context.own.includes(word) || context.shared.includes(word));
  const carrying = asked.terms.filter(({ role }) => role !== 'soft');
  const near = carrying.length > 0 ? carrying : asked.terms;
  const isLedTo = (term: Term): boolean =>
    context.isMeasureOnly && term.alternatives.some((word) => context.opening.includes(word));
  if (!asked.terms.some((term) => isOwn(term) || isLedTo(term))) return false;
  // In Chinese the last word is the thing itself; what stands before it only narrows.
  const asking = asked.quantities[0]?.start ?? Number.POSITIVE_INFINITY;
  const isAt = ({ text }: Term): number => asked.text.indexOf(text);
  const head = Math.max(
    ...asked.terms.filter((term) => term.role !== 'soft' && isAt(term) < asking).map(isAt),
    -1,
  );
  const isHeadNear = (term: Term): boolean =>
    isOwn(term) ||
    isLedTo(term) ||
    term.alternatives.some((word) => context.clause.includes(word) || context.reference.includes(word));
  if (head >= 0 && !asked.terms.filter((term) => isAt(term) >= head).some(isHeadNear)) return false;
  if (asked.quantities.length === 0 && ASKS_FOR_WORDS.test(asked.text)) return false;
  // A question in words may be answered by a number only when it is a bare noun phrase, or all about that number.
  return asked.quantities.length > 0 || asked.isNounPhrase || near.every(isOwn);
}

/** What comes in is not what goes out. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['收入', '支出'],
  ['筹集', '支出'],
  ['进口', '出口'],
];

/** Whether a number is of the very opposite of what is asked (`财政支出` and 财政总收入). */
function isOpposite({ own }: FigureContext, { text }: Interpretation): boolean {
  const says = (said: string, one: string, other: string): boolean =>
    said.includes(one) && !said.includes(other);
  return OPPOSITES.some(
    ([a, b]) => (says(text, a, b) && says(own, b, a)) || (says(text, b, a) && says(own, a, b)),
  );
}

/** No number is a reason. */
const ASKS_WHY = /为什么|为何|为啥|咋个会|怎么会|(?:是|有)什么原因|原因是/u;

/** `人均可支配收入是多少`: what a rate is a share of is not given by the rate (`按可支配收入的30%计发`). */
function isOnlyBase(
  { reference, printedOwn, shared }: FigureContext,
  { terms, quantities }: Interpretation,
): boolean {
  const topics = terms.filter(({ role }) => role !== 'soft');
  const holds =
    (text: string) =>
    (term: Term): boolean =>
      term.alternatives.some((word) => text.includes(word));
  const asksForRate = quantities.some(({ dimensions }) => dimensions.some((each) => RATES.includes(each)));
  return (
    reference !== '' &&
    !asksForRate &&
    topics.length > 0 &&
    topics.every(holds(reference)) &&
    !topics.some(holds(`${printedOwn}\n${shared}`.replace(reference, ' ')))
  );
}

const RATES: readonly Dimension[] = ['percent', 'percentage-points', 'ratio', 'multiple'];

/** Asks for a name, a person or a way: no number answers. */
const ASKS_FOR_WORDS =
  /叫(?:做)?(?:什么|啥)|名字|名称|谁|哪些|是哪一?[个家座位所条项]$|为什么|为何|为啥|怎么(?!样)|怎样|如何/u;
