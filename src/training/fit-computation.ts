import { explain } from '../answering/answer-part.ts';
import { composeComputation } from '../answering/computing/compose-computation.ts';
import { weighComputations } from '../answering/computing/known-computation.ts';
import { applyOperation } from '../answering/computing/operations.ts';
import type { Library } from '../answering/library.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import { fitRanking, type RankingCase } from './fit-ranking.ts';
import { readLikeliest } from './training-case.ts';

/** Everything that may be computed for a question, and nothing; one of them, or several that come to the same, is right. */
export function collectComputations(
  questions: readonly EvaluationQuestion[],
  library: Library,
): RankingCase[] {
  const sources = new Map(library.knowledge.reports.map(({ report }) => [report.id, report.source]));
  return questions.map(({ question, expect }): RankingCase => {
    const text = readLikeliest(question, library);
    const candidates = weighComputations(explain({ text, context: null }, library), library).map(
      ({ known, contexts, features }) => {
        const computed = 'computed' in expect && applyOperation(known.operation, contexts, known);
        const isAnswer =
          computed !== false &&
          computed !== null &&
          meetsExpectation([composeComputation(contexts, computed)], expect, sources);
        return { features, isAnswer };
      },
    );
    const isFound = candidates.some(({ isAnswer }) => isAnswer);
    return { candidates: [...candidates, { features: {}, isAnswer: !isFound }] };
  });
}

/** Fits which computation is asked for: a softmax over all of them and nothing. */
export const fitComputation = (cases: readonly RankingCase[]): Record<string, number> => fitRanking(cases);
