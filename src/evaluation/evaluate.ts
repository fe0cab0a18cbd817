import type { Answerer } from '../answering/answer.ts';
import type { Sources } from './evidence.ts';
import type { EvaluationQuestion } from './question.ts';
import { scoreAnswer } from './score.ts';
import type { ScoredQuestion } from './tally.ts';

/** Asks every question by itself, as a first question of a conversation, and scores the answers, in order. */
export function evaluate(
  answerer: Answerer,
  questions: readonly EvaluationQuestion[],
  sources: Sources,
): readonly ScoredQuestion[] {
  return questions.map((question) => {
    const answer = answerer.answer(question.question);
    return { question, answer, score: scoreAnswer(answer, question, sources) };
  });
}
