/** Numbers the terms of one index from 0, in the order they are first seen. */
export type TermTable = {
  /** Every term; its place is its number. */
  readonly terms: readonly string[];
  /** The number of a term, given a new one if it has none. */
  add(term: string): number;
  /** The number of a term, or undefined when the index does not hold it. */
  find(term: string): number | undefined;
};

export function createTermTable(): TermTable {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
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
