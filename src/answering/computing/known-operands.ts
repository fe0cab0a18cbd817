import { Decimal } from 'decimal.js';
import type { FigureContext } from '../ranking/figure-context.ts';
import { placeInReport } from '../scoring/asked-classifier.ts';
import type { Choice } from './choice.ts';
import type { Computing } from './operand.ts';

type Known = { readonly context: FigureContext; readonly share: number };

/** Less of what a question asks for is no operand. */
const LEAST_SHARE = 0.03;
const MOST = 4;

/** The numbers that known questions like the whole of this one ask for or were computed from, likeliest first. */
function findKnown({ classified, library }: Computing): Known[] {
  return [...classified].flatMap(([report, { likeliest, probabilities }]) =>
    likeliest
      .flatMap((place): Known[] => {
        const share = probabilities.get(place) ?? 0;
        const candidate = library.weigher.index.get(placeInReport(place, report));
        return candidate?.kind === 'figure' && share >= LEAST_SHARE
          ? [{ context: candidate.context, share }]
          : [];
      })
      .slice(0, MOST),
  );
}

/** Ideally each operand has its share of what is asked for; compares with the fit of operands found by their words. */
const fitOf = (operands: readonly Known[]): number =>
  operands.reduce((sum, { share }) => sum + Math.min(0, Math.log(share * operands.length)), 0);

const supportOf = (operands: readonly Known[]): number =>
  Math.min(1, Math.min(...operands.map(({ share }) => share)) * operands.length);

/** Pairs of them, in the order in which they are computed with: a part before its whole, a total before those it is shared among. */
export function pairKnown(
  computing: Computing,
): (Choice & { readonly contexts: readonly [FigureContext, FigureContext] })[] {
  const known = findKnown(computing);
  const { operation, form } = computing.comparison;
  const isPartFirst = operation === 'share' || form === 'percent';
  return known.flatMap((one, at) =>
    known.slice(at + 1).map((two) => {
      const isOrdered = new Decimal(one.context.figure.amount).lte(two.context.figure.amount) === isPartFirst;
      const operands = isOrdered ? [one, two] : [two, one];
      return {
        contexts: isOrdered ? ([one.context, two.context] as const) : ([two.context, one.context] as const),
        score: fitOf(operands),
        support: supportOf(operands),
      };
    }),
  );
}

/** The sum of all of them that have a fair share. */
export function sumKnown(computing: Computing): Choice[] {
  const operands = findKnown(computing).sort((a, b) => a.context.figure.start - b.context.figure.start);
  if (operands.length < 2) return [];
  return [
    {
      contexts: operands.map(({ context }) => context),
      score: fitOf(operands),
      support: supportOf(operands),
    },
  ];
}
