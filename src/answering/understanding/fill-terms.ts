import type { WordLists } from '../../knowledge/word-lists.ts';
import type { Term } from './lexicon.ts';

/**
 * Completes the words of one part of a question from a neighbouring part: a part that only narrows (`农村`) is about
 * the topic of the other; a part that only asks (`保障了多少人`) leans on it.
 */
export function fillTerms(
  own: readonly Term[],
  other: readonly Term[],
  { doings, scopes }: Pick<WordLists, 'doings' | 'scopes'>,
): readonly Term[] {
  if (own.some(({ role }) => role === 'topic')) return own;
  const isNew = ({ text }: Term): boolean => !own.some((term) => term.text === text);
  if (own.some(({ role }) => role === 'scope'))
    return [
      ...own,
      ...other
        .filter((term) => term.role !== 'scope' && isNew(term))
        .map((term) => lend(withoutScope(term, scopes))),
    ];
  // Words of time and change are about the other part, all of it: `同比涨了多少`, `今年目标多少`.
  if (own.every(({ text }) => LEANING.test(text))) {
    const said = other.filter((term) => isNew(term) && !LEANING.test(term.text));
    return [...own, ...said.map(lend)];
  }
  // A part that names a thing, however loosely (`解决的问题`), borrows none.
  if (own.some(({ text, wordClass, isKnown }) => isKnown && wordClass === 'noun' && !doings.has(text)))
    return own;
  // What is done is said anew (`安置了多少,培训了多少`); what it is done to is not.
  const isLent = (term: Term): boolean => isNew(term) && term.wordClass === 'noun';
  const lent = other.some(isLent) ? other.filter(isLent) : other.filter(isNew);
  return [...own, ...lent.map((term): Term => ({ ...term, role: 'soft', isLent: term.role !== 'soft' }))];
}

/** `农村居民` lends 居民 to 城镇: what narrows the other part is the other's alone. */
function withoutScope(term: Term, scopes: ReadonlySet<string>): Term {
  const strip = (word: string): string => {
    const scope = [...scopes].find((each) => each.length > 1 && word.startsWith(each));
    return scope !== undefined && word.length - scope.length > 1 ? word.slice(scope.length) : word;
  };
  const text = strip(term.text);
  return text === term.text ? term : { ...term, text, alternatives: [text, ...term.alternatives.map(strip)] };
}

const lend = (term: Term): Term => ({ ...term, isLent: term.role !== 'soft' });

/** Words that tell how and when something was so, and never what. */
const LEANING =
  /^(?:[同环]比|[增降减涨升跌][了出幅速长加率到]?|[增下]长率?|增减|上[涨升调]了?|下[降跌调]了?|提[高升]了?|减少了?|变化|幅度|[增涨降升跌]幅|增速|涨跌幅|growth|rate|yoy|目标|任务|计划|安排|预期|预计|打算|准备|要求|实际|完成了?|实现了?|达到?|原来|以前|占比|比重|比例)$/iu;
