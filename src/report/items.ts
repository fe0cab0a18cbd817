import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from './chinese-numerals.ts';
import { findRunInHeadings } from './run-in-headings.ts';
import { splitSentences } from './sentences.ts';
import type { Span } from './span.ts';

/** Longest opening phrase taken as the name of a point. */
const MAX_LEAD_CHARS = 36;

/** How points are counted within a paragraph: `一是`, `第一,`, `(一)`. */
const ENUMERATORS = [
  `(?<=^|[。;:!?,])\\s*([${CHINESE_NUMERAL_CLASS}]{1,3})是`,
  `(?<=^|[。;:!?])\\s*第([${CHINESE_NUMERAL_CLASS}]{1,3})[,、]`,
  `(?<=^|[。;:!?])\\s*\\(([${CHINESE_NUMERAL_CLASS}]{1,3})\\)`,
].map((pattern) => new RegExp(pattern, 'gu'));

/**
 * Splits a paragraph of width-folded text into its points (`一是……二是……`, `第一,……第二,……`). Only a run that counts up
 * from one is an enumeration; where there is none, short sentences that head stretches divide it, more reluctantly in
 * a paragraph that is headed as a whole. What stands before the first point is an item of its own; a paragraph without
 * points is one item.
 */
export function findItems(
  folded: string,
  paragraph: Span,
  options: { readonly isHeaded?: boolean } = {},
): (Span & { readonly lead: Span | null })[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  const counted = ENUMERATORS.map((pattern) => findCounted(text, pattern))
    .filter(({ length }) => length >= 2)
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const starts = counted[0]
    ? counted[0].map((at) => paragraph.start + at)
    : findRunInHeadings(folded, paragraph, options).map(({ start }) => start);
  const bounds =
    starts.length >= 2 ? [paragraph.start, ...starts, paragraph.end] : [paragraph.start, paragraph.end];
  const items: (Span & { lead: Span | null })[] = [];
  for (const [index, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[index + 1] ?? paragraph.end;
    if (start < end) items.push({ start, end, lead: findLead(folded, { start, end }) });
  }
  return items;
}

/** Where the points of a paragraph begin that one pattern counts up from one. */
function findCounted(text: string, pattern: RegExp): number[] {
  const starts: number[] = [];
  for (const match of text.matchAll(pattern)) {
    if (parseChineseNumeral(match[1] ?? '') === starts.length + 1) starts.push(match.index);
  }
  return starts;
}

/** `各位代表!` opens a paragraph and names nothing. */
const SALUTATION = /^(?:各位\p{Script=Han}{2,4}|同志们|朋友们|女士们|先生们)[、\p{Script=Han}]*[!,:;。]*$/u;

/** Whether a sentence of width-folded text only addresses those who listen. */
export const isSalutation = (sentence: string): boolean => SALUTATION.test(sentence);

/** The short first sentence that names what an item is about, if more sentences follow it. */
function findLead(folded: string, item: Span): Span | null {
  const [first, second] = splitSentences(folded, item).filter(
    (sentence) => !isSalutation(folded.slice(sentence.start, sentence.end)),
  );
  if (!first || !second) return null;
  const text = folded.slice(first.start, first.end);
  const name = text.replace(/^\(?\d{1,2}[).、]?\s*/u, '');
  return text.length <= MAX_LEAD_CHARS && !/\d/.test(name) ? first : null;
}
