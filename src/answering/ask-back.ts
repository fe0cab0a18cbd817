import type { Choice } from './answer.ts';
import { nameFigure } from './compose-figures.ts';
import type { RankedFigure } from './ranking/rank-figures.ts';
import type { Clarification } from './refusals.ts';
import { WORDING } from './wording.ts';

const MAX_CHOICES = 8;

/** Asks back with the numbers that fit equally well. */
export function clarify(close: readonly RankedFigure[]): Clarification {
  const labels = [...new Set(close.map(({ context }) => nameFigure(context)))].slice(0, MAX_CHOICES);
  const choices: Choice[] = labels.map((label) => ({ label, question: `${label}是多少?` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}
