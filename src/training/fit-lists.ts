import { explain } from '../answering/answer-part.ts';
import type { Library } from '../answering/library.ts';
import { findLists } from '../answering/lists/weigh-lists.ts';
import { composeSection } from '../answering/ranking/describe-sections.ts';
import { meetsExpectation } from '../evaluation/match-answer.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import { hanOf } from '../search/grams.ts';
import { fitRanking, type RankingCase } from './fit-ranking.ts';
import type { NamedList } from './name-lists.ts';
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

/** A name that is asked for less than this, against the one that is most, only holds the words, too. */
const NEARLY_AS_MUCH = 0.7;

/** The same for questions that are made up of the names of lists: each list whose name holds the words may be meant. */
export function collectNamed(named: readonly NamedList[], library: Library): RankingCase[] {
  return named.flatMap(({ question, topic, side }): RankingCase[] => {
    const text = readLikeliest(question, library);
    const found = findLists(explain({ text, context: null }, library), library);
    // The share of a name that is asked for.
    const covered = found.map(({ context: { isNameless, name, period } }) => {
      const isMeant = !isNameless && (side === null || period === null || period.kind === side);
      return isMeant && hanOf(name).includes(topic) ? topic.length / hanOf(name).length : 0;
    });
    const least = NEARLY_AS_MUCH * Math.max(...covered);
    const candidates = found.map(({ features }, at) => ({
      features,
      isAnswer: (covered[at] ?? 0) > 0 && (covered[at] ?? 0) >= least,
    }));
    return candidates.some(({ isAnswer }) => isAnswer)
      ? [{ candidates: [...candidates, { features: {}, isAnswer: false }] }]
      : [];
  });
}

/** Fits which list is asked for: a softmax over all lists and none. */
export const fitLists = (cases: readonly RankingCase[]): Record<string, number> => fitRanking(cases);
