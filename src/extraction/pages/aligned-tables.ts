import { type FoundCell, type FoundTable, type Fragment, type Item, SAME_COLUMNS } from './printed-page.ts';

/** Fewer rows are a line with gaps in it. */
const MIN_ROWS = 2;
/** A number with at most a short unit. */
export const NUMERIC = /^[-+−]?\d[\d,]*(?:\.\d+)?\s*[^\d\s]{0,4}$/u;
/** Rows of a table stand no further apart than this many letters. */
const MAX_ROW_GAP = 2.5;

/** Puts items that stand at the same height into one row, from top to bottom. */
export function groupRows(items: readonly Item[]): Item[][] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    const isLevel = row?.some((other) => overlap(other, item) > 0.5 * Math.min(height(other), height(item)));
    if (row && isLevel) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

const height = ({ top, bottom }: Item): number => bottom - top;
const overlap = (a: Item, b: Item): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);

/** Finds tables without upright lines: rows below each other whose parts stand in columns, numbers among them. */
export function findAlignedTables(items: readonly Item[]): Item[] {
  const found: Item[] = [];
  let run: Fragment[][] = [];
  const close = (): void => {
    const isTable =
      run.length >= MIN_ROWS && run.some((row) => row.slice(1).some(({ text }) => NUMERIC.test(text)));
    found.push(...(isTable ? [makeTable(run)] : run.flat()));
    run = [];
  };
  for (const row of groupRows(items)) {
    const texts = row.filter((item) => item.kind === 'text');
    const above = run.at(-1)?.[0];
    const isNear = !above || (texts[0]?.top ?? 0) - above.bottom < MAX_ROW_GAP * above.size;
    if (texts.length === row.length && texts.length >= 2 && isNear) {
      run.push(texts);
      continue;
    }
    close();
    if (texts.length === row.length && texts.length >= 2) run.push(texts);
    else found.push(...row);
  }
  close();
  return found;
}

function makeTable(rows: readonly Fragment[][]): FoundTable {
  const all = rows.flat();
  const widest = Math.max(...rows.map(({ length }) => length));
  // Rows with all their parts tell where the columns are; a heading over several columns does not.
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of rows
    .filter((row) => row.length === widest)
    .flat()
    .toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return {
    kind: 'table',
    page: all[0]?.page ?? 0,
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.min(...all.map(({ top }) => top)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
    columns: columns.map(({ left }) => left),
    columnsWithin: SAME_COLUMNS,
    rows: rows.map((row) => ({ cells: placeCells(row, columns) })),
  };
}

function placeCells(
  row: readonly Fragment[],
  columns: readonly { readonly left: number; readonly right: number }[],
): FoundCell[] {
  const cells: { column: number; columns: number; rows: number; text: string }[] = [];
  for (const { left, right, text } of row) {
    const over = columns.flatMap((column, index) =>
      left < column.right && right > column.left ? [index] : [],
    );
    const nearest = columns.reduce(
      (best, column, index) =>
        Math.abs(column.left - left) < Math.abs((columns[best]?.left ?? 0) - left) ? index : best,
      0,
    );
    const column = over[0] ?? nearest;
    const before = cells.at(-1);
    if (before && before.column + before.columns > column) before.text += ` ${text}`;
    else cells.push({ column, columns: Math.max(1, over.length), rows: 1, text });
  }
  return cells;
}
