import { rememberLately } from '../../search/remember-lately.ts';
import { isDistrictName, isPlaceName } from '../language/places.ts';
import type { Library } from '../library.ts';
import { ASIDES } from '../scoring/fitted-model.ts';
import { leaveAsides } from './aside-tagger.ts';
import type { Term } from './lexicon.ts';

/** Every report that is asked reads the same message. */
const readAsked = rememberLately((text) => leaveAsides(text, ASIDES));

/**
 * The ways to read a normalised message, likeliest first: without what is only said beside its question, and as a whole.
 * Where a thing of the report is said beside it, the whole comes first, as that may be what is asked about. No place is ever
 * left out.
 */
export function listReadings(text: string, library: Library): readonly [string, ...string[]] {
  const asked = readAsked(text);
  if (asked === text) return [text];
  const left = listLeftOut(text, asked, library);
  if (left.some((term) => isPlace(term, library)) || leavesPlace(text, asked, library)) return [text];
  return left.length > 0 ? [text, asked] : [asked, text];
}

/** The things of the report, and the places, that a message names and what is left of it does not. */
function listLeftOut(text: string, asked: string, { lexicon }: Library): readonly Term[] {
  const kept = new Set(lexicon.readTerms(asked).map((term) => term.text));
  const isNamed = ({ role, isKnown }: Term): boolean => role === 'scope' || (role === 'topic' && isKnown);
  return lexicon.readTerms(text).filter((term) => !kept.has(term.text) && isNamed(term));
}

/** Whether the place of a report, by any name (`全市`), is said and left out. */
const leavesPlace = (text: string, asked: string, { knowledge }: Library): boolean =>
  knowledge.reports.some(({ places }) => places.some((name) => text.includes(name) && !asked.includes(name)));

/** Whether a term names a place, be it in the report or not. */
const isPlace = ({ text }: Term, { tokenizer }: Library): boolean =>
  isPlaceName(text) || isDistrictName(text, tokenizer);
