import MiniSearch from 'minisearch';
import { saturate } from './bm25.ts';
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

/** The usual parameters of BM25. */
const BM25 = { k: 1.2, b: 0.6 } as const;

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
  read.clear();
  const joined = index.joinAlike();
  for (const [gram, key] of keys) keys.set(gram, joined.get(key) ?? key);
  return {
    search(grams, limit) {
      const asked = [...new Set(grams)].flatMap((gram) => keys.get(gram) ?? []);
      const { hits, scores } = index.sum(asked, boost);
      const scoreOf = (place: number): number => scores[place] ?? 0;
      hits.sort((a, b) => scoreOf(b) - scoreOf(a));
      const best = scoreOf(hits[0] ?? -1);
      return hits.slice(0, limit).flatMap((place) => {
        const document = documents[place];
        return document ? [{ id: document.id, place, relevance: scoreOf(place) / best }] : [];
      });
    },
  };
}

/**
 * MiniSearch for questions of a hundred pairs and characters, most of which stand in many documents. What it keeps is as it
 * is; its own search makes a list and a table of matches for each document and term, which is most of its time.
 */
class GramIndex<Document> extends MiniSearch<Document> {
  /** By field: what the length of each document adds to a frequency. */
  private readonly lengths = new Map<number, Float64Array>();

  /**
   * Leaves one of all terms that stand in the same places, and returns it for each of the others: half of the memory, as
   * most pairs do. Nothing may be added afterwards.
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

  /** Adds up BM25 over terms, one given twice twice; the documents found are in the order in which they were. */
  sum(
    terms: readonly string[],
    boost: Readonly<Record<string, number>>,
  ): { readonly hits: number[]; readonly scores: Float64Array } {
    const hits: number[] = [];
    const scores = new Float64Array(this._nextId);
    for (const term of terms) {
      const fields = this._index.get(term);
      if (!fields) continue;
      for (const name in boost) {
        const field = this._fieldIds[name] ?? -1;
        const postings = fields.get(field);
        if (!postings) continue;
        const weight = (boost[name] ?? 1) * this.weigh(postings.size);
        const lengths = this.lengthsOf(field);
        postings.forEach((count, document) => {
          const score = scores[document] ?? 0;
          // Every term adds something, so 0 means that nothing was added yet.
          if (score === 0) hits.push(document);
          scores[document] = score + weight * saturate(count, lengths[document] ?? 1, BM25);
        });
      }
    }
    return { hits, scores };
  }

  /** How telling a term is that so many documents hold. */
  private weigh(holding: number): number {
    return Math.log(1 + (this._documentCount - holding + 0.5) / (holding + 0.5));
  }

  /** The lengths of all documents in a field, 1 for the average. */
  private lengthsOf(field: number): Float64Array {
    const known = this.lengths.get(field);
    if (known) return known;
    const lengths = Float64Array.from(
      { length: this._nextId },
      (_, document) => (this._fieldLength.get(document)?.[field] ?? 0) / (this._avgFieldLength[field] ?? 1),
    );
    this.lengths.set(field, lengths);
    return lengths;
  }
}
