import { describe, expect, it } from 'vitest';
import { chartBlocks, readTicks } from '../../../src/slack/targets/target-card-chart.ts';
import type { Entry } from '../../../src/targets/entry.ts';
import { makeNumericTarget, makeValueEntry } from '../../support/target-builders.ts';

const target = makeNumericTarget();

const reported = (...values: readonly (readonly [string, string])[]): Entry[] =>
  values.map(([asOf, value], index) => ({ ...makeValueEntry({ asOf, value }), seq: index + 1 }));

const ticks = (entries: readonly Entry[], today: string) =>
  readTicks(target, entries, today).map(({ label, value, expected }) => `${label} ${value} ${expected}`);

describe('the chart of a card', () => {
  it('goes by even steps of weeks back from today, with what was known then and the line beside it', () => {
    const entries = reported(['2019-03-10', '60'], ['2019-03-31', '115'], ['2019-06-19', '216']);

    expect(ticks(entries, '2019-06-24')).toEqual([
      '3月18日 60 84',
      '4月1日 115 100',
      '4月15日 115 115',
      '4月29日 115 130',
      '5月13日 115 146',
      '5月27日 115 161',
      '6月10日 115 176',
      '6月24日 216 192',
    ]);
  });

  it.each([
    { from: '2019-06-03', to: '2019-06-24' },
    { from: '2019-01-05', to: '2019-06-24' },
    { from: '2018-01-31', to: '2019-12-31' },
  ])('is to scale from $from to $to: as many days between any two neighbours', ({ from, to }) => {
    const days = readTicks(target, reported([from, '1'], [to, '400']), to).map(({ label }) => {
      const [, year = '2019', month, day] = /(?:(\d{4})年)?(\d+)月(\d+)日/u.exec(label) ?? [];
      return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
    });
    const steps = days.slice(1).map((day, index) => day - (days[index] ?? 0));

    expect(new Set(steps).size).toBe(1);
    expect(days.length).toBeGreaterThan(2);
    // No report is left before the axis but for less than one step.
    expect((days[0] ?? 0) - Date.parse(from) / 86_400_000).toBeLessThan(steps[0] ?? 0);
  });

  it('goes by even weeks back from today while there are few months', () => {
    const entries = reported(['2019-06-01', '150'], ['2019-06-19', '191']);

    expect(ticks(entries, '2019-06-24')).toEqual([
      '6月3日 150 169',
      '6月10日 150 176',
      '6月17日 150 184',
      '6月24日 191 192',
    ]);
  });

  it('ends with the year, and says so of reports after it', () => {
    const entries = reported(['2019-10-31', '300'], ['2020-01-10', '400']);

    expect(readTicks(target, entries, '2020-03-01').map(({ label }) => label)).toEqual([
      '11月1日',
      '11月8日',
      '11月15日',
      '11月22日',
      '11月29日',
      '12月6日',
      '12月13日',
      '12月20日',
      '12月27日',
      '2020年1月3日',
      '2020年1月10日',
    ]);
  });

  it('keeps to what Slack takes, and has its unit upright in the title', () => {
    const entries = reported(['2018-01-31', '1'], ['2019-12-31', '400']);
    const [chart] = chartBlocks(target, readTicks(target, entries, '2019-12-31'));

    expect(chart?.title).toBe('填报与应到（个）');
    expect(chart?.chart.axis_config).not.toHaveProperty('y_label');
    expect(chart?.chart.axis_config.categories.length).toBeLessThanOrEqual(12);
    expect(new Set(chart?.chart.axis_config.categories).size).toBe(
      chart?.chart.axis_config.categories.length,
    );
  });

  it('is left out where there is one tick or none', () => {
    expect(chartBlocks(target, readTicks(target, [], '2019-06-24'))).toEqual([]);
    expect(chartBlocks(target, readTicks(target, reported(['2019-06-24', '1']), '2019-06-24'))).toEqual([]);
  });
});
