import { describe, expect, it } from 'vitest';
import { describeCollection, inverseDocumentFrequency, saturate } from '../../src/search/bm25.ts';

describe('describeCollection', () => {
  it('counts a term once for each text that holds it', () => {
    const collection = describeCollection([Uint32Array.of(0, 0, 1), Uint32Array.of(1)], 3);

    expect(collection).toEqual({ size: 2, averageLength: 2, documentFrequencies: Uint32Array.of(1, 2, 0) });
  });

  it('has an average length without any text', () => {
    expect(describeCollection([], 0).averageLength).toBe(0);
  });
});

describe('inverseDocumentFrequency', () => {
  it('falls with every text that holds the term, and stays above zero', () => {
    const collection = describeCollection([Uint32Array.of(0, 1), Uint32Array.of(0)], 2);

    const [common, rare] = [0, 1].map((term) => inverseDocumentFrequency(collection, term));

    expect(common).toBeGreaterThan(0);
    expect(rare).toBeGreaterThan(common ?? 0);
  });
});

describe('saturate', () => {
  const parameters = { k: 1.2, b: 0.6 };

  it.each([
    { count: 0, relativeLength: 1, factor: 0 },
    { count: 1, relativeLength: 1, factor: 1 },
    { count: 2, relativeLength: 1, factor: 1.375 },
  ])('gives $factor for $count in a text of average length', ({ count, relativeLength, factor }) => {
    expect(saturate(count, relativeLength, parameters)).toBeCloseTo(factor, 10);
  });

  it('stays below k + 1 and holds long texts back', () => {
    expect(saturate(1e6, 1, parameters)).toBeLessThan(2.2);
    expect(saturate(1, 2, parameters)).toBeLessThan(saturate(1, 1, parameters));
  });
});
