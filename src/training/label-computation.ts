import { composeComputation } from '../answering/computing/compose-computation.ts';
import { printComputation } from '../answering/computing/known-computation.ts';
import { bothCount, isSameUnit } from '../answering/computing/likeness.ts';
import { applyOperation } from '../answering/computing/operations.ts';
import { normalizeQuestion } from '../answering/create-answerer.ts';
import type { Form, Operation } from '../answering/language/comparison-patterns.ts';
import { readComparison } from '../answering/language/comparisons.ts';
import type { Library } from '../answering/library.ts';
import type { FigureContext } from '../answering/ranking/figure-context.ts';
import { placeOf } from '../answering/scoring/asked-classifier.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import { sliceSpan } from '../report/span.ts';

/** What is computed for a question, and of which numbers. */
type LabelledComputation = {
  /** Ids of the numbers. */
  readonly operands: readonly string[];
  /** As `printComputation` prints it; null where the numbers are known and no operation comes to what is expected. */
  readonly computation: string | null;
};

/** What may be computed and how it is shown; of several that come to the same the first is taken. */
const WAYS: readonly (readonly [Operation, Form])[] = [
  ['difference', 'plain'],
  ['share', 'percent'],
  ['ratio', 'multiple'],
  ['growth', 'percent'],
  ['per', 'plain'],
  ['sum', 'plain'],
  ['yearly', 'plain'],
  ['monthly', 'plain'],
  ['daily', 'plain'],
  ['rest', 'percent'],
  ['base', 'plain'],
  ['base', 'multiple'],
];
/** Operations on numbers that count or measure alike. */
const OF_LIKE: readonly Operation[] = ['difference', 'share', 'ratio', 'growth', 'sum'];
/** Of a number that is printed in more places, no one is told apart. */
const MOST_PLACES = 4;

/** What is computed for a question so that it comes to what is expected; null where its numbers are not to be found. */
export function labelComputation(
  { question, expect }: EvaluationQuestion,
  { figures, knowledge }: Pick<Library, 'figures' | 'knowledge'>,
): LabelledComputation | null {
  if (!('computed' in expect)) return null;
  const places = expect.inputs.map((value) => figures.filter((context) => printsValue(context, value)));
  if (places.some(({ length }) => length === 0 || length > MOST_PLACES)) return null;
  const sources = new Map(knowledge.reports.map(({ report }) => [report.id, report.source]));
  const read = readComparison(normalizeQuestion(question))?.operation;
  const ways = [...WAYS].sort(([one], [other]) => Number(other === read) - Number(one === read));
  for (const contexts of combine(places).sort((a, b) => spreadOf(a) - spreadOf(b))) {
    // What is told of a number beside how it changed is worked back to, though it comes to a difference, too.
    const isBack = contexts.filter(({ figure }) => figure.basis !== null).length === 1;
    for (const [operation, form] of isBack ? [...WAYS].sort(byBase) : ways) {
      if (OF_LIKE.includes(operation) && !areAlike(contexts)) continue;
      for (const isYearly of operation === 'yearly' ? [false] : [false, true]) {
        for (const ordered of ordersOf(contexts, operation)) {
          const computed = applyOperation(operation, ordered, { form, isYearly });
          if (!computed || !meetsExpectation([composeComputation(ordered, computed)], expect, sources))
            continue;
          const ids = ordered.map(idOf);
          const computation = printComputation({ operation, form, isYearly, places: ids.map(placeOf) });
          return { operands: ids, computation };
        }
      }
    }
  }
  const isClear = places.every(({ length }) => length === 1);
  return isClear ? { operands: places.flat().map(idOf), computation: null } : null;
}

const byBase = ([one]: (typeof WAYS)[number], [other]: (typeof WAYS)[number]): number =>
  Number(other === 'base') - Number(one === 'base');

const idOf = ({ known: { report }, figure }: FigureContext): string =>
  `figure:${report.id}:${figure.start}-${figure.end}`;

const printsValue = ({ known: { report }, figure }: FigureContext, value: string): boolean =>
  [figure.value, figure].some((span) => sliceSpan(report.source, span) === value);

/** One of the places of each number, in every way. */
const combine = (places: readonly (readonly FigureContext[])[]): FigureContext[][] =>
  places.reduce<FigureContext[][]>(
    (all, next) =>
      all.flatMap((chosen) => next.filter((one) => !chosen.includes(one)).map((one) => [...chosen, one])),
    [[]],
  );

/** What stands near each other is likelier meant together. */
const spreadOf = (contexts: readonly FigureContext[]): number => {
  const starts = contexts.map(({ figure }) => figure.start);
  return Math.max(...starts) - Math.min(...starts);
};

const areAlike = ([first, ...others]: readonly FigureContext[]): boolean =>
  others.every((other) => first !== undefined && (isSameUnit(first, other) || bothCount(first, other)));

/** A sum is the same in any order, and told in that of the report. */
function ordersOf(
  contexts: readonly FigureContext[],
  operation: Operation,
): readonly (readonly FigureContext[])[] {
  const printed = [...contexts].sort((a, b) => a.figure.start - b.figure.start);
  return operation === 'sum' || printed.length !== 2 ? [printed] : [printed, [...printed].reverse()];
}
