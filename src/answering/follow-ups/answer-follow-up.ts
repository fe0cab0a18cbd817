import { normalizeText } from '../../search/normalize.ts';
import type { AbstainReason, AnswerItem, NearPlace } from '../answer.ts';
import { readComparison } from '../language/comparisons.ts';
import { asksForDate, saysDate } from '../language/dates.ts';
import { findAskings, isGeneralWord, isListQuestion } from '../language/list-questions.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { refuse } from '../refusals.ts';
import type { ReportAnswer } from '../reports/merge-answers.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { WORDING } from '../wording.ts';
import { readTold } from './beside-told.ts';
import { type Before, listMeanings, type Meaning, readBefore, readOtherTime } from './list-meanings.ts';
import { type FollowUpMessage, readMessage, saysNothing } from './read-message.ts';

/** A message of a conversation, and the complete questions before it, newest first. */
export type Followed = {
  readonly question: string;
  readonly earlier: readonly string[];
  readonly library: Library;
  /** Answers a complete question from the library. */
  readonly ask: (question: string) => ReportAnswer;
};

/** What was said before: the question, how it was understood, and the first answer to it. */
type Told = Before & { readonly question: string; readonly first: AnswerItem | null };

/** A meaning with what is answered to it. */
type Weighed = { readonly meaning: Meaning; readonly said: ReportAnswer; readonly weight: number };

/**
 * Answers a message that may go on from the question before. What it may mean is asked, and the answers are weighed: which
 * has the words of the message, which stays with what was told, which is as sure. Null for a question of its own.
 */
export function answerFollowUp({ question, earlier, library, ask }: Followed): ReportAnswer | null {
  const [previous, second] = earlier;
  if (previous === undefined) return null;
  const message = readMessage(question, library);
  if (saysNothing(message)) return refuseAs(ask(question), 'not-a-question', WORDING.notAQuestion, []);
  if (standsAlone(message)) return null;
  const { alone: itself, needsMore } = message;
  const isOfBefore =
    message.asking === 'words' || (!namesAny(message) && (message.leadsOn || message.asking !== 'aim'));
  const alone = needsMore && isOfBefore ? null : itself;
  // What names its thing and is answered needs nothing of what was asked before.
  if (alone !== null && !needsMore && ask(alone).answer.status === 'answered')
    return understoodAs(ask(alone), { question: alone, taken: 'alone' }, question);
  const before = recallBefore([previous, second], library, ask);
  if (before.interpretation.terms.length === 0) return null;
  const nearest = before.first === null ? [] : [placeOf(before.first)];
  const meanings = listMeanings(message, before, library);
  const [likeliest] = meanings;
  if (!likeliest) return null;
  const untold = (reason: AbstainReason, why: string) =>
    understoodAs(refuseAs(ask(likeliest.question), reason, why, nearest), likeliest, question);
  if (message.asking === 'progress' && before.first?.period?.kind === 'target')
    return untold('other-period', WORDING.progressUntold);
  const byItself: readonly Meaning[] = alone ? [{ question: alone, taken: 'alone' }] : [];
  const weighed = [...byItself, ...meanings].map((meaning): Weighed => {
    const said = ask(meaning.question);
    return { meaning, said, weight: weighMeaning({ meaning, said, message, before, library }) };
  });
  const best = weighed.reduce<Weighed | null>(
    (top, each) => (each.weight > Math.max(0, top?.weight ?? 0) ? each : top),
    null,
  );
  if (best) return goOn(understoodAs(best.said, best.meaning, question), message);
  if (!needsMore) return null;
  if (message.asking === 'change') return untold('no-number', WORDING.changeUntold);
  const refused = weighed.find(
    ({ said, meaning }) => meaning.taken !== 'alone' && said.answer.status !== 'answered',
  );
  return refused
    ? understoodAs(refused.said, refused.meaning, question)
    : untold('not-covered', WORDING.followUpUntold);
}

