import { normalizeText } from '../search/normalize.ts';
import type { AnswerItem, NearPlace, PassageAnswer, Quote, TargetAnswer } from './answer.ts';
import { composeFigures, quoteFigure } from './compose-figures.ts';
import { answerComputed } from './computing/answer-computed.ts';
import { isChangeOf } from './computing/said-change.ts';
import { findUnexplained } from './find-unexplained.ts';
import { readComparison } from './language/comparisons.ts';
import { asksForDate, saysDate } from './language/dates.ts';
import { isGeneralWord } from './language/list-questions.ts';
import type { Library } from './library.ts';
import type { Explained, Outcome } from './outcome.ts';
import { quoteSpan } from './quotes.ts';
import { composeSection } from './ranking/describe-sections.ts';
import { type FigureContext, WHOLE_YEAR } from './ranking/figure-context.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Candidate, FigureCandidate, SentenceCandidate } from './retrieval/candidate.ts';
import type { Features } from './scoring/features.ts';
import {
  isSure,
  isWeighedFigure,
  type WeighedCandidate,
  type WeighedFigure,
  type Weighing,
} from './scoring/weigh.ts';
import type { Interpretation } from './understanding/interpret-question.ts';
import type { Term } from './understanding/lexicon.ts';
import { askedLabel, periodWithKind, WORDING } from './wording.ts';

/** Parallel numbers whose scores differ by no more than this are not told apart by the question. */
const PARALLEL_GAP = 1.1;
/** Evidence that tells parallel numbers apart: the owner that is named, the kind of number that is asked for. */
const TELLING_APART = ['coveredOwn', 'kindFits', 'measureFits', 'growthAsked', 'eachAsked'];
const APART_GAP = 0.1;
/** Known questions that are more like it for one of parallel numbers than for the other tell them apart. */
const ASKED_GAP = 0.08;
/** One that is asked for this much less often than the other is not meant. */
const FAIR_SHARE = 0.25;
/** How much worse than the best another answer may be and still be shown beside it. */
const RUNNER_UP_GAP = 0.4;
/** How much worse the same thing of the other year may fit: its wording differs more. */
const TWIN_GAP = 2;
const MAX_ANSWERS = 3;
const MAX_NEAREST = 3;
/** More sentences that answer alike are no list a person reads. */
const MAX_ALIKE = 5;
/** From this probability on, what is not sure is called the nearest; below, nothing was found. */
export const NEAR = 0.2;
/** A known question this like leaves no doubt what is meant. */
const SAME_QUESTION = 0.75;

/** Answers by the best number or sentence when the evidence makes it sure, or refuses and shows what comes nearest. */
export function answerByEvidence(explained: Explained, library: Library): Outcome {
  const { weighing, interpretation: asked } = explained;
  const [first] = weighing.ranked;
  if (!first) return refuse('not-covered', WORDING.nothing);
  if (!isSure(weighing)) return refuseUnsure(explained, library);
  if (first.candidate.kind === 'sentence') return answerSentence(first.candidate, explained, library);
  // What a quarter came to is not what the year did.
  if (first.candidate.context.isOfPartYear && WHOLE_YEAR.test(asked.text))
    return refuseOtherTime(first.candidate, explained, findNearest(explained));
  // One end of a change is not the change; where both can be asked for, it was computed.
  const isEnd = first.candidate.context.figure.role !== null;
  const asksApart = isEnd && readComparison(asked.text)?.operation === 'difference';
  const asksChange = asksForChange(asked) && isOutcome(first.candidate);
  const change = asksApart || asksChange ? findChange(first.candidate.context, weighing) : null;
  if (change) return { status: 'answered', answers: [change] };
  if (asksApart) return refuseUnsure(explained, library);
  if (asksChange) return refuse('no-number', WORDING.noStart, { nearest: findNearest(explained) });
  if (explained.asksInWords) {
    const sentence = sentenceOf(first.candidate, library);
    return {
      status: 'answered',
      answers: [sentence, ...findAlike(sentence, explained)].map(composeSentence),
    };
  }
  const answers = composeNumbers(weighing, first, asked, library);
  const twin = asked.period === null ? findTwin(weighing, first) : null;
  return {
    status: 'answered',
    answers: twin ? [...answers.slice(0, 1), twin, ...answers.slice(1)] : answers,
  };
}

