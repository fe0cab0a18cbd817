import { useSignal } from '@preact/signals';
import type { BlockOf } from '../../block-kit/blocks.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { CellView, cellClass } from './cell-view.tsx';
import { nextOrder, type SortOrder, sortRows } from './sort-rows.ts';

/** Slack shows five rows where the bot does not say. */
const DEFAULT_PAGE_SIZE = 5;
const MARKS = { ascending: '▲', descending: '▼', none: '⇅' } as const;

/** A table one can sort by its headings and leaf through. */
export function DataTableBlock({ block }: { readonly block: BlockOf<'data_table'> }) {
  const order = useSignal<SortOrder | null>(null);
  const page = useSignal(0);
  const [head = [], ...rows] = block.rows;
  const pageSize = block.page_size ?? DEFAULT_PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const shown = sortRows(rows, order.value).slice(page.value * pageSize, (page.value + 1) * pageSize);
  const headerColumn = block.row_header_column_index ?? 0;
  const directionOf = (column: number) => (order.value?.column === column ? order.value.direction : 'none');
  return (
    <div class="data-table">
      <ScrollRegion class="table-scroll" label={block.caption}>
        <table>
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th
                  key={column}
                  scope="col"
                  class={rows.every((row) => row[column]?.type === 'raw_number') ? 'raw_number' : ''}
                  aria-sort={directionOf(column)}
                >
                  <button
                    type="button"
                    class="sort"
                    onClick={() => {
                      order.value = nextOrder(order.value, column);
                      page.value = 0;
                    }}
                  >
                    <CellView cell={cell} />{' '}
                    <span class="sort-mark" aria-hidden="true">
                      {MARKS[directionOf(column)]}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => {
                  const Tag = column === headerColumn ? 'th' : 'td';
                  return (
                    <Tag key={column} scope={Tag === 'th' ? 'row' : undefined} class={cellClass(cell)}>
                      <CellView cell={cell} />
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {pages > 1 && (
        <nav class="pages" aria-label={`${block.caption}的页`}>
          <button type="button" disabled={page.value === 0} onClick={() => page.value--}>
            上一页
          </button>
          <span>
            第 {page.value + 1} / {pages} 页
          </span>
          <button type="button" disabled={page.value === pages - 1} onClick={() => page.value++}>
            下一页
          </button>
        </nav>
      )}
    </div>
  );
}
