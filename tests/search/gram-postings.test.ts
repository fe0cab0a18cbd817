import { describe, expect, it } from 'vitest';
import { indexGrams, openPostings } from '../../src/search/gram-postings.ts';
import { createTermTable } from '../../src/search/term-table.ts';

describe('indexGrams', () => {
  const zones = ['own', 'above'] as const;
  const table = createTermTable();
  const lists = indexGrams(
    [
      { id: 'a', zones: { own: '低保低保', above: '救助' } },
      { id: 'b', zones: { own: '救助', above: '低保' } },
    ],
    zones,
    table,
  );

  it('says which documents hold a gram in a zone, and how often', () => {
    const postings = openPostings(lists, zones, table);

    expect([...postings.find('低保', 'own')]).toEqual([0, 2]);
    expect([...postings.find('低保', 'above')]).toEqual([1, 1]);
    expect([...postings.find('救', 'own')]).toEqual([1, 1]);
    expect([...postings.find('天气', 'own')]).toEqual([]);
  });

  it('tells how long documents are beside the average', () => {
    // Four different grams in one, three in the other.
    expect([...openPostings(lists, zones, table).lengthsIn('own')]).toEqual([4 / 3.5, 3 / 3.5]);
  });

  it('opens what was kept with the numbers of its grams', () => {
    const kept = openPostings(structuredClone(lists), zones, createTermTable(table.terms));

    expect([...kept.find('低保', 'own')]).toEqual([0, 2]);
  });
});
