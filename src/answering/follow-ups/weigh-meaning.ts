import { normalizeText } from '../../search/normalize.ts';
import type { AnswerItem, ComparisonAnswer } from '../answer.ts';
import { readComparison } from '../language/comparisons.ts';
import { asksForDate, saysDate } from '../language/dates.ts';
import { ASKS_REASON } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import { isNumber } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { ReportAnswer } from '../reports/merge-answers.ts';
import type { Term } from '../understanding/lexicon.ts';
import { type Before, type Meaning, tellsChange } from './list-meanings.ts';
import type { FollowUpMessage } from './read-message.ts';

/** What was said before: the question, how it was understood, and the first answer to it. */
export type Told = Before & { readonly question: string; readonly first: AnswerItem | null };

/** What speaks for a meaning, each as much as it is worth. */
const WORTH = {
  /** Words of the message that the answer has. */
  covered: 2,
  /** Stands in the sentence that was quoted before. */
  beside: 0.6,
  /** Is a number of the kind that was asked for before. */
  sameKind: 1,
  sure: 0.5,
  /** Was told, and is asked for again: more than all else together. */
  again: 10,
  /** Something is taken over as something is left unsaid, or nothing of either. */
  needed: 0.5,
} as const;

/** A meaning with what is answered to it, and what it is weighed by. */
type Weighable = {
  readonly meaning: Meaning;
  readonly said: ReportAnswer;
  readonly message: FollowUpMessage;
  readonly before: Told;
  readonly library: Library;
};

/** How much speaks for a meaning; nothing where it is not answered, or answered with what was told already. */
export function weighMeaning({ meaning, said, message, before, library }: Weighable): number {
  const { answer, probability } = said;
  const [item] = answer.answers;
  if (answer.status !== 'answered' || !item) return 0;
  const isRepeat = isRepeated(item, before);
  if (isRepeat && asksAgain(message, before)) return WORTH.again;
  if (isRepeat && addsWords(message, before)) return 0;
  if (meaning.taken !== 'alone' && !answersAsking(item, { message, before, library })) return 0;
  const covered = coverMessage(item, message);
  // `离婚占几成`: what is reckoned of other things alone is no answer.
  if (covered === 0 && (!namesAny(message) || item.kind === 'comparison')) return 0;
  if (covered < 1 && !message.needsMore) return 0;
  // What names a thing of its own, or asks for no number, is about what was asked before only where that is told as well.
  const isTaken = meaning.taken === 'subject' || meaning.taken === 'both';
  const isLoose = !message.needsMore || message.asking === 'words';
  if (isTaken && isLoose && coverage(item, before.interpretation.terms) === 0) return 0;
  const isBeside =
    before.first !== null && item.source === before.first.source && item.start === before.first.start;
  const isSameKind =
    message.asking === 'thing' &&
    before.figure !== null &&
    findFigure(item, library)?.figure.dimension === before.figure.figure.dimension;
  // The same of another time is of the same kind.
  if (before.figure !== null && namesTimeOnly(message) && !isSameKind) return 0;
  return (
    WORTH.covered * covered +
    (isBeside && !isRepeat ? WORTH.beside : 0) +
    (isSameKind ? WORTH.sameKind : 0) +
    WORTH.sure * probability +
    ((meaning.taken !== 'alone') === message.needsMore ? WORTH.needed : 0)
  );
}

function isRepeated(item: AnswerItem, { first }: Told): boolean {
  if (first === null || item.kind !== first.kind || item.source !== first.source) return false;
  if ('marks' in item && 'marks' in first)
    return item.marks.length === first.marks.length && item.marks[0]?.start === first.marks[0]?.start;
  return item.start === first.start && item.text === first.text;
}

/** Whether a message asks for the rate that was told, in whatever word for giving: `一个月补助多少` after 每人每月546元. */
export function asksAgain({ asking, bare, interpretation }: FollowUpMessage, { figure }: Told): boolean {
  const { terms, period, dimensions } = interpretation;
  if (asking !== 'number' || period !== null || readComparison(bare)) return false;
  const isRate = ({ alternatives }: Term): boolean =>
    alternatives.some((word) => word.startsWith('每') && figure?.clause.includes(word));
  const isGiven = (term: Term): boolean => isRate(term) || /补贴|发放|领取/u.test(term.alternatives.join());
  return (
    [figure?.figure.dimension, ...dimensions].every((each) => each === 'money') &&
    terms.some(isRate) &&
    terms.every(isGiven)
  );
}

/** Whether a message says anything that neither the question before nor the answer to it said. */
function addsWords(
  { bare, interpretation, asking }: FollowUpMessage,
  { question, interpretation: before, first, figure }: Told,
): boolean {
  if (asking === 'aim') return first?.period?.kind !== 'target';
  if ((asking !== 'thing' && asking !== 'number') || readComparison(bare)) return true;
  const { terms, period, quantities } = interpretation;
  // What is counted in another word is another thing (`多少家` after 4543个).
  const base = quantities[0]?.base ?? '';
  if (base !== '' && figure !== null && figure.figure.base !== base) return true;
  const said = normalizeText(first?.text ?? '');
  const isSaid = ({ alternatives }: Term): boolean =>
    alternatives.some(
      (word) => said.includes(word) || before.terms.some((other) => other.alternatives.includes(word)),
    );
  const told = first?.period ?? null;
  const isOtherTime =
    (period?.year != null && told?.year !== period.year) ||
    (period?.kind === 'actual' && told?.kind === 'target');
  // `规模多大`: words that name nothing may say what is asked all the same.
  const isUnsaid = period === null && !`${question}\n${said}`.includes(bare);
  return isOtherTime || !terms.every(isSaid) || (terms.length === 0 && isUnsaid);
}

