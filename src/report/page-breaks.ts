import { MIN_PARAGRAPH_CHARS } from './blocks.ts';
import { foldWidth } from './fold-width.ts';
import { isByline } from './front-matter.ts';
import { isPlainHeading, readHeading } from './headings.ts';
import { type Line, readLines } from './lines.ts';
import type { Span } from './span.ts';
import { SCALE_SOURCE, UNIT_SOURCE } from './units.ts';

/** What ends a statement; a line that ends otherwise may go on in the next. */
const FINISHED = /[。!?;:…][)”’]?$/u;
/** No line of prose ends before, or begins with, such a mark. */
const CUT_AT_MARK = /[,、(《“‘]\n|\n[,。、;:!?)》”’%‰℃²³]/u;
/** A number cut in its digits, before its scale or before its unit: `5.|3%`, `77|.4%`, `120万|人`. */
const CUT_IN_NUMBER = new RegExp(
  `\\d\\.?\\n\\.?\\d|\\d[百千万亿]*\\n(?:${SCALE_SOURCE}|${UNIT_SOURCE})`,
  'u',
);
/** A subscript that stands on a line of its own: `PM|2.5|年平均浓度`. */
const BEFORE_SUBSCRIPT = /[A-Z]\n[\d.]+$/u;
const AFTER_SUBSCRIPT = /[A-Z][\d.]+\n\p{Script=Han}/u;
/** What stands above a table for all of it: `单位:亿m3`. */
const UNIT_LINE = /^\(?(?:计量)?单位:[^,。;:]{1,12}$/u;
const NUMBER_ALONE = /^[\d.]+$/u;
const POINT =
  /^(?:\d{1,2}\s*、(?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[,、]|[—·●◆■]|【)/u;
const PAGE_NUMBER = /^(?:[-—–]{1,2}\s*\d{1,3}\s*[-—–]{1,2}|第\s*\d+\s*页(?:[,\s]*共\s*\d+\s*页)?)$/u;

/** Bare numbers that count up from page to page; fewer may be anything. */
const MIN_PAGES = 3;
/** A page is wrapped when so many lines, and so many of those that are not finished, reach its edge. */
const MIN_FULL_LINES = 3;
const MIN_FULL_SHARE = 0.5;
/** How far a full line may stay from the edge, in columns: a number or a word is not cut everywhere. */
const RAGGED_COLUMNS = 8;

/** No page is narrower; short lines of about one length are a list. */
const MIN_EDGE_COLUMNS = 40;

/** The lines that only number a page: `— 3 —`, or bare numbers that count up by one. */
export function findPageNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  const bare = lines.filter(({ text }) => /^\d{1,3}$/u.test(text));
  const counting = bare.filter(
    (line, index) =>
      Number(line.text) === Number(bare[index - 1]?.text) + 1 ||
      Number(line.text) === Number(bare[index + 1]?.text) - 1,
  );
  return new Set([
    ...lines.filter(({ text }) => PAGE_NUMBER.test(text)),
    ...(counting.length >= MIN_PAGES ? counting : []),
  ]);
}

/** How a page sets its text. */
type Page = {
  readonly folded: string;
  /** The column its lines reach, or null where lines end where the writer ended them. */
  readonly edge: number | null;
  /** Whether the first line of a paragraph is indented and the others are not. */
  readonly indents: boolean;
  columnsOf(line: Line): number;
};

/**
 * Finds the line breaks that the page made and not the writer, each with the white space and page numbers around it: text
 * taken out of a PDF is cut at the edge of the page, even within a word or a number. Headings, points and paragraphs
 * begin lines of their own.
 */
export function findPageBreaks(source: string): Span[] {
  const folded = foldWidth(source);
  const all = readLines(folded);
  const pageNumbers = findPageNumbers(all);
  const lines = all.filter((line) => line.text !== '' && !pageNumbers.has(line));
  const page = readPage(source, folded, lines);
  const breaks: Span[] = [];
  let paragraph = '';
  let isFront = true;
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1];
    const isApart = all.slice(last?.number, line.number - 1).some(({ text }) => text === '');
    const isNamed = isFront && (isByline(line.text) || (last !== undefined && isByline(last.text)));
    const goesOn = last !== undefined && !isNamed && isContinued(page, { paragraph, last, line, isApart });
    if (goesOn) {
      // Two Latin words stay apart.
      const gap = /[A-Za-z]$/u.test(last.text) && /^[A-Za-z]/u.test(line.text) ? 1 : 0;
      breaks.push({ start: last.end, end: line.start - gap });
    }
    paragraph = goesOn ? paragraph + line.text : line.text;
    isFront &&= !line.text.includes('。');
  }
  const blanks = lines.flatMap((line) => findSetBlanks(line));
  return [...breaks.filter(({ start, end }) => start < end), ...blanks].sort((a, b) => a.start - b.start);
}

