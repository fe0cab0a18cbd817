import { composeComputation } from '../answering/computing/compose-computation.ts';
import { type KnownComputation, printComputation } from '../answering/computing/known-computation.ts';
import { applyOperation } from '../answering/computing/operations.ts';
import { normalizeQuestion } from '../answering/create-answerer.ts';
import type { Form, Operation } from '../answering/language/comparison-patterns.ts';
import { readComparison } from '../answering/language/comparisons.ts';
import type { Library } from '../answering/library.ts';
import type { FigureContext } from '../answering/ranking/figure-context.ts';
import { placeOf } from '../answering/scoring/asked-classifier.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';

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

/** What is computed of the operands of a question, so that it comes to what is expected; null where nothing does. */
export function labelComputation(
  { question, expect }: EvaluationQuestion,
  operands: ReadonlySet<string>,
  { weigher: { index }, knowledge }: Library,
): string | null {
  if (!('computed' in expect) || operands.size === 0) return null;
  const contexts = [...operands].flatMap((id): FigureContext[] => {
    const candidate = index.get(id);
    return candidate?.kind === 'figure' ? [candidate.context] : [];
  });
  const sources = new Map(knowledge.reports.map(({ report }) => [report.id, report.source]));
  const read = readComparison(normalizeQuestion(question))?.operation;
  const ways = [...WAYS].sort(([one], [other]) => Number(other === read) - Number(one === read));
  for (const [operation, form] of ways) {
    for (const isYearly of operation === 'yearly' ? [false] : [false, true]) {
      for (const ordered of ordersOf(contexts, operation)) {
        const computed = applyOperation(operation, ordered, { form, isYearly });
        const known: KnownComputation = {
          operation,
          form,
          isYearly,
          places: ordered.map(({ known: { report }, figure }) =>
            placeOf(`figure:${report.id}:${figure.start}-${figure.end}`),
          ),
        };
        if (computed && meetsExpectation([composeComputation(ordered, computed)], expect, sources))
          return printComputation(known);
      }
    }
  }
  return null;
}

/** A sum is the same in any order, and told in that of the report. */
function ordersOf(
  contexts: readonly FigureContext[],
  operation: Operation,
): readonly (readonly FigureContext[])[] {
  const printed = [...contexts].sort((a, b) => a.figure.start - b.figure.start);
  return operation === 'sum' || printed.length !== 2 ? [printed] : [printed, [...printed].reverse()];
}
