import { parseAmount } from '../../targets/amount.ts';
import { dayText } from '../../targets/digest-wording.ts';
import { selectEffective } from '../../targets/effective-entries.ts';
import { type Entry, type EntryOf, isValue } from '../../targets/entry.ts';
import { judgeTarget } from '../../targets/judge-target.ts';
import { addDays, daysBetween, type LocalDate } from '../../targets/local-date.ts';
import type { NumericTarget, Target } from '../../targets/target.ts';
import type { ChartBlock } from '../digests/rich-blocks.ts';
import { CARD } from './target-messages.ts';

/** Ticks of one chart, the newest; Slack takes 20. */
const MAX_TICKS = 12;

/** A day of the axis: what had last been reported by then, and what would have been on the line. */
export type CardTick = {
  readonly label: string;
  readonly value: string;
  readonly expected: string | null;
};

/** What counts of a target's history, a point for each day. */
export function readPoints(target: Target, history: readonly Entry[]): readonly CardTick[] {
  if (target.kind !== 'numeric') return [];
  return readValues(history)
    .slice(-MAX_TICKS)
    .map(({ asOf, value }) => ({
      label: dayLabel(asOf, target.year),
      value,
      expected: expectedOn(target, history, asOf),
    }));
}

/**
 * The same by even steps of time, since Slack puts points at even distances: by week, or by several weeks where there are
 * many. Between two reports the earlier one still is what is known.
 */
export function readTicks(target: Target, history: readonly Entry[], today: LocalDate): readonly CardTick[] {
  if (target.kind !== 'numeric') return [];
  const values = readValues(history);
  const first = values[0]?.asOf;
  const last = values.at(-1)?.asOf;
  if (first === undefined || last === undefined) return [];
  const until = [last, today < target.dueOn ? today : target.dueOn].toSorted().at(-1) ?? last;
  return listDays(first, until).map((day) => ({
    label: dayLabel(day, target.year),
    value: values.findLast(({ asOf }) => asOf <= day)?.value ?? '',
    expected: expectedOn(target, history, day),
  }));
}

/** The latest value of each day, oldest first. */
function readValues(history: readonly Entry[]): readonly EntryOf<'value'>[] {
  const { measurements } = selectEffective(history, { asOf: '9999-12-31', knownBefore: null });
  return [...new Map(measurements.filter(isValue).map((entry) => [entry.asOf, entry])).values()];
}

function expectedOn(target: NumericTarget, history: readonly Entry[], day: LocalDate): string | null {
  return judgeTarget(target, history, { asOf: day, knownBefore: null }).expected;
}

/** Days as many whole weeks apart as it takes to fit them in, back from the last: even steps, so the axis is to scale. */
function listDays(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const weeks = Math.floor(daysBetween(from, to) / 7);
  const step = 7 * Math.max(1, Math.ceil(weeks / (MAX_TICKS - 1)));
  const days: LocalDate[] = [];
  for (let day = to; day >= from; day = addDays(day, -step)) days.unshift(day);
  return days;
}

/** Labels must differ, and a report may come after the year has ended. */
function dayLabel(day: LocalDate, year: number): string {
  return day.startsWith(`${year}-`) ? dayText(day) : `${day.slice(0, 4)}年${dayText(day)}`;
}

/** The chart in words: `填报与应到（个）：3月31日 60（应到99），6月21日 185（应到188）`; empty where there would be none. */
export function pointsText(target: Target, points: readonly CardTick[]): string {
  if (target.kind !== 'numeric' || points.length < 2) return '';
  const shown = points.map(({ label, value, expected }) => {
    const line = expected === null ? '' : `（${CARD.line}${expected}）`;
    return `${label} ${value}${line}`;
  });
  return `${CARD.chart(target.unit)}：${shown.join('，')}`;
}

/** What was reported beside what was expected, to scale; one point is no line. */
export function chartBlocks(target: Target, ticks: readonly CardTick[]): ChartBlock[] {
  if (target.kind !== 'numeric' || ticks.length < 2) return [];
  const read = (text: string): number => parseAmount(text)?.toNumber() ?? 0;
  const line = ticks.flatMap(({ label, expected }) =>
    expected === null ? [] : [{ label, value: read(expected) }],
  );
  return [
    {
      type: 'data_visualization',
      // The unit stands here: beside the axis it would be turned on its side.
      title: CARD.chart(target.unit),
      chart: {
        type: 'line',
        series: [
          { name: CARD.reported, data: ticks.map(({ label, value }) => ({ label, value: read(value) })) },
          // A series has to cover every category, so the line is drawn whole or not at all.
          ...(line.length === ticks.length ? [{ name: CARD.line, data: line }] : []),
        ],
        axis_config: { categories: ticks.map(({ label }) => label) },
      },
    },
  ];
}
