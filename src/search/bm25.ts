/** How fast repetition stops paying (`k`) and how much long texts are held back (`b`, 0 to 1). */
export type Bm25Parameters = { readonly k: number; readonly b: number };

/** What BM25 has to know about a collection of texts. */
export type Collection = {
  readonly size: number;
  /** In terms. */
  readonly averageLength: number;
  /** How many texts hold a term, by its number. */
  readonly documentFrequencies: Uint32Array;
};

/** Counts a collection of texts, each given as its term numbers, all below `termCount`. */
export function describeCollection(texts: readonly Uint32Array[], termCount: number): Collection {
  const documentFrequencies = new Uint32Array(termCount);
  let length = 0;
  for (const terms of texts) {
    length += terms.length;
    for (const term of new Set(terms)) documentFrequencies[term] = (documentFrequencies[term] ?? 0) + 1;
  }
  return { size: texts.length, averageLength: length / Math.max(1, texts.length), documentFrequencies };
}

/** How telling a term is: the rarer, the more (Robertson and Sparck Jones, kept above zero as Lucene does). */
export function inverseDocumentFrequency(collection: Collection, term: number): number {
  const frequency = collection.documentFrequencies[term] ?? 0;
  return Math.log(1 + (collection.size - frequency + 0.5) / (frequency + 0.5));
}

/** The factor for a term that occurs `count` times: 0 when absent, always below `k` + 1. */
export function saturate(count: number, relativeLength: number, { k, b }: Bm25Parameters): number {
  return count === 0 ? 0 : (count * (k + 1)) / (count + k * (1 - b + b * relativeLength));
}
