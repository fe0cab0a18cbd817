import { normalizeText } from '../../search/normalize.ts';
import { composeFigures } from '../compose-figures.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { Term } from '../understanding/lexicon.ts';
import { type FollowUpMessage, readMessage } from './read-message.ts';

/** Says a number as it was told (`机构在住老人1.36万人`); empty where nothing is called by a name. */
export const sayTold = (context: FigureContext): string =>
  normalizeText(composeFigures([context])?.text ?? '')
    .replace(':', '')
    .replaceAll(',', '');

/**
 * Finds the number in the sentence of one that was told that a message asks for: how that one changed, or what stands there
 * under the words of the message. Null where none does, or several do.
 */
export function findBeside(
  message: FollowUpMessage,
  told: FigureContext,
  { figures }: Pick<Library, 'figures'>,
): FigureContext | null {
  const { start, sentenceId, period } = told.figure;
  const beside = figures.filter(
    ({ figure, known }) =>
      known === told.known &&
      figure.sentenceId === sentenceId &&
      figure.start !== start &&
      figure.period?.kind === period?.kind,
  );
  if (message.asking === 'change') return findChange(told, beside);
  if (message.asking !== 'number' && message.asking !== 'thing') return null;
  const { period: asked } = message.interpretation;
  if (asked !== null && (asked.year ?? period?.year) !== period?.year) return null;
  if (readComparison(message.bare)) return null;
  const found = beside.filter((context) => isAskedFor(context, message));
  // `办结了多少`: no share, where what was told is none.
  return onlyOf(found) ?? onlyOf(found.filter(({ figure }) => figure.dimension === told.figure.dimension));
}

const onlyOf = (found: readonly FigureContext[]): FigureContext | null =>
  found.length === 1 ? (found[0] ?? null) : null;

/** How a number changed is told right after it, before any other is. */
function findChange({ figure }: FigureContext, beside: readonly FigureContext[]): FigureContext | null {
  const next = beside
    .filter((other) => other.figure.start > figure.start)
    .toSorted((a, b) => a.figure.start - b.figure.start)[0];
  return next?.figure.states === 'change' ? next : null;
}

/** Whether every word of a message is the number's own, and it is of the kind that is asked for. */
function isAskedFor({ own, figure }: FigureContext, { interpretation }: FollowUpMessage): boolean {
  const { terms, quantities, dimensions } = interpretation;
  const isOwn = ({ alternatives }: Term): boolean => alternatives.some((word) => own.includes(word));
  const isOfKind = dimensions.length === 0 || dimensions.includes(figure.dimension);
  const base = quantities[0]?.base ?? '';
  const says = terms.length > 0 || dimensions.length > 0;
  return says && isOfKind && terms.every(isOwn) && (base === '' || figure.states === 'level');
}

/** A number as told, and what is asked after it. */
const TOLD_FIRST = /^(?<told>[^,?]*\d[^,?]*),(?<asking>[^,?]+)\??$/u;

/** Answers what is asked after a number in the very words in which it was told (`机构在住老人1.36万人,比上年增加多少`). */
export function answerBeside(question: string, library: Library): Outcome | null {
  const { told = '', asking = '' } = TOLD_FIRST.exec(question)?.groups ?? {};
  if (told === '') return null;
  const [only, ...others] = library.figures.filter(
    (context) => told.includes(context.figure.numeral) && sayTold(context) === told,
  );
  const found = only && others.length === 0 ? findBeside(readMessage(asking, library), only, library) : null;
  const answer = found && composeFigures([found]);
  return answer ? { status: 'answered', answers: [answer], probability: AS_GOOD_AS_TOLD } : null;
}

/** The sentence is the one that was asked about. */
const AS_GOOD_AS_TOLD = 0.95;
