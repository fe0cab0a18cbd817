import { groupRows } from './aligned-tables.ts';
import type { Item } from './printed-page.ts';

/** Items that are read one after the other, with the margins their lines are set between. */
export type Region = { readonly items: readonly Item[]; readonly isColumn: boolean };

/** Fewer rows side by side are a line with a gap in it. */
const MIN_ROWS = 3;
/** Text columns reach to their right margin; this share of lines at least, within this many letters. */
const FULL_SHARE = 0.5;
const FULL_WITHIN = 3;
const MIN_CHARS = 6;

type Band = { readonly from: number; readonly to: number; readonly gutter: number; readonly count: number };

/** Puts the items of a page into reading order: where text stands in columns, one column after the other. */
export function orderColumns(items: readonly Item[], isColumn = false): Region[] {
  const rows = groupRows(items);
  const band = findBand(rows);
  if (!band) return items.length === 0 ? [] : [{ items: rows.flat(), isColumn }];
  const inside = rows.slice(band.from, band.to + 1).flat();
  return [
    ...orderColumns(rows.slice(0, band.from).flat(), isColumn),
    ...orderColumns(
      inside.filter(({ right }) => right <= band.gutter),
      true,
    ),
    ...orderColumns(
      inside.filter(({ left }) => left >= band.gutter),
      true,
    ),
    ...orderColumns(rows.slice(band.to + 1).flat(), isColumn),
  ];
}

/** The rows with the most text on both sides of one upright gap. */
function findBand(rows: readonly (readonly Item[])[]): Band | null {
  const gutters = new Set<number>();
  for (const row of rows) {
    for (const [index, item] of row.entries()) {
      const next = row[index + 1];
      if (next && next.left > item.right) gutters.add((item.right + next.left) / 2);
    }
  }
  let best: Band | null = null;
  for (const gutter of gutters) {
    for (const band of listBands(rows, gutter)) {
      if (band.count > (best?.count ?? 0) && areTextColumns(rows.slice(band.from, band.to + 1), gutter))
        best = band;
    }
  }
  return best;
}

function listBands(rows: readonly (readonly Item[])[], gutter: number): Band[] {
  const bands: Band[] = [];
  let isOpen = false;
  for (const [index, row] of rows.entries()) {
    const isCrossed = row.some(({ left, right }) => left < gutter && right > gutter);
    const hasBoth = row.some(({ right }) => right <= gutter) && row.some(({ left }) => left >= gutter);
    const open = isOpen ? bands.at(-1) : undefined;
    if (open && (hasBoth || (!isCrossed && isNearAbove(rows[index - 1], row))))
      bands[bands.length - 1] = { ...open, to: index, count: open.count + Number(hasBoth) };
    else if (hasBoth) bands.push({ from: index, to: index, gutter, count: 1 });
    isOpen = hasBoth || (isOpen && bands.at(-1)?.to === index);
  }
  return bands.filter(({ count }) => count >= MIN_ROWS);
}

/** One side may have more lines than the other. */
function isNearAbove(above: readonly Item[] | undefined, row: readonly Item[]): boolean {
  const [upper, lower] = [above?.[0], row[0]];
  if (!upper || !lower || upper.kind === 'table' || lower.kind === 'table') return false;
  return lower.top - upper.bottom < lower.size && Math.abs(lower.size - upper.size) < 1;
}

function areTextColumns(rows: readonly (readonly Item[])[], gutter: number): boolean {
  const left = rows.flat().filter((item) => item.kind === 'text' && item.right <= gutter);
  const right = rows.flat().filter((item) => item.kind === 'text' && item.left >= gutter);
  const edge = Math.max(...left.map((item) => item.right));
  const full = left.filter((item) => item.kind === 'text' && item.right >= edge - FULL_WITHIN * item.size);
  const chars = (side: readonly Item[]): number =>
    side.reduce((sum, item) => sum + (item.kind === 'text' ? item.text.length : 0), 0) /
    Math.max(1, side.length);
  return full.length >= FULL_SHARE * left.length && chars(left) >= MIN_CHARS && chars(right) >= MIN_CHARS;
}
