import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from '../report/chinese-numerals.ts';
import { findNumbers, type PrintedFigure } from '../report/numbers.ts';
import { clarify } from './ask-back.ts';
import { composeFigures } from './compose-figures.ts';
import type { Library } from './library.ts';
import type { Explained, Outcome } from './outcome.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { refuse } from './refusals.ts';
import { WORDING } from './wording.ts';

/** Asks what a number stands for: `1403个是什么`, `398.4万人次说的是啥`. */
const ASKS_MEANING =
  /(?:是|指|说|代表|对应|讲)(?:的)?(?:是)?(?:什么|啥|哪|谁|干嘛|干啥|做什么|什么意思)|什么(?:数|意思|概念|指标)|哪(?:个|项|一项|方面|里)(?:的|数|指标|来的)|怎么来的|出自|干嘛的|指什么/u;

const MAX_ANSWERS = 3;

/**
 * Answers what a number of the question stands for, by the figures of the report that print it. Null when the question
 * asks for a number itself, names none, or the reports do not print it.
 */
export function recognizeNumber(explained: Explained, library: Library): Outcome | null {
  const { interpretation: asked } = explained;
  if (asked.quantities.some(({ words }) => words !== '数') || !ASKS_MEANING.test(asked.text)) return null;
  const text = writeDigits(asked.text);
  const named = findNumbers(text).filter((found): found is PrintedFigure => found.kind === 'figure');
  if (named.length !== 1) return null;
  const [number] = named;
  const fitting = explained.figures.filter(
    ({ context, fitsPeriod }) => fitsPeriod && number !== undefined && isSameNumber(context, number),
  );
  if (fitting.length === 0) {
    const isAboutNumber = asked.terms.every(({ text, role }) => role === 'soft' || /^[\d.:%]+$/u.test(text));
    return number && isAboutNumber ? refuseNumber(text.slice(number.start, number.end)) : null;
  }
  if (fitting.length > MAX_ANSWERS) return clarify(fitting, library);
  const answers = fitting.flatMap(({ context }) => composeFigures([context]) ?? []);
  return { status: 'answered', answers };
}

const refuseNumber = (printed: string): Outcome =>
  refuse('not-covered', WORDING.missing([printed]), { missing: [printed] });

/** The same amount; a unit that is named must be the same, though 个 counts everything. */
function isSameNumber({ figure }: FigureContext, number: PrintedFigure): boolean {
  if (number.amount !== figure.amount) return false;
  return (
    number.unit === '' ||
    number.base === figure.base ||
    (number.base === '个' && figure.dimension !== 'money' && figure.dimension !== 'percent') ||
    number.dimension === figure.dimension
  );
}

/** `一千四百零三个` as `1403个`; single characters stay words (`一是`). */
function writeDigits(text: string): string {
  return text.replace(new RegExp(`[${CHINESE_NUMERAL_CLASS}]{2,}`, 'gu'), (numeral) => {
    const value = parseChineseNumeral(numeral);
    return value === null ? numeral : String(value);
  });
}
