import type { Answer, AnswerItem, Quote } from '../answering/answer.ts';
import { listNumerals } from './numerals.ts';

/** The reports under evaluation: id to text, read apart from the code that is evaluated. */
export type Sources = ReadonlyMap<string, string>;

/** Factors that appear when units are brought together (%, 万, 亿) and stand in no quote. */
const CONVERSION_FACTORS = ['100', '10000', '100000000'];

/**
 * Numbers a person would read that stand in no quote and in no declared computation. This is a check of its own,
 * not the production guard: it is here to notice when that one is wrong.
 */
export function findStrayNumerals(answer: Answer): readonly string[] {
  return [...answer.answers.flatMap(findStrayInItem), ...findStrayInRefusal(answer)];
}

function findStrayInItem(item: AnswerItem): readonly string[] {
  const quoted = numeralsOf([item.quote, ...quotesInside(item).map((quote) => quote.quote)]);
  if (item.kind !== 'comparison') return missingFrom(quoted, [item.text]);
  const operands = new Set([...quoted, ...numeralsOf([item.computed])]);
  const declared = new Set([...operands, ...CONVERSION_FACTORS]);
  return [
    ...missingFrom(declared, [item.formula]),
    ...missingFrom(new Set([...operands, ...numeralsOf([item.formula])]), [
      item.text,
      withoutYears(item.caveat),
    ]),
  ];
}

/** A refusal may repeat the question's own numbers, name years, and quote what stands nearby; nothing else. */
function findStrayInRefusal(answer: Answer): readonly string[] {
  if (answer.status === 'answered') return [];
  const nearby = answer.nearest.flatMap((place) => [place.section, place.quote ?? '']);
  const allowed = numeralsOf([answer.question, answer.understoodAs ?? '', ...nearby]);
  const said = [answer.message ?? '', ...answer.nearest.map((place) => place.text ?? '')];
  return missingFrom(allowed, said.map(withoutYears));
}

function withoutYears(text: string): string {
  return text.replace(/\d{4}(?=年)/gu, '');
}

function numeralsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => listNumerals(text)));
}

function missingFrom(allowed: ReadonlySet<string>, texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => listNumerals(text)).filter((numeral) => !allowed.has(numeral));
}

function quotesInside(item: AnswerItem): readonly Quote[] {
  switch (item.kind) {
    case 'section':
      return item.points;
    case 'comparison':
      return item.inputs;
    case 'figure':
    case 'target':
    case 'passage':
      return [];
  }
}

/** How many quotes an answer carries, and which of them are not the report's own text at the place they name. */
export function checkQuotes(answer: Answer, sources: Sources): { total: number; broken: readonly string[] } {
  const spans = [
    ...answer.answers.flatMap((item) => [item, ...quotesInside(item)]),
    ...answer.nearest.flatMap(({ quote, ...place }) => (quote === undefined ? [] : [{ ...place, quote }])),
  ];
  const broken = spans.filter(
    ({ source, start, end, quote }) => quote === '' || sources.get(source)?.slice(start, end) !== quote,
  );
  return { total: spans.length, broken: [...broken.map((span) => span.quote), ...findStrayMarks(answer)] };
}

/** Marks that point outside the quote they belong to. */
function findStrayMarks(answer: Answer): readonly string[] {
  return answer.answers.flatMap((item) => {
    if (item.kind !== 'figure' && item.kind !== 'target') return [];
    return item.marks
      .filter((mark) => mark.start < item.start || mark.end > item.end || mark.start >= mark.end)
      .map((mark) => `[${mark.start}, ${mark.end}) outside [${item.start}, ${item.end})`);
  });
}