/** Whether it is a question of its own, whatever was asked before. */
function standsAlone({ leadsOn, interpretation: { terms, period }, asking, bare }: FollowUpMessage): boolean {
  if (leadsOn || asking === 'aim') return false;
  // `谁是局长`: what no report tells of has nothing to do with what was asked.
  if (asking === 'words' && terms.some(({ isKnown, wordClass }) => !isKnown && wordClass === 'noun'))
    return true;
  // `是哪些单位` names no thing, only what kind of thing is asked for.
  const kinds = findAskings(bare).map(({ after }) => after);
  const isOfThing = terms.some(
    ({ role, wordClass, text }) =>
      role === 'topic' ||
      (wordClass === 'noun' && !isGeneralWord(text) && !kinds.some((kind) => kind.startsWith(text))),
  );
  return isListQuestion(bare) && (period !== null || isOfThing);
}

const namesAny = ({ interpretation: { terms } }: FollowUpMessage): boolean =>
  terms.some(({ role }) => role !== 'soft');

function recallBefore(
  [previous, second]: readonly [string, string | undefined],
  library: Library,
  ask: Followed['ask'],
): Told {
  const { answers } = ask(previous).answer;
  const first = answers[0] ?? null;
  const interpretation = readBefore(previous, library);
  return {
    question: normalizeText(previous),
    interpretation,
    told: readTold(normalizeText(previous), library)?.told ?? null,
    otherTime: readOtherTime(second, interpretation, library),
    first,
    figure: first === null ? null : findFigure(first, library),
  };
}

/** The figure that an answer marks first. */
const findFigure = (item: AnswerItem, library: Library): FigureContext | null =>
  'marks' in item ? findFigureAt({ source: item.source, start: item.marks[0]?.start }, library) : null;

function findFigureAt(
  { source, start }: { readonly source: string; readonly start: number | undefined },
  { figures }: Library,
): FigureContext | null {
  return figures.find(({ figure, known }) => known.report.id === source && figure.start === start) ?? null;
}

const hasNumber = (item: AnswerItem): boolean => 'marks' in item && item.marks.length > 0;

const placeOf = ({ source, section, start, end, quote, printedAt }: AnswerItem): NearPlace => ({
  source,
  section,
  start,
  end,
  quote,
  ...(printedAt ? { printedAt } : {}),
});

/** What speaks for a meaning, each as much as it is worth. */
const WORTH = {
  /** Words of the message that the answer has. */
  covered: 2,
  /** Stands in the sentence that was quoted before. */
  beside: 0.6,
  /** Is a number of the kind that was asked for before. */
  sameKind: 1,
  sure: 0.5,
  /** Something is taken over as something is left unsaid, or nothing of either. */
  needed: 0.5,
} as const;

type Weighable = {
  readonly meaning: Meaning;
  readonly said: ReportAnswer;
  readonly message: FollowUpMessage;
  readonly before: Told;
  readonly library: Library;
};

/** How much speaks for a meaning; nothing where it is not answered, or answered with what was told already. */
function weighMeaning({ meaning, said, message, before, library }: Weighable): number {
  const { answer, probability } = said;
  const [item] = answer.answers;
  if (answer.status !== 'answered' || !item) return 0;
  const isRepeat = isRepeated(item, before);
  if (isRepeat && addsWords(message, before)) return 0;
  if (meaning.taken !== 'alone' && !answersAsking(item, { message, before, library })) return 0;
  const covered = coverage(item, message.interpretation);
  if (covered === 0 && !message.needsMore) return 0;
  // What names a thing of its own is about what was asked before only where that is told as well.
  const isTaken = meaning.taken === 'subject' || meaning.taken === 'both';
  if (isTaken && !message.needsMore && coverage(item, before.interpretation) === 0) return 0;
  const isBeside =
    before.first !== null && item.source === before.first.source && item.start === before.first.start;
  const dimension = 'unit' in item ? item.unit : null;
  const isSameKind =
    message.asking === 'thing' &&
    dimension !== null &&
    before.first !== null &&
    'unit' in before.first &&
    isLikeUnit(dimension, before.first.unit);
  return (
    WORTH.covered * covered +
    (isBeside && !isRepeat ? WORTH.beside : 0) +
    (isSameKind ? WORTH.sameKind : 0) +
    WORTH.sure * probability +
    ((meaning.taken !== 'alone') === message.needsMore ? WORTH.needed : 0)
  );
}

