import { inverseDocumentFrequency, saturate } from './bm25.ts';
import { readGrams } from './grams.ts';
import { createTermTable, type TermTable } from './term-table.ts';

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
  /**
   * Finds what shares pairs or characters with a question, best first, at most `limit`; of two that are as good, the one
   * that shares an earlier gram of the question comes first, then the one given first.
   */
  search(grams: readonly string[], limit: number): readonly ZoneHit[];
};

/** The usual parameters of BM25. */
const BM25 = { k: 1.2, b: 0.6 } as const;

/**
 * Indexes documents by the pairs and characters of their zones, each zone with its boost. What a gram adds to a document
 * does not depend on the question, so it is reckoned once and a search only adds up.
 */
export function createZoneIndex<Zone extends string>(
  documents: readonly ZonedDocument<Zone>[],
  boost: Readonly<Record<Zone, number>>,
): ZoneIndex {
  const table = createTermTable();
  const postings = gatherPostings(documents, boost, table);

  return {
    search(grams, limit) {
      const scores = new Float64Array(documents.length);
      const hits: number[] = [];
      for (const gram of new Set(grams)) {
        const term = table.find(gram);
        if (term === undefined) continue;
        const end = postings.starts[term + 1] ?? 0;
        for (let at = postings.starts[term] ?? 0; at < end; at += 1) {
          const document = postings.documents[at] ?? 0;
          const score = scores[document] ?? 0;
          // Every gram adds something, so 0 means that nothing was added yet.
          if (score === 0) hits.push(document);
          scores[document] = score + (postings.scores[at] ?? 0);
        }
      }
      const scoreOf = (document: number): number => scores[document] ?? 0;
      hits.sort((a, b) => scoreOf(b) - scoreOf(a));
      const best = scoreOf(hits[0] ?? -1);
      return hits.slice(0, limit).flatMap((document) => {
        const known = documents[document];
        return known ? [{ id: known.id, place: document, relevance: scoreOf(document) / best }] : [];
      });
    },
  };
}

/** Reckons what each term adds to which documents. Apart from the index, which would keep all that is made on the way. */
function gatherPostings<Zone extends string>(
  documents: readonly ZonedDocument<Zone>[],
  boost: Readonly<Record<Zone, number>>,
  table: TermTable,
): Postings {
  const gathered: Gathered = { terms: [], documents: [], scores: [] };
  /** Where what a term adds to a document was gathered. */
  const places = new Map<number, number>();
  const gather = (term: number, document: number, score: number): void => {
    const key = term * documents.length + document;
    const place = places.get(key);
    if (place !== undefined) {
      gathered.scores[place] = (gathered.scores[place] ?? 0) + score;
      return;
    }
    places.set(key, gathered.terms.length);
    gathered.terms.push(term);
    gathered.documents.push(document);
    gathered.scores.push(score);
  };
  // Many documents have a text in common: the sentence they stand in, the headings above them.
  const read = new Map<string, ReadonlyMap<number, number>>();
  const readCounts = (text: string): ReadonlyMap<number, number> => {
    const counts = read.get(text) ?? countTerms(readGrams(text).map(table.add));
    read.set(text, counts);
    return counts;
  };
  for (const zone in boost) {
    const counted = documents.map(({ zones }) => readCounts(zones[zone]));
    const documentFrequencies = new Uint32Array(table.terms.length);
    for (const counts of counted)
      for (const term of counts.keys()) documentFrequencies[term] = (documentFrequencies[term] ?? 0) + 1;
    const collection = {
      size: documents.length,
      averageLength: counted.reduce((mean, { size }, at) => (mean * at + size) / (at + 1), 0),
      documentFrequencies,
    };
    for (const [document, counts] of counted.entries())
      for (const [term, count] of counts) {
        const held = saturate(count, counts.size / collection.averageLength, BM25);
        const score = boost[zone] * inverseDocumentFrequency(collection, term) * held;
        gather(term, document, score);
      }
  }
  return sortByTerm(gathered, table.terms.length);
}

function countTerms(terms: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** What terms add to documents, in the order in which it was found. */
type Gathered = { readonly terms: number[]; readonly documents: number[]; readonly scores: number[] };

/** What each term adds to which documents, one term after another. */
type Postings = {
  /** Where the documents of a term begin; those of the next one end them. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
};

function sortByTerm({ terms, documents, scores }: Gathered, termCount: number): Postings {
  const starts = new Uint32Array(termCount + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const postings = {
    starts,
    documents: new Uint32Array(terms.length),
    scores: new Float64Array(terms.length),
  };
  for (const [place, term] of terms.entries()) {
    const at = next[term] ?? 0;
    next[term] = at + 1;
    postings.documents[at] = documents[place] ?? 0;
    postings.scores[at] = scores[place] ?? 0;
  }
  return postings;
}
