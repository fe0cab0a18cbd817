import type { AskedExample } from '../../knowledge/knowledge.ts';
import { normalizeText } from '../../search/normalize.ts';
import { readLate } from '../../search/remember-lately.ts';
import { isListQuestion } from '../language/list-questions.ts';
import type { AskedIndex } from '../retrieval/asked-index.ts';
import type { Candidate, FigureCandidate } from '../retrieval/candidate.ts';
import type { CandidateIndex } from '../retrieval/candidate-index.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { type AskedClassifier, placeInReport } from './asked-classifier.ts';
import { type AskedEvidence, completeText, prepareAsked } from './asked-evidence.ts';
import type { Associations } from './associations.ts';
import {
  type FeatureGroups,
  type Features,
  joinFeatures,
  nameForSentence,
  readFeatures,
} from './features.ts';
import type { FormClassifier } from './form-classifier.ts';
import { estimateProbability, type Model, type Models, scoreFeatures } from './model.ts';
import type { OperationClassifier } from './operation-classifier.ts';
import { explainCandidate, type Rewording } from './rewording.ts';

/** A candidate with the evidence for it and its score; scores compare candidates of one question only. */
export type WeighedCandidate = {
  readonly candidate: Candidate;
  readonly features: Features;
  readonly score: number;
  /** One of the features, without joining all of them; 0 for one it has not. */
  readonly evidenceOf: (name: string) => number;
};

/** A candidate with the evidence for it. */
type FoundCandidate = { readonly candidate: Candidate; readonly evidence: FeatureGroups };

/** What was found for a question and how sure the first of it is. */
export type Weighing = {
  readonly evidence: AskedEvidence;
  /** The model that decided. */
  readonly model: Model;
  /** Best first; ties in the order of the reports. */
  readonly ranked: readonly WeighedCandidate[];
  /** Probability that the first is the answer; 0 when nothing was found. */
  readonly probability: number;
};

export type Weigher = {
  readonly index: CandidateIndex;
  readonly asked: AskedIndex;
  /** What the questions known for a report teach, by report id. */
  readonly classifiers: ReadonlyMap<string, AskedClassifier>;
  readonly associations: Associations;
  readonly operations: OperationClassifier;
  readonly forms: FormClassifier;
  readonly models: Models;
};

/**
 * A wrong number costs as much as five refusals of a question that has an answer, so only what is right in five of six
 * cases is given as the answer.
 */
export const WRONG_ANSWER_COST = 5;
export const SURE = WRONG_ANSWER_COST / (WRONG_ANSWER_COST + 1);
/** A sentence that is not the answer costs less where no number is asked for: whoever asked in words reads what it says. */
const WRONG_SENTENCE_COST = 1.5;
const SURE_SENTENCE = WRONG_SENTENCE_COST / (WRONG_SENTENCE_COST + 1);

/**
 * The same for a report about which no questions are known. The weights are fitted to made-up reports with questions that
 * are harder than most, so that they say too little of real ones. Of twelve (city governments, bulletins, ministries; 564
 * questions written blind) 40 of the 52 numbers between 0.5 and `SURE` were right, and 26 of 27 where question and number
 * say the same, of the same time: hardly a word that is asked is missing, and few of the number's own are not asked.
 */
export const SURE_UNASKED = 0.6;
/** The same for a sentence: of 15 thought right in two to three of five cases, where no number was asked for, all were. */
const SURE_SENTENCE_UNASKED = 0.4;
/** Shares of the words asked that a number may leave unsaid, or to the rest of its sentence, and of its own that a question may. */
const MOST_APART = { missing: 0.4, elsewhere: 0.3, unasked: 0.7, unnamed: 0.4 } as const;

/** A number with the evidence for it. */
export type WeighedFigure = WeighedCandidate & { readonly candidate: FigureCandidate };

export const isWeighedFigure = (ranked: WeighedCandidate): ranked is WeighedFigure =>
  ranked.candidate.kind === 'figure';

