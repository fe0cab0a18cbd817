/**
 * What normalised text is compared by: every pair of neighbouring Han characters, and every number or Latin word whole.
 * Pairs need no dictionary, so a word cut wrongly is still found.
 */
export function readPairs(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.matchAll(RUN)) {
    if (!isHan(run)) pairs.push(run);
    else for (let at = 0; at + 1 < run.length; at += 1) pairs.push(run.slice(at, at + 2));
  }
  return pairs;
}

/** Every Han character of a text, repetitions kept. */
export function readCharacters(text: string): string[] {
  return text.match(/\p{Script=Han}/gu) ?? [];
}

/** Pairs and characters together: the terms of the index. */
export function readGrams(text: string): string[] {
  return [...readPairs(text), ...readCharacters(text)];
}

/** The share of two sets that both hold (Jaccard); 0 for two empty sets. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const each of left) if (right.has(each)) common += 1;
  return common / Math.max(1, left.size + right.size - common);
}

const RUN = /\p{Script=Han}+|[\p{Script=Latin}\d][\p{Script=Latin}\d.:%+]*/gu;
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);
