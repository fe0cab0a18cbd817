import type { Library } from '../library.ts';
import { isAnswering } from '../ranking/is-answering.ts';
import { type RankedFigure, rankFigures } from '../ranking/rank-figures.ts';
import { weighQuestion } from '../scoring/weigh.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';

/** Figures of each side that are tried with each other. */
export const CANDIDATES_PER_SIDE = 8;

/** A quantity of any kind is asked for: lets every number answer. */
export const ANY_QUANTITY: Interpretation['quantities'] = [
  { start: 0, end: 0, words: '', dimensions: [], base: '', keepsWords: false },
];

/** The figures that answer for an operand, best first. */
export function rankOperands(wanted: Interpretation, library: Library): RankedFigure[] {
  const lenient: Interpretation = { ...wanted, quantities: ANY_QUANTITY, isLenient: true };
  const said = rankFigures(library.figures, lenient);
  const named = said.filter((ranked) => ranked.fitsPeriod && isAnswering(ranked, lenient));
  const recognized = recognizeOperand(lenient, said, library);
  if (!recognized || recognized.context === named[0]?.context) return named;
  const lead = Math.max(recognized.score, named[0]?.score ?? 0);
  return [{ ...recognized, score: lead }, ...named.filter(({ context }) => context !== recognized.context)];
}

/** The number that known ways of asking make out where no printed word does (`小站` for 社区养老服务站). */
function recognizeOperand(
  wanted: Interpretation,
  ranked: readonly RankedFigure[],
  library: Library,
): RankedFigure | null {
  const weighing = weighQuestion(wanted, library.weigher);
  const first = weighing.ranked.find(({ candidate }) => candidate.kind === 'figure');
  if (!first || weighing.probability < RECOGNIZED) return null;
  const found = ranked.find(
    ({ context }) => first.candidate.kind === 'figure' && context === first.candidate.context,
  );
  return found?.fitsPeriod ? { ...found, score: Math.max(found.score, weighing.probability) } : null;
}

/** An operand is backed by the other one and by its unit, so an even chance is enough. */
const RECOGNIZED = 0.5;

/** Share of a score that words lent by a neighbour decide: they rank, but need not be covered. */
const LENT_SHARE = 0.5;

/** The figures that answer for an operand, those first that also fit the words said of the other operands. */
export function rankWithLent(
  wanted: Interpretation,
  lent: readonly Term[],
  library: Library,
): RankedFigure[] {
  const news = lent
    .filter(({ text }) => !wanted.terms.some((term) => term.text === text))
    .map((term): Term => ({ ...term, role: 'soft' }));
  if (news.length === 0) return rankOperands(wanted, library);
  const terms = [...wanted.terms, ...news];
  const scores = new Map(
    rankFigures(library.figures, { ...wanted, terms, quantities: ANY_QUANTITY, isLenient: true }).map(
      ({ context, score }) => [context, score],
    ),
  );
  return rankOperands(wanted, library)
    .map((ranked) => ({
      ...ranked,
      score: ranked.score * (1 - LENT_SHARE) + (scores.get(ranked.context) ?? 0) * LENT_SHARE,
    }))
    .sort((a, b) => b.score - a.score);
}

/** `A和B总投资差多少`: what A is measured by is said after B; with that word or without. */
export function rankWithMeasure(
  wanted: Interpretation,
  measure: readonly Term[],
  library: Library,
): RankedFigure[] {
  const news = measure.filter(({ text }) => !wanted.terms.some((term) => term.text === text));
  const plain = rankWithLent(wanted, news, library);
  if (news.length === 0) return plain;
  const measured = rankOperands({ ...wanted, terms: [...wanted.terms, ...news] }, library);
  return [
    ...measured,
    ...plain.filter(({ context }) => !measured.some((ranked) => ranked.context === context)),
  ].sort((a, b) => b.score - a.score);
}
