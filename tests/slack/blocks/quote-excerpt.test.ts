import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround } from '../../../src/slack/blocks/quote-excerpt.ts';

const excerptText = (quote: string, marked: string, max: number) => {
  const start = quote.indexOf(marked);
  const excerpt = excerptAround(quote, { start, end: start + marked.length }, max);
  return excerpt && quote.slice(excerpt.start, excerpt.end);
};

describe('excerptAround', () => {
  it.each([
    { name: 'all of a short quote', quote: '甲。乙5元。丙。', max: 20, excerpt: '甲。乙5元。丙。' },
    {
      name: 'all of a quote exactly as long as allowed',
      quote: '甲。乙5元。',
      max: 6,
      excerpt: '甲。乙5元。',
    },
    {
      name: 'whole sentences after the mark first',
      quote: '甲。乙5元。丙。',
      max: 6,
      excerpt: '乙5元。丙。',
    },
    { name: 'then sentences before it', quote: '甲。乙5元。丙丙丙丙。', max: 7, excerpt: '甲。乙5元。' },
    {
      name: 'clauses when the sentence is too long',
      quote: '甲甲甲甲,乙5元,丙。',
      max: 6,
      excerpt: '乙5元,丙。',
    },
    { name: 'nothing when even the clause is too long', quote: '甲甲甲甲乙5元丙', max: 5, excerpt: null },
  ])('takes $name', ({ quote, max, excerpt }) => {
    expect(excerptText(quote, '5元', max)).toBe(excerpt);
  });

  it('never cuts a number, and always holds the mark', () => {
    const piece = fc.constantFrom('养老', '12345.67万元', '。', ',', ';', '1,234', '\n');
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), fc.integer({ min: 8, max: 60 }), (before, after, max) => {
        const quote = `${before.join('')},98765元,${after.join('')}`;
        const excerpt = excerptText(quote, '98765元', max);

        if (excerpt === null) return;
        expect(excerpt).toContain('98765元');
        expect(excerpt.length).toBeLessThanOrEqual(max);
        expect(quote.split(excerpt)[0]?.match(/\d$/u)).toBeNull();
      }),
    );
  });
});
