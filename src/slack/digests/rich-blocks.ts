import type { KnownBlock } from '@slack/types';

/** Blocks Slack takes since June 2026 that @slack/types 3.2 does not list; docs.slack.dev/reference/block-kit. */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar' | 'line';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
};

export type DataTableBlock = {
  readonly type: 'data_table';
  readonly caption: string;
  readonly rows: readonly (readonly { readonly type: 'raw_text'; readonly text: string }[])[];
  readonly page_size: number;
  readonly row_header_column_index: number;
};

export type DigestBlock = KnownBlock | ChartBlock | DataTableBlock;

export function isRichBlock(block: DigestBlock): block is ChartBlock | DataTableBlock {
  return block.type === 'data_visualization' || block.type === 'data_table';
}
