import { saturate } from './bm25.ts';
import { chooseMost } from './choose-most.ts';
import { type GramLists, indexGrams, openPostings, type ZonedDocument } from './gram-postings.ts';
import { createTermTable, type TermTable } from './term-table.ts';

export type ZoneHit = {
  readonly id: string;
  /** Its place among the documents. */
  readonly place: number;
  /** 1 for the best of a search; compares hits of one search only. */
  readonly relevance: number;
};

export type ZoneIndex = {
  /**
   * Finds what shares pairs or characters with a question, best first: at most `limit`, and behind them those at the
   * places `also` asks for.
   */
  search(grams: readonly string[], limit: number, also?: ReadonlySet<number>): readonly ZoneHit[];
};

const NO_LENGTHS = new Float64Array();

/** The usual parameters of BM25. */
const BM25 = { k: 1.2, b: 0.6 } as const;

/** The numbers of grams, and lists of them that were made before. */
export type KnownGrams = { readonly table: TermTable; readonly lists: GramLists };

/** Indexes documents by the pairs and characters of their zones, each zone with its boost. */
export function createZoneIndex<Zone extends string>(
  documents: readonly ZonedDocument<Zone>[],
  boost: Readonly<Record<Zone, number>>,
  known?: KnownGrams,
): ZoneIndex {
  const zones: Zone[] = [];
  for (const zone in boost) zones.push(zone);
  const table = known?.table ?? createTermTable();
  const postings = openPostings(known?.lists ?? indexGrams(documents, zones, table));
  const { places } = postings;
  const lengths = zones.map((_, zone) => postings.lengthsIn(zone));
  const boosts = zones.map((zone) => boost[zone]);
  /** How telling a gram is that so many documents hold (Robertson and Sparck Jones, kept above zero as Lucene does). */
  const weigh = (holding: number): number =>
    Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));

  /** Adds up BM25 over the zones; what is found is in the order in which it was. */
  function sum(grams: Iterable<string>): { readonly found: number[]; readonly scores: Float64Array } {
    const found: number[] = [];
    const scores = new Float64Array(documents.length);
    for (const gram of grams) {
      const term = table.find(gram);
      if (term === undefined) continue;
      for (let zone = 0; zone < zones.length; zone += 1) {
        const { from, end } = postings.rangeOf(term, zone);
        if (from === end) continue;
        const weight = (boosts[zone] ?? 0) * weigh((end - from) / 2);
        const relative = lengths[zone] ?? NO_LENGTHS;
        for (let next = from; next < end; next += 2) {
          const place = places[next] ?? 0;
          const score = scores[place] ?? 0;
          // Every gram adds something, so 0 means that nothing was added yet.
          if (score === 0) found.push(place);
          scores[place] = score + weight * saturate(places[next + 1] ?? 0, relative[place] ?? 1, BM25);
        }
      }
    }
    return { found, scores };
  }

  return {
    search(grams, limit, also) {
      const { found, scores } = sum(new Set(grams));
      const scoreOf = (place: number): number => scores[place] ?? 0;
      const best = chooseMost(Float64Array.from(found, scoreOf), limit).flatMap((at) => found[at] ?? []);
      const chosen = new Set(best);
      const others = found
        .filter((place) => also?.has(place) && !chosen.has(place))
        .sort((a, b) => scoreOf(b) - scoreOf(a));
      const most = scoreOf(best[0] ?? others[0] ?? -1);
      return [...best, ...others].flatMap((place) => {
        const document = documents[place];
        return document ? [{ id: document.id, place, relevance: scoreOf(place) / most }] : [];
      });
    },
  };
}