/** Whether the best candidate is sure enough to be given as the answer. */
export function isSure({ probability, ranked: [first], evidence }: Weighing): boolean {
  const {
    missingShare = 0,
    printedUnasked = 0,
    timeDiffers = 0,
    valueSaid = 0,
    coveredSentence = 0,
  } = first?.features ?? {};
  // Of another time, said already, or of what only stands elsewhere in its sentence: something else is asked for.
  const isOther = timeDiffers > 0 || valueSaid > 0 || coveredSentence > MOST_APART.elsewhere;
  const isCalled =
    printedUnasked < MOST_APART.unasked ||
    (missingShare === 0 && isNamed(first?.candidate, evidence.asked.text));
  const isSame = !isOther && missingShare < MOST_APART.missing && isCalled;
  const isAskedInWords = first?.candidate.kind === 'sentence' && !evidence.wantsNumber;
  // What names nothing (`年底建得完吗`) is asked of what was spoken of before, whatever sentence has its verb.
  const isNaming =
    evidence.wantsList ||
    evidence.terms.some(({ term }) => term.role !== 'soft' || term.wordClass === 'noun');
  const isUnasked = evidence.classified.size === 0;
  if (isAskedInWords) return isNaming && probability >= (isUnasked ? SURE_SENTENCE_UNASKED : SURE_SENTENCE);
  return probability >= (isUnasked && isSame ? SURE_UNASKED : SURE);
}

/** Whether a question says most of what a number measures, whatever else is printed before it (`提高到每人每月`). */
function isNamed(candidate: Candidate | undefined, question: string): boolean {
  const measure = candidate?.kind === 'figure' ? [...normalizeText(candidate.context.figure.measure)] : [];
  return measure.filter((each) => !question.includes(each)).length < measure.length * MOST_APART.unnamed;
}

/** Candidates of the text index that are looked at closely, beside those that known questions ask for. */
const FOUND_BY_TEXT = 32;

/** Finds and weighs the candidates of a question. `isLeftOut` keeps known questions out, as fitting has to. */
export function findCandidates(
  asked: Interpretation,
  { index, asked: askedIndex, classifiers, associations, forms }: Weigher,
  isLeftOut?: (example: AskedExample, similarity: number) => boolean,
): {
  readonly evidence: AskedEvidence;
  readonly found: readonly FoundCandidate[];
} {
  const likeness = askedIndex.compare(completeText(asked), isLeftOut);
  const evidence = prepareAsked({
    asked,
    index,
    likeness,
    classifiers,
    associations,
    forms,
    wantsList: isListQuestion(asked.text),
  });
  const known = [...evidence.classified].flatMap(([report, { likeliest }]) =>
    likeliest.map((place) => placeInReport(place, report)),
  );
  const found = index
    .search(evidence.searched, FOUND_BY_TEXT, known)
    .filter(({ candidate }) => !isOutdone(candidate))
    .map((hit) => ({
      candidate: hit.candidate,
      evidence: readFeatures(evidence, hit, index.weightOfNumber),
    }));
  // Nobody looks through the zones again, and what is weighed is kept for a while.
  evidence.zones.read.clear();
  return { evidence, found };
}

/**
 * `产值超300亿元的县18个`: the first number picks out what the second counts, and answers nothing. `突破400亿元,达418亿元`: the
 * second tells it exactly.
 */
const isOutdone = ({ kind, context }: Candidate): boolean =>
  kind === 'figure' && (context.figure.states === 'condition' || context.figure.states === 'mark');

/** From here on a question that is not sure may be so without the words around what it names. */
const NEARLY = 0.5;
/** What is left out might have mattered after all. */
const SURE_BARE = 0.92;
/** Characters beside a mere name (`低保的标准`, `低保标准呢`). */
const MOST_AROUND_NAME = 2;

/**
 * Weighs everything that may answer a question, and says how sure the best of it is. Where that is nearly sure, only what
 * it names counts as well: the words around it (`目前`, `呢`) speak against nothing.
 */
export function weighQuestion(asked: Interpretation, weigher: Weigher): Weighing {
  const weighing = weighAsked(asked, weigher);
  const { probability, ranked, evidence } = weighing;
  const text = sayBarely(asked);
  const isPlain =
    (asked.quantities.length > 0 || asked.text.length <= text.length + MOST_AROUND_NAME) &&
    evidence.operation === null &&
    asked.periods.length < 2;
  // Elsewhere nobody has told which words around a name matter; `有多少` asks for no aim.
  const isTaught = evidence.classified.size > 0 && ranked[0]?.features.aimUnasked !== 1;
  if (probability < NEARLY || probability >= SURE || !isPlain || !isTaught) return weighing;
  const bare = weighAsked({ ...asked, text }, weigher);
  const isBetter = bare.ranked[0]?.candidate === ranked[0]?.candidate && bare.probability >= SURE_BARE;
  return isBetter ? { ...weighing, probability: bare.probability } : weighing;
}

