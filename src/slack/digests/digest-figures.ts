import type { DigestTarget } from '../../targets/digest.ts';
import {
  DIGEST_WORDS,
  expectedText,
  isWithinTolerance,
  latestAndGoalText,
  reasonText,
  STATUS_LABELS,
  sharesOf,
} from '../../targets/digest-wording.ts';
import { contextBlock } from '../blocks/elements.ts';
import type { ChartBlock, DataTableBlock, DigestBlock } from './rich-blocks.ts';

/** Bars that can be told apart on a phone; Slack takes 20. */
const MAX_BARS = 8;

/** Longer names leave no room for the bars; the table has them whole. */
const MAX_LABEL = 10;

/** Targets in order although behind their line that are explained one by one. */
const MAX_EXPLAINED = 3;

/** Progress beside expected progress, in per cent of the way; the table has the numbers behind them. */
export function chartBlocks(targets: readonly DigestTarget[]): ChartBlock[] {
  const seen = new Set<string>();
  const bars = targets
    .flatMap((target) => {
      const label = shortName(target.name);
      const shares = sharesOf(target);
      if (!shares || seen.has(label)) return [];
      seen.add(label);
      return [{ label, ...shares }];
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
            name: DIGEST_WORDS.achieved,
            data: bars.map(({ label, achieved }) => ({ label, value: achieved })),
          },
          {
            name: DIGEST_WORDS.expected,
            data: bars.map(({ label, expected }) => ({ label, value: expected })),
          },
        ],
        // The unit stands in the title: beside the axis it would be turned on its side.
        axis_config: { categories: bars.map(({ label }) => label) },
      },
    },
  ];
}

function shortName(name: string): string {
  return name.length <= MAX_LABEL ? name : `${name.slice(0, MAX_LABEL - 1)}…`;
}

/** The targets as a table that a phone holds. */
export function tableBlocks(
  targets: readonly DigestTarget[],
  markOf: (target: DigestTarget) => string,
): DigestBlock[] {
  if (targets.length === 0) return [];
  const cells = (texts: readonly string[]) => texts.map((text) => ({ type: 'raw_text', text }) as const);
  const table: DataTableBlock = {
    type: 'data_table',
    caption: DIGEST_WORDS.numbers,
    rows: [
      cells(DIGEST_WORDS.columns),
      ...targets.map((target) =>
        cells([
          target.name,
          `${STATUS_LABELS[target.status].sign} ${STATUS_LABELS[target.status].short}`,
          latestAndGoalText(target, markOf(target)),
          expectedText(target) ?? '—',
        ]),
      ),
    ],
    page_size: 20,
    row_header_column_index: 0,
  };
  return [table];
}

/** Why some lights are green although their targets are behind the line. */
export function toleranceBlocks(targets: readonly DigestTarget[]): DigestBlock[] {
  return targets
    .filter(isWithinTolerance)
    .slice(0, MAX_EXPLAINED)
    .map((target) => contextBlock(DIGEST_WORDS.tolerated(target.name, reasonText(target))));
}
