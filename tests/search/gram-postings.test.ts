import { describe, expect, it } from 'vitest';
import { type GramPostings, indexGrams, openPostings } from '../../src/search/gram-postings.ts';
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

  /** The documents that hold a gram in a zone, each followed by how often. */
  function find(postings: GramPostings, gram: string, zone: (typeof zones)[number]): number[] {
    const { from, end } = postings.rangeOf(table.find(gram) ?? table.terms.length, zones.indexOf(zone));
    return [...postings.places.subarray(from, end)];
  }

  it('says which documents hold a gram in a zone, and how often', () => {
    const postings = openPostings(lists);

    expect(find(postings, '低保', 'own')).toEqual([0, 2]);
    expect(find(postings, '低保', 'above')).toEqual([1, 1]);
    expect(find(postings, '救', 'own')).toEqual([1, 1]);
    expect(find(postings, '天气', 'own')).toEqual([]);
  });

  it('tells how long documents are beside the average', () => {
    // Four different grams in one, three in the other.
    expect([...openPostings(lists).lengthsIn(zones.indexOf('own'))]).toEqual([4 / 3.5, 3 / 3.5]);
  });

  it('opens what was kept', () => {
    expect(find(openPostings(structuredClone(lists)), '低保', 'own')).toEqual([0, 2]);
  });
});
