import type { Block } from './blocks.ts';
import { countCharacters, countTables } from './check-message.ts';
import { LIMITS } from './limits.ts';
import { countCellCharacters } from './tables.ts';

/** How much of one of Slack's limits is used. */
export type Usage = { readonly name: string; readonly used: number; readonly limit: number };

/** How close blocks of a message come to the limits they could break, in the order Slack would check them. */
export function measureBlocks(blocks: readonly Block[]): readonly Usage[] {
  return [
    { name: '块数', used: blocks.length, limit: LIMITS.message.blocks },
    { name: '全部文字', used: countCharacters(blocks), limit: LIMITS.message.characters },
    ...largest('最长的 section', LIMITS.text, blocks, (block) =>
      block.type === 'section' ? (block.text?.text.length ?? 0) : undefined,
    ),
    ...largest('最多的 actions', LIMITS.actions, blocks, (block) =>
      block.type === 'actions' ? block.elements.length : undefined,
    ),
    ...(countTables(blocks) === 0
      ? []
      : [{ name: '表格数', used: countTables(blocks), limit: LIMITS.message.tables }]),
    ...largest('table 字数', LIMITS.table.characters, blocks, (block) =>
      block.type === 'table' ? countCellCharacters(block.rows) : undefined,
    ),
    ...largest('data_table 行数', LIMITS.dataTable.rows, blocks, (block) =>
      block.type === 'data_table' ? block.rows.length : undefined,
    ),
    ...largest('图表数', LIMITS.message.charts, blocks, (block) =>
      block.type === 'data_visualization'
        ? blocks.filter(({ type }) => type === 'data_visualization').length
        : undefined,
    ),
  ];
}

/** The largest measure among the blocks it applies to; nothing when it applies to none. */
function largest(
  name: string,
  limit: number,
  blocks: readonly Block[],
  measure: (block: Block) => number | undefined,
): readonly Usage[] {
  const measured = blocks.map(measure).filter((size) => size !== undefined);
  return measured.length === 0 ? [] : [{ name, used: Math.max(...measured), limit }];
}
