import { SAYS_HOW_MANY } from '../language/comparison-words.ts';
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
  const own = readBases(interpretQuestion(text, library), library);
  if (context === null) return own;
  const other = interpretQuestion(context, library);
  const hasOwnTime = own.period !== null && !(isEach && own.period.year === null);
  // `事故起数和死亡人数各多少`: what has a head of its own only may share what stands before the other's.
  const hasHead = isEach && own.quantities.some(({ words }) => !SAYS_HOW_MANY.test(words));
  const filled =
    given === undefined ? fillEllipsis(own, other, library.knowledge.words) : fillGiven(own, other);
  return {
    ...filled,
    terms: hasHead
      ? filled.terms.map((term): Term => (term.isLent ? { ...term, role: 'soft' } : term))
      : filled.terms,
    period: hasOwnTime ? own.period : (other.period ?? own.period),
  };
}

/**
 * A year that something is measured from: the one before last is printed as `比上年`, any other that no report is about stands
 * beside the number that answers.
 */
function readBases(
  asked: Interpretation,
  { lexicon, periods: covered, years, weigher }: Library,
): Interpretation {
  // Who asks what is known to be asked names the year as it is known.
  const yearBefore = weigher.classifiers.size === 0 && years ? years.lastYear - 1 : null;
  const bases = asked.periods.filter(
    ({ year, isBase }) =>
      isBase &&
      year !== null &&
      (year === yearBefore || !covered.some((one) => (one.fromYear ?? one.year) <= year && year <= one.year)),
  );
  const printed = bases.flatMap((base) => {
    const isYearBefore = base.year === yearBefore;
    const term = lexicon.readScope([`${base.year}年`]);
    return term.isKnown || isYearBefore ? [{ base, terms: term.isKnown ? [term] : [] }] : [];
  });
  if (printed.length === 0) return asked;
  const periods = asked.periods.filter((period) => !printed.some(({ base }) => base === period));
  // How it is asked is as if last year were the base.
  const text = printed.reduce(
    (said, { base: { year } }) => said.replace(`比${year}年`, '比上年').replace(`较${year}年`, '较上年'),
    asked.text,
  );
  return {
    ...asked,
    text,
    periods,
    period: periods.at(-1) ?? null,
    terms: [...asked.terms, ...printed.flatMap(({ terms }) => terms)],
  };
}
