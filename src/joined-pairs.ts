/** Words for two things at once, and each of the two. */
export const JOINED_PAIRS: readonly (readonly [pair: string, halves: readonly [string, string]])[] = [
  ['男女', ['男', '女']],
  ['存贷款', ['存款', '贷款']],
  ['进出口', ['进口', '出口']],
];

const LAST_HALVES = JOINED_PAIRS.map(([pair, [, last]]) => ({
  pair,
  last,
  before: pair.slice(0, pair.length - last.length),
}));

/** Pairs of characters that are no word where this one stands before them: 出口 behind 进. */
export const NO_PAIR_BEHIND: ReadonlyMap<string, string> = new Map(
  LAST_HALVES.map(({ last, before }) => [last, before]),
);

/**
 * Whether a text says a word, other than as the second half of a pair that is written as one.
 *
 * @example says('进出口总额', '出口') // false
 */
export function says(text: string, word: string): boolean {
  const found = text.indexOf(word);
  if (found < 0) return false;
  const half = LAST_HALVES.find(({ last, pair }) => word.startsWith(last) && text.includes(pair));
  if (!half) return true;
  for (let at = found; at >= 0; at = text.indexOf(word, at + 1))
    if (!text.startsWith(half.before, at - half.before.length)) return true;
  return false;
}
