import type { Choice } from './answer.ts';
import { nameFigure } from './compose-figures.ts';
import { countAsked } from './count-asked.ts';
import type { Library } from './library.ts';
import type { RankedFigure } from './ranking/rank-figures.ts';
import type { Clarification } from './refusals.ts';
import { WORDING } from './wording.ts';

const MAX_CHOICES = 8;

/** How far below the best a number may fit the words and still be offered by how often it is asked for. */
const ALIKE = 0.15;

/** Asks back with the numbers that fit about equally well, those people ask for most coming first. */
export function clarify(
  close: readonly RankedFigure[],
  { knowledge }: Pick<Library, 'knowledge'>,
): Clarification {
  const top = Math.max(...close.map(({ score }) => score));
  const isAlike = ({ score }: RankedFigure): boolean => top - score <= ALIKE;
  // Numbers of one sentence stay together, in printed order: 城市 before 农村. What nobody asks for keeps its rank.
  const groups = new Map<string, { times: number; readonly rank: number }>();
  for (const [rank, { context }] of close.entries()) {
    const { sentenceId } = context.figure;
    const group = groups.get(sentenceId) ?? { times: 0, rank };
    groups.set(sentenceId, { ...group, times: Math.max(group.times, countAsked(knowledge, context)) });
  }
  const ordered = close
    .map((ranked, rank) => {
      const group = groups.get(ranked.context.figure.sentenceId);
      const isAsked = group !== undefined && group.times > 0;
      return { ...ranked, times: group?.times ?? 0, rank: isAsked ? group.rank : rank };
    })
    .toSorted(
      (a, b) =>
        Number(isAlike(b)) - Number(isAlike(a)) ||
        b.times - a.times ||
        a.rank - b.rank ||
        a.context.figure.start - b.context.figure.start,
    );
  const labels = [...new Set(ordered.map(({ context }) => nameFigure(context)))].slice(0, MAX_CHOICES);
  const choices: Choice[] = labels.map((label) => ({ label, question: `${label}是多少？` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}