const isLikeUnit = (one: string, other: string): boolean =>
  one.replace(/^[万亿千百]+/u, '') === other.replace(/^[万亿千百]+/u, '');

function isRepeated(item: AnswerItem, { first }: Told): boolean {
  if (first === null || item.kind !== first.kind || item.source !== first.source) return false;
  if ('marks' in item && 'marks' in first)
    return item.marks.length === first.marks.length && item.marks[0]?.start === first.marks[0]?.start;
  return item.start === first.start && item.text === first.text;
}

/** Whether a message says anything that neither the question before nor the answer to it said. */
function addsWords(
  { bare, interpretation, asking }: FollowUpMessage,
  { question, interpretation: before, first }: Told,
): boolean {
  if (asking === 'aim') return first?.period?.kind !== 'target';
  if ((asking !== 'thing' && asking !== 'number') || readComparison(bare)) return true;
  const { terms, period } = interpretation;
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
  const rest = sayRest(bare, interpretation);
  const isUnsaid = rest.length > 1 && !`${question}\n${said}`.includes(rest);
  return isOtherTime || !terms.every(isSaid) || (terms.length === 0 && isUnsaid);
}

/** A message without what asks for its number. */
const sayRest = (bare: string, { quantities, period }: Interpretation): string =>
  period === null
    ? quantities
        .reduce((rest, { words }) => rest.replace(words, ''), bare)
        .replace(/^(?:一共|总共|具体|到底)|[是有为了的达到]+$/gu, '')
    : '';

/** Whether an answer is of the form that was asked for. */
function answersAsking(
  item: AnswerItem,
  { message: { asking, bare }, before: { figure }, library }: Omit<Weighable, 'said' | 'meaning'>,
): boolean {
  const statesOf = (source: string, start: number | undefined) =>
    findFigureAt({ source, start }, library)?.figure.states;
  switch (asking) {
    case 'words':
      return (
        (item.kind === 'passage' ||
          item.kind === 'section' ||
          (item.kind === 'target' && item.value === '')) &&
        (!asksForDate(bare) || saysDate(item.quote))
      );
    case 'change':
      return item.kind === 'comparison'
        ? item.inputs.every(({ source, valueStart: start }) => statesOf(source, start) !== 'change')
        : 'marks' in item && statesOf(item.source, item.marks[0]?.start) === 'change';
    case 'aim':
      return item.kind === 'comparison' || (item.period?.kind === 'target' && (!figure || hasNumber(item)));
    default:
      return true;
  }
}

/** Which part of the words that name something stand in what is quoted, by themselves or by others for them. */
function coverage(item: AnswerItem, { terms }: Interpretation): number {
  const quotes = item.kind === 'comparison' ? item.inputs : [item];
  const said = normalizeText(
    `${item.text}\n${quotes.map(({ quote, section }) => `${quote}\n${section}`).join('\n')}`,
  );
  const words = terms.filter(({ role }) => role !== 'soft');
  if (words.length === 0) return 1;
  return (
    words.filter(({ alternatives }) => alternatives.some((word) => said.includes(word))).length / words.length
  );
}

/** A message that leads on stays with the report it goes on from, whatever it names. */
const goOn = (said: ReportAnswer, { leadsOn }: FollowUpMessage): ReportAnswer =>
  leadsOn ? { ...said, goesOn: true } : said;

function understoodAs(
  said: ReportAnswer,
  { question: understood, taken }: Meaning,
  question: string,
): ReportAnswer {
  const answer = { ...said.answer, question };
  const isSame = understood === question;
  return {
    ...said,
    goesOn: taken !== 'alone',
    answer: isSame ? answer : { ...answer, understoodAs: answer.understoodAs ?? understood },
  };
}

function refuseAs(
  said: ReportAnswer,
  reason: AbstainReason,
  message: string,
  nearest: readonly NearPlace[],
): ReportAnswer {
  const { question, knowledgeVersion } = said.answer;
  const refusal = refuse(reason, message, { nearest });
  return { ...said, answer: { question, knowledgeVersion, answers: [], choices: [], ...refusal } };
}
