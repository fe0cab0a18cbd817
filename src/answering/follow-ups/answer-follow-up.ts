import { normalizeText } from '../../search/normalize.ts';
import type { AbstainReason, Answer, AnswerItem, SectionAnswer } from '../answer.ts';
import { readComparison } from '../language/comparisons.ts';
import { findAskings, isGeneralWord, isListQuestion } from '../language/list-questions.ts';
import type { Library } from '../library.ts';
import { placeOf } from '../quotes.ts';
import { NOTHING, refuse } from '../refusals.ts';
import { firstOfParts, type ReportAnswer } from '../reports/merge-answers.ts';
import { findToldFigures } from '../understanding/told-numbers.ts';
import { WORDING } from '../wording.ts';
import { readTold } from './beside-told.ts';
import { asksSum } from './complete-pair.ts';
import { completeDoubt } from './doubted-number.ts';
import { listMeanings, type Meaning, readBefore, readOtherTime } from './list-meanings.ts';
import { type FollowUpMessage, readMessage, saysNothing, splitHalves } from './read-message.ts';
import { readNth } from './read-nth.ts';
import {
  asksAgain,
  asksShare,
  findFigure,
  findFigureAt,
  namesAny,
  namesOther,
  type Told,
  weighMeaning,
} from './weigh-meaning.ts';

/** Points shown as the nearest where there are fewer than was asked for. */
const MOST_NEAR = 3;

/** A message of a conversation, and the complete questions before it, newest first. */
export type Followed = {
  readonly question: string;
  readonly earlier: readonly string[];
  readonly library: Library;
  /** Answers a complete question from the library. */
  readonly ask: (question: string) => ReportAnswer;
};

/** A meaning with what is answered to it. */
type Weighed = { readonly meaning: Meaning; readonly said: ReportAnswer; readonly weight: number };

/**
 * Answers a message that may go on from the question before. What it may mean is asked, and the answers are weighed: which
 * has the words of the message, which stays with what was told, which is as sure. Null for a question of its own.
 */
export function answerFollowUp({ question, earlier, library, ask }: Followed): ReportAnswer | null {
  const [previous, second] = earlier;
  if (previous === undefined) return null;
  const normalized = normalizeText(question);
  const spelled = library.lexicon.correctTypos(normalized);
  const message = readMessage(spelled === normalized ? question : spelled, library);
  const doubted = answerDoubt(message, [previous, second], { question, library, ask });
  if (doubted) return doubted;
  if (saysNothing(message)) return dress(question, library, refuse('not-a-question', WORDING.notAQuestion));
  const nth = readNth(question);
  const [listed] = nth === null ? [] : ask(previous).answer.answers;
  if (nth !== null && listed?.kind === 'section' && listed.points.length > 0)
    return answerNth(listed, nth, { question, library, ask });
  if (standsAlone(message, library) || opensAlone(message, question, library)) return null;
  const { alone: itself, needsMore, leadsOn, asking } = message;
  const isOfBefore =
    asking === 'words' || asking === 'more' || (!namesThing(message) && (leadsOn || asking !== 'aim'));
  const alone = needsMore && isOfBefore ? null : itself;
  // What is long or names its thing and is answered needs nothing of what was asked before.
  if (alone !== null && (message.isWhole || (!needsMore && ask(alone).answer.status === 'answered')))
    return understoodAs(ask(alone), { question: alone, taken: 'alone' }, question);
  const before = recallBefore([previous, second], message, library, ask);
  if (before.interpretation.terms.length === 0) return null;
  const asksOwn =
    !leadsOn && (namesThing(message) || asksCount(message) || (asking !== 'thing' && namesAny(message)));
  // What was refused lends nothing to a question with a subject of its own.
  if (asksOwn && ask(previous).answer.status === 'abstained') return null;
  const nearest = before.first === null ? [] : [placeOf(before.first)];
  const [likeliest, ...others] = listMeanings(message, before, library);
  if (!likeliest) return null;
  const untold = (reason: AbstainReason, why: string) =>
    understoodAs(dress(question, library, refuse(reason, why, { nearest })), likeliest, question);
  if (asking === 'progress' && before.first?.period?.kind === 'target')
    return untold('other-period', WORDING.progressUntold);
  const byItself: readonly Meaning[] = alone ? [{ question: alone, taken: 'alone' }] : [];
  const again: readonly Meaning[] = asksAgain(message, before) ? [{ question: previous, taken: 'both' }] : [];
  const weighed = [...byItself, likeliest, ...others, ...again].map((meaning): Weighed => {
    const said = ask(meaning.question);
    return { meaning, said, weight: weighMeaning({ meaning, said, message, before, library }) };
  });
  const best = weighed.reduce<Weighed | null>(
    (top, each) => (each.weight > Math.max(0, top?.weight ?? 0) ? each : top),
    null,
  );
  // A message that leads on stays with the report it goes on from, whatever it names.
  if (best)
    return { ...understoodAs(best.said, best.meaning, question), ...(leadsOn ? { goesOn: true } : {}) };
  const anew = before.first !== null && asksInOwnWords(message) ? ask(itself) : null;
  if (anew && anew.answer.status !== 'abstained')
    return understoodAs(noteAnew(anew), { question: itself, taken: 'alone' }, question);
  // A name that only was said, as that of a target that was shown, asks nothing that could be taken over.
  if (!needsMore || (asksOwn && readMessage(previous, library).asking === 'thing')) return null;
  // Nothing is made of what was asked before, and words of it would only be said to be missing, time and again.
  const isOfOther = namesOther(message, before) && (!leadsOn || before.first === null);
  const refusedAlone = weighed.find(
    ({ meaning, said }) => meaning.taken === 'alone' && said.answer.status !== 'answered',
  );
  if (isOfOther && refusedAlone) return understoodAs(refusedAlone.said, refusedAlone.meaning, question);
  if (before.first !== null && asksShare(message)) return untold('no-number', WORDING.shareUntold);
  if (asking === 'change') return untold('no-number', WORDING.changeUntold);
  const refused = weighed.find(
    ({ said, meaning }) => meaning.taken !== 'alone' && said.answer.status !== 'answered',
  );
  // Words of the question before were not asked for now, so that nobody is told that they are missing.
  const isOfMessage = refused?.said.answer.missing.every((word) => normalizeText(question).includes(word));
  return refused && isOfMessage
    ? understoodAs(refused.said, refused.meaning, question)
    : untold('not-covered', WORDING.followUpUntold);
}

