import { DOINGS } from './language/everyday-words.ts';
import type { Term } from './lexicon.ts';

/** What is aimed at is a number of the thing just named. */
const AIMS: ReadonlySet<string> = new Set(['目标', '任务', '计划', '预期', '指标']);

/**
 * Completes the words of one part of a question from a neighbouring part: a part that only narrows (`农村`) is about
 * the topic of the other; a part that only asks (`保障了多少人`) leans on it.
 */
export function fillTerms(own: readonly Term[], other: readonly Term[]): readonly Term[] {
  if (own.some(({ role }) => role === 'topic')) return own;
  const isNew = ({ text }: Term): boolean => !own.some((term) => term.text === text);
  if (own.some(({ role }) => role === 'scope'))
    return [...own, ...other.filter((term) => term.role !== 'scope' && isNew(term))];
  if (own.length === 0) return other;
  // `去年完成多少、今年目标多少`
  if (own.every(({ text }) => AIMS.has(text))) return [...own, ...other.filter(isNew)];
  // A part that names a thing, however loosely (`解决的问题`), borrows none.
  if (own.some(({ text, wordClass, isKnown }) => isKnown && wordClass === 'noun' && !DOINGS.has(text)))
    return own;
  // What is done is said anew (`安置了多少,培训了多少`); what it is done to is not.
  const isLent = (term: Term): boolean => isNew(term) && term.wordClass === 'noun';
  const lent = other.some(isLent) ? other.filter(isLent) : other.filter(isNew);
  return [...own, ...lent.map((term): Term => ({ ...term, role: 'soft', isLent: true }))];
}
