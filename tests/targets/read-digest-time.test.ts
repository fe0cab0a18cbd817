import { describe, expect, it } from 'vitest';
import type { Every } from '../../src/targets/cadence.ts';
import { readDayNear, readDigestTime, readTimeOfAnyDigest } from '../../src/targets/read-digest-time.ts';

/** A Monday. */
const TODAY = '2019-06-24';

type Row = { text: string; every: Every; from: string; to: string };

describe('readDigestTime', () => {
  it.each<Row>([
    { text: '', every: 'week', from: '2019-06-17', to: '2019-06-23' },
    { text: '最新', every: 'week', from: '2019-06-17', to: '2019-06-23' },
    { text: '本周', every: 'week', from: '2019-06-17', to: '2019-06-23' },
    { text: '上周', every: 'week', from: '2019-06-17', to: '2019-06-23' },
    { text: '上个星期', every: 'week', from: '2019-06-17', to: '2019-06-23' },
    { text: '上上周', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '第24周', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '２４周', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '第52周', every: 'week', from: '2018-12-24', to: '2018-12-30' },
    { text: '2019年第52周', every: 'week', from: '2019-12-23', to: '2019-12-29' },
    { text: '昨天', every: 'week', from: '2019-06-17', to: '2019-06-23' },
    { text: '2019年6月17号', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '6月17日', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '六月十七号', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '17号', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '6.17', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '12月31日', every: 'week', from: '2018-12-24', to: '2018-12-30' },
    { text: '本月', every: 'month', from: '2019-06-01', to: TODAY },
    { text: '上个月', every: 'month', from: '2019-05-01', to: '2019-05-31' },
    { text: '5月', every: 'month', from: '2019-05-01', to: '2019-05-31' },
    { text: '五月份', every: 'month', from: '2019-05-01', to: '2019-05-31' },
    { text: '2019.5', every: 'month', from: '2019-05-01', to: '2019-05-31' },
    { text: '11月', every: 'month', from: '2018-11-01', to: '2018-11-30' },
    { text: '一季度', every: 'quarter', from: '2019-01-01', to: '2019-03-31' },
    { text: 'Q1', every: 'quarter', from: '2019-01-01', to: '2019-03-31' },
    { text: '上季度', every: 'quarter', from: '2019-01-01', to: '2019-03-31' },
    { text: '本季度', every: 'quarter', from: '2019-04-01', to: TODAY },
    { text: '四季度', every: 'quarter', from: '2018-10-01', to: '2018-12-31' },
  ])('reads “$text” of a $every', ({ text, every, from, to }) => {
    const read = readDigestTime(text, every, TODAY);

    expect(read).toMatchObject({ asOf: to, period: { from, to } });
  });

  it.each<{ text: string; every: Every }>([
    { text: '6月31日', every: 'week' },
    { text: '2019-02-30', every: 'week' },
    { text: '2019年6月', every: 'week' },
    { text: '第54周', every: 'week' },
    { text: '13月', every: 'month' },
    { text: '上周', every: 'month' },
    { text: '五季度', every: 'quarter' },
    { text: '24', every: 'week' },
    { text: '上半年', every: 'quarter' },
  ])('does not guess what “$text” of a $every is', ({ text, every }) => {
    expect(readDigestTime(text, every, TODAY)).toBeNull();
  });
});

describe('readTimeOfAnyDigest', () => {
  it.each<Row>([
    { text: '2019年5月', every: 'week', from: '2019-05-01', to: '2019-05-31' },
    { text: '5月', every: 'week', from: '2019-05-01', to: '2019-05-31' },
    { text: '上个月', every: 'week', from: '2019-05-01', to: '2019-05-31' },
    { text: '一季度', every: 'week', from: '2019-01-01', to: '2019-03-31' },
    { text: '上周', every: 'month', from: '2019-06-17', to: '2019-06-23' },
    { text: '第24周', every: 'month', from: '2019-06-10', to: '2019-06-16' },
    { text: '2019.6.17', every: 'week', from: '2019-06-10', to: '2019-06-16' },
    { text: '', every: 'month', from: '2019-06-01', to: TODAY },
  ])('reads “$text”, asked of a $every', ({ text, every, from, to }) => {
    expect(readTimeOfAnyDigest(text, every, TODAY)).toMatchObject({ asOf: to, period: { from, to } });
  });

  it.each(['6月31日', '第54周', '13月', '五季度', '24', '上半年'])('does not guess what “%s” is', (text) => {
    expect(readTimeOfAnyDigest(text, 'week', TODAY)).toBeNull();
  });
});

describe('readDayNear', () => {
  it.each([
    { text: '7月2日', today: '2019-06-28', day: '2019-07-02' },
    { text: '10.1', today: '2019-09-30', day: '2019-10-01' },
    { text: '12月28日', today: '2019-01-05', day: '2018-12-28' },
    { text: '2018年7月2日', today: '2019-06-28', day: '2018-07-02' },
  ])('reads “$text” on $today as the nearest day of that name', ({ text, today, day }) => {
    expect(readDayNear(text, today)).toBe(day);
  });
});