/** Whether an answer is of the form that was asked for. */
function answersAsking(
  item: AnswerItem,
  { message, before, library }: Omit<Weighable, 'said' | 'meaning'>,
): boolean {
  const { asking, bare } = message;
  const { figure, first, interpretation } = before;
  if (asksShare(message) && item.kind === 'comparison' && item.inputs[0]?.valueStart !== figure?.figure.start)
    return false;
  const asksNumber = interpretation.quantities.length > 0;
  const statesOf = (source: string, start: number | undefined) =>
    findFigureAt({ source, start }, library)?.figure.states;
  switch (asking) {
    case 'words':
      return (
        (item.kind === 'passage' ||
          item.kind === 'section' ||
          (item.kind === 'target' && item.value === '')) &&
        (!asksForDate(bare) || saysDate(item.quote)) &&
        // A mere `为啥` names nothing by which a sentence could be known to tell the reason.
        (!ASKS_REASON.test(bare) || namesAny(message))
      );
    case 'change':
      return item.kind === 'comparison'
        ? item.inputs.every(({ source, valueStart: start }) => statesOf(source, start) !== 'change')
        : 'marks' in item && statesOf(item.source, item.marks[0]?.start) === 'change';
    case 'start':
      return (
        item.kind === 'comparison' ||
        ('marks' in item && statesOf(item.source, item.marks[0]?.start) === 'start') ||
        (first?.period != null && item.period != null && item.period.year < first.period.year)
      );
    case 'more':
      return item.kind === 'comparison' && addsTo(before.row, item, namesAny(message));
    case 'aim':
      return item.kind === 'comparison' || (item.period?.kind === 'target' && (!figure || isNumber(item)));
    case 'thing':
    case 'number':
      // By how much something changed is answered by no level of another.
      if (asking === 'thing' && namesAny(message) && tellsChange(before)) return item.kind === 'comparison';
      // A number that was asked for is no list.
      return item.kind !== 'section' || (asking === 'thing' && !asksNumber);
    default:
      return true;
  }
}

/** Whether a result is of all that was told, and of something more or nothing else. */
const addsTo = (row: Told['row'], { inputs }: ComparisonAnswer, isMore: boolean): boolean =>
  (isMore ? inputs.length > row.length : inputs.length === row.length) &&
  row.every(({ figure: { start } }) => inputs.some(({ valueStart }) => valueStart === start));

/** Whether a message asks what share the number that was told is of something (`占几成`), no other's share of it. */
export const asksShare = (message: FollowUpMessage): boolean =>
  message.bare.startsWith('占') && !namesAny(message) && readComparison(message.bare)?.operation === 'share';

const namesTimeOnly = ({ asking, interpretation: { terms, period } }: FollowUpMessage): boolean =>
  asking === 'thing' && period !== null && terms.length === 0;

export const namesAny = ({ interpretation: { terms } }: FollowUpMessage): boolean =>
  terms.some(({ role }) => role !== 'soft');

/** Whether a message names anything that the question before does not. */
export const namesOther = (
  { interpretation: { terms } }: FollowUpMessage,
  { interpretation: before }: Pick<Told, 'interpretation'>,
): boolean =>
  terms.some(({ role, text }) => role !== 'soft' && before.terms.every((term) => term.text !== text));

/** Which part of a message an answer covers: of the words that name something, or of all where none does. */
function coverMessage(item: AnswerItem, message: FollowUpMessage): number {
  const { asking, bare, interpretation } = message;
  const { terms, period } = interpretation;
  const isReckoned = item.kind === 'comparison' && readComparison(bare) !== null;
  if (namesAny(message) || asking !== 'thing' || period !== null || isReckoned) return coverage(item, terms);
  const said = normalizeText(item.text);
  const words = terms.length > 0 ? terms.map(({ alternatives }) => alternatives) : [[bare]];
  return words.every((alternatives) => alternatives.some((word) => said.includes(word))) ? 1 : 0;
}

/** Which part of the words that name something stand in what is quoted, by themselves or by others for them. */
function coverage(item: AnswerItem, terms: readonly Term[]): number {
  const said = sayAll(item);
  const words = terms.filter(({ role }) => role !== 'soft');
  if (words.length === 0) return 1;
  return (
    words.filter(({ alternatives }) => alternatives.some((word) => said.includes(word))).length / words.length
  );
}

function sayAll(item: AnswerItem): string {
  const quotes = item.kind === 'comparison' ? item.inputs : item.kind === 'section' ? [] : [item];
  return normalizeText(
    `${item.text}\n${quotes.map(({ quote, section }) => `${quote}\n${section}`).join('\n')}`,
  );
}

/** The figure that an answer marks first. */
export const findFigure = (item: AnswerItem, library: Library): FigureContext | null =>
  'marks' in item ? findFigureAt({ source: item.source, start: item.marks[0]?.start }, library) : null;

export function findFigureAt(
  { source, start }: { readonly source: string; readonly start: number | undefined },
  { figures }: Library,
): FigureContext | null {
  return figures.find(({ figure, known }) => known.report.id === source && figure.start === start) ?? null;
}
