import type { Saying } from '../../knowledge/word-lists.ts';
import { normalizeText as normalize } from '../../search/normalize.ts';

/** Words by what may stand for them, all normalised. */
export type Alternatives = ReadonlyMap<string, readonly string[]>;

type AlternativesOptions = {
  /** Words of which any stands for any other. */
  readonly groups: readonly (readonly string[])[];
  /** Words of a field of government, which may be parts of one another (`居民收入`, `收入`). */
  readonly fields?: readonly (readonly string[])[];
  readonly sayings?: readonly Saying[];
  /** What is said for a printed word is said for these too: 穷人 for 贫困人口 and so for 扶贫对象. */
  readonly synonyms?: Alternatives;
  /** Everything the reports print, normalised. */
  readonly searched?: string;
};

/** The same words are read three times. */
const normalized = new Map<string, string>();
const normalizeText = (word: string): string => {
  const kept = normalized.get(word) ?? normalize(word);
  normalized.set(word, kept);
  return kept;
};

/**
 * Which words may stand for a word. Those of a field only where the reports use them, and never for a longer one that
 * contains them: a word that is made of one they use (造林面积) is better read in its parts.
 */
export function mapAlternatives(options: AlternativesOptions): Alternatives {
  const { groups, fields = [], sayings = [], synonyms = new Map(), searched = '' } = options;
  const map = new Map<string, Set<string>>();
  const add = (word: string, alternatives: readonly string[]): void => {
    const others = map.get(word) ?? new Set<string>();
    for (const other of alternatives) if (other !== word) others.add(other);
    map.set(word, others);
  };
  for (const group of groups) {
    const words = group.map(normalizeText);
    for (const word of words) add(word, words);
  }
  for (const group of fields) {
    const words = group.map(normalizeText);
    const printed = words.filter((word) => word.length > 1 && searched.includes(word));
    for (const word of words) {
      const others = printed.filter((other) => other !== word && !isMadeOf(word, other));
      const isMadeUp = !printed.includes(word) && printed.some((other) => isMadeOf(word, other));
      if (others.length > 0 && !isMadeUp) add(word, others);
    }
  }
  for (const { printed, said } of sayings) {
    const words = printed.map(normalizeText);
    const meant = [...words, ...words.flatMap((word) => synonyms.get(word) ?? [])];
    // What no report prints is better read in its parts (一共|投 where there is no 总投资).
    if (!meant.some((word) => searched.includes(word))) continue;
    for (const word of said) add(normalizeText(word), meant);
  }
  return new Map([...map].map(([word, others]) => [word, [...others]]));
}

/** Whether a word is another with more to it; one character more (中小学|生) makes little of a difference. */
const isMadeOf = (word: string, other: string): boolean =>
  word.includes(other) && word.length - other.length > 1;