/** What a question names, at what time and in what quantity, without all other words. */
function sayBarely({ terms, quantities, period }: Interpretation): string {
  const time = period?.year ? `${period.year}年` : '';
  return `${time}${terms.map(({ text }) => text).join('')}${quantities.map(({ words }) => words).join('')}`;
}

/**
 * What was weighed lately: a question and its sides are looked at in several ways, each of which asks for it anew. Of 100
 * questions to three reports each, 3 spare all but 4 in a hundred of what 8 did; more outlive the young generation of the heap,
 * and a full collection of it then fell into every fortieth question.
 */
const weighedLately: {
  readonly asked: Interpretation;
  readonly weigher: Weigher;
  readonly weighing: Weighing;
}[] = [];
const MOST_KEPT = 3;

function weighAsked(asked: Interpretation, weigher: Weigher): Weighing {
  const known = weighedLately.find((each) => each.weigher === weigher && isSame(each.asked, asked));
  if (known) return known.weighing;
  const weighing = weighAnew(asked, weigher);
  if (weighedLately.length >= MOST_KEPT) weighedLately.shift();
  weighedLately.push({ asked, weigher, weighing });
  return weighing;
}

/** Whether two readings of a question are the same: whoever reads anything else of its words has other terms. */
const isSame = (one: Interpretation, other: Interpretation): boolean =>
  one.terms === other.terms &&
  one.text === other.text &&
  one.period?.year === other.period?.year &&
  one.period?.fromYear === other.period?.fromYear &&
  one.period?.kind === other.period?.kind;

function weighAnew(asked: Interpretation, weigher: Weigher): Weighing {
  const { evidence, found } = findCandidates(asked, weigher);
  const { model, ranked: all } = rankByModel(found, weigher);
  const ranked = preferWhole(all, asked);
  const named = asked.isNounPhrase ? preferNumber(ranked) : ranked;
  const orders = named === ranked ? [ranked] : [ranked, named];
  if (asked.period === null) orders.push(...orders.map(leaveOutTwin));
  const probabilities = orders.map((order) => {
    const features = decisionFeatures(order, evidence.rewording);
    return features ? estimateProbability(features, model) : 0;
  });
  return recogniseQuestion({ evidence, model, ranked: named, probability: Math.max(...probabilities) });
}

/** Ranks by the model of reports whose questions are known, unless that puts a report first of which none is known. */
function rankByModel(
  found: readonly FoundCandidate[],
  { models, classifiers }: Weigher,
): { readonly model: Model; readonly ranked: readonly WeighedCandidate[] } {
  const ranked = classifiers.size > 0 ? rankFound(found, models.known) : [];
  const first = ranked[0]?.candidate.known.report.id;
  if (first !== undefined && classifiers.has(first)) return { model: models.known, ranked };
  return { model: models.unknown, ranked: rankFound(found, models.unknown) };
}

/** Every pair and character of a known question is said, and nothing else. */
const SAME_QUESTION = 0.995;
/** What people have reviewed is sure, in one direction or the other. */
const REVIEWED = { answered: 0.99, refused: 0.01 } as const;

/** A question that is known word for word has the answer it is known to have, or none. */
function recogniseQuestion(weighing: Weighing): Weighing {
  const { likeness } = weighing.evidence;
  if (Math.max(likeness.answered, likeness.refused) < SAME_QUESTION) return weighing;
  if (likeness.refused > likeness.answered) return { ...weighing, probability: REVIEWED.refused };
  const isKnown = ({ candidate }: WeighedCandidate): boolean =>
    (likeness.nearest.get(candidate.id) ?? 0) >= SAME_QUESTION;
  const known = weighing.ranked.filter(isKnown);
  if (known.length === 0) return weighing;
  return {
    ...weighing,
    ranked: [...known, ...weighing.ranked.filter((each) => !isKnown(each))],
    probability: REVIEWED.answered,
  };
}

