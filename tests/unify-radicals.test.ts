import { describe, expect, it } from 'vitest';
import { unifyRadicals } from '../src/unify-radicals.ts';

describe('unifyRadicals', () => {
  it.each([
    { text: '⺠⽣⽀出', unified: '民生支出' },
    { text: '⻋辆', unified: '车辆' },
    { text: '⻄部⻔店', unified: '西部门店' },
    { text: '⻢⻥⻛⻅', unified: '马鱼风见' },
    { text: '⽔⼒发电', unified: '水力发电' },
    { text: '医疗⻓护险', unified: '医疗长护险' },
    { text: '⼤⼩学⽣', unified: '大小学生' },
    { text: '⾼速公路', unified: '高速公路' },
    { text: '⻘少年', unified: '青少年' },
    { text: '⺀', unified: '⺀' },
    { text: '没有一个部首', unified: '没有一个部首' },
  ])('writes $text as $unified', ({ text, unified }) => {
    expect(unifyRadicals(text)).toBe(unified);
  });

  it('keeps the length, so that offsets stay true', () => {
    const radicals = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, index) =>
      String.fromCharCode(0x2e80 + index),
    ).join('');

    expect(unifyRadicals(radicals)).toHaveLength(radicals.length);
  });
});
