import type { BlockOf } from '../../block-kit/blocks.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { CellView, cellClass } from './cell-view.tsx';

/** A table as it is; its first row heads the columns. */
export function TableBlock({ block }: { readonly block: BlockOf<'table'> }) {
  const [head, ...rows] = block.rows;
  const align = (column: number) =>
    ({ textAlign: block.column_settings?.[column]?.align ?? 'left' }) as const;
  return (
    <ScrollRegion class="table-scroll" label="表格">
      <table>
        <thead>
          <tr>
            {head?.map((cell, column) => (
              <th key={column} scope="col" style={align(column)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={cellClass(cell)} style={align(column)}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
