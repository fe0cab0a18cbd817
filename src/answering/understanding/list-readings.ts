import { rememberLately } from '../../search/remember-lately.ts';
import { isPlace } from '../language/places.ts';
import type { Library } from '../library.ts';
import { ASIDES } from '../scoring/fitted-model.ts';
import { leaveAsides } from './aside-tagger.ts';

/** A normalised message without what is only said beside its question; every report that is asked reads the same. */
export const readAsked = rememberLately((text) => leaveAsides(text, ASIDES));

/**
 * The ways to read a normalised message, likeliest first: without what is only said beside its question, and as a whole. No
 * place is ever left out.
 */
export function listReadings(text: string, library: Library): readonly [string, ...string[]] {
  const asked = readAsked(text);
  return asked === text || leavesPlace(text, asked, library) ? [text] : [asked, text];
}

/** Whether a place is said and left out: that of a report, by any name (`全市`), or another. */
function leavesPlace(text: string, asked: string, { lexicon, knowledge, tokenizer }: Library): boolean {
  const isLeft = (word: string): boolean => text.includes(word) && !asked.includes(word);
  return (
    knowledge.reports.some(({ places }) => places.some(isLeft)) ||
    lexicon
      .readTerms(text)
      .some(({ text: word, role }) => role === 'scope' && isLeft(word) && isPlace(word, tokenizer))
  );
}
