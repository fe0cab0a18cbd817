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
  it('goes by even months, with what was known at the end of each and the line beside it', () => {
    const entries = reported(['2019-03-10', '60'], ['2019-03-31', '115'], ['2019-06-19', '216']);

    expect(ticks(entries, '2019-06-24')).toEqual([
      '3月底 115 99',
      '4月底 115 132',
      '5月底 115 165',
      '6月24日 216 192',
    ]);
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
      '10月底',
      '11月底',
      '12月底',
      '2020年1月10日',
    ]);
  });

  it('keeps to what Slack takes, and has its unit upright in the title', () => {
    const entries = reported(['2018-01-31', '1'], ['2019-12-31', '400']);
    const [chart] = chartBlocks(target, readTicks(target, entries, '2019-12-31'));

    expect(chart?.title).toBe('填报与应到（个）');
    expect(chart?.chart.axis_config).not.toHaveProperty('y_label');
    expect(chart?.chart.axis_config.categories).toHaveLength(12);
    expect(new Set(chart?.chart.axis_config.categories).size).toBe(12);
  });

  it('is left out where there is one tick or none', () => {
    expect(chartBlocks(target, readTicks(target, [], '2019-06-24'))).toEqual([]);
    expect(chartBlocks(target, readTicks(target, reported(['2019-06-24', '1']), '2019-06-24'))).toEqual([]);
  });
});
