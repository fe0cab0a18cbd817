/** Numbers the terms of one index from 0, in the order they are first seen. */
export type TermTable = {
  readonly size: number;
  /** The number of a term, given a new one if it has none. */
  add(term: string): number;
  /** The number of a term, or undefined when the index does not hold it. */
  find(term: string): number | undefined;
};

export function createTermTable(): TermTable {
  const numbers = new Map<string, number>();
  return {
    get size() {
      return numbers.size;
    },
    add(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, numbers.size);
      return numbers.size - 1;
    },
    find: (term) => numbers.get(term),
  };
}
