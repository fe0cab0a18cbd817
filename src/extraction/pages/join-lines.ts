import type { Block, Piece, TableRow } from '../extraction.ts';
import { NUMERIC } from './aligned-tables.ts';
import { joinTexts, tidySpaces } from './join-runs.ts';
import type { Region } from './order-columns.ts';
import type { FoundTable, Fragment, Item } from './printed-page.ts';

/** In letters: how near to the right margin a full line ends, and how far a new paragraph is indented. */
const FULL_WITHIN = 1.6;
const INDENT = 0.8;
/** How wide a digit is, of a Chinese character. */
const LATIN_WIDTH = 0.55;
/** Lines of one paragraph stand about as far apart as those before them. */
const GAP_FACTOR = 1.4;
const SAME_SIZE = 0.8;

type Margins = { readonly left: number; readonly right: number };
type Line = { readonly fragment: Fragment; readonly margins: Margins; readonly isFirst: boolean };

/**
 * Joins lines to paragraphs, over the ends of columns and pages too: a line that reaches the right margin goes on in
 * the next one that is not indented. A table that goes on on the next page is one.
 */
export function joinLines(regions: readonly Region[]): Block[] {
  const whole = marginsOf(regions.filter(({ isColumn }) => !isColumn).flatMap(({ items }) => items));
  const blocks: Block[] = [];
  let paragraph: { pieces: Piece[]; last: Line; pitch: number | null } | null = null;
  let tableColumns: readonly number[] = [];
  const close = (): void => {
    if (paragraph) blocks.push({ kind: 'paragraph', pieces: paragraph.pieces });
    paragraph = null;
  };
  for (const { items, isColumn } of regions) {
    const own = isColumn ? null : findNarrow(items, whole);
    const margins = isColumn ? marginsOf(items) : whole;
    for (const [index, item] of items.entries()) {
      if (item.kind === 'table') {
        close();
        const rows = item.rows.map(({ cells }) => ({ cells, page: item.page }));
        const at = findBrokenTable(blocks, item, isColumn && index === 0);
        const before = blocks[at];
        if (before?.kind === 'table' && areAlike(tableColumns, item))
          blocks[at] = { kind: 'table', rows: goOn(before.rows, rows) };
        else blocks.push({ kind: 'table', rows });
        tableColumns = item.columns;
        continue;
      }
      const line: Line = { fragment: item, margins: own?.get(item) ?? margins, isFirst: index === 0 };
      const pitch: number | null = paragraph ? pitchBetween(paragraph.last, line) : null;
      if (paragraph && continues(paragraph.last, line, { pitch, usual: paragraph.pitch })) {
        addLine(paragraph.pieces, item);
        paragraph = { pieces: paragraph.pieces, last: line, pitch: pitch ?? paragraph.pitch };
      } else {
        close();
        paragraph = { pieces: [{ text: item.text, page: item.page }], last: line, pitch: null };
      }
    }
  }
  close();
  return blocks;
}

/** How a note at the foot of a page begins. */
const NOTE = /^(?:\d{1,2}(?![\d.])|[[［(（]\d{1,2}|[①-⑳]|[*※]|[备附]?注\s*\d*[:：])/u;

/** Where the table stands that a page, or a column that `isAtop` of the next, may have broken: the last block before, but for notes at the foot of its page. */
function findBrokenTable(blocks: readonly Block[], { page }: FoundTable, isAtop: boolean): number {
  const at = blocks.findLastIndex(({ kind }) => kind === 'table');
  const table = blocks[at];
  const end = table?.kind === 'table' ? table.rows.at(-1)?.page : undefined;
  const areNotes = blocks
    .slice(at + 1)
    .every(
      (block) =>
        block.kind === 'paragraph' &&
        block.pieces.every((piece) => piece.page === end && NOTE.test(piece.text)),
    );
  return (isAtop || end !== page) && areNotes ? at : -1;
}

/**
 * The rows of a table that goes on on the next page. Where a row is broken by the page, what is left of its cells stands
 * there without its name: few cells, and none of them a number below a number.
 */
function goOn(before: readonly TableRow[], rows: readonly TableRow[]): TableRow[] {
  const [last, [first, ...others]] = [before.at(-1), rows];
  if (!last || !first) return [...before, ...rows];
  const width = Math.max(
    ...before.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)),
  );
  const filled = first.cells.filter(({ text }) => text !== '');
  const above = (column: number): string => last.cells.find((cell) => cell.column === column)?.text ?? '';
  const isRest =
    filled.length * 2 < width &&
    filled.every(({ column, text }) => column > 0 && above(column) !== '' && !NUMERIC.test(text));
  if (!isRest) return [...before, ...rows];
  const cells = last.cells.map((cell) => {
    const rest = filled.find(({ column }) => column === cell.column);
    return rest ? { ...cell, text: joinTexts([cell.text, rest.text]) } : cell;
  });
  return [...before.slice(0, -1), { ...last, cells }, ...others];
}

