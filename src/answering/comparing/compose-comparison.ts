import { AppError } from '../../errors.ts';
import { sliceSpan } from '../../report/span.ts';
import type { ComparisonAnswer, Operand } from '../answer.ts';
import { nameFigure, printNumber } from '../compose-figures.ts';
import { quoteSpan } from '../quotes.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { WORDING } from '../wording.ts';
import { baseUnit, type Computation, computeSum } from './compute.ts';
import { bothCount } from './like-figures.ts';

/** Two numbers to compute with, in the order of the question, and how well they fit it. */
export type OperandPair = {
  readonly left: FigureContext;
  readonly right: FigureContext;
  readonly score: number;
  /** The score for words alone, whatever the units. */
  readonly wordFit: number;
};

/** Composes a computed answer with both operands quoted. */
export function composeComparison({ left, right }: OperandPair, computation: Computation): ComparisonAnswer {
  const inputs = [left, right].map(toOperand);
  return {
    kind: 'comparison',
    text: computation.sentence,
    period: left.figure.period,
    ...quoteOf(left),
    computed: computation.result,
    formula: computation.formula,
    inputs,
    caveat: findCaveat(left, right),
  };
}

/** Composes the sum of several figures of one unit, each quoted. */
export function composeSum(contexts: readonly FigureContext[]): ComparisonAnswer {
  const [first, ...rest] = contexts;
  if (!first) throw new AppError('answer_unsafe', 'a sum needs at least one operand');
  const { result, formula, sentence } = computeSum(contexts);
  return {
    kind: 'comparison',
    text: sentence,
    period: first.figure.period,
    ...quoteOf(first),
    computed: result,
    formula,
    inputs: contexts.map(toOperand),
    caveat: rest.map((other) => findCaveat(first, other)).find((caveat) => caveat !== '') ?? '',
  };
}

function quoteOf(context: FigureContext) {
  const sentence = context.known.report.sentences.find(({ id }) => id === context.figure.sentenceId);
  return quoteSpan(context.known, sentence ?? context.figure.clause);
}

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
    ...quoteOf(context),
  };
}

/** Why two numbers may not measure the same thing: aims beside facts, blurred numbers, different counting words. */
function findCaveat(left: FigureContext, right: FigureContext): string {
  const caveats: string[] = [];
  const words = (context: FigureContext): string =>
    context.figure.own.map((span) => sliceSpan(context.known.report.source, span)).join('…');
  if (left.figure.period?.kind !== right.figure.period?.kind)
    caveats.push(WORDING.differentWording(words(left), words(right)));
  else if (left.figure.dimension !== right.figure.dimension && bothCount(left, right))
    caveats.push(WORDING.differentCounts(baseUnit(left), baseUnit(right)));
  const blurred = [left, right].filter(({ figure }) => figure.qualifier !== '');
  if (blurred.length > 0)
    caveats.push(WORDING.blurred(blurred.map((context) => `${nameFigure(context)}${printNumber(context)}`)));
  return caveats.join('');
}
