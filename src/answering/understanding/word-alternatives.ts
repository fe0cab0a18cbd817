import type { Saying } from '../../knowledge/word-lists.ts';
import { normalizeText as normalize } from '../../search/normalize.ts';

/** Words by what may stand for them, all normalised. */
export type Alternatives = Pick<ReadonlyMap<string, readonly string[]>, 'get' | 'has'>;

/** Maps words of groups, of which any stands for any other of its group. */
export function mapGroups(groups: readonly (readonly string[])[]): Alternatives {
  const map = createDraft();
  for (const group of groups) {
    const words = group.map(normalizeText);
    for (const word of words) map.add(word, words);
  }
  return map.finish();
}

type AlternativesOptions = {
  /** What holds whatever is printed; it is shared, and only what the reports add is kept beside it. */
  readonly everywhere: Alternatives;
  /** Words of a field of government, which may be parts of one another (`居民收入`, `收入`). */
  readonly fields?: readonly (readonly string[])[];
  readonly sayings?: readonly Saying[];
  /** What is said for a printed word is said for these too: 穷人 for 贫困人口 and so for 扶贫对象. */
  readonly synonyms?: Alternatives;
  /** Whether the reports print a normalised word. */
  readonly isPrinted: (word: string) => boolean;
};

/** The same words are read for every report. */
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
  const { everywhere, fields = [], sayings = [], synonyms, isPrinted } = options;
  const map = createDraft(everywhere);
  for (const group of fields) {
    const words = group.map(normalizeText);
    const printed = words.filter((word) => word.length > 1 && isPrinted(word));
    if (printed.length === 0) continue;
    for (const word of words) {
      const others = printed.filter((other) => other !== word && !isMadeOf(word, other));
      const isMadeUp = !printed.includes(word) && printed.some((other) => isMadeOf(word, other));
      if (others.length > 0 && !isMadeUp) map.add(word, others);
    }
  }
  for (const { printed, said } of sayings) {
    const words = printed.map(normalizeText);
    const meant = [...words, ...words.flatMap((word) => synonyms?.get(word) ?? [])];
    // What no report prints is better read in its parts (一共|投 where there is no 总投资).
    if (!meant.some(isPrinted)) continue;
    for (const word of said) map.add(normalizeText(word), meant);
  }
  return map.finish();
}

/** Gathers alternatives, each once and in order, beside those there are already. */
function createDraft(base?: Alternatives) {
  const sets = new Map<string, Set<string>>();
  return {
    add(word: string, alternatives: readonly string[]): void {
      const others = sets.get(word) ?? new Set(base?.get(word));
      for (const other of alternatives) if (other !== word) others.add(other);
      sets.set(word, others);
    },
    finish: (): Alternatives =>
      layOver(base, new Map([...sets].map(([word, others]) => [word, [...others]]))),
  };
}

/** Out of the draft, as what is made there keeps all of it: twice the memory of the alternatives. */
function layOver(base: Alternatives | undefined, own: ReadonlyMap<string, readonly string[]>): Alternatives {
  return {
    get: (word) => own.get(word) ?? base?.get(word),
    has: (word) => own.has(word) || base?.has(word) === true,
  };
}

/** Whether a word is another with more to it; one character more (中小学|生) makes little of a difference. */
const isMadeOf = (word: string, other: string): boolean =>
  word.includes(other) && word.length - other.length > 1;