/** Answers with one of the points that were listed: the section of its heading, or the point itself. */
function answerNth(
  { points, period }: SectionAnswer,
  nth: number,
  { question, library, ask }: Pick<Followed, 'question' | 'library' | 'ask'>,
): ReportAnswer {
  const point = points[nth - 1];
  if (!point) {
    const nearest = points.slice(0, MOST_NEAR);
    return dress(question, library, refuse('not-covered', WORDING.followUpUntold, { nearest }));
  }
  const [heading = point.quote] = point.quote.split(/[\n。]/u);
  const meaning: Meaning = { question: heading, taken: 'both' };
  const said = ask(heading);
  const [item] = said.answer.answers;
  const isHeading = heading === point.quote && item?.source === point.source && item.start === point.start;
  if (isHeading && item.kind === 'section') return understoodAs(said, meaning, question);
  const answers = [{ kind: 'passage', text: point.quote, period, ...point } as const];
  const told = dress(question, library, { status: 'answered', answers });
  return understoodAs({ ...told, probability: 1 }, meaning, question);
}

/** Tells a number that was told once more, with whether it is the one that is said now. */
function answerDoubt(
  message: FollowUpMessage,
  earlier: readonly [string, string | undefined],
  { question, library, ask }: Pick<Followed, 'question' | 'library' | 'ask'>,
): ReportAnswer | null {
  if (findToldFigures(message.bare).length !== 1) return null;
  const before = recallBefore(earlier, message, library, ask);
  const meaning = completeDoubt(message, before, library);
  const said = meaning && ask(meaning.question);
  // Of another number the verdict would say nothing.
  const isOfTold = said?.answer.answers.some(
    (item) => item.source === before.first?.source && item.start === before.first.start,
  );
  return meaning && said?.answer.message !== undefined && isOfTold
    ? understoodAs(said, meaning, question)
    : null;
}

