import { groupRows } from './aligned-tables.ts';
import type { Item } from './printed-page.ts';

/** Items that are read one after the other, with the margins their lines are set between. */
export type Region = { readonly items: readonly Item[]; readonly isColumn: boolean };

/** Fewer rows side by side are a line with a gap in it. */
const MIN_ROWS = 3;
/** The end of a text that is set in columns may have no more rows, which are long. */
const MIN_PROSE_ROWS = 2;
const MIN_PROSE_CHARS = 14;
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
  for (const [at, row] of rows.entries()) {
    for (const [index, item] of row.entries()) {
      const next = row[index + 1] ?? standingBeside(row, rows[at + 1]) ?? standingBeside(row, rows[at - 1]);
      if (next && next.left > item.right) gutters.add((item.right + next.left) / 2);
    }
  }
  let best: Band | null = null;
  for (const gutter of gutters) {
    for (const band of listBands(rows, gutter)) {
      if (band.count > (best?.count ?? 0) && areTextColumns(rows.slice(band.from, band.to + 1), band))
        best = band;
    }
  }
  return best;
}

/** Lines of two columns need not stand at the same height: the line nearest to another, less than a line away. */
const BESIDE_WITHIN = 1.2;
/** In letters: lines of a column that is set wide stand no further apart. */
const NEAR_WITHIN = 1.5;

function standingBeside(
  [item, ...others]: readonly Item[],
  row: readonly Item[] | undefined,
): Item | undefined {
  const [first, ...rest] = row ?? [];
  if (item?.kind !== 'text' || first?.kind !== 'text' || others.length > 0 || rest.length > 0)
    return undefined;
  return Math.abs(first.bottom - item.bottom) < BESIDE_WITHIN * item.size ? first : undefined;
}

/** Stretches of rows that nothing crosses the gap in, from the first to the last that have text on both sides of it. */
function listBands(rows: readonly (readonly Item[])[], gutter: number): Band[] {
  const isLeft = ({ right }: Item): boolean => right <= gutter;
  const isRight = ({ left }: Item): boolean => left >= gutter;
  const hasBoth = (row: readonly Item[], index: number): boolean => {
    if (row.some(isLeft) && row.some(isRight)) return true;
    const beside = [rows[index - 1], rows[index + 1]].map((other) => standingBeside(row, other));
    return row.some(isLeft)
      ? beside.some((item) => item !== undefined && isRight(item))
      : beside.some((item) => item !== undefined && isLeft(item));
  };
  const isCrossed = (row: readonly Item[] | undefined): boolean =>
    row === undefined || row.some((item) => !isLeft(item) && !isRight(item));
  const bands: Band[] = [];
  let isOpen = false;
  for (const [index, row] of rows.entries()) {
    if (isCrossed(row)) {
      isOpen = false;
      continue;
    }
    if (!hasBoth(row, index)) continue;
    const open = isOpen ? bands.at(-1) : undefined;
    if (open) bands[bands.length - 1] = { ...open, to: index, count: open.count + 1 };
    else bands.push({ from: index, to: index, gutter, count: 1 });
    isOpen = true;
  }
  return bands
    .filter(({ count }) => count >= MIN_PROSE_ROWS)
    .map((band) => {
      const isOfOneSide = (at: number, other: Item): boolean =>
        rows[at]?.some((item) => isLeft(item) === isLeft(other)) ?? false;
      const reach = (begin: number, step: 1 | -1): number => {
        let reached = begin;
        for (let at = begin + step; !isCrossed(rows[at]); at += step) {
          const [item] = rows[at] ?? [];
          let next = at - step;
          while (item && next !== begin && !isOfOneSide(next, item)) next -= step;
          const pair = [
            rows[at] ?? [],
            (rows[next] ?? []).filter((other) => item && isLeft(other) === isLeft(item)),
          ];
          const [upper = [], lower = []] = step > 0 ? pair.toReversed() : pair;
          if (isNearAbove(upper, lower)) reached = at;
        }
        return reached;
      };
      return { ...band, from: reach(band.from, -1), to: reach(band.to, 1) };
    });
}

/** One side may have more lines than the other. */
function isNearAbove(above: readonly Item[] | undefined, row: readonly Item[]): boolean {
  const [upper, lower] = [above?.[0], row[0]];
  if (!upper || !lower || upper.kind === 'table' || lower.kind === 'table') return false;
  return lower.top - upper.bottom < NEAR_WITHIN * lower.size && Math.abs(lower.size - upper.size) < 1;
}

function areTextColumns(
  rows: readonly (readonly Item[])[],
  { gutter, count }: Pick<Band, 'gutter' | 'count'>,
): boolean {
  const least = count < MIN_ROWS ? MIN_PROSE_CHARS : MIN_CHARS;
  const left = rows.flat().filter((item) => item.kind === 'text' && item.right <= gutter);
  const right = rows.flat().filter((item) => item.kind === 'text' && item.left >= gutter);
  const edge = Math.max(...left.map((item) => item.right));
  const full = left.filter((item) => item.kind === 'text' && item.right >= edge - FULL_WITHIN * item.size);
  const chars = (side: readonly Item[]): number =>
    side.reduce((sum, item) => sum + (item.kind === 'text' ? item.text.length : 0), 0) /
    Math.max(1, side.length);
  return full.length >= FULL_SHARE * left.length && chars(left) >= least && chars(right) >= least;
}
