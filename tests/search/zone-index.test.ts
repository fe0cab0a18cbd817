import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
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

  it('scores each zone of a report as MiniSearch scores a field', () => {
    const boost = { own: 2, above: 0.6 };
    const lines = readFileSync('seeds/000_756653252c613bca.txt', 'utf8').split('\n');
    const documents = lines.map((own, at) => ({ id: `${at}`, zones: { own, above: lines[at - 1] ?? '' } }));
    const reference = new MiniSearch({
      fields: ['own', 'above'],
      tokenize: readGrams,
      processTerm: (gram) => gram,
    });
    reference.addAll(documents.map(({ id, zones }) => ({ id, ...zones })));
    const asked = [...new Set(readGrams('城市和农村低保标准是多少'))];

    const hits = createZoneIndex(documents, boost).search(asked, 20);

    const scores = new Map(
      reference
        .search(asked.join(' '), {
          tokenize: (text) => text.split(' '),
          boost,
          bm25: { k: 1.2, b: 0.6, d: 0 },
        })
        .map(({ id, score, terms }): [string, number] => [id, score / terms.length]),
    );
    const best = Math.max(...scores.values());
    expect(hits).toHaveLength(20);
    for (const { id, relevance } of hits) expect(relevance).toBeCloseTo((scores.get(id) ?? 0) / best, 9);
  });
});