function marginsOf(items: readonly Item[]): Margins {
  return {
    left: Math.min(...items.map(({ left }) => left)),
    right: Math.max(...items.map(({ right }) => right)),
  };
}

/** Lines of a column with nothing beside it: how many at least, how long, and how much shorter than the others. */
const MIN_NARROW_LINES = 4;
const MIN_NARROW_LETTERS = 10;
const NARROW_SHARE = 0.75;
const FULL_SHARE = 0.5;
/** In letters: how far the first line of a paragraph is indented; other lines not at all, unlike centred ones. */
const MIN_FIRST_INDENT = 1.5;
const MAX_FIRST_INDENT = 2.6;

/**
 * Finds lines that are set between margins of their own, such as the last column of a text that fills only half of its
 * page: several below each other, a first line of a paragraph among them, most of which end at the same place.
 */
function findNarrow(items: readonly Item[], whole: Margins): Map<Item, Margins> {
  const edge = whole.left + NARROW_SHARE * (whole.right - whole.left);
  const found = new Map<Item, Margins>();
  let stretch: Fragment[] = [];
  const close = (): void => {
    const margins = marginsOf(stretch);
    const size = Math.max(0, ...stretch.map((line) => line.size));
    const begun = stretch.map(({ left }) => (left - margins.left) / size);
    const full = stretch.filter(({ right }) => right >= margins.right - FULL_WITHIN * size);
    const isColumn =
      stretch.length >= MIN_NARROW_LINES &&
      margins.right - margins.left >= MIN_NARROW_LETTERS * size &&
      full.length >= FULL_SHARE * stretch.length &&
      begun.some((indent) => indent > INDENT) &&
      begun.filter((indent) => indent <= INDENT).length > 1 &&
      begun.every((indent) => indent <= INDENT || (indent > MIN_FIRST_INDENT && indent < MAX_FIRST_INDENT));
    if (isColumn) for (const line of stretch) found.set(line, margins);
    stretch = [];
  };
  for (const item of items) {
    if (item.kind === 'text' && item.right < edge) stretch.push(item);
    else close();
  }
  close();
  return found;
}

const areAlike = (before: readonly number[], { columns, columnsWithin }: FoundTable): boolean =>
  before.length === columns.length &&
  before.every((value, index) => {
    const shift = (columns[0] ?? 0) - (before[0] ?? 0);
    return Math.abs(value + shift - (columns[index] ?? 0)) < columnsWithin;
  });

/** How far apart two lines are; null over the end of a column or page. */
function pitchBetween({ fragment: above }: Line, { fragment: below, isFirst }: Line): number | null {
  return isFirst || above.page !== below.page ? null : below.bottom - above.bottom;
}

function continues(
  above: Line,
  below: Line,
  { pitch, usual }: { readonly pitch: number | null; readonly usual: number | null },
): boolean {
  const { size } = below.fragment;
  if (Math.abs(above.fragment.size - size) > SAME_SIZE) return false;
  if (pitch !== null && pitch <= 0) return false;
  if (pitch !== null && pitch > GAP_FACTOR * (usual ?? 2 * size)) return false;
  const moved = measureMoved(below.fragment.text);
  const isFull = above.fragment.right >= above.margins.right - (FULL_WITHIN + moved) * size;
  const isIndented = below.fragment.left > below.margins.left + INDENT * size;
  return isFull && !isIndented;
}

/** What did not fit is moved to the next line as a whole: a number or word, or a character with the mark behind it. */
function measureMoved(text: string): number {
  const word = /^[\dA-Za-z.,:：/%‰[\]-]+/u.exec(text)?.[0] ?? '';
  const isMarked = word === '' && /^.[，。、；：）》”]/u.test(text);
  return word.length * LATIN_WIDTH + Number(isMarked);
}

function addLine(pieces: Piece[], { text, page }: Fragment): void {
  const last = pieces.at(-1);
  if (!last) return;
  // A number that is broken at the end of a line goes on; words of letters do not run together.
  const joint = /[A-Za-z,;]$/u.test(last.text) && /^[A-Za-z]/u.test(text) ? ' ' : '';
  if (last.page === page) pieces[pieces.length - 1] = { text: tidySpaces(last.text + joint + text), page };
  else pieces.push({ text: joint + text, page });
}
