import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmountLike, parseAmount, splitValueAndUnit } from '../../src/targets/amount.ts';

describe('parseAmount', () => {
  it.each([
    { text: '400', amount: '400' },
    { text: ' 1,234.50 ', amount: '1234.5' },
    { text: '1∶0.76', amount: '0.76' },
    { text: '546:410', amount: '0.75091575091575091575' },
    { text: '60', amount: '60' },
    { text: '-3', amount: '-3' },
    { text: '−1.2', amount: '-1.2' },
    { text: '－1,234.5', amount: '-1234.5' },
    { text: '--3', amount: null },
    { text: '3-', amount: null },
    { text: '-1∶0.76', amount: null },
    { text: '1∶', amount: null },
    { text: '0∶3', amount: null },
    { text: '1.2.3', amount: null },
    { text: '12,34', amount: null },
    { text: '四百', amount: null },
    { text: '', amount: null },
  ])('reads “$text” as $amount', ({ text, amount }) => {
    expect(parseAmount(text)?.toFixed() ?? null).toBe(amount);
  });

  it('reads back every decimal it is given, exactly', () => {
    const number = fc.tuple(fc.nat(), fc.stringMatching(/^[0-9]{1,12}$/));
    fc.assert(
      fc.property(number, ([whole, decimals]) => {
        expect(parseAmount(`${whole}.${decimals}`)?.eq(new Decimal(`${whole}.${decimals}`))).toBe(true);
      }),
    );
  });
});

describe('splitValueAndUnit', () => {
  it.each([
    { text: '1.2 万人', value: '1.2', unit: '万人' },
    { text: '1,200个', value: '1200', unit: '个' },
    { text: '62%', value: '62', unit: '%' },
    { text: '−1.2%', value: '-1.2', unit: '%' },
    { text: '1:0.77', value: '1∶0.77', unit: '' },
  ])('splits “$text”', ({ text, value, unit }) => {
    expect(splitValueAndUnit(text)).toEqual({ value, unit });
  });

  it.each(['约100个', '', '个100', '100个又5个'])('refuses “%s”', (text) => {
    expect(splitValueAndUnit(text)).toBeNull();
  });
});

describe('formatAmountLike', () => {
  it('writes a ratio beside a ratio', () => {
    expect(formatAmountLike(new Decimal('0.75091'), '1∶0.76', 3)).toBe('1∶0.751');
    expect(formatAmountLike(new Decimal('191.8'), '400', 0)).toBe('192');
  });
});
