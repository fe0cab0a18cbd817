import type { Term } from './lexicon.ts';

/** `双拥那块,优待金发多少`: the field is named before, as far as the rest has a subject of its own. */
const FIELD = /^(?<field>[^,]{2,12}?)(?:这|那)(?:一)?(?:块|边|方面|条线|摊),/u;
/** `特困供养的老人每个月的标准`: who gets it is said by the thing itself. */
const PERSONS = /^(?:老人|群众|人员|居民|家庭|老百姓|困难群众|对象)$/u;
const RATE_OF_PAY = /标准|每个?月|一个月|每人|多少钱|补贴|待遇/u;

/** Words that only say in which field or for whom rank, but need not be covered. */
export function softenAsides(terms: readonly Term[], text: string): readonly Term[] {
  const field = FIELD.exec(text)?.groups?.field ?? '';
  const isField = (term: Term): boolean => field.includes(term.text);
  const isPerson = (term: Term): boolean =>
    PERSONS.test(term.text) && RATE_OF_PAY.test(text) && text.includes(`的${term.text}`);
  const isAside = (term: Term): boolean => isField(term) || isPerson(term);
  const hasSubject = terms.some((term) => isSubject(term) && !isAside(term));
  return hasSubject ? terms.map((term) => (isAside(term) ? { ...term, role: 'soft' } : term)) : terms;
}

/** Whether a word can be what a question is about. */
export const isSubject = ({ role, isKnown }: Term): boolean => role === 'topic' && isKnown;
