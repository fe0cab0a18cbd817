import type { Knowledge } from '../../knowledge/knowledge.ts';
import { createTokenizer, type Tokenizer } from '../../search/tokenize.ts';
import { PROVINCE_GROUPS } from '../language/places.ts';
import { type Alternatives, mapGroups } from './word-alternatives.ts';

/** What the libraries of all reports have in common, whatever the reports print. */
export type Vocabulary = {
  readonly tokenizer: Tokenizer;
  /** The words people reviewed to mean the same. */
  readonly synonyms: Alternatives;
  /** These, and everyday words that mean the same. */
  readonly groups: Alternatives;
};

/** Prepares the words of a knowledge that do not depend on its reports. */
export function createVocabulary({ synonyms, words }: Pick<Knowledge, 'synonyms' | 'words'>): Vocabulary {
  return {
    // Names of figures stay cut into words: a question says them in parts and in another order.
    tokenizer: createTokenizer({ words: synonyms.flat() }),
    synonyms: mapGroups(synonyms),
    groups: mapGroups([...synonyms, ...words.groups, ...PROVINCE_GROUPS]),
  };
}
