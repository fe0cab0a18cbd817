import { findAskings, isGeneralWord } from '../language/list-questions.ts';
import type { Term } from './lexicon.ts';

/** What a question in words asks for, as far as its own words say. */
export type Sought = {
  /**
   * Terms that only name the kind of thing asked for (`哪些企业`, `什么规矩`): the answer is one of that kind and need
   * not say so.
   */
  readonly kinds: ReadonlySet<Term>;
  /** Terms next to the asking that tell which points are wanted: `提升哪些能力`; a list has to be about them. */
  readonly focus: readonly Term[];
  /** Terms that tell the kind of thing more closely (`什么补贴政策`): any answer has to say them. */
  readonly details: readonly Term[];
};

/** Words for a kind of thing are short; longer ones name the thing itself (`养老机构`). */
const MAX_KIND_CHARS = 2;

/** Finds what a question (normalised) asks for among its terms. */
export function findSought(text: string, terms: readonly Term[]): Sought {
  const kinds = new Set<Term>();
  const focus = new Set<Term>();
  const details = new Set<Term>();
  for (const { before, after, isPlace } of findAskings(text)) {
    const verb = terms.find((term) => before.endsWith(term.text));
    if (verb && !isGeneralWord(verb.text)) focus.add(verb);
    const noun = longest(terms.filter((term) => after.startsWith(term.text)));
    if (!noun || isGeneralWord(noun.text)) continue;
    focus.add(noun);
    const next = after.slice(noun.text.length);
    if (terms.some((term) => next.startsWith(term.text) && term.wordClass === 'noun')) details.add(noun);
    else if (isNoun(noun) && noun.role !== 'soft' && !isPlace && noun.text.length <= MAX_KIND_CHARS)
      kinds.add(noun);
  }
  const named = terms.filter((term) => term.role !== 'soft' && !kinds.has(term));
  return {
    kinds: named.length > 0 ? kinds : new Set(),
    focus: [...focus],
    details: [...details],
  };
}

const isNoun = ({ wordClass }: Term): boolean => wordClass === 'noun' || wordClass === 'unlisted';

const longest = (terms: readonly Term[]): Term | undefined =>
  [...terms].sort((a, b) => b.text.length - a.text.length)[0];
