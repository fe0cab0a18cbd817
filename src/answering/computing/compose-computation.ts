import { AppError } from '../../errors.ts';
import { sliceSpan } from '../../report/span.ts';
import type { AnswerItem, ComparisonAnswer, Operand } from '../answer.ts';
import { nameFigure, printNumber, quoteFigure } from '../compose-figures.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { WORDING } from '../wording.ts';
import { baseUnit } from './amounts.ts';
import { bothCount } from './likeness.ts';
import type { Computation } from './operations.ts';

/** Composes a computed answer with each operand quoted. */
export function composeComputation(
  contexts: readonly FigureContext[],
  { result, formula, sentence }: Computation,
): ComparisonAnswer {
  const [first, ...rest] = contexts;
  if (!first) throw new AppError('answer_unsafe', 'a computation needs at least one operand');
  return {
    kind: 'comparison',
    text: sentence,
    period: first.figure.period,
    ...quoteFigure(first),
    computed: result,
    formula,
    inputs: contexts.map(toOperand),
    caveat: rest.map((other) => findCaveat(first, other)).find((caveat) => caveat !== '') ?? '',
  };
}

/** Whether an answer was reckoned from several numbers of one unit. */
export const areOfOneUnit = (item: AnswerItem): item is ComparisonAnswer =>
  item.kind === 'comparison' &&
  item.inputs.length > 1 &&
  new Set(item.inputs.map(({ unit }) => unit)).size === 1;

/** An operand as it is shown: the number as printed and the sentence it stands in. */
export function toOperand(context: FigureContext): Operand {
  const { figure, known } = context;
  return {
    value: sliceSpan(known.report.source, figure.value),
    unit: figure.unit,
    qualifier: figure.qualifier,
    period: figure.period,
    valueStart: figure.start,
    valueEnd: figure.end,
    ...quoteFigure(context),
  };
}

/** Why two numbers may not measure the same thing: aims beside facts, blurred numbers, different counting words. */
function findCaveat(left: FigureContext, right: FigureContext): string {
  const caveats: string[] = [];
  const words = ({ figure, known }: FigureContext): string =>
    figure.own.map((span) => sliceSpan(known.report.source, span)).join('…');
  if (left.figure.period?.kind !== right.figure.period?.kind)
    caveats.push(
      words(left) === words(right)
        ? WORDING.aimBesideFact
        : WORDING.differentWording(words(left), words(right)),
    );
  else if (left.figure.dimension !== right.figure.dimension && bothCount(left, right))
    caveats.push(WORDING.differentCounts(baseUnit(left), baseUnit(right)));
  const blurred = [left, right].filter(({ figure }) => figure.qualifier !== '');
  if (blurred.length > 0)
    caveats.push(WORDING.blurred(blurred.map((context) => `${nameFigure(context)}${printNumber(context)}`)));
  return caveats.join('');
}
