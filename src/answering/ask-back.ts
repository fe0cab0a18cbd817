import type { Choice } from './answer.ts';
import { nameFigure } from './compose-figures.ts';
import type { Library } from './library.ts';
import type { Explained } from './outcome.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { fitsAskedDimension } from './ranking/fits-dimension.ts';
import { isOfPeriod } from './ranking/matches-period.ts';
import type { Clarification } from './refusals.ts';
import { WORDING } from './wording.ts';

const MAX_CHOICES = 8;
/** From this probability on, the best answer is shown as the nearest instead of asking back. */
const UNCLEAR = 0.2;

/** `花了多少钱`: nothing is named that could be missing, so the person is asked what is meant; null if that is clear. */
export function askBack(
  { interpretation: asked, weighing }: Explained,
  library: Library,
): Clarification | null {
  if (asked.terms.some(({ role, isKnown }) => role !== 'soft' || !isKnown)) return null;
  if (weighing.probability >= UNCLEAR) return null;
  const found = weighing.ranked.flatMap(({ candidate }) =>
    candidate.kind === 'figure' ? [candidate.context] : [],
  );
  const fitting = (asked.terms.length === 0 ? library.figures : found).filter(
    ({ figure }) =>
      fitsAskedDimension(asked, figure) && (asked.period === null || isOfPeriod(figure, asked.period)),
  );
  return fitting.length > 1 ? clarify(fitting) : null;
}

function clarify(fitting: readonly FigureContext[]): Clarification {
  const labels = [...new Set(fitting.map(nameFigure))].slice(0, MAX_CHOICES);
  const choices: Choice[] = labels.map((label) => ({ label, question: `${label}是多少?` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}
