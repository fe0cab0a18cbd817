import { AppError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Answer, AnswerItem, Quote } from './answer.ts';

/**
 * Refuses an answer that breaks the promise of the bot: every quote is the slice it claims to be, and every digit
 * a person reads as an answer stands in the quote, or is the declared result of quoted operands.
 *
 * @throws AppError `answer_unsafe`; the message names the fault, never the question.
 */
export function guardAnswer(answer: Answer, knowledge: Pick<Knowledge, 'reports'>): Answer {
  for (const item of answer.answers) {
    checkSlice(item, knowledge);
    if (item.kind === 'section') for (const point of item.points) checkSlice(point, knowledge);
    if (item.kind === 'comparison') for (const input of item.inputs) checkSlice(input, knowledge);
    checkDigits(item);
  }
  for (const near of answer.nearest) {
    if (near.text === undefined) continue;
    if (near.quote === undefined)
      throw new AppError('answer_unsafe', 'a pointer says something without a quote');
    checkSlice({ ...near, quote: near.quote }, knowledge);
    requireDigits(near.text, [near.quote], 'pointer');
  }
  return answer;
}

function checkSlice(quote: Quote, knowledge: Pick<Knowledge, 'reports'>): void {
  const known = knowledge.reports.find(({ report }) => report.id === quote.source);
  if (known?.report.source.slice(quote.start, quote.end) === quote.quote) return;
  throw new AppError(
    'answer_unsafe',
    `quote at ${quote.source}:${quote.start}-${quote.end} is not what stands there`,
  );
}

function checkDigits(item: AnswerItem): void {
  const place = `${item.kind} at ${item.source}:${item.start}-${item.end}`;
  if (item.kind === 'comparison') {
    const operands = item.inputs.map(({ quote }) => quote);
    requireDigits(item.text, [item.quote, ...operands, item.computed, item.formula], place);
    requireDigits(item.formula, [...operands, item.computed], place);
    for (const input of item.inputs) {
      if (input.valueStart < input.start || input.end < input.valueEnd)
        throw new AppError('answer_unsafe', `${place}: an operand stands outside its quote`);
      requireDigits(`${input.qualifier}${input.value}${input.unit}`, [input.quote], place);
    }
    return;
  }
  requireDigits(item.text, [item.quote], place);
  if (item.kind === 'figure' || item.kind === 'target')
    requireDigits(`${item.qualifier} ${item.value} ${item.unit}`, [item.quote], place);
}

/** Requires each number of a text to stand, whole, in one of the sources. */
function requireDigits(text: string, sources: readonly string[], place: string): void {
  const allowed = new Set(sources.flatMap(readNumbers));
  const stray = readNumbers(text).find((number) => !allowed.has(number));
  if (stray !== undefined) throw new AppError('answer_unsafe', `${place}: “${stray}” stands in no quote`);
}

function readNumbers(text: string): string[] {
  return text.normalize('NFKC').match(/\d+(?:[.,]\d+)*/g) ?? [];
}