/** Without the same thing of the other side of the year, which is shown beside it where no time is asked for. */
const leaveOutTwin = (ranked: readonly WeighedCandidate[]): readonly WeighedCandidate[] =>
  ranked.filter(({ candidate }) => ranked[0] === undefined || !isTwin(candidate, ranked[0].candidate));

function isTwin(one: Candidate, other: Candidate): boolean {
  if (one.kind !== 'figure' || other.kind !== 'figure' || one.known !== other.known) return false;
  return (
    one.context.figure.measure === other.context.figure.measure && one.period?.kind !== other.period?.kind
  );
}

/** How much better a sentence may score than a number in it that a bare name asks for. */
const NUMBER_IN_SENTENCE = 1.5;

/** Puts a number before the sentence it stands in, where they fit alike: a name asks for the number. */
function preferNumber(ranked: readonly WeighedCandidate[]): readonly WeighedCandidate[] {
  const [first] = ranked;
  if (first?.candidate.kind !== 'sentence') return ranked;
  const { span, known } = first.candidate;
  const number = ranked.find(
    ({ candidate, score }) =>
      candidate.kind === 'figure' &&
      candidate.known === known &&
      span.start <= candidate.span.start &&
      candidate.span.end <= span.end &&
      score >= first.score - NUMBER_IN_SENTENCE,
  );
  return number ? [number, ...ranked.filter((each) => each !== number)] : ranked;
}

/** Whether only another word for its whole calls a part: asked for 社会组织, `社会组织4218个,其中社会团体1650个`. */
function isCalledAsWhole(part: Candidate, whole: Candidate, { terms }: Interpretation): boolean {
  if (part.kind !== 'figure' || whole.kind !== 'figure' || part.known !== whole.known) return false;
  const [{ measure, sentenceId }, { figure }] = [whole.context.figure, part.context];
  if (sentenceId !== figure.sentenceId || !figure.measure.startsWith(measure)) return false;
  const own = figure.measure.slice(measure.length);
  const isOther = ({ text, alternatives }: Term): boolean =>
    measure.includes(text) && alternatives.some((word) => own.includes(word));
  return terms.some(isOther) && !terms.some(({ text }) => own.includes(text));
}

/** The whole instead of its parts that are called as it is; what speaks for a part speaks for it. */
function preferWhole(
  ranked: readonly WeighedCandidate[],
  asked: Interpretation,
): readonly WeighedCandidate[] {
  const [first] = ranked;
  const isPart = (each: WeighedCandidate, { candidate }: WeighedCandidate): boolean =>
    isCalledAsWhole(each.candidate, candidate, asked);
  const whole = first && ranked.find((each) => isPart(first, each));
  if (!whole) return ranked;
  return [
    { ...whole, features: whole.features, score: first.score },
    ...ranked.filter((each) => each !== whole && !isPart(each, whole)),
  ];
}

/** Orders candidates by score; ties in the order of the reports. */
export function rankFound(found: readonly FoundCandidate[], model: Model): readonly WeighedCandidate[] {
  return found
    .map((each) => new RankedCandidate(each, model))
    .sort((a, b) => b.score - a.score || a.candidate.span.start - b.candidate.span.start);
}

/** V8 holds on to whatever a getter written into an object can reach until its next full collection; not so in a class. */
class RankedCandidate implements WeighedCandidate {
  readonly candidate: Candidate;
  readonly score: number;
  readonly evidenceOf: WeighedCandidate['evidenceOf'];
  readonly #join: () => Features;

  constructor({ candidate, evidence }: FoundCandidate, model: Model) {
    this.candidate = candidate;
    this.score = scoreFeatures(evidence, model);
    this.evidenceOf = (name) => findEvidence(evidence, name);
    this.#join = readLate(() => joinFeatures(evidence));
  }

  get features(): Features {
    return this.#join();
  }
}

/** A sentence and a number in it, or parallel numbers of one clause, are no rivals: one answer shows both. */
function saysTheSame(candidate: Candidate, first: Candidate): boolean {
  if (candidate.known !== first.known) return false;
  if (candidate.span.start < first.span.end && first.span.start < candidate.span.end) return true;
  if (candidate.kind !== 'figure' || first.kind !== 'figure') return false;
  const [figure, other] = [candidate.context.figure, first.context.figure];
  return figure.clause.start === other.clause.start && figure.base === other.base;
}

