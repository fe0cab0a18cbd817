import { describe, expect, it } from 'vitest';
import { readGrams } from '../../src/search/grams.ts';
import { createZoneIndex } from '../../src/search/zone-index.ts';

describe('createZoneIndex', () => {
  const index = createZoneIndex(
    [
      { id: 'heading', zones: { own: '临时救助人次', above: '低保标准' } },
      { id: 'own', zones: { own: '低保标准', above: '社会救助' } },
      { id: 'other', zones: { own: '福彩销售额', above: '慈善事业' } },
    ],
    { own: 2, above: 0.5 },
  );

  it('puts what says it itself before what only stands under such a heading', () => {
    const hits = index.search(readGrams('低保标准'), 10);

    expect(hits.map(({ id }) => id)).toEqual(['own', 'heading']);
    expect(hits[0]?.relevance).toBe(1);
  });

  it('finds a word that was cut in two by characters', () => {
    expect(index.search(readGrams('销售'), 10).map(({ id }) => id)).toEqual(['other']);
  });

  it('finds nothing where nothing is shared, and no more than asked for', () => {
    expect(index.search(readGrams('天气'), 10)).toEqual([]);
    expect(index.search(readGrams('低保标准'), 1)).toHaveLength(1);
  });
});
