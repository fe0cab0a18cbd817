import { explain } from '../answering/answer-part.ts';
import { composeFigures } from '../answering/compose-figures.ts';
import { composeComputation } from '../answering/computing/compose-computation.ts';
import { applyOperation } from '../answering/computing/operations.ts';
import type { Library } from '../answering/library.ts';
import { splitComputation } from '../answering/scoring/asked-classifier.ts';
import { EACH_OF_TWO, gramsOfAsking, ONE_THING } from '../answering/scoring/operation-classifier.ts';
import { findJointAnswers, type JointAnswer } from '../answering/together/joint-answer.ts';
import { joinEvidence } from '../answering/together/joint-features.ts';
import { interpretQuestion } from '../answering/understanding/interpret-question.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import type { ClassifierTable } from '../knowledge/asked-model.ts';
import { fitTable } from './fit-classifier.ts';
import { fitRanking, type RankingCase } from './fit-ranking.ts';
import { labelComputation } from './label-computation.ts';
import { readLikeliest } from './training-case.ts';

/** How a question asks, and for what (`difference/plain`, `each/plain`, `none`). */
export type AskingCase = { readonly grams: readonly string[]; readonly asksFor: string };

/** Reads how questions ask; what is computed of numbers nobody finds teaches nothing. */
export function collectAskings(questions: readonly EvaluationQuestion[], library: Library): AskingCase[] {
  return questions.flatMap((question): AskingCase[] => {
    const grams = gramsOfAsking(interpretQuestion(readLikeliest(question.question, library), library));
    const { expect } = question;
    if ('values' in expect && expect.values.length === 2) return [{ grams, asksFor: EACH_OF_TWO }];
    if (!('computed' in expect)) return [{ grams, asksFor: ONE_THING }];
    const computation = labelComputation(question, library)?.computation;
    if (!computation) return [];
    const [operation, form] = splitComputation(computation).done.split('/');
    return [{ grams, asksFor: `${operation}/${form}` }];
  });
}

/** More rounds do not help: there are few ways of asking. */
const ROUNDS = 8;

/** Fits what the words of a question ask to be done with numbers. */
export const fitOperations = (cases: readonly AskingCase[]): ClassifierTable =>
  fitTable(
    cases.map(({ grams, asksFor }) => ({ grams, answers: [asksFor] })),
    { rounds: ROUNDS },
  );

/** Everything that may be asked for of several numbers, and one thing alone; one of them, or several alike, is right. */
export function collectJoint(questions: readonly EvaluationQuestion[], library: Library): RankingCase[] {
  const sources = new Map(library.knowledge.reports.map(({ report }) => [report.id, report.source]));
  return questions.flatMap(({ question, expect }): RankingCase[] => {
    const text = readLikeliest(question, library);
    const meets = ({ operation, form, contexts, isYearly }: JointAnswer): boolean => {
      if (operation === 'each')
        return (
          'values' in expect &&
          expect.values.length === contexts.length &&
          meetsExpectation(
            contexts.flatMap((context) => composeFigures([context]) ?? []),
            { ...expect, within: contexts.length },
            sources,
          )
        );
      const computed = 'computed' in expect && applyOperation(operation, contexts, { form, isYearly });
      return (
        computed !== false &&
        computed !== null &&
        meetsExpectation([composeComputation(contexts, computed)], expect, sources)
      );
    };
    const found = findJointAnswers(explain({ text, context: null }, library), library);
    if (found.length === 0) return [];
    const candidates = found.map((answer) => ({
      features: joinEvidence(answer.evidence),
      isAnswer: meets(answer),
    }));
    const isFound = candidates.some(({ isAnswer }) => isAnswer);
    return [{ candidates: [...candidates, { features: {}, isAnswer: !isFound }] }];
  });
}

/** Fits what is asked for together: a softmax over all of it and one thing alone. */
export const fitJoint = (cases: readonly RankingCase[]): Record<string, number> => fitRanking(cases);
