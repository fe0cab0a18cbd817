import { provinceOf } from '../knowledge/area-names.ts';
import { keepForLast, readLate } from '../search/remember-lately.ts';
import type { AnswerItem, NearPlace } from './answer.ts';
import { answerByEvidence, answerYearBefore, findNearest, NEAR } from './answer-by-evidence.ts';
import { answerByline, asksForByline } from './answer-byline.ts';
import { answerCounted, answerPeriodOutline } from './answer-period.ts';
import { askBack } from './ask-back.ts';
import { addNamed, answerLookedUp, refuseUnits } from './computing/compute.ts';
import { answerKnownComputation } from './computing/known-computation.ts';
import { readComparison } from './language/comparisons.ts';
import { asksForDate } from './language/dates.ts';
import { isGeneralWord, isListQuestion } from './language/list-questions.ts';
import { isPlaceName } from './language/places.ts';
import { findQuantities } from './language/quantity.ts';
import {
  ASKS_PERSON,
  AUTHORSHIP,
  CHIT_CHAT,
  INSTRUCTION,
  PROCEDURE,
  SAYS_ANYTHING,
  WANTS_A_TEXT,
} from './language/question-frames.ts';
import { coversYear, type Library } from './library.ts';
import { answerKnownList, answerWeighedList } from './lists/weigh-lists.ts';
import { type Explained, type Outcome, sentencesOf } from './outcome.ts';
import { recognizeNumber } from './recognize-number.ts';
import { type Refusal, refuse } from './refusals.ts';
import { speaksFor } from './scoring/asked-classifier.ts';
import { leanOnAnswer } from './scoring/lean-on-answer.ts';
import { isSure, SURE, type Weighing, weighQuestion } from './scoring/weigh.ts';
import {
  answerJointly,
  asksForSeveral,
  computeJointly,
  mayCompute,
  worksBack,
} from './together/joint-answer.ts';
import { findSought, type Sought } from './understanding/find-sought.ts';
import { interpretPart } from './understanding/interpret-part.ts';
import { type AskedPeriod, type Interpretation, readNamedYears } from './understanding/interpret-question.ts';
import type { Term } from './understanding/lexicon.ts';
import type { QuestionPart } from './understanding/split-question.ts';
import { periodWithKind, WORDING } from './wording.ts';

/** Answers one question (normalised text). `before` is the answer to the part of the line before it. */
export function answerPart(part: QuestionPart, library: Library, before?: AnswerItem): Outcome {
  const text = sayLastYear(sayEnds(part.text, library), library);
  const changed = text === part.text ? null : answerPart({ ...part, text }, library, before);
  if (changed?.status === 'answered') return changed;
  const screened = screen(part.text);
  if (screened) return screened;
  const explained = explain(part, library, before);
  return {
    probability: explained.weighing.probability,
    // What is computed or listed has a probability of its own.
    ...answerInterpreted(explained, library),
    strange: strangeWords(explained),
  };
}

/** `2017年到2018年涨了多少`: the two ends of a stretch that are both told of are set beside each other. */
function sayEnds(text: string, { years, periods }: Library): string {
  const { years: ends, rest } = readNamedYears(text, years);
  const [from, to] = ends;
  const isTold = (year: number | undefined): boolean =>
    periods.some((period) => period.kind === 'actual' && !period.fromYear && period.year === year);
  if (ends.length !== 2 || !isTold(from) || !isTold(to) || !readComparison(rest)?.isChange) return text;
  const said = `${to}年比${from}年`;
  return text.includes(said) ? text : `${said}${rest.replace(/\s+[到至]?/gu, '')}`;
}

/** `比2017年增长多少`: the year before the one reported is what a printed growth is measured from. */
function sayLastYear(text: string, { years }: Library): string {
  return text.replace(
    /(?<=比|较|[跟和同与](?=[^,。]{2,6}(?:相?比)))(?:(?:20)?(?<short>\d{2})年度?|前年)/u,
    (said, short: string | undefined) =>
      years && (short === undefined || 2000 + Number(short) === years.lastYear - 1) ? '上年' : said,
  );
}