/** How a number changed, where its sentence tells it (`提高到45.6%,比2020年提高3.5个百分点`). */
function findChange(level: FigureContext, weighing: Weighing): AnswerItem | null {
  const [change] = changesOf(level, weighing);
  return change ? composeFigures([change]) : null;
}

const changesOf = (level: FigureContext, { ranked }: Weighing): readonly FigureContext[] =>
  ranked
    .filter(isWeighedFigure)
    .map(({ candidate }) => candidate.context)
    .filter((context) => isChangeOf(level, context));

/**
 * What a thing was the year before, from what it came to and by how much that is more or less (`1280.4亿元,比上年增加78.6亿元`):
 * for who asks for that year, which is printed nowhere else.
 */
export function answerYearBefore(explained: Explained, library: Library): Outcome | null {
  const { interpretation: asked, weighing } = explained;
  const year = asked.periods.length === 1 && asked.period?.fromYear === null ? asked.period.year : null;
  const level = year === null ? null : findOtherTime(explained, library);
  if (
    level?.kind !== 'figure' ||
    level.context.figure.qualifier !== '' ||
    level.period?.kind !== 'actual' ||
    level.period.year - 1 !== year
  )
    return null;
  const change = changesOf(level.context, weighing).find(
    ({ figure }) => figure.dimension !== 'percent' && figure.basis?.period?.year === year,
  );
  const answer =
    change && answerComputed({ operation: 'base', contexts: [level.context, change] }, asked, library);
  return answer ? { status: 'answered', answers: [answer] } : null;
}

/** The sentences that come nearest to a question, each once, best first. */
export function findNearest({ weighing }: Explained): NearPlace[] {
  const places = new Map<string, NearPlace>();
  for (const { candidate } of weighing.ranked) {
    const near = quoteSentence(candidate);
    const key = `${near.source}:${near.start}`;
    if (!places.has(key)) places.set(key, near);
    if (places.size >= MAX_NEAREST) break;
  }
  return [...places.values()];
}

function composeNumbers(
  weighing: Weighing,
  first: WeighedCandidate,
  { wantedEnd, text }: Interpretation,
  library: Library,
): AnswerItem[] {
  const wantsBoth = wantedEnd === 'both';
  const figures = weighing.ranked.filter(isWeighedFigure);
  const close = figures.filter(({ score }) => score >= first.score - RUNNER_UP_GAP);
  const used = new Set<string>();
  const answers: AnswerItem[] = [];
  for (const ranked of close) {
    if (used.has(ranked.candidate.id) || answers.length >= MAX_ANSWERS) continue;
    const parallel = findParallel(ranked, figures, { wantsBoth, text });
    const isAll =
      ranked === first && isMoney(ranked) && IN_ALL.test(text) && !text.includes(nameOfSum(ranked.candidate));
    const group = (isAll ? findSummands(ranked, figures, library) : parallel).filter(
      ({ id }) => !used.has(id),
    );
    for (const { id } of group) used.add(id);
    const answer = composeFigures(group.map(({ context }) => context));
    if (answer) answers.push(answer);
  }
  return answers;
}

/** The parallel numbers of its clause that answer as well, in printed order; the number alone if it has none. */
function findParallel(
  best: WeighedFigure,
  figures: readonly WeighedFigure[],
  { wantsBoth, text }: { readonly wantsBoth: boolean; readonly text: string },
): FigureCandidate[] {
  const { candidate, score, features } = best;
  const { figure } = candidate.context;
  const isUntold = features.classified === undefined;
  const isNamed = ({ owner }: FigureContext['figure']): boolean =>
    owner !== '' && text.includes(normalizeText(owner));
  return figures
    .filter((ranked) => {
      const { candidate: other, score: otherScore } = ranked;
      const beside = other.context.figure;
      if (other === candidate) return true;
      if (other.known !== candidate.known || beside.clause.start !== figure.clause.start) return false;
      const isOtherEnd =
        wantsBoth && beside.role !== figure.role && beside.own[0]?.start === figure.own[0]?.start;
      return (
        isOtherEnd ||
        (beside.role === figure.role &&
          beside.base === figure.base &&
          (!isNamed(figure) || beside.owner === '' || isNamed(beside)) &&
          // Where known questions teach which is meant, one may be named to be left out (`不含农村,城市低保标准`).
          ((isUntold && isNamed(figure) && isNamed(beside)) ||
            ((Math.abs(otherScore - score) <= PARALLEL_GAP || explainAlike(features, ranked.features)) &&
              isAskedAlike(features, ranked.features))))
      );
    })
    .map((ranked) => ranked.candidate)
    .sort((a, b) => a.span.start - b.span.start);
}