/** What prose has and a row of a table has not. */
const PROSE_MARK = /[,。;:]/u;
/** A blank between a number and the words around it, but not behind the number of a point. */
const SET_BLANK = /(?<=\p{Script=Han}) (?=\d)|(?<!^[\d.]+)(?<=\d) (?=\p{Script=Han})/gu;

/** `至 2023 年底`: many set a blank between digits and characters, which says nothing; in a table it divides columns. */
function findSetBlanks({ start, text }: Line): Span[] {
  if (!PROSE_MARK.test(text)) return [];
  return [...text.matchAll(SET_BLANK)].map(({ index }) => ({ start: start + index, end: start + index + 1 }));
}

type Junction = {
  /** What has been joined up to the last line. */
  readonly paragraph: string;
  readonly last: Line;
  readonly line: Line;
  /** Whether blank lines stand between the two. */
  readonly isApart: boolean;
};

function isContinued(page: Page, { paragraph, last, line, isApart }: Junction): boolean {
  const { folded, edge } = page;
  if (readHeading(folded, line) !== null || UNIT_LINE.test(last.text)) return false;
  const [indent, indentBefore] = [indentOf(folded, line), indentOf(folded, last)];
  const isFull = edge !== null && page.columnsOf(last) >= edge - RAGGED_COLUMNS;
  // Where paragraphs are indented, a line that is not goes on, even if it begins with a sentence or a point.
  if (isFull && page.indents && indent === 0 && !isApart) return true;
  if (POINT.test(line.text)) return false;
  const junction = `${paragraph.slice(-8)}\n${line.text}`;
  const isProse = /[,。;]/u.test(paragraph) || /[。;]$/u.test(line.text);
  if (CUT_AT_MARK.test(junction) || (isProse && CUT_IN_NUMBER.test(junction))) return true;
  if (BEFORE_SUBSCRIPT.test(junction)) return true;
  if (NUMBER_ALONE.test(last.text) && AFTER_SUBSCRIPT.test(junction)) return true;
  if (indent > indentBefore || (isApart && edge === null)) return false;
  if (isFull) return !FINISHED.test(last.text);
  if (readHeading(folded, last) !== null || isPlainHeading(line.text)) return false;
  const isText = paragraph.includes('。') || paragraph.length >= MIN_PARAGRAPH_CHARS;
  return isText && !/[。!?;:…)》”]$/u.test(paragraph);
}

function readPage(source: string, folded: string, lines: readonly Line[]): Page {
  const columnsOf = (line: Line): number => {
    const text = source.slice(line.start, line.end);
    return indentOf(folded, line) + text.length + (text.match(/[^\p{ASCII}]/gu) ?? []).length;
  };
  const edge = Math.max(...lines.map(columnsOf));
  const isFull = (line: Line): boolean => columnsOf(line) >= edge - RAGGED_COLUMNS;
  const begins = (line: Line): boolean => POINT.test(line.text) || readHeading(folded, line) !== null;
  const open = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next && !FINISHED.test(line.text) && !begins(line) && !begins(next);
  });
  const full = open.filter(isFull);
  const isWrapped =
    edge >= MIN_EDGE_COLUMNS && full.length >= MIN_FULL_LINES && full.length >= open.length * MIN_FULL_SHARE;
  const hanging = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next && isFull(line) && indentOf(folded, line) > 0 && indentOf(folded, next) === 0;
  });
  return {
    folded,
    edge: isWrapped ? edge : null,
    indents: isWrapped && hanging.length >= MIN_FULL_LINES,
    columnsOf,
  };
}

function indentOf(folded: string, line: Line): number {
  if (line.start === 0) return 0;
  const lineEnd = Math.max(
    folded.lastIndexOf('\n', line.start - 1),
    folded.lastIndexOf('\r', line.start - 1),
  );
  return line.start - lineEnd - 1;
}
