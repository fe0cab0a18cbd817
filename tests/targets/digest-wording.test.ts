import { describe, expect, it } from 'vitest';
import { leftText } from '../../src/targets/digest-wording.ts';
import type { NumericTarget } from '../../src/targets/target.ts';
import { makeNumericTarget } from '../support/target-builders.ts';

const of400: Partial<NumericTarget> = { goal: { printed: '400', amount: '400' }, unit: '个' };

describe('leftText', () => {
  it.each([
    { value: '216', changes: of400, left: '还差184个' },
    { value: '399.5', changes: of400, left: '还差0.5个' },
    { value: '400', changes: of400, left: '' },
    { value: '416', changes: of400, left: '' },
    { value: '216', changes: { ...of400, measure: 'level' }, left: '' },
    { value: '216', changes: { ...of400, comparator: 'at-most' }, left: '' },
  ] as const)('of $value is “$left”', ({ value, changes, left }) => {
    expect(leftText(value, makeNumericTarget(changes))).toBe(left);
  });

  it('counts to the year before what is only to pass it', () => {
    const target = makeNumericTarget({ comparator: 'increase', goal: null, unit: '亿元' });
    const baseline = {
      ...target,
      ...{ printed: '58.27', amount: '58.27', unit: '亿元', note: '' },
      comparability: 'same-measure' as const,
    };

    expect(leftText('24.3', { ...target, baseline })).toBe('离上年的58.27亿元还差33.97亿元');
    expect(leftText('24.3', { ...target, baseline: null })).toBe('');
  });
});