const isMoney = ({ candidate }: WeighedFigure): boolean => candidate.context.figure.dimension === 'money';

/** Asks for all there is of something. */
const IN_ALL = /一共|总共|总计|合计|拢共|统共|全部加/u;

/** What tells a sum of money from those beside it: the last characters of its name. */
const nameOfSum = ({ context: { figure } }: FigureCandidate): string =>
  normalizeText(figure.measure).slice(-4);

/**
 * `救灾一共拨了多少钱`: the sums of one doing, in printed order, where the question names none of them in full. A sum after
 * the first that has a doing of its own (`发放消费券9600万元、拉动消费11.4亿元`) is none of them.
 */
function findSummands(
  { candidate }: WeighedFigure,
  figures: readonly WeighedFigure[],
  { tokenizer }: Library,
): FigureCandidate[] {
  const { figure } = candidate.context;
  return figures
    .map(({ candidate: other }) => other)
    .filter(
      ({ known, context: { figure: other } }) =>
        known === candidate.known &&
        other.dimension === 'money' &&
        other.clause.start === figure.clause.start &&
        other.role === figure.role &&
        other.base === figure.base,
    )
    .sort((a, b) => a.span.start - b.span.start)
    .filter(
      (other, at) =>
        other === candidate || at === 0 || tokenizer.classOf(other.context.figure.measure) !== 'verb',
    );
}

/** How much more of a question one of two numbers may say before the question means that one. */
const SAID_ALIKE = 0.02;

/** Whether two numbers say as much of a question, each by its name and by what stands around it. */
const explainAlike = (one: Features, other: Features): boolean =>
  ['explainedOwn', 'explainedNear', 'coveredOwn', 'coveredNear'].every(
    (name) => Math.abs((one[name] ?? 0) - (other[name] ?? 0)) <= SAID_ALIKE,
  );

/** Whether two parallel numbers are asked for alike: by what known questions teach, elsewhere by the evidence in words. */
function isAskedAlike(one: Features, other: Features): boolean {
  if (one.classified === undefined)
    return (
      Math.abs((other.asked ?? 0) - (one.asked ?? 0)) <= ASKED_GAP &&
      TELLING_APART.every((name) => (one[name] ?? 0) - (other[name] ?? 0) <= APART_GAP)
    );
  return (other.classified ?? 0) >= FAIR_SHARE * one.classified;
}

/** The best number of the same kind for the other side of the year, where the question names no time. */
function findTwin({ ranked }: Weighing, first: WeighedCandidate): AnswerItem | null {
  if (!isWeighedFigure(first)) return null;
  const { figure } = first.candidate.context;
  const twin = ranked
    .filter(isWeighedFigure)
    .find(
      ({ candidate, score }) =>
        score >= first.score - TWIN_GAP &&
        candidate.period?.kind !== figure.period?.kind &&
        candidate.context.figure.dimension === figure.dimension,
    );
  return twin ? composeFigures([twin.candidate.context]) : null;
}

function answerSentence(candidate: SentenceCandidate, explained: Explained, library: Library): Outcome {
  const { interpretation: asked, weighing } = explained;
  const { context } = candidate;
  const nearest = findNearest(explained);
  const unexplained = findUnexplained(context, asked);
  if (unexplained) return refuse('no-number', WORDING.notExplained(unexplained), { nearest });
  if (asksForDate(asked.text) && !saysDate(context.text))
    return refuse('no-number', WORDING.noDate(topicsOf(explained)), { nearest });
  // A sentence that only says what comes next is no answer without it, nor is one that only names what is asked about.
  const introduced = library.listables.find(
    ({ known, title }) => known === candidate.known && title.start === context.sentence.start,
  );
  if (introduced && (context.isLead || context.text.endsWith(':')))
    return { status: 'answered', answers: [composeSection(introduced)] };
  const [best] = weighing.ranked;
  const others = weighing.ranked.filter(
    (ranked) =>
      ranked.candidate.kind === 'sentence' &&
      ranked.candidate !== candidate &&
      best !== undefined &&
      ranked.score >= best.score - RUNNER_UP_GAP,
  );
  const close = [candidate, ...others.map((ranked) => ranked.candidate)]
    .filter(isSentence)
    .slice(0, MAX_ANSWERS);
  const shown = [...new Set([...close, ...findAlike(candidate, explained)])];
  return { status: 'answered', answers: shown.map(composeSentence) };
}

