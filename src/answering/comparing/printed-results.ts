import type { ComparisonAsked } from '../language/comparisons.ts';
import { isAnswering } from '../ranking/is-answering.ts';
import { rankFigures } from '../ranking/rank-figures.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { Compared } from './compared.ts';
import { ANY_QUANTITY } from './rank-operands.ts';

/** Words of a number that is itself the result asked for: a growth, a share, a multiple. */
const PRINTED: Readonly<Partial<Record<ComparisonAsked['operation'], RegExp>>> = {
  growth: /增|降|减|涨|升|压缩|缩短|改善/u,
  difference: /增|降|减|涨|升|压缩|缩短|高于|低于/u,
  share: /占|率|比例|比重|精减|减负/u,
  ratio: /倍|比|率/u,
};

/** Whether the report prints the very number asked for, so that nothing needs computing. */
export function isPrinted({ comparison: { operation, sides }, asked, library }: Compared): boolean {
  const words = PRINTED[operation];
  if (!words) return false;
  const lenient: Interpretation = { ...asked, quantities: ANY_QUANTITY, isLenient: true };
  const rates = ['percent', 'percentage-points', 'ratio', 'multiple'];
  const [left, right] = (sides ?? []).map((side) => interpretQuestion(side, library).terms);
  return rankFigures(library.figures, { ...asked, dimensions: [] }).some((ranked) => {
    const { context, fitsPeriod } = ranked;
    if (!fitsPeriod || context.figure.role !== null || !isAnswering(ranked, lenient)) return false;
    if (/年均/u.test(context.printedOwn) && !/年均|每年/u.test(asked.text)) return false;
    const isMultiple = context.figure.dimension === 'multiple' && /倍/u.test(asked.text);
    if (!words.test(context.printedOwn) && !isMultiple) return false;
    // 合格率 is no answer to what part of a whole something is.
    if (operation === 'share' && /占/u.test(asked.text) && !/占|比例|比重/u.test(context.printedOwn))
      return false;
    const near = `${context.own}\n${context.shared}\n${context.reference}`;
    // `产值4905亿元、增长11.5%,占GDP比重27.1%`: whose share it is was said before, of what stands beside it.
    const told =
      operation === 'share' && right && /占/u.test(context.printedOwn) && holdsAll(near, right)
        ? `${near}\n${context.opening}\n${context.sentence}`
        : near;
    const isAllAsked = asked.terms.every(({ alternatives }) =>
      alternatives.some((word) => told.includes(word)),
    );
    // `低保对象是特困对象的几倍` is not the multiple of 低保 that 特困 is.
    if (operation === 'ratio' && left && right && context.reference !== '')
      if (!holdsAll(context.own, left) || !holdsAll(context.reference, right)) return false;
    if ((operation === 'ratio' || operation === 'share') && !isAllAsked) return false;
    return (
      rates.includes(context.figure.dimension) &&
      (asked.dimensions.length === 0 || asked.dimensions.includes(context.figure.dimension))
    );
  });
}

const holdsAll = (text: string, terms: readonly Term[]): boolean =>
  terms
    .filter(({ role }) => role !== 'soft')
    .every(({ alternatives }) => alternatives.some((word) => text.includes(word)));
