import { NO_PAIR_BEHIND } from '../joined-pairs.ts';

/**
 * What normalised text is compared by: every pair of neighbouring Han characters, and every number or Latin word whole.
 * Pairs need no dictionary, so a word cut wrongly is still found.
 */
export function readPairs(text: string): string[] {
  if (BEYOND_BASIC_PLANE.test(text)) return readPairsByPattern(text);
  const pairs: string[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const kind = kindAt(text, at);
    at += 1;
    if (kind === HAN)
      for (; kindAt(text, at) === HAN; at += 1) {
        const pair = text.slice(at - 1, at + 1);
        // 进出口 says 出口 of no one thing.
        if (at - 2 < start || NO_PAIR_BEHIND.get(pair) !== text.charAt(at - 2)) pairs.push(pair);
      }
    else if (kind === WORD) {
      while (kindAt(text, at) === WORD || kindAt(text, at) === INNER) at += 1;
      pairs.push(text.slice(start, at));
    }
  }
  return pairs;
}

/** Every Han character of a text, repetitions kept. */
export function readCharacters(text: string): string[] {
  if (BEYOND_BASIC_PLANE.test(text)) return text.match(/\p{Script=Han}/gu) ?? [];
  const characters: string[] = [];
  for (let at = 0; at < text.length; at += 1) if (kindAt(text, at) === HAN) characters.push(text.charAt(at));
  return characters;
}

/** The Han characters of a text alone. */
export const hanOf = (text: string): string => readCharacters(text).join('');

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

/** Characters of two UTF-16 units, which are rare; text without them is read unit by unit. */
const BEYOND_BASIC_PLANE = /[\ud800-\udfff]/;

/** What reading unit by unit comes to, for any text, and slower. */
function readPairsByPattern(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.matchAll(RUN)) {
    if (!isHan(run)) pairs.push(run);
    else
      for (let at = 0; at + 1 < run.length; at += 1) {
        const pair = run.slice(at, at + 2);
        if (at === 0 || NO_PAIR_BEHIND.get(pair) !== run.charAt(at - 1)) pairs.push(pair);
      }
  }
  return pairs;
}

const RUN = /\p{Script=Han}+|[\p{Script=Latin}\d][\p{Script=Latin}\d.:%+]*/gu;
/** Whether a word begins with a Han character. */
export const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** Kinds of UTF-16 units: Han characters, what begins a word or number, what may go on in one, and all others. */
const HAN = 1;
const WORD = 2;
const INNER = 3;
const OTHER = 4;

/** By UTF-16 unit, 0 until it is first met: thousands of questions are read at every start. */
const kinds = new Uint8Array(2 ** 16);

/** The kind of the unit at a place; `OTHER` behind the end. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const code = text.charCodeAt(at);
  const known = kinds[code] ?? OTHER;
  if (known !== 0) return known;
  const kind = readKind(text.charAt(at));
  kinds[code] = kind;
  return kind;
}

function readKind(unit: string): number {
  if (isHan(unit)) return HAN;
  if (/[\p{Script=Latin}\d]/u.test(unit)) return WORD;
  return /[.:%+]/.test(unit) ? INNER : OTHER;
}
