import type { Term } from './lexicon.ts';

/** `双拥那块,优待金发多少`: the field is named before, as far as the rest has a subject of its own. */
const FIELD = /^(?<field>[^,]{2,12}?)(?:这|那)(?:一)?(?:块|边|方面|条线|摊),/u;
/** Words that only say in which field rank, but need not be covered. */
export function softenAsides(terms: readonly Term[], text: string): readonly Term[] {
  const field = FIELD.exec(text)?.groups?.field ?? '';
  const isField = (term: Term): boolean => term.foreign === null && field.includes(term.text);
  const hasSubject = terms.some((term) => isSubject(term) && !isField(term));
  return hasSubject ? terms.map((term) => (isField(term) ? { ...term, role: 'soft' } : term)) : terms;
}

/** Whether a word can be what a question is about. */
export const isSubject = ({ role, isKnown }: Term): boolean => role === 'topic' && isKnown;
