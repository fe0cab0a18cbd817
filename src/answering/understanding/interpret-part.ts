import type { Library } from '../library.ts';
import { fillEllipsis, fillGiven } from './fill-ellipsis.ts';
import { type Interpretation, interpretQuestion } from './interpret-question.ts';
import type { Term } from './lexicon.ts';
import type { QuestionPart } from './split-question.ts';

/** Understands one part of a question, completed from the part it leans on. */
export function interpretPart(
  { text, context, given, isEach = false }: QuestionPart,
  library: Library,
): Interpretation {
  const own = interpretQuestion(text, library);
  if (context === null) return own;
  const other = interpretQuestion(context, library);
  const hasOwnTime = own.period !== null && !(isEach && own.period.year === null);
  // `事故起数和死亡人数各多少`: what has a head of its own only may share what stands before the other's.
  const hasHead = isEach && own.quantities.some(({ words }) => !/多少|几/u.test(words));
  const filled =
    given === undefined || /呢\s*$/u.test(text)
      ? fillEllipsis(own, other, library.knowledge.words)
      : fillGiven(own, other);
  return {
    ...filled,
    terms: hasHead
      ? filled.terms.map((term): Term => (term.isLent ? { ...term, role: 'soft' } : term))
      : filled.terms,
    period: hasOwnTime ? own.period : (other.period ?? own.period),
  };
}
