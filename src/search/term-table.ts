/** Numbers the terms of one index from 0, in the order they are first seen. */
export type TermTable = {
  /** Every term; its place is its number. */
  readonly terms: readonly string[];
  /** The number of a term, given a new one if it has none. */
  add(term: string): number;
  /** The number of a term, or undefined when the index does not hold it. */
  find(term: string): number | undefined;
};

/** Creates a table that holds some terms, numbered in their order. */
export function createTermTable(held: readonly string[] = []): TermTable {
  const terms = [...held];
  const numbers = new Map(terms.map((term, number) => [term, number]));
  return {
    terms,
    add(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, terms.length);
      return terms.push(term) - 1;
    },
    find: (term) => numbers.get(term),
  };
}
