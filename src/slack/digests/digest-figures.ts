import type { DigestTarget } from '../../targets/digest.ts';
import {
  baselineText,
  DIGEST_WORDS,
  entryText,
  goalText,
  sharesOf,
  shareText,
  statusText,
} from '../../targets/digest-wording.ts';
import { contextBlock } from '../blocks/elements.ts';
import type { ChartBlock, DataTableBlock, DigestBlock } from './rich-blocks.ts';

/** Bars that can be told apart on a phone; Slack takes 20. */
const MAX_BARS = 12;

/** Slack's maximum for a chart's labels. */
const MAX_LABEL = 20;

/** Progress beside expected progress, in per cent of the way; the same numbers stand in the table. */
export function chartBlocks(targets: readonly DigestTarget[]): ChartBlock[] {
  const seen = new Set<string>();
  const bars = targets
    .flatMap((target) => {
      const label = target.name.slice(0, MAX_LABEL);
      const shares = sharesOf(target);
      if (!shares || seen.has(label)) return [];
      seen.add(label);
      return [{ label, ...shares, isSample: target.latest?.isSample === true }];
    })
    .slice(0, MAX_BARS);
  if (bars.length === 0) return [];
  return [
    {
      type: 'data_visualization',
      title: DIGEST_WORDS.chart,
      chart: {
        type: 'bar',
        series: [
          {
            name: bars.some(({ isSample }) => isSample)
              ? DIGEST_WORDS.achievedWithSamples
              : DIGEST_WORDS.achieved,
            data: bars.map(({ label, achieved }) => ({ label, value: achieved })),
          },
          {
            name: DIGEST_WORDS.expected,
            data: bars.map(({ label, expected }) => ({ label, value: expected })),
          },
        ],
        axis_config: { categories: bars.map(({ label }) => label), y_label: '%' },
      },
    },
  ];
}

/** The first targets as a table; `total` says how many there are. */
export function tableBlocks(targets: readonly DigestTarget[], total: number): DigestBlock[] {
  if (targets.length === 0) return [];
  const cells = (texts: readonly string[]) =>
    texts.map((text) => ({ type: 'raw_text', text: text === '' ? '—' : text }) as const);
  const table: DataTableBlock = {
    type: 'data_table',
    caption: DIGEST_WORDS.numbers,
    rows: [
      cells(DIGEST_WORDS.columns),
      ...targets.map((target) =>
        cells([
          target.name,
          statusText(target.status),
          entryText(target.latest, target.unit),
          goalText(target),
          target.expected === null ? '' : `${target.expected}${target.unit}`,
          shareText(target),
          baselineText(target),
          target.quote,
        ]),
      ),
    ],
    page_size: 20,
    row_header_column_index: 0,
  };
  return [
    table,
    ...(total > targets.length ? [contextBlock(DIGEST_WORDS.more(total - targets.length))] : []),
  ];
}
