import { describe, expect, it } from 'vitest';
import { indexOfValue, listNumerals } from '../../src/evaluation/numerals.ts';

describe('listNumerals', () => {
  it.each([
    { text: '546元、410元', numerals: ['546', '410'] },
    { text: '45.35亿元', numerals: ['45.35'] },
    { text: '1∶0.76', numerals: ['1', '0.76'] },
    { text: '\uFF11\uFF12\uFF13\uFF14和1,234', numerals: ['1234', '1,234'] },
    { text: '没有数', numerals: [] },
  ])('lists $numerals of “$text”', ({ text, numerals }) => {
    expect(listNumerals(text)).toEqual(numerals);
  });
});

describe('indexOfValue', () => {
  it.each([
    { text: '58万件、8个', value: '8', at: 5 },
    { text: '10.6亿', value: '6', at: -1 },
    { text: '5.3亿', value: '5', at: -1 },
    { text: '第十四届', value: '十四', at: 1 },
    { text: '1∶0.76。', value: '0.76', at: 2 },
  ])('finds $value of “$text” at $at', ({ text, value, at }) => {
    expect(indexOfValue(text, value)).toBe(at);
  });
});
