import type { PrintedFigure } from '../report/numbers.ts';
import { sliceSpan } from '../report/span.ts';
import { askWhich } from './ask-back.ts';
import { composeFigures } from './compose-figures.ts';
import { asksOfWhichYear } from './language/dates.ts';
import { writeDigits } from './language/spoken-numerals.ts';
import type { Library } from './library.ts';
import type { Outcome } from './outcome.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { isOfPeriod } from './ranking/matches-period.ts';
import { refuse } from './refusals.ts';
import type { Interpretation } from './understanding/interpret-question.ts';
import type { Term } from './understanding/lexicon.ts';
import { findToldFigures } from './understanding/told-numbers.ts';
import { WORDING } from './wording.ts';

/** Ways to ask what a number stands for: `1403个是什么`, `398.4万人次说的是啥`, `58.27亿是哪一块的钱`. */
const ASKS_MEANING = /(?:是|指|说|代表|对应|讲)(?:的)?(?:是)?(?:什么|啥|哪(?!一?年)|谁|干嘛|干啥|做什么)/u;
/** Ways to have a number checked that is named alone: `稿子写二十一万八千张,对吗`. */
const CHECKS = /对吗|对不对|对么|对吧|准不准|有没有错|没错吧|核对/u;

const MAX_ANSWERS = 3;

/**
 * Answers what a number of the question stands for, or of which year it is, by the figures of the reports that print it. Null when the question
 * asks for a number itself or names none; a number that no report prints is said to be missing.
 */
export function recognizeNumber(asked: Interpretation, library: Library): Outcome | null {
  const asksYear = asksOfWhichYear(asked.text);
  if (asked.quantities.some(({ words, keepsWords }) => words !== '数' && !(asksYear && keepsWords)))
    return null;
  // The word that asks is no unit of the number before it.
  const text = writeDigits(asked.text).replace(ASKS_MEANING, ',$&');
  const told = findToldFigures(text);
  const [number, ...others] = told;
  if (!number || (others.length > 0 && !ASKS_MEANING.test(asked.text))) return null;
  const printed = text.slice(number.start, number.end);
  const isAlone = asked.terms.every(({ text: said, role }) => role === 'soft' || isNumeral(said));
  // Who types a number and nothing else wants to know what it is.
  const isBare = text.replace(/[\s,。?!]/gu, '') === printed;
  const asksMeaning = isBare || asksYear || ASKS_MEANING.test(asked.text);
  if (!asksMeaning && !(isAlone && CHECKS.test(asked.text))) return null;
  // `全市首个国家4A级景区是哪个`: which one is first is asked, not what the first is; `全国第14位` is a rank in digits.
  const isRank = number.dimension === 'ordinal' && /\d/u.test(asked.text);
  if (!isAlone && (number.unit === '' || (number.dimension === 'ordinal' && !isRank))) return null;
  const thing = asked.terms.filter(({ text: said }) => asked.text.replace(ASKS_MEANING, '').includes(said));
  // `5000元提高到1万元是什么补贴`: numbers that are printed one after the other.
  const withNext = (at: number): readonly FigureContext[] =>
    library.figures.slice(at, at + told.length).filter((next, nth) => {
      const meant = told[nth];
      return meant && isSameNumber(next, meant, text.slice(meant.start, meant.end));
    });
  const fitting = library.figures.filter(
    (context, at) =>
      withNext(at).length === told.length &&
      (asksYear || asked.period === null || isOfPeriod(context.figure, asked.period)) &&
      (!(isRank || asksYear) || isAlone || thing.every((term) => isSaidOf(context, term))),
  );
  if (fitting.length === 0)
    return isAlone && others.length === 0
      ? refuse('not-covered', WORDING.missing([printed]), { missing: [printed] })
      : null;
  const called = (context: FigureContext): number =>
    asked.terms.filter(({ alternatives }) => alternatives.some((word) => context.own.includes(word))).length;
  const ordered = [...fitting].sort((a, b) => called(b) - called(a));
  if (ordered.length > MAX_ANSWERS) return askWhich(ordered);
  return {
    status: 'answered',
    answers: ordered.flatMap((each) => composeFigures(withNext(library.figures.indexOf(each))) ?? []),
  };
}

const isSaidOf = ({ own, clause }: FigureContext, { text, role, alternatives }: Term): boolean =>
  role === 'soft' || isNumeral(text) || alternatives.some((word) => `${own}${clause}`.includes(word));

const isNumeral = (text: string): boolean =>
  /^[\d.:%万亿千百十零〇一二两三四五六七八九]+\p{Script=Han}?$/u.test(text);

/** The same amount, or the same digits where the scale is left out; a unit that is named must be the same. */
function isSameNumber({ figure, known }: FigureContext, number: PrintedFigure, printed: string): boolean {
  if (number.unit === '' && sliceSpan(known.report.source, figure.value) === printed) return true;
  if (number.amount !== figure.amount) return false;
  return (
    number.base === '' ||
    number.base === figure.base ||
    (number.base === '个' && figure.dimension !== 'money' && figure.dimension !== 'percent') ||
    number.dimension === figure.dimension
  );
}
