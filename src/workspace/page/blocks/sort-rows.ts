import { cellText } from '../../block-kit/cell-text.ts';
import type { Cell } from '../../block-kit/tables.ts';

export type SortOrder = { readonly column: number; readonly direction: 'ascending' | 'descending' };

/** Sorts rows by one column: by value when every cell of it is a number, by Chinese collation otherwise. */
export function sortRows(
  rows: readonly (readonly Cell[])[],
  order: SortOrder | null,
): readonly (readonly Cell[])[] {
  if (order === null) return rows;
  const factor = order.direction === 'ascending' ? 1 : -1;
  const cells = rows.map((row) => row[order.column]);
  const isNumeric = cells.every((cell) => cell?.type === 'raw_number');
  const compare = (a: Cell | undefined, b: Cell | undefined): number => {
    if (isNumeric && a?.type === 'raw_number' && b?.type === 'raw_number') return a.value - b.value;
    const [left, right] = [a, b].map((cell) => (cell === undefined ? '' : cellText(cell)));
    return (left ?? '').localeCompare(right ?? '', 'zh-CN');
  };
  return [...rows].sort((a, b) => factor * compare(a[order.column], b[order.column]));
}

/** The order after a press on a column's heading: up, down, as given. */
export function nextOrder(order: SortOrder | null, column: number): SortOrder | null {
  if (order?.column !== column) return { column, direction: 'ascending' };
  return order.direction === 'ascending' ? { column, direction: 'descending' } : null;
}
