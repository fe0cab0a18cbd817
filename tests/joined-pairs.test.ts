import { describe, expect, it } from 'vitest';
import { says } from '../src/joined-pairs.ts';
import { readPairs } from '../src/search/grams.ts';

describe('a pair written as one word', () => {
  it.each([
    ['货物进出口总额', '出口', false],
    ['货物进出口总额', '出口总额', false],
    ['货物进出口总额', '进出口', true],
    ['进出口总额中,出口', '出口', true],
    ['各项存贷款余额', '贷款余额', false],
    ['各项贷款余额', '贷款余额', true],
    ['出口商品', '进口', false],
  ])('%s says %s: %s', (text, word, expected) => {
    expect(says(text, word)).toBe(expected);
  });

  it('has no pair of characters for its second half', () => {
    expect(readPairs('进出口额')).toEqual(['进出', '口额']);
    expect(readPairs('出口额')).toEqual(['出口', '口额']);
  });
});
