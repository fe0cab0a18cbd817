import { NUMERIC } from './aligned-tables.ts';
import type { FoundCell } from './printed-page.ts';

/** A row of a table with where its first cell is printed; null for a blank one. */
export type PlacedRow = {
  readonly cells: readonly FoundCell[];
  readonly name: { readonly left: number; readonly right: number; readonly size: number } | null;
};

/** In letters: how exactly names begin at the same place or a whole number of letters further in, and how far at most. */
const WITHIN = 0.2;
const MAX_INDENT = 8;

/**
 * Puts a blank before the name of a row for each letter it is indented by, as other formats print it. Names that are
 * set to the middle or to the right of their column begin anywhere and say nothing.
 */
export function showIndents(rows: readonly PlacedRow[]): { readonly cells: readonly FoundCell[] }[] {
  const names = rows.flatMap(({ cells, name }) => (name && hasNumber(cells) ? [name] : []));
  const left = Math.min(...names.map((name) => name.left));
  const indents = names.map((name) => (name.left - left) / name.size);
  const isLeftAligned =
    indents.filter((indent) => indent < WITHIN).length > 1 &&
    indents.every((indent) => Math.abs(indent - Math.round(indent)) < WITHIN && indent < MAX_INDENT) &&
    !areLevel(names.map((name) => (name.left + name.right) / 2 / name.size)) &&
    !areLevel(names.map((name) => name.right / name.size));
  return rows.map(({ cells, name }) => {
    if (!isLeftAligned || !name || !hasNumber(cells)) return { cells };
    const blanks = '\u3000'.repeat(Math.round((name.left - left) / name.size));
    return {
      cells: cells.map((cell) => (cell.column === 0 ? { ...cell, text: blanks + cell.text } : cell)),
    };
  });
}

const hasNumber = (cells: readonly FoundCell[]): boolean =>
  cells.some(({ column, text }) => column > 0 && NUMERIC.test(text));

const areLevel = (places: readonly number[]): boolean => Math.max(...places) - Math.min(...places) < WITHIN;