/** A question that stands alone is looked at as one asking for several things, and again as one asking for one. */
const lastExplained = keepForLast<Library, { text?: string; explained?: Explained }>(() => ({}));

/** Understands a question and ranks everything it could mean, without deciding. */
export function explain(part: QuestionPart, library: Library, before?: AnswerItem): Explained {
  const { text, context, isEach, given } = part;
  if (before !== undefined || context !== null || isEach || given !== undefined)
    return new ExplainedPart(part, library, before);
  const last = lastExplained(library);
  const explained = (last.text === text && last.explained) || new ExplainedPart(part, library, undefined);
  Object.assign(last, { text, explained });
  return explained;
}

/** A question of which everything is read when it is first looked at. */
class ExplainedPart implements Explained {
  readonly interpretation: Interpretation;
  readonly sought: Sought;
  readonly asksInWords: boolean;
  readonly #weigh: () => Weighing;

  constructor(part: QuestionPart, library: Library, before: AnswerItem | undefined) {
    const interpretation = interpretPart(part, library);
    const sought = findSought(interpretation.text, interpretation.terms);
    this.interpretation = interpretation;
    this.sought = sought;
    this.asksInWords = asksInWords(interpretation, sought);
    this.#weigh = readLate(() =>
      leanOnAnswer(weighAsking(interpretation, library), { isEach: part.isEach === true, before }),
    );
  }

  get weighing(): Weighing {
    return this.#weigh();
  }
}

/** What is told before the asking (`二级公路的数有了，还差农村公路，帮我查下新改建多少公里`) makes it no surer from here on. */
const SURE_ALONE = 0.87;
/** What answers the asking alone has to be among the first so many for the whole. */
const MOST_AHEAD = 5;

/**
 * Weighs a question, and where that is not sure, its last clause alone: what is told before it tells why somebody asks.
 * Nothing of it may speak against the answer: another time, another place.
 */
function weighAsking(asked: Interpretation, library: Library): Weighing {
  const whole = weighQuestion(asked, library.weigher);
  const cut = Math.max(asked.text.lastIndexOf(','), asked.text.lastIndexOf(':'));
  const tail = asked.text.slice(cut + 1);
  const asksLast = findQuantities(tail).length > 0 && findQuantities(asked.text.slice(0, cut)).length === 0;
  if (isSure(whole) || cut < 0 || !asksLast) return whole;
  const last = interpretPart({ text: tail, context: null }, library);
  const alone = weighQuestion(last, library.weigher);
  const [first] = alone.ranked;
  const same = whole.ranked.slice(0, MOST_AHEAD).find(({ candidate }) => candidate === first?.candidate);
  const isOfOtherTime = last.period === null && same?.features.timeDiffers === 1;
  const isContradicted = same === undefined || isOfOtherTime || (same.features.missingPlaces ?? 0) > 0;
  return isContradicted || alone.probability < SURE_ALONE ? whole : alone;
}

/** Questions that are refused for what they are, before anything is looked up. */
function screen(text: string): Refusal | null {
  if (!SAYS_ANYTHING.test(text)) return refuse('empty', WORDING.empty);
  if (INSTRUCTION.test(text)) return refuse('instruction', WORDING.instruction);
  if (CHIT_CHAT.test(text)) return refuse('not-a-question', WORDING.notAQuestion);
  return null;
}