/** What the decision looks at: the evidence for the first candidate, and its lead over what says something else. */
export function decisionFeatures(ranked: readonly WeighedCandidate[], rewording: Rewording): Features | null {
  const [first] = ranked;
  if (!first) return null;
  const rivals = ranked.filter(({ candidate }) => !saysTheSame(candidate, first.candidate));
  const [rival] = rivals;
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
  return {
    ...first.features,
    score: first.score,
    lead: Math.min(10, first.score - (rival?.score ?? first.score - 10)),
    probability: 1 / total,
    isFigure: first.candidate.kind === 'figure' ? 1 : 0,
    ...readElsewhere(first, rivals, rewording),
    ...readBetter(first, rivals),
    ...(rival ? leadOver(first, rival) : {}),
  };
}

/** Evidence that tells most when the best has it and its rival has not. */
const TELLING = [
  'explainedNear',
  'explainedTopic',
  'explainedSentence',
  'explainedBefore',
  'coveredOwn',
  'nameMatch',
  'pairsNear',
  'pairsTopic',
  'asked',
  'classified',
  'classifiedLog',
  'classifiedSentence',
];

/** How far the best is ahead of its rival in each kind of telling evidence; a sentence and a number are compared, too. */
function leadOver(first: WeighedCandidate, rival: WeighedCandidate): Features {
  return Object.fromEntries(
    TELLING.map((name) => [`lead.${name}`, first.evidenceOf(name) - rival.evidenceOf(name)]),
  );
}

/** So many rivals are asked what of the question they explain. */
const MOST_RIVALS = 12;

/** What of the question only others explain, only the first, or nothing: a word that another candidate prints was meant so. */
function readElsewhere(
  first: WeighedCandidate,
  rivals: readonly WeighedCandidate[],
  rewording: Rewording,
): Features {
  const own = explainCandidate(rewording, first.candidate);
  const others = rivals.slice(0, MOST_RIVALS).map(({ candidate }) => explainCandidate(rewording, candidate));
  let [whole, elsewhere, elsewhereNear, most, onlyHere, nowhere] = [0, 0, 0, 0, 0, 0];
  for (let place = 0; place < rewording.weights.length; place += 1) {
    const weight = rewording.weights[place] ?? 0;
    const here = own.sentence[place] ?? 0;
    const near = own.near[place] ?? 0;
    let best = 0;
    let bestNear = 0;
    for (const other of others) {
      best = Math.max(best, other.sentence[place] ?? 0);
      bestNear = Math.max(bestNear, other.near[place] ?? 0);
    }
    whole += weight;
    elsewhere += weight * Math.max(0, best - here);
    elsewhereNear += weight * Math.max(0, bestNear - near);
    onlyHere += weight * Math.max(0, here - best);
    nowhere += weight * (1 - Math.max(here, best));
    most = Math.max(most, weight * (best - here));
  }
  whole ||= 1;
  return {
    explainedElsewhere: elsewhere / whole,
    explainedElsewhereNear: elsewhereNear / whole,
    explainedElsewhereMost: most,
    explainedOnlyHere: onlyHere / whole,
    explainedNowhere: nowhere / whole,
    askedGrams: Math.log(1 + rewording.weights.length),
  };
}

/** By how many rivals the first is outdone in each kind of evidence. */
function readBetter(first: WeighedCandidate, rivals: readonly WeighedCandidate[]): Features {
  const looked = rivals.slice(0, MOST_RIVALS);
  return Object.fromEntries(
    RIVALLED.map((name) => {
      const own = first.evidenceOf(name);
      return [`outdone.${name}`, looked.filter((rival) => rival.evidenceOf(name) > own + 1e-9).length];
    }),
  );
}

const RIVALLED = [
  'wordingLikelihood',
  'relevance',
  'explainedNear',
  'explainedSentence',
  'pairsNear',
  'nameMatch',
];

/** A feature by its name, or by the one it has for a sentence. */
function findEvidence({ groups }: FeatureGroups, name: string): number {
  for (const group of groups) if (group[name] !== undefined) return group[name];
  const other = nameForSentence(name);
  for (const group of groups) if (group[other] !== undefined) return group[other];
  return 0;
}