/** Asks for all of a kind. */
const SEVERAL_ASKED = /哪些|哪几/u;

/** Sentences that say each word of the question as the first one says it are as many answers to `有哪些立法要启动`. */
function findAlike(
  candidate: SentenceCandidate,
  { interpretation: asked, weighing, sought }: Explained,
): readonly SentenceCandidate[] {
  const wordsOf = ({ alternatives }: Term): string[] =>
    alternatives.filter((word) => candidate.context.text.includes(word));
  const spoken = asked.terms.filter((term) => !isGeneralWord(term.text) && wordsOf(term).length > 0);
  const isKind = (term: Term): boolean =>
    sought.kinds.has(term) ||
    (term.role === 'soft' && term.wordClass === 'noun' && sought.focus.includes(term));
  // What is of a kind need not say so: what is `出台` is a 文件 whatever it is called.
  const isDone = spoken.some((term) => sought.focus.includes(term) && term.wordClass === 'verb');
  const said = spoken.filter((term) => !isDone || !isKind(term));
  const isOfTopic = isDone || said.some((term) => term.role !== 'soft' && !sought.kinds.has(term));
  if (!SEVERAL_ASKED.test(asked.text) || (said.length < 2 && !isDone) || !isOfTopic) return [];
  return weighing.ranked
    .filter(({ evidenceOf }) => evidenceOf('timeDiffers') !== 1)
    .flatMap(({ candidate: other }) => (isSentence(other) && other !== candidate ? [other] : []))
    .filter((other) => said.every((term) => wordsOf(term).some((word) => other.context.text.includes(word))))
    .slice(0, MAX_ALIKE);
}

const isSentence = (candidate: Candidate): candidate is SentenceCandidate => candidate.kind === 'sentence';

export function composeSentence({ known, span, period }: SentenceCandidate): PassageAnswer | TargetAnswer {
  const quote = quoteSpan(known, span);
  const base = { text: quote.quote, period, ...quote };
  if (period?.kind !== 'target') return { kind: 'passage', ...base };
  return { kind: 'target', ...base, value: '', unit: '', qualifier: '', marks: [] };
}

function sentenceOf(candidate: FigureCandidate, library: Library): SentenceCandidate {
  const found = library.weigher.index.candidates.find(
    (other): other is SentenceCandidate =>
      other.kind === 'sentence' &&
      other.known === candidate.known &&
      other.context.sentence.id === candidate.context.figure.sentenceId,
  );
  if (!found) throw new Error(`${candidate.id} stands in no sentence`);
  return found;
}

const quoteSentence = ({ known, kind, context, span }: Candidate): Quote =>
  kind === 'sentence' ? quoteSpan(known, span) : quoteFigure(context);

/** Refuses with a reason that is true: another time, a word no report has, or no sure answer among what comes nearest. */
function refuseUnsure(explained: Explained, library: Library): Refusal {
  const { weighing } = explained;
  const nearest = findNearest(explained);
  const other = findOtherTime(explained, library);
  const isSentenceAlone = other?.kind === 'sentence' && explained.interpretation.quantities.length > 0;
  if (other && !(isSentenceAlone && showsAskedTime(nearest, explained)))
    return refuseOtherTime(other, explained, nearest);
  const unsaid = findUnsaid(explained, library);
  if (unsaid !== null) return refuse('no-number', unsaid, { nearest });
  const missing = findMissing(explained, library);
  const [first] = weighing.ranked;
  const isNear = weighing.probability >= NEAR && first !== undefined;
  if (missing.length > 0)
    return refuse('not-covered', isNear ? WORDING.nearestWithout(missing) : WORDING.missing(missing), {
      missing,
      nearest,
    });
  return refuse(
    explained.interpretation.quantities.length > 0 ? 'no-number' : 'not-covered',
    isNear ? WORDING.nearestOnly : WORDING.unsure,
    { nearest },
  );
}

/** Whether a sentence that is shown tells of the thing asked for at the very time. */
const showsAskedTime = (nearest: readonly NearPlace[], { weighing }: Explained): boolean =>
  weighing.ranked
    .filter(({ evidenceOf }) => evidenceOf('allTopics') === 1 && evidenceOf('timeDiffers') !== 1)
    .map(({ candidate }) => quoteSentence(candidate))
    .some((quote) => nearest.some(({ source, start }) => source === quote.source && start === quote.start));

