import { nameFigure } from './compose-figures.ts';
import { countAsked } from './count-asked.ts';
import type { Library } from './library.ts';
import type { Explained } from './outcome.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { fitsAskedDimension } from './ranking/fits-dimension.ts';
import { isOfPeriod } from './ranking/matches-period.ts';
import type { Clarification } from './refusals.ts';
import { WORDING } from './wording.ts';

/** From this probability on, the best answer is shown as the nearest instead of asking back. */
const UNCLEAR = 0.4;
/** A word that somebody may mean something by. */
const WORD = /^\p{Script=Han}{2,}$/u;

/** `花了多少钱`: nothing is named that could be missing, so the person is asked what is meant; null if that is clear. */
export function askBack(
  { interpretation: asked, weighing }: Explained,
  library: Library,
): Clarification | null {
  if (asked.terms.some(({ role, isKnown }) => role !== 'soft' || !isKnown)) return null;
  if (weighing.probability >= UNCLEAR) return null;
  // `help me`, `测销`: a lone character or a word of another language asks for no number.
  if (asked.quantities.length === 0 && !asked.terms.some(({ text }) => WORD.test(text))) return null;
  const found = weighing.ranked.flatMap(({ candidate }) =>
    candidate.kind === 'figure' ? [candidate.context] : [],
  );
  const fitting = (asked.terms.length === 0 ? library.figures : found).filter(
    ({ figure }) =>
      fitsAskedDimension(asked, figure) && (asked.period === null || isOfPeriod(figure, asked.period)),
  );
  // What a doing that is asked about (`一共救助了多少人`) is not said of is not meant, where it is said of others.
  const doings = asked.terms.filter(({ text }) => library.tokenizer.isDoing(text));
  const said = fitting.filter(({ own, names, sentence, heading }) =>
    doings.some(({ alternatives }) =>
      alternatives.some((word) => [own, sentence, heading, ...names].join('\n').includes(word)),
    ),
  );
  const meant = said.length > 1 ? said : fitting;
  return meant.length > 1 ? clarify(meant, library) : null;
}

/** Asks back with the numbers that fit, those people ask for most coming first; numbers of one sentence stay together. */
function clarify(
  fitting: readonly FigureContext[],
  { knowledge }: Pick<Library, 'knowledge'>,
): Clarification {
  const timesAsked = new Map<string, number>();
  for (const context of fitting) {
    const { sentenceId } = context.figure;
    timesAsked.set(sentenceId, Math.max(timesAsked.get(sentenceId) ?? 0, countAsked(knowledge, context)));
  }
  const timesOf = ({ figure }: FigureContext): number => timesAsked.get(figure.sentenceId) ?? 0;
  return askWhich(fitting.toSorted((a, b) => timesOf(b) - timesOf(a)));
}

const MAX_CHOICES = 8;

/** Asks which of some numbers is meant. */
export function askWhich(contexts: readonly FigureContext[]): Clarification {
  const labels = [...new Set(contexts.map(nameFigure))].slice(0, MAX_CHOICES);
  const choices = labels.map((label) => ({ label, question: `${label}是多少？` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}