function answerInterpreted(explained: Explained, library: Library): Outcome {
  const asked = explained.interpretation;
  const isCertain = isSure(explained.weighing);
  // Where nothing is known of how people ask, lists are weighed like all else.
  const isUntold = explained.weighing.evidence.classified.size === 0;
  // Elsewhere that tells a list and a way of doing something from a fact.
  const isTold = isCertain && !isUntold;
  const asksForList = asked.quantities.length === 0 && isListQuestion(asked.text);
  return (
    refuseKind(explained, isTold) ??
    (AUTHORSHIP.test(asked.text) || asksForByline(explained) ? answerByline(asked.text, library) : null) ??
    (asksForList && !isTold ? answerCounted(explained, library) : null) ??
    recognizeNumber(asked, library) ??
    refuseElsewhere(explained, library) ??
    computeKnown(explained, library) ??
    computeOrRefuseYear(explained, library) ??
    (isUntold && !isGeneral(asked) ? answerWeighedList(explained, library) : null) ??
    (isTold ? answerByEvidence(explained, library) : null) ??
    (asked.terms.length === 0 ? answerWithoutTerms(explained, library) : null) ??
    (asksForList && asked.period && isGeneral(asked) ? answerPeriodOutline(explained, library) : null) ??
    (isUntold ? null : answerWeighedList(explained, library)) ??
    answerKnownList(explained, library) ??
    (isCertain ? null : askBack(explained, library)) ??
    answerByEvidence(explained, library)
  );
}

/** Refuses what asks for a way of doing something, or for who holds an office, unless the evidence says otherwise. */
function refuseKind(explained: Explained, isTold: boolean): Refusal | null {
  const { interpretation, weighing } = explained;
  const { text, quantities } = interpretation;
  const asksNumber = quantities.length > 0;
  if (WANTS_A_TEXT.test(text) && !asksNumber)
    return refuse('instruction', WORDING.writesNothing, { nearest: findNearest(explained) });
  // A number that comes near is asked for (`电力公司来电话,装机占比多少`), whatever else the words look like.
  const isNumberNear = asksNumber && weighing.probability >= NEAR;
  if (PROCEDURE.test(text) && !isTold && !isNumberNear)
    return refuse('procedure', WORDING.procedure, { nearest: findNearest(explained) });
  const person = isSure(weighing) ? undefined : ASKS_PERSON.exec(text)?.groups?.role;
  if (person === undefined || sentencesOf(explained).some((sentence) => sentence.text.includes(person)))
    return null;
  return refuse('not-covered', WORDING.missing([person]), {
    missing: [person],
    nearest: findNearest(explained),
  });
}

/**
 * Refuses a question about a place that no report is of, nor what answers names. Where something answers for certain, a
 * district may also be where somebody asks from, and a capital may be said for those who govern in it.
 */
function refuseElsewhere(explained: Explained, { weigher, tokenizer }: Library): Refusal | null {
  const { interpretation: asked, sought, weighing } = explained;
  const [first] = weighing.ranked;
  const classify = first && weigher.classifiers.get(first.candidate.known.report.id);
  // What no known question says speaks for nothing.
  const isSaidFor = (text: string): boolean =>
    !!classify &&
    !!first &&
    weigher.asked.has(text.slice(0, 2)) &&
    speaksFor(text, asked.text, first.candidate, classify);
  const isBeside = ({ text, foreign }: Term): boolean =>
    weighing.probability >= SURE && (foreign === 'district' || isSaidFor(text));
  const isUnsaid = ({ text, alternatives }: Term): boolean =>
    first !== undefined &&
    isPlaceName(text, tokenizer.isWord) &&
    !first.candidate.known.places.some((place) => provinceOf(place).includes(text)) &&
    !alternatives.some((word) => Object.values(first.candidate.zones).some((zone) => zone.includes(word)));
  const elsewhere = asked.terms
    .filter((term) => term.role !== 'soft' && (term.foreign !== null || isUnsaid(term)))
    .filter((term) => !sought.kinds.has(term) && !isBeside(term))
    .map(({ text }) => text);
  if (elsewhere.length === 0) return null;
  return refuse('other-region', WORDING.otherRegion(elsewhere), {
    missing: elsewhere,
    nearest: findNearest(explained),
  });
}

/** Answers a question of several parts where the whole of it asks for one thing to be computed. */
export function computeWhole(text: string, library: Library): Outcome | null {
  if (library.weigher.classifiers.size === 0 || screen(text)) return null;
  const explained = explain({ text, context: null }, library);
  if (refuseElsewhere(explained, library)) return null;
  const known = computeKnown(explained, library);
  return known ?? (isCovered(explained, library) ? (computeJointly(explained, library)?.[0] ?? null) : null);
}

