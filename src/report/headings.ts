import { parseChineseNumeral } from './chinese-numerals.ts';
import type { Line } from './lines.ts';
import type { Span } from './span.ts';

/** A heading found at the start of a line. `rest` is what follows it on the same line, empty for a line of its own. */
export type Heading = Span & {
  /** Lines numbered in the same style share a family; which family is above which is decided by first appearance. */
  readonly family: string;
  readonly rest: Span;
};

const NUMERAL = '[一二三四五六七八九十百]+';

/** Numbering styles of Chinese official prose, tried in this order on width-folded text. */
const MARKERS: readonly { readonly family: string; readonly pattern: RegExp }[] = [
  { family: 'hash', pattern: /^(#{1,6})\s+/ },
  { family: 'chapter', pattern: new RegExp(`^第(?:${NUMERAL}|\\d+)(?:部分|章|篇|编)\\s*[、.:]?\\s*`) },
  { family: 'section-word', pattern: new RegExp(`^第(?:${NUMERAL}|\\d+)节\\s*[、.:]?\\s*`) },
  { family: 'numeral', pattern: new RegExp(`^${NUMERAL}\\s*[、.]\\s*`) },
  { family: 'bracketed-numeral', pattern: new RegExp(`^\\(\\s*${NUMERAL}\\s*\\)\\s*`) },
  { family: 'decimal', pattern: /^\d+(?:\.\d+)+\.?\s+/ },
  { family: 'digit', pattern: /^\d{1,2}\s*(?:[、]|\.(?!\d))\s*/ },
  { family: 'bracketed-digit', pattern: /^\(\s*\d{1,2}\s*\)\s*/ },
];

/** Longest heading taken for one: official headings are slogans of at most two clauses. */
const MAX_HEADING_CHARS = 60;

/** An entry of a yearbook: `【社会救助】 全年临时救助3420人次。` */
const ENTRY = /^【[^】]{2,24}】/u;

/** Longest first sentence that is taken for the heading of its paragraph. */
const MAX_RUN_IN_CHARS = 45;
const STATES_NUMBER = /\d(?!\d*(?:年|”|"))/u;

/**
 * Reads the heading a width-folded line starts with, or null. A numbered line without a full stop is a heading;
 * one whose first sentence is short opens its paragraph with a heading (`(一)经济稳步增长。全年……`).
 */
export function readHeading(folded: string, line: Line): Heading | null {
  const text = folded.slice(line.start, line.end);
  const entry = ENTRY.exec(text);
  if (entry) {
    const end = line.start + entry[0].length;
    const rest = line.start + text.length - text.slice(entry[0].length).trimStart().length;
    return { start: line.start, end, family: 'entry', rest: { start: rest, end: line.end } };
  }
  for (const { family, pattern } of MARKERS) {
    const marker = pattern.exec(text);
    if (!marker) continue;
    const level =
      family === 'hash'
        ? `hash-${marker[1]?.length}`
        : family === 'decimal'
          ? decimalFamily(marker[0])
          : family;
    const stop = text.search(/[。!?]/u);
    if (stop < 0) {
      if (text.length > MAX_HEADING_CHARS || /[;,:]$/.test(text)) return null;
      return { start: line.start, end: line.end, family: level, rest: { start: line.end, end: line.end } };
    }
    // `1.` and `(1)` mostly number whole sentences; only an own line makes them headings.
    if (!/numeral|chapter|section-word/.test(family) || stop <= marker[0].length) return null;
    // A question mark belongs to what it asks; a full stop only sets the heading off.
    const end = line.start + stop + (text.charAt(stop) === '。' ? 0 : 1);
    const isOwnLine = stop === text.length - 1 && text.endsWith('。');
    if (stop === text.length - 1 && !isOwnLine) return null;
    if (stop > (isOwnLine ? MAX_HEADING_CHARS : MAX_RUN_IN_CHARS)) return null;
    // A first sentence that states a number is content; on a line of its own the text below says it again.
    if (!isOwnLine && STATES_NUMBER.test(text.slice(marker[0].length, stop))) return null;
    const rest = { start: isOwnLine ? line.end : line.start + stop + 1, end: line.end };
    return { start: line.start, end, family: level, rest };
  }
  return null;
}

/** Whether a line is a whole sentence that states a number: a heading only where what it sums up is told below it. */
export const isStatement = ({ text }: Line): boolean => text.endsWith('。') && STATES_NUMBER.test(text);

const COUNTED_POINT = new RegExp(
  `^(?:(?<is>${NUMERAL})是|第(?<th>${NUMERAL})[,、])(?<name>[^。!?;:]{2,${MAX_RUN_IN_CHARS}})。`,
  'u',
);

/** How a counted point is marked: `一是`, or `第一,`. */
export type CountingStyle = 'is' | 'th';

/**
 * The point a paragraph opens with (`二是城乡面貌焕然一新。`, `第二,做强产业。`): its mark, its number and where its name
 * ends; null for any other.
 */
export function readCountedPoint(
  folded: string,
  line: Line,
): { readonly style: CountingStyle; readonly count: number; readonly end: number } | null {
  const found = COUNTED_POINT.exec(folded.slice(line.start, line.end));
  const { is, th, name } = found?.groups ?? {};
  const numeral = is ?? th;
  if (!found || !numeral || !name || STATES_NUMBER.test(name)) return null;
  const end = line.start + found[0].length - 1;
  return { style: is ? 'is' : 'th', count: parseChineseNumeral(numeral) ?? 0, end };
}

function decimalFamily(marker: string): string {
  return `decimal-${marker.split('.').filter((part) => part.trim() !== '').length}`;
}

/**
 * Whether a width-folded line without numbering reads as a heading: short, without sentence punctuation, and
 * without any number but a year (`2019年:砥砺前行开新局`), so that rows of a table are not taken for headings.
 */
export function isPlainHeading(line: string): boolean {
  const text = line.replace(/^(?:19|20)\d{2}年:(?=\p{Script=Han})/u, '');
  if (text.length < 2 || text.length > 30 || /[。!?;,:、|\t]/u.test(text)) return false;
  if (/\s{2,}/.test(text)) return false;
  return !/\d/.test(text.replace(/(?:19|20)\d{2}年?/g, ''));
}