/** Whether it is a question of its own, whatever was asked before. */
function standsAlone(
  { leadsOn, interpretation: { terms, period }, asking, bare }: FollowUpMessage,
  { knowledge: { words } }: Library,
): boolean {
  if (leadsOn || asking === 'aim') return false;
  // `1万是什么`: the number that is asked about is said.
  if (asking === 'words' && findToldFigures(bare).length > 0) return true;
  // `谁是局长`: what no report tells of has nothing to do with what was asked.
  if (asking === 'words' && terms.some(({ isKnown, wordClass }) => !isKnown && wordClass === 'noun'))
    return true;
  // `是哪些单位` names no thing, only what kind of thing is asked for.
  const kinds = findAskings(bare).map(({ after }) => after);
  const isOfThing = terms.some(
    ({ role, wordClass, text }) =>
      role === 'topic' ||
      // A word of the title (`民政工作`) narrows nothing, and still names what to tell of; `标准` does not.
      (wordClass === 'noun' &&
        !isGeneralWord(text) &&
        !words.soft.has(text) &&
        !kinds.some((kind) => kind.startsWith(text))),
  );
  return isListQuestion(bare) && (period !== null || isOfThing);
}

/** `婚姻登记办了多少对 离婚的呢`: what leads on is the second half, which goes on from the first. */
function opensAlone({ leadsOn }: FollowUpMessage, question: string, library: Library): boolean {
  const [first] = (leadsOn && splitHalves(question)) || [];
  const opening = first === undefined ? null : readMessage(first, library);
  return opening !== null && !opening.leadsOn && namesThing(opening);
}

const namesThing = ({ interpretation: { terms } }: FollowUpMessage): boolean =>
  terms.some(({ role }) => role === 'topic');

/** `去年结了多少对婚`: what is counted in a word of its own, of a thing that is known. */
const asksCount = ({ interpretation: { terms, quantities } }: FollowUpMessage): boolean =>
  quantities.some(({ base }) => base !== '') &&
  terms.some((term) => term.isKnown && term.wordClass === 'noun');

/** `去年捐了多少钱` after a question about something else: a number is asked for in words that reports know. */
const asksInOwnWords = ({ asking, leadsOn, bare, interpretation: { terms } }: FollowUpMessage): boolean =>
  !leadsOn &&
  asking === 'number' &&
  terms.length > 0 &&
  terms.every(({ isKnown }) => isKnown) &&
  readComparison(bare) === null;

/** Says that an answer is to the message alone, as it might have been meant of what was asked before. */
const noteAnew = (said: ReportAnswer): ReportAnswer =>
  said.answer.status === 'answered'
    ? { ...said, answer: { ...said.answer, message: WORDING.readByItself } }
    : said;

function recallBefore(
  [previous, second]: readonly [string, string | undefined],
  { bare }: FollowUpMessage,
  library: Library,
  ask: Followed['ask'],
): Told {
  const { answers } = ask(previous).answer;
  const first = answers[0] ?? null;
  const interpretation = readBefore(previous, library);
  const rowOf = (asked: string) => findRow(normalizeText(asked), ask(asked).answer.answers, library);
  const row = rowOf(previous);
  const isOfBoth = row.length === 1 && second !== undefined && asksSum(bare);
  return {
    question: normalizeText(previous),
    interpretation,
    told: readTold(normalizeText(previous), library)?.told ?? null,
    otherTime: readOtherTime(second, interpretation, library),
    first,
    figure: first === null ? null : findFigure(first, library),
    row: isOfBoth ? [...new Set([...rowOf(second), ...row])] : row,
  };
}

/** The numbers that answered a question together: side by side, or one for each of its parts. */
function findRow(question: string, answers: readonly AnswerItem[], library: Library): Told['row'] {
  const isPick = readComparison(question)?.operation === 'extreme';
  const told = isPick ? answers : firstOfParts(question, answers);
  const starts = told.flatMap((item) => {
    const { source } = item;
    if (item.kind === 'comparison') return item.inputs.map(({ valueStart: start }) => ({ source, start }));
    return 'marks' in item ? item.marks.map(({ start }) => ({ source, start })) : [];
  });
  return starts.flatMap((place) => findFigureAt(place, library) ?? []);
}

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

function dress(
  question: string,
  { knowledge }: Library,
  said: Pick<Answer, 'status'> & Partial<Answer>,
): ReportAnswer {
  return {
    answer: { question, knowledgeVersion: knowledge.version, ...NOTHING, ...said },
    probability: 0,
    strange: 0,
  };
}
