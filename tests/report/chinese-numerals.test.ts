import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseNumeral } from '../../src/report/chinese-numerals.ts';

describe('parseChineseNumeral', () => {
  it.each([
    { text: '零', value: 0 },
    { text: '两', value: 2 },
    { text: '九', value: 9 },
    { text: '十', value: 10 },
    { text: '十四', value: 14 },
    { text: '二十', value: 20 },
    { text: '三十五', value: 35 },
    { text: '百', value: 100 },
    { text: '一百零六', value: 106 },
    { text: '一百二十', value: 120 },
    { text: '三千两百', value: 3200 },
    { text: '二〇一九', value: 2019 },
    { text: '一万', value: 10_000 },
    { text: '一万五千亿', value: 1_500_000_000_000 },
    { text: '两千三百亿', value: 230_000_000_000 },
    { text: '一千零五十亿', value: 105_000_000_000 },
    { text: '三十二万四千', value: 324_000 },
    { text: '三亿零五十万', value: 300_500_000 },
    { text: '壹佰贰拾万', value: 1_200_000 },
    { text: '六点七八', value: 6.78 },
    { text: '十二点零五', value: 12.05 },
    { text: '三四十', value: 40 },
    { text: '七八百', value: 800 },
    { text: '十七八', value: 18 },
    { text: '两三万', value: 30_000 },
  ])('reads $text as $value', ({ text, value }) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['', '甲', '十甲', '1', '点五', '三点', '一点二点三', '万甲'])('refuses “%s”', (text) => {
    expect(parseChineseNumeral(text)).toBeNull();
  });

  it('reads every number below ten thousand back from its usual spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        expect(parseChineseNumeral(spell(number))).toBe(number);
      }),
    );
  });
});

/** The usual spelling of a number from 1 to 9999, built digit by digit from the right. */
function spell(number: number): string {
  const powers = ['', '十', '百', '千'];
  return [...String(number)]
    .map((digit, index, all) => ({ digit: Number(digit), power: powers[all.length - 1 - index] ?? '' }))
    .map(({ digit, power }) => (digit === 0 ? '零' : `${'零一二三四五六七八九'.charAt(digit)}${power}`))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '');
}
