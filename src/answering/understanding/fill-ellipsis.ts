import type { WordLists } from '../../knowledge/word-lists.ts';
import { fillTerms } from './fill-terms.ts';
import type { Interpretation } from './interpret-question.ts';
import type { Term } from './lexicon.ts';

/** Completes what a part of a question leaves unsaid from the part it leans on. */
export function fillEllipsis(own: Interpretation, other: Interpretation, words: WordLists): Interpretation {
  const terms = fillTerms(own.terms, other.terms, words);
  const period = own.period ?? other.period;
  // `收养登记呢`, `那农村的呢`: the same is asked of another thing.
  const isAskedAlike = own.text.trimEnd().endsWith('呢') && own.quantities.length === 0;
  if (!isAskedAlike) return { ...own, terms, period };
  const end = own.text.length;
  return {
    ...own,
    terms,
    period,
    // Asked at the end of the part, whatever stood between there.
    quantities: other.quantities.map((quantity) => ({ ...quantity, start: end, end })),
    dimensions: other.dimensions,
    isNounPhrase: other.isNounPhrase,
  };
}

/** Asks for a part of what was told (`公益金筹了17.36亿元,用在养老上的有多少`). */
const PART = /^(?:其中|里面|当中|这里面)|用[在于到]|花[在到]|拿[来去]/u;

/**
 * Completes a question from what was told before it with its number: without a thing of its own it is about the same
 * thing, and so is a part of it.
 */
export function fillGiven(own: Interpretation, told: Interpretation): Interpretation {
  const hasThing = own.terms.some(({ role }) => role === 'topic') && !PART.test(own.text);
  // `全国第14,西部排第几`: what narrows is said anew.
  const narrows = own.terms.some(({ role }) => role === 'scope');
  const isNew = ({ text, role }: Term): boolean =>
    (role === 'topic' || (role === 'scope' && !narrows)) && !own.terms.some((term) => term.text === text);
  const lent = hasThing ? [] : told.terms.filter(isNew);
  return {
    ...own,
    terms: [...own.terms, ...lent.map((term): Term => ({ ...term, isLent: true }))],
    period: own.period ?? told.period,
  };
}
