import MiniSearch from 'minisearch';
import { readGrams } from './grams.ts';

/** Something to be found by several texts: its zones, from its own words outwards. All normalised. */
export type ZonedDocument<Zone extends string> = {
  readonly id: string;
  readonly zones: Readonly<Record<Zone, string>>;
};

export type ZoneHit = {
  readonly id: string;
  /** Its place among the documents. */
  readonly place: number;
  /** 1 for the best of a search; compares hits of one search only. */
  readonly relevance: number;
};

export type ZoneIndex = {
  /** Finds what shares pairs or characters with a question, best first, at most `limit`. */
  search(grams: readonly string[], limit: number): readonly ZoneHit[];
};

/** The usual parameters of BM25, without MiniSearch's bonus for each matching term. */
const BM25 = { k: 1.2, b: 0.6, d: 0 } as const;

/** MiniSearch keeps several Maps for each term, and most pairs of characters stand in the same places as some others. */
class GramIndex<Document> extends MiniSearch<Document> {
  /**
   * Leaves one of all terms that stand in the same places, and returns it for each of the others: half of the memory. Nothing
   * may be added afterwards.
   */
  joinAlike(): ReadonlyMap<string, string> {
    const kept = new Map<string, string>();
    const joined = new Map<string, string>();
    const postings = new Map<string, Map<number, number>>();
    for (const [term, fields] of [...this._index]) {
      let places = '';
      for (const [field, held] of fields) {
        const key = [...held].join(' ');
        const known = postings.get(key) ?? held;
        postings.set(key, known);
        fields.set(field, known);
        places += `${field}:${key};`;
      }
      const first = kept.get(places);
      if (first === undefined) kept.set(places, term);
      else {
        joined.set(term, first);
        this._index.delete(term);
      }
    }
    return joined;
  }
}

/** Indexes documents by the pairs and characters of their zones, each zone with its boost. */
export function createZoneIndex<Zone extends string>(
  documents: readonly ZonedDocument<Zone>[],
  boost: Readonly<Record<Zone, number>>,
): ZoneIndex {
  // As in passage-index.ts: thousands of characters below the root of MiniSearch's tree make building it slow.
  const keys = new Map<string, string>();
  const keyOf = (gram: string): string => {
    const key = keys.get(gram) ?? `t${keys.size}`;
    keys.set(gram, key);
    return key;
  };
  // Many documents have a text in common: the sentence they stand in, the headings above them.
  const read = new Map<string, string[]>();
  const index = new GramIndex<{ id: number }>({
    fields: Object.keys(boost),
    tokenize: (text) => {
      const known = read.get(text) ?? readGrams(text).map(keyOf);
      read.set(text, known);
      return known;
    },
    processTerm: (term) => term,
  });
  index.addAll(documents.map(({ zones }, place) => ({ id: place, ...zones })));
  const joined = index.joinAlike();
  for (const [gram, key] of keys) keys.set(gram, joined.get(key) ?? key);
  read.clear();
  return {
    search(grams, limit) {
      const asked = [...new Set(grams)].flatMap((gram) => keys.get(gram) ?? []);
      const found = index.search(asked.join(' '), {
        tokenize: (text) => text.split(' '),
        boost: { ...boost },
        bm25: BM25,
      });
      // MiniSearch multiplies by the number of matched terms, which counts each pair a second time.
      const hits = found.map(({ id, score, terms }) => ({
        place: Number(id),
        score: score / Math.max(1, terms.length),
      }));
      const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
      return hits
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .flatMap(({ place, score }) => {
          const document = documents[place];
          return document ? [{ id: document.id, place, relevance: score / best }] : [];
        });
    },
  };
}
