import { answerPart } from '../answering/answer-part.ts';
import type { ChoiceFeatures } from '../answering/computing/choice.ts';
import { normalizeQuestion } from '../answering/create-answerer.ts';
import { readComparison } from '../answering/language/comparisons.ts';
import type { Library } from '../answering/library.ts';
import { splitQuestion } from '../answering/understanding/split-question.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import { fitRanking, type RankingCase } from './fit-ranking.ts';

/** Operands found for a question, and whether what is computed of them is what was asked for. */
export type ChoiceCase = { readonly features: ChoiceFeatures; readonly isRight: boolean };

/** Computes whatever questions seem to want computed, however unsure, and says what was right. */
export function collectChoices(questions: readonly EvaluationQuestion[], library: Library): ChoiceCase[] {
  const sources = new Map(library.knowledge.reports.map(({ report }) => [report.id, report.source]));
  return questions.flatMap(({ question, expect }): ChoiceCase[] => {
    const parts = splitQuestion(library.lexicon.correctTypos(normalizeQuestion(question)));
    const [part] = parts;
    if (!part || parts.length > 1 || !readComparison(part.text)) return [];
    const judged: ChoiceFeatures[] = [];
    const outcome = answerPart(part, {
      ...library,
      judgeChoice(features) {
        judged.push(features);
        return 1;
      },
    });
    const features = judged.at(-1);
    if (!features || outcome.status !== 'answered' || outcome.answers[0]?.kind !== 'comparison') return [];
    const isRight = expect.status === 'answered' && meetsExpectation(outcome.answers, expect, sources);
    return [{ features, isRight }];
  });
}

/** Fits how sure operands are: a logistic regression, which is a choice between them and nothing. */
export function fitChoice(cases: readonly ChoiceCase[]): Record<string, number> {
  return fitRanking(
    cases.map(
      ({ features, isRight }): RankingCase => ({
        candidates: [
          { features, isAnswer: isRight },
          { features: {}, isAnswer: !isRight },
        ],
      }),
    ),
  );
}
