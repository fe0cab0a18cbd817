/** How fast repetition stops paying (`k`) and how much long texts are held back (`b`, 0 to 1). */
export type Bm25Parameters = { readonly k: number; readonly b: number };

/** What BM25 has to know about a collection: how many texts hold each term, how many texts, how long on average. */
export type Collection = {
  readonly size: number;
  readonly averageLength: number;
  /** By term number. */
  readonly documentFrequencies: Uint32Array;
};

/** How telling a term is: the rarer, the more (Robertson and Sparck Jones, kept above zero as Lucene does). */
export function inverseDocumentFrequency(collection: Collection, term: number): number {
  const frequency = collection.documentFrequencies[term] ?? 0;
  return Math.log(1 + (collection.size - frequency + 0.5) / (frequency + 0.5));
}

/** The factor for a term that stands `count` times in a text of `length` terms: 0 when absent, below `k` + 1. */
export function saturate(count: number, relativeLength: number, { k, b }: Bm25Parameters): number {
  return count === 0 ? 0 : (count * (k + 1)) / (count + k * (1 - b + b * relativeLength));
}