/** Answers a whole question that asks for several numbers at once, or for what is computed of them. */
export function answerTogether(text: string, library: Library): readonly Outcome[] | null {
  if (screen(text)) return null;
  const explained = explain({ text, context: null }, library);
  if (!asksForSeveral(explained.interpretation, library)) return null;
  if (!isCovered(explained, library) && !worksBack(explained, library)) return null;
  if (refuseElsewhere(explained, library) || refuseUnlike(explained, library)) return null;
  const strange = strangeWords(explained);
  const lookedUp = answerLookedUp(explained, library);
  if (lookedUp) return [{ ...lookedUp, strange }];
  const outcomes = answerJointly(explained, library);
  return outcomes?.map((outcome) => ({ ...outcome, strange })) ?? null;
}

/** Refuses to set numbers of two units against each other, where no others that are meant could be. */
const refuseUnlike = (explained: Explained, library: Library): Outcome | null =>
  mayCompute(explained, library) ? null : refuseUnits(explained, library);

/** Words that say what is asked about and stand nowhere in the report. */
const strangeWords = ({ interpretation: { terms } }: Explained): string[] =>
  terms.filter(({ role, isKnown }) => role !== 'soft' && !isKnown).map(({ text }) => text);

const isCovered = ({ interpretation: { periods } }: Explained, library: Library): boolean =>
  periods.every(({ year }) => year === null || coversYear(library.periods, year));

/** What known questions like this one had computed, unless it is asked of a year that no report covers. */
function computeKnown(explained: Explained, library: Library): Outcome | null {
  return isCovered(explained, library) ? answerKnownComputation(explained, library) : null;
}

/** What is to be computed, or that no report covers a year; what was before a change, or what is counted, may be of such a one. */
function computeOrRefuseYear(explained: Explained, library: Library): Outcome | null {
  const lookedUp =
    answerLookedUp(explained, library) ??
    (isSure(explained.weighing) ? null : refuseUnlike(explained, library));
  const computed = lookedUp ?? computeJointly(explained, library)?.[0];
  if (computed && !lookedUp && worksBack(explained, library)) return computed;
  const outside = explained.interpretation.periods.find(
    ({ year }) => year !== null && !coversYear(library.periods, year),
  );
  // `2021年度省级科技奖励10项`: what is counted may be of such a year.
  const isOfYear = explained.weighing.ranked[0]?.evidenceOf('timeFits') === 1;
  const before = computed || isOfYear ? null : answerYearBefore(explained, library);
  if (before) return before;
  if (outside && !isOfYear) return refuseYear(outside, library, findNearest(explained));
  return computed ?? addNamed(explained, library);
}

/** A question that names nothing: one of several things is meant, or all that is told of a time. */
function answerWithoutTerms(explained: Explained, library: Library): Outcome {
  const { quantities, period } = explained.interpretation;
  const unclear = quantities.length > 0 ? askBack(explained, library) : null;
  if (unclear) return unclear;
  if (period) return answerPeriodOutline(explained, library);
  return refuse('not-covered', WORDING.nothing, { nearest: findNearest(explained) });
}

/** Whether nothing but general words is said (`有什么目标`). */
const isGeneral = ({ terms }: Interpretation): boolean =>
  terms.every(({ text, role }) => role === 'soft' && isGeneralWord(text));

/** `哪个县`, `什么研究机构`: one of a kind is asked for, no number. */
function asksInWords(asked: Interpretation, { kinds, details }: Sought): boolean {
  return asked.quantities.length === 0 && (kinds.size > 0 || details.length > 0 || asksForDate(asked.text));
}

function refuseYear(asked: AskedPeriod, library: Library, nearest: readonly NearPlace[]): Refusal {
  const covered = library.periods.filter(({ fromYear }) => fromYear === undefined);
  const told = (library.told.length > 0 ? library.told : covered).map(periodWithKind);
  const message = WORDING.yearNotCovered(`${asked.year}年`, told, library.isOfSeries === true);
  return refuse('other-period', message, { nearest });
}
