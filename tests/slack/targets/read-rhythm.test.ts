import { describe, expect, it } from 'vitest';
import { readRhythm } from '../../../src/slack/targets/read-rhythm.ts';

describe('readRhythm', () => {
  it.each([
    { text: '', rhythm: {} },
    { text: '每周', rhythm: {} },
    { text: '每月', rhythm: { every: 'month' } },
    { text: '每季', rhythm: { every: 'quarter' } },
    { text: '周五 17:00', rhythm: { every: 'week', cadence: { every: 'week', weekday: 5 }, time: '17:00' } },
    { text: '每周一 9:00', rhythm: { every: 'week', cadence: { every: 'week', weekday: 1 }, time: '09:00' } },
    {
      text: '星期天晚上八点半',
      rhythm: { every: 'week', cadence: { every: 'week', weekday: 7 }, time: '20:30' },
    },
    {
      text: '每月５号 上午9点',
      rhythm: { every: 'month', cadence: { every: 'month', day: 5 }, time: '09:00' },
    },
    { text: '每月最后一天', rhythm: { every: 'month', cadence: { every: 'month', day: 31 } } },
    { text: '每季度十五日', rhythm: { every: 'quarter', cadence: { every: 'quarter', day: 15 } } },
    { text: '每月30号 25:00', rhythm: { every: 'month' } },
  ])('reads “$text”', ({ text, rhythm }) => {
    expect(readRhythm(text)).toEqual(rhythm);
  });
});