const topicsOf = ({ interpretation: { terms } }: Explained): string[] =>
  terms.filter(({ role }) => role !== 'soft').map(({ text }) => text);

/** What the report leaves unsaid of a thing it does tell of: when it was, what a name stands for, what was before. */
function findUnsaid({ weighing, interpretation: asked }: Explained, library: Library): string | null {
  const [first] = weighing.ranked;
  if (first?.features.allTopics !== 1) return null;
  const { candidate } = first;
  const sentence = candidate.kind === 'sentence' ? candidate : sentenceOf(candidate, library);
  const unexplained = findUnexplained(sentence.context, asked);
  if (unexplained) return WORDING.notExplained(unexplained);
  const topics = asked.terms.filter(({ role }) => role === 'topic').map(({ text }) => text);
  if (asksForDate(asked.text) && !saysDate(sentence.context.text)) return WORDING.noDate(topics);
  return asked.wantedEnd === 'before' && isOutcome(candidate) ? WORDING.noStart : null;
}

/** Whether by how much something changed is asked for (`提高了多少`). */
const asksForChange = ({ text }: Interpretation): boolean => readComparison(text)?.isChange === true;

/** Whether a number is what something came to, with nothing printed of what it was before. */
const isOutcome = ({ kind, context }: Candidate): boolean =>
  kind === 'figure' && context.figure.role === null && context.figure.states === 'end';

/** Words of the question that no report has, as whole words: pieces left over by the cutting prove nothing. */
function findMissing({ interpretation: { terms } }: Explained, { tokenizer }: Library): string[] {
  return terms
    .filter(
      ({ text, isKnown, role }) =>
        !isKnown && role !== 'soft' && text.length > 1 && (role === 'scope' || tokenizer.isWord(text)),
    )
    .map(({ text }) => text);
}

/**
 * The thing asked for at another time: what all words of the question call, but not its year. Years that hold the one
 * asked for come first, then what was done before what is aimed at where the past is asked for.
 */
function findOtherTime(
  { weighing, interpretation: { period, periods } }: Explained,
  { years }: Library,
): Candidate | null {
  // Where two times are compared, either is asked for.
  if (period === null || periods.length > 1) return null;
  const called = weighing.ranked.filter(
    ({ evidenceOf, candidate }) =>
      candidate.period !== null &&
      evidenceOf('kindDiffers') !== 1 &&
      (evidenceOf('asked') >= SAME_QUESTION ||
        (evidenceOf('allTopics') === 1 && evidenceOf('missingMost') === 0)),
  );
  if (called.length === 0 || called[0]?.features.timeDiffers !== 1) return null;
  const year = period.year ?? years?.lastYear ?? 0;
  const kind = year <= (years?.lastYear ?? 0) ? 'actual' : 'target';
  const closeness = ({ candidate }: WeighedCandidate): number => {
    const { period: told } = candidate;
    return (
      (told?.fromYear !== undefined && told.fromYear <= year && year <= told.year ? 2 : 0) +
      (told?.kind === kind ? 1 : 0) +
      (candidate.kind === 'figure' ? 0.5 : 0)
    );
  };
  const [nearest] = called
    .filter(({ features }) => features.timeDiffers === 1)
    .sort((left, right) => closeness(right) - closeness(left));
  return nearest?.candidate ?? null;
}

function refuseOtherTime(candidate: Candidate, explained: Explained, nearest: readonly NearPlace[]): Refusal {
  const { period } = explained.interpretation;
  // Of the same year the other side was asked for: `2019年` is not denied and told in one sentence.
  const told = candidate.period;
  const isSameYear =
    period?.year !== null &&
    period?.year === told?.year &&
    (period?.fromYear ?? null) === (told?.fromYear ?? null);
  const label = period && !isSameYear ? askedLabel(period) : null;
  const wanted = label ?? (period?.kind === 'target' ? WORDING.targetKind : '实际完成');
  const other = candidate.period ? periodWithKind(candidate.period) : '';
  const quote = quoteSentence(candidate);
  const figure = candidate.kind === 'figure' ? composeFigures([candidate.context]) : null;
  const pointer = figure ? { ...quote, text: figure.text } : quote;
  return refuse(
    'other-period',
    figure ? WORDING.otherPeriod(wanted, other, figure.text) : WORDING.otherPeriodText(wanted, other),
    { nearest: [pointer, ...nearest.filter(({ start }) => start !== quote.start)] },
  );
}
