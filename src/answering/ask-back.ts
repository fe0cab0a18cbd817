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
  const ordered = close.toSorted(
    (a, b) =>
      Number(isAlike(b)) - Number(isAlike(a)) ||
      countAsked(knowledge, b.context) - countAsked(knowledge, a.context),
  );
  const labels = [...new Set(ordered.map(({ context }) => nameFigure(context)))].slice(0, MAX_CHOICES);
  const choices: Choice[] = labels.map((label) => ({ label, question: `${label}是多少？` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}
