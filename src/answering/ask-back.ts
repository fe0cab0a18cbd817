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
  // Numbers of one sentence stay together, in printed order: 城市 before 农村.
  const times = new Map<string, number>();
  for (const { context } of close) {
    const { sentenceId } = context.figure;
    times.set(sentenceId, Math.max(times.get(sentenceId) ?? 0, countAsked(knowledge, context)));
  }
  const timesOf = ({ context }: RankedFigure): number => times.get(context.figure.sentenceId) ?? 0;
  const ordered = close.toSorted(
    (a, b) =>
      Number(isAlike(b)) - Number(isAlike(a)) ||
      timesOf(b) - timesOf(a) ||
      a.context.figure.start - b.context.figure.start,
  );
  const labels = [...new Set(ordered.map(({ context }) => nameFigure(context)))].slice(0, MAX_CHOICES);
  const choices: Choice[] = labels.map((label) => ({ label, question: `${label}是多少？` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}
