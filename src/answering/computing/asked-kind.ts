import type { Dimension } from '../../report/units.ts';
import type { Operation } from '../language/comparisons.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';

/** Operations whose result is of the kind of the first number. */
const KEEPS_KIND: readonly Operation[] = ['difference', 'sum', 'per', 'yearly', 'monthly', 'daily'];
/** Kinds of number that nobody asks for by the words of another; what is counted people name loosely. */
const MEASURED: readonly Dimension[] = ['duration', 'age', 'length', 'area', 'volume', 'mass', 'energy'];

/** Whether what is computed is of the kind asked for: `干部上课一个班平均几天` is not answered with people. */
export function isOfAskedKind(
  operation: Operation,
  [first]: readonly FigureContext[],
  { dimensions }: Pick<Interpretation, 'dimensions'>,
): boolean {
  if (!first || !KEEPS_KIND.includes(operation) || dimensions.length === 0) return true;
  return dimensions.includes(first.figure.dimension) || !dimensions.every((kind) => MEASURED.includes(kind));
}
