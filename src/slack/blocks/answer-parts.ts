import type {
  Answer,
  AnswerItem,
  ComparisonAnswer,
  NearPlace,
  Operand,
  Quote,
  SectionAnswer,
} from '../../answering/answer.ts';
import { printedPlace } from '../../answering/quotes.ts';
import { ANSWER, periodLabel } from '../messages.ts';
import { bulletBlock, contextBlock, paragraphBlock } from './elements.ts';
import { MAX_PLACES, MAX_QUOTE_CHARACTERS } from './limits.ts';
import type { Part } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Marked } from './quote-excerpt.ts';

/** Gives the title of a report by its id. */
export type ReportTitles = (source: string) => string;

/** Everything an answer has to show, in order, as parts that stay whole. */
export function answerParts(answer: Answer, titleOf: ReportTitles): Part[] {
  const remark = answer.message === undefined ? [] : [remarkPart(answer.message)];
  const found = answer.answers.flatMap((item) => itemParts(item, titleOf));
  const near = answer.status === 'abstained' ? nearestParts(answer.nearest.slice(0, MAX_PLACES)) : [];
  // A refusal of one part of the question follows what was found for the others.
  return answer.status === 'answered' ? [...found, ...remark] : [...remark, ...near];
}

/** How many parts the first `count` answers make. */
export function countParts(answer: Answer, count: number): number {
  return answer.answers.slice(0, count).flatMap((item) => itemParts(item, () => '')).length;
}

function remarkPart(message: string): Part {
  return { text: message, blocks: [paragraphBlock(message)] };
}

function itemParts(item: AnswerItem, titleOf: ReportTitles): Part[] {
  switch (item.kind) {
    case 'figure':
    case 'target':
      return [statementPart(item, titleOf, item.marks)];
    case 'passage':
      return [statementPart(item, titleOf, [])];
    case 'comparison':
      return comparisonParts(item, titleOf);
    case 'section':
      return sectionParts(item, titleOf);
  }
}

function statementPart(item: AnswerItem, titleOf: ReportTitles, marks: readonly Marked[]): Part {
  // A passage that is its own answer is not said twice.
  const isSaidByQuote = item.text === item.quote || item.text.length > MAX_QUOTE_CHARACTERS;
  const lead = isSaidByQuote ? [] : [paragraphBlock({ bold: item.text })];
  return {
    text: item.text,
    blocks: [...lead, ...quoteBlocks(item, marks), sourceBlock(item, titleOf)],
  };
}

function sourceBlock(item: AnswerItem | Quote, titleOf: ReportTitles) {
  const period = 'period' in item && item.period !== null ? `${periodLabel(item.period)} · ` : '';
  return contextBlock(`${period}${ANSWER.from(placeOf(item, titleOf))}`);
}

/** Where a quote is to be found: report, headings, and page and paragraph as printed where they are known. */
export function placeOf(
  quote: Pick<Quote, 'source' | 'section' | 'printedAt'>,
  titleOf: ReportTitles,
): string {
  const steps = [titleOf(quote.source), ...quote.section.split('/')]
    .filter((step) => step !== '')
    .join(' › ');
  const printed = printedPlace(quote);
  return printed === '' ? steps : `${steps} · ${printed}`;
}

/** The result and how it comes about, then each quoted passage once with its operands marked. */
function comparisonParts(item: ComparisonAnswer, titleOf: ReportTitles): Part[] {
  const passages = item.inputs.filter(
    (operand, index) => item.inputs.findIndex((other) => isSamePlace(other, operand)) === index,
  );
  return [
    {
      text: item.caveat === '' ? item.text : `${item.text}。${ANSWER.caveat}${item.caveat}`,
      blocks: [
        paragraphBlock({ bold: item.text }),
        paragraphBlock(`${ANSWER.formula}${item.formula}`),
        ...(item.caveat === '' ? [] : [paragraphBlock(`${ANSWER.caveat}${item.caveat}`)]),
      ],
    },
    ...passages.map((passage) => ({
      text: passage.quote,
      blocks: [
        ...quoteBlocks(passage, operandMarks(item.inputs.filter((operand) => isSamePlace(operand, passage)))),
        sourceBlock(passage, titleOf),
      ],
    })),
  ];
}

function isSamePlace(one: Quote, other: Quote): boolean {
  return one.source === other.source && one.start === other.start && one.end === other.end;
}

/** Where operands stand in their common quote, in printed order. */
function operandMarks(operands: readonly Operand[]): Marked[] {
  return operands
    .map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd }))
    .sort((a, b) => a.start - b.start);
}

/** The heading, then every point, complete and in order. */
function sectionParts(item: SectionAnswer, titleOf: ReportTitles): Part[] {
  return [
    { text: item.text, blocks: [paragraphBlock({ bold: item.text }), sourceBlock(item, titleOf)] },
    ...item.points.map((point) => ({ text: point.quote, blocks: quoteBlocks(point, [leadOf(point)]) })),
  ];
}

/** The opening phrase of a point (`一是……。`), which names it; nothing when it has no short one. */
const LEAD = /^[^。]{1,40}。/u;

function leadOf(point: Quote): Marked {
  const length = LEAD.exec(point.quote)?.[0].length ?? 0;
  return { start: point.start, end: point.start + length };
}

/** Places worth reading, and what they say of the matter when that is known. */
function nearestParts(nearest: readonly NearPlace[]): Part[] {
  if (nearest.length === 0) return [];
  // A quote has its place below it; only what it says in short, or a place without one, needs a line of its own.
  const lines = nearest.flatMap(({ text, quote, section }) =>
    text !== undefined ? [text] : quote === undefined ? [section.split('/').join(' › ')] : [],
  );
  const list = {
    text: `${ANSWER.nearest}${lines.join('；')}`,
    blocks: [paragraphBlock(ANSWER.nearest), ...(lines.length > 0 ? [bulletBlock(lines)] : [])],
  };
  const quotes = nearest.flatMap(({ source, section, start, end, quote }) =>
    quote === undefined ? [] : [{ text: quote, blocks: quoteBlocks({ source, section, start, end, quote }) }],
  );
  return [list, ...quotes];
}
