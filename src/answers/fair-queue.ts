/** A queue in which people take turns: whoever has been served and waits on goes to the end. */
export type FairQueue<Item> = {
  add(personId: string, item: Item): void;
  /** Puts an item before all others, whoever they belong to. */
  addFirst(item: Item): void;
  take(): Item | undefined;
  /** Takes all that is left. */
  takeAll(): readonly Item[];
  size(): number;
};

export function createFairQueue<Item>(): FairQueue<Item> {
  const first: Item[] = [];
  /** In the order in which people are served. */
  const waiting = new Map<string, Item[]>();

  function take(): Item | undefined {
    if (first.length > 0) return first.shift();
    for (const [personId, items] of waiting) {
      const item = items.shift();
      waiting.delete(personId);
      if (items.length > 0) waiting.set(personId, items);
      return item;
    }
    return undefined;
  }

  const size = (): number => [...waiting.values()].reduce((sum, { length }) => sum + length, first.length);

  return {
    add(personId, item) {
      const items = waiting.get(personId);
      if (items) items.push(item);
      else waiting.set(personId, [item]);
    },
    addFirst: (item) => first.unshift(item),
    take,
    takeAll: () => Array.from({ length: size() }, take).flatMap((item) => (item === undefined ? [] : [item])),
    size,
  };
}
