import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, readCharacters, readGrams, readPairs } from '../../src/search/grams.ts';

describe('readPairs', () => {
  it.each([
    { text: '低保标准', pairs: ['低保', '保标', '标准'] },
    { text: '58.27亿元', pairs: ['58.27', '亿元'] },
    { text: 'pm2.5 浓度', pairs: ['pm2.5', '浓度'] },
    { text: '老', pairs: [] },
    { text: '?!', pairs: [] },
  ])('reads $text', ({ text, pairs }) => {
    expect(readPairs(text)).toEqual(pairs);
  });

  it('reads any text as the pattern of its runs says, and characters too', () => {
    const run = /\p{Script=Han}+|[\p{Script=Latin}\d][\p{Script=Latin}\d.:%+]*/gu;
    const characters = fc.constantFrom(
      '低',
      '保',
      '〇',
      '𠮷',
      ',',
      '.',
      '%',
      '9',
      'a',
      'é',
      'λ',
      '😀',
      ' ',
      '\ud842',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(characters, fc.string({ unit: 'binary', maxLength: 2 }))), (parts) => {
        const text = parts.join('');
        const pairs = [...text.matchAll(run)].flatMap(([found]) =>
          /^\p{Script=Han}/u.test(found)
            ? Array.from({ length: found.length - 1 }, (_, at) => found.slice(at, at + 2))
            : [found],
        );
        expect(readPairs(text)).toEqual(pairs);
        expect(readCharacters(text)).toEqual(text.match(/\p{Script=Han}/gu) ?? []);
      }),
      { numRuns: 500 },
    );
  });

  it('never reaches across anything left out', () => {
    expect(readPairs('低保,标准')).not.toContain('保标');
  });
});

describe('readGrams', () => {
  it('holds every Han character once for each time it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('低', '保', ',', '9', 'a'), { maxLength: 20 }), (characters) => {
        const text = characters.join('');
        const han: readonly string[] = characters.filter((each) => /\p{Script=Han}/u.test(each));
        expect(readCharacters(text)).toEqual(han);
        expect(readGrams(text).filter((gram) => gram.length === 1 && han.includes(gram))).toHaveLength(
          han.length,
        );
      }),
    );
  });
});

describe('overlap', () => {
  it('is the share both hold', () => {
    expect(overlap(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(1 / 3);
    expect(overlap(new Set(), new Set())).toBe(0);
  });
});
