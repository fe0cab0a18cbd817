import { explain } from '../answering/answer-part.ts';
import type { Library } from '../answering/library.ts';
import { findLists } from '../answering/lists/weigh-lists.ts';
import { composeSection } from '../answering/ranking/describe-sections.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import { fitRanking, type RankingCase } from './fit-ranking.ts';
import { readLikeliest } from './training-case.ts';

/** Of lists that hold all that is asked for, those are right that show at most so much more than the shortest. */
const SHOWN_MORE = 1.6;

/** Every list that may be asked for, and none; a question whose list nobody finds teaches nothing. */
export function collectLists(questions: readonly EvaluationQuestion[], library: Library): RankingCase[] {
  const sources = new Map(library.knowledge.reports.map(({ report }) => [report.id, report.source]));
  return questions.flatMap(({ question, expect }): RankingCase[] => {
    const text = readLikeliest(question, library);
    const found = findLists(explain({ text, context: null }, library), library);
    if (found.length === 0) return [];
    const lengthOf = ({ points }: (typeof found)[number]['context']): number =>
      points.reduce((sum, { start, end }) => sum + end - start, 0);
    const meeting =
      'includes' in expect
        ? found.filter(({ context }) => meetsExpectation([composeSection(context)], expect, sources))
        : [];
    if ('includes' in expect && meeting.length === 0) return [];
    const most = SHOWN_MORE * Math.min(...meeting.map(({ context }) => lengthOf(context)));
    const right = new Set(meeting.filter(({ context }) => lengthOf(context) <= most));
    return [
      {
        candidates: [
          ...found.map((list) => ({ features: list.features, isAnswer: right.has(list) })),
          { features: {}, isAnswer: right.size === 0 },
        ],
      },
    ];
  });
}

/** Fits which list is asked for: a softmax over all lists and none. */
export const fitLists = (cases: readonly RankingCase[]): Record<string, number> => fitRanking(cases);
