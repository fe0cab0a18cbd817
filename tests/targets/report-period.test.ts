import { describe, expect, it } from 'vitest';
import type { Every } from '../../src/targets/cadence.ts';
import { buildDigest } from '../../src/targets/digest.ts';
import { titleText } from '../../src/targets/digest-wording.ts';
import { findReportPeriod } from '../../src/targets/report-period.ts';

const titleOf = (every: Every, asOf: string, nominalOn?: string): string =>
  titleText(
    buildDigest({
      asOf,
      period: findReportPeriod(every, asOf, nominalOn),
      since: { from: asOf, asOf, knownBefore: null },
      knowledgeVersion: 'v',
      targets: [],
      entries: [],
      owners: new Map(),
    }),
  );

describe('a digest is titled with what it reports on:', () => {
  it.each([
    { every: 'week', asOf: '2019-06-24', title: '2019年第25周目标进度（6月17日至6月23日）' },
    { every: 'week', asOf: '2019-06-26', title: '目标进度（截至2019年6月26日）' },
    { every: 'week', asOf: '2019-12-31', title: '目标进度（截至2019年12月31日）' },
    { every: 'week', asOf: '2020-01-06', title: '2020年第1周目标进度（12月30日至1月5日）' },
    { every: 'month', asOf: '2019-07-01', title: '2019年6月目标进度' },
    { every: 'month', asOf: '2020-01-02', title: '2019年12月目标进度' },
    { every: 'month', asOf: '2019-07-15', title: '2019年6月目标进度' },
    { every: 'month', asOf: '2019-07-25', title: '2019年7月目标进度（截至7月25日）' },
    { every: 'quarter', asOf: '2019-07-01', title: '2019年第二季度目标进度' },
    { every: 'quarter', asOf: '2020-01-31', title: '2019年第四季度目标进度' },
    { every: 'quarter', asOf: '2019-08-05', title: '2019年第三季度目标进度（截至8月5日）' },
  ] as const)('$every, posted on $asOf: $title', ({ every, asOf, title }) => {
    expect(titleOf(every, asOf)).toBe(title);
  });

  it('the week before the Monday a holiday took it from', () => {
    expect(titleOf('week', '2019-10-08', '2019-10-07')).toBe('2019年第40周目标进度（9月30日至10月6日）');
  });

  it('the month before the 15th a weekend took it from', () => {
    expect(titleOf('month', '2019-06-17', '2019-06-15')).toBe('2019年5月目标进度');
  });
});
