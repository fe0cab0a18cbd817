import { describe, expect, it } from 'vitest';
import { nextOrder, sortRows } from '../../../src/workspace/page/blocks/sort-rows.ts';

const text = (content: string) => ({ type: 'raw_text', text: content }) as const;
const number = (value: number) => ({ type: 'raw_number', value, text: `${value}个` }) as const;

describe('sortRows', () => {
  const rows = [number(30), number(4), number(200)].map((cell) => [cell]);

  it('sorts a column of numbers by value, both ways, and gives the order back', () => {
    const up = nextOrder(null, 0);
    const down = nextOrder(up, 0);
    const shown = (order: typeof up) => sortRows(rows, order).map(([cell]) => cell);

    expect(shown(up)).toEqual([number(4), number(30), number(200)]);
    expect(shown(down)).toEqual([number(200), number(30), number(4)]);
    expect(nextOrder(down, 0)).toBeNull();
    expect(sortRows(rows, null)).toBe(rows);
  });

  it('sorts mixed cells by their text', () => {
    const mixed = [[number(30)], [text('未填报')], [number(4)]];

    expect(sortRows(mixed, { column: 0, direction: 'ascending' })).toEqual([
      [number(30)],
      [number(4)],
      [text('未填报')],
    ]);
  });
});
