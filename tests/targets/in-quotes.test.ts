import { describe, expect, it } from 'vitest';
import { inQuotes } from '../../src/targets/in-quotes.ts';

describe('inQuotes', () => {
  it('makes marks within single ones, so that a name does not end where it begins', () => {
    expect(inQuotes('“两学一做”常态化')).toBe('“‘两学一做’常态化”');
    expect(inQuotes('社区养老服务站')).toBe('“社区养老服务站”');
  });
});
