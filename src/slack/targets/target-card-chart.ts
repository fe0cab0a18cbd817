import { parseAmount } from '../../targets/amount.ts';
import { dayText } from '../../targets/digest-wording.ts';
import { selectEffective } from '../../targets/effective-entries.ts';
import type { Entry } from '../../targets/entry.ts';
import { judgeTarget } from '../../targets/judge-target.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import type { ChartBlock } from '../digests/rich-blocks.ts';
import { CARD } from './target-messages.ts';

/** Points of one chart, the newest; Slack takes 20, and every one of them also stands in words. */
const MAX_POINTS = 12;

/** What was reported for a day and what would have been on the line then. */
export type CardPoint = {
  readonly label: string;
  readonly value: string;
  readonly expected: string | null;
  readonly isSample: boolean;
};

/** What counts of a target's history, a point for each day. */
export function readPoints(target: Target, history: readonly Entry[]): readonly CardPoint[] {
  if (target.kind !== 'numeric') return [];
  const { measurements } = selectEffective(history, { asOf: '9999-12-31', knownBefore: null });
  const byDay = new Map(
    measurements.flatMap((entry) => (entry.kind === 'value' ? [[entry.asOf, entry] as const] : [])),
  );
  return [...byDay].slice(-MAX_POINTS).map(([day, { value, origin }]) => ({
    label: labelOf(day, target.year),
    value,
    isSample: origin === 'sample',
    expected: judgeTarget(target, history, { asOf: day, knownBefore: null }).expected,
  }));
}

/** Labels must differ, and a report may come after the year has ended. */
function labelOf(day: LocalDate, year: number): string {
  return day.startsWith(`${year}-`) ? dayText(day) : `${day.slice(0, 4)}年${dayText(day)}`;
}

/** The numbers of the chart in words: `3月31日 60个(应到99个);6月21日 185个(应到188个)`. */
export function pointsText(target: Target, points: readonly CardPoint[]): string {
  const unit = target.kind === 'numeric' ? target.unit : '';
  return points
    .map(({ label, value, expected, isSample }) => {
      const line = expected === null ? '' : `（${CARD.line}${expected}${unit}）`;
      return `${label} ${isSample ? CARD.sample : ''}${value}${unit}${line}`;
    })
    .join('；');
}

/** What was reported beside what was expected on the same days; one point is no line. */
export function chartBlocks(target: Target, points: readonly CardPoint[]): ChartBlock[] {
  if (target.kind !== 'numeric' || points.length < 2) return [];
  const read = (text: string): number => parseAmount(text)?.toNumber() ?? 0;
  const line = points.flatMap(({ label, expected }) =>
    expected === null ? [] : [{ label, value: read(expected) }],
  );
  return [
    {
      type: 'data_visualization',
      title: CARD.chart,
      chart: {
        type: 'line',
        series: [
          {
            name: points.some(({ isSample }) => isSample) ? CARD.reportedWithSamples : CARD.reported,
            data: points.map(({ label, value }) => ({ label, value: read(value) })),
          },
          // A series has to cover every category, so the line is drawn whole or not at all.
          ...(line.length === points.length ? [{ name: CARD.line, data: line }] : []),
        ],
        axis_config: {
          categories: points.map(({ label }) => label),
          ...(target.unit === '' ? {} : { y_label: target.unit }),
        },
      },
    },
  ];
}
