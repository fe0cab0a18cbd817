import { says } from '../../joined-pairs.ts';
import { sliceSpan } from '../../report/span.ts';
import { SHARE_DIMENSIONS } from '../../report/units.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import { fitsAskedDimension } from '../ranking/fits-dimension.ts';
import { isOfPeriod, matchesPeriod } from '../ranking/matches-period.ts';
import type { Candidate, Context, FigureCandidate, Grams } from '../retrieval/candidate.ts';
import { holdsWord } from '../understanding/holds-word.ts';
import { placeOf } from './asked-classifier.ts';
import type { AskedEvidence, SaidGrams, ZoneRead } from './asked-evidence.ts';
import { explainWording } from './rewording.ts';

/** Everything that speaks for or against a candidate, by name. Numbers without a unit, most between 0 and 1. */
export type Features = Readonly<Record<string, number>>;

/**
 * The evidence for a candidate in the groups it is read in. Most candidates are only scored, and joining a hundred features in
 * one table costs more than reading them.
 */
export type FeatureGroups = {
  readonly groups: readonly Features[];
  /** Counted once more under names of their own, as the same evidence weighs otherwise for a sentence than for a number. */
  readonly forSentence: readonly Features[];
};

type Weighed = { readonly candidate: Candidate; readonly relevance: number };

/** Weighs a candidate against a question. `weightOf` says how telling a gram, given by its number, is in these reports. */
export function readFeatures(
  evidence: AskedEvidence,
  weighed: Weighed,
  weightOf: (gram: number) => number,
): FeatureGroups {
  const { candidate } = weighed;
  const held = locateGrams(evidence, candidate);
  const shared: readonly Features[] = [
    readCoverage(evidence, candidate, held),
    readOverlap(evidence.said, held),
    { relevance: weighed.relevance },
    readLikeness(evidence, candidate),
    readClassified(evidence, candidate),
    explainWording(evidence.rewording, candidate),
    readAskedForm(evidence, candidate),
  ];
  const groups = [...shared, readForm(evidence, candidate), readTime(evidence, candidate)];
  if (candidate.kind === 'sentence') return { groups, forSentence: shared };
  return {
    groups: [...groups, readNaming(evidence, candidate, weightOf), readQuantity(evidence, candidate, held)],
    forSentence: [],
  };
}

/** All features of a candidate in one table; the very group where there is only one. */
export function joinFeatures({ groups, forSentence }: FeatureGroups): Features {
  const [first, ...others] = groups;
  if (first && others.length === 0 && forSentence.length === 0) return first;
  const features: Record<string, number> = {};
  for (const group of groups) Object.assign(features, group);
  for (const group of forSentence)
    for (const name in group) features[nameForSentence(name)] = group[name] ?? 0;
  return features;
}

/** There are fewer kinds of evidence. */
const MOST_NAMES = 1000;

/** The name of evidence for a sentence; made once a name. */
export const nameForSentence = rememberLately((name) => `sentence.${name}`, MOST_NAMES);

/** In which zones of a candidate the grams of a question stand: by place, a bit for each zone. */
type HeldGrams = Uint8Array;

const BITS: Readonly<Record<Context, number>> = {
  own: 1,
  near: 2,
  topic: 4,
  sentence: 8,
  before: 16,
  above: 32,
};

function locateGrams(evidence: AskedEvidence, { grams }: Candidate): HeldGrams {
  const held = evidence.zones.located.fill(0);
  for (const zone of ZONES_OUTWARDS)
    for (const place of readZone(grams[zone], evidence).places) held[place] = (held[place] ?? 0) | BITS[zone];
  return held;
}

/** Looks through the grams of a zone for those of a question. */
function readZone(grams: Grams, { said: { slots }, beginning, zones }: AskedEvidence): ZoneRead {
  const known = zones.read.get(grams);
  if (known) return known;
  const places: number[] = [];
  const beginnings: number[] = [];
  for (const number of grams.all) {
    const slot = slots[number] ?? 0;
    if (slot > 0) places.push(slot - 1);
    if (beginning[number] === 1) beginnings.push(number);
  }
  const read = { places, beginnings, says: [] };
  zones.read.set(grams, read);
  return read;
}

/** The share of the pairs of a question that stand in a text. */
function shareAmong({ all, pairCount }: Grams, { slots, pairWeights }: SaidGrams): number {
  let [part, whole] = [0, 0];
  for (const weight of pairWeights) whole += weight;
  for (let at = 0; at < pairCount; at += 1) {
    const slot = slots[all[at] ?? 0] ?? 0;
    if (slot > 0) part += pairWeights[slot - 1] ?? 0;
  }
  return whole === 0 ? 0 : part / whole;
}

const ZONES_OUTWARDS: readonly Context[] = ['own', 'near', 'topic', 'sentence', 'before', 'above'];
const OWN = ZONES_OUTWARDS.indexOf('own');
const ABOVE = ZONES_OUTWARDS.indexOf('above');
/** Below this a question says so little that shares of it mean nothing. */
const LEAST_WEIGHT = 0.3;
/** More than this many missing words are no worse. */
const MOST_MISSING = 2;

/** Which words of the question a candidate says, and where. */
function readCoverage(evidence: AskedEvidence, candidate: Candidate, held: HeldGrams): Features {
  const covered = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5].fill(0);
  let [known, unknown, most, missing, nouns, verbs, scopes, places] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [partial, total, topics, said, softOwn, soft] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < evidence.terms.length; at += 1) {
    const each = evidence.terms[at];
    if (!each) continue;
    const { term, weight } = each;
    total += weight;
    if (term.role === 'soft') soft += weight;
    else topics += 1;
    const asked = { at, evidence };
    const zone = ZONES_OUTWARDS.findIndex((name) => saysTerm(candidate, name, asked));
    if (zone >= 0) {
      covered[zone] = (covered[zone] ?? 0) + weight;
      if (term.role === 'soft' && zone === OWN) softOwn += weight;
      if (term.role !== 'soft') said += 1;
      if (zone !== ABOVE || term.role !== 'scope') continue;
    }
    const characters = shareIn(each.characters, held, BITS.near | BITS.own);
    partial += weight * (0.6 * shareIn(each.pairs, held, BITS.sentence) + 0.4 * characters);
    missing += weight;
    most = Math.max(most, weight * (1 - 0.6 * characters));
    if (term.foreign !== null) places += 1;
    if (term.role === 'soft') continue;
    if (term.isKnown) known += weight;
    else unknown += weight;
    if (term.wordClass === 'verb') verbs += 1;
    else nouns += 1;
    if (term.role === 'scope') scopes += 1;
  }
  const [own = 0, near = 0, topic = 0, sentence = 0, before = 0, above = 0] = covered;
  const whole = Math.max(LEAST_WEIGHT, total);
  return {
    coveredOwn: own / whole,
    coveredNear: near / whole,
    coveredTopic: topic / whole,
    coveredSentence: sentence / whole,
    coveredBefore: before / whole,
    coveredAbove: above / whole,
    softOwn: softOwn / Math.max(LEAST_WEIGHT, soft),
    partlyCovered: partial / whole,
    missingShare: missing / whole,
    missingMost: most,
    missingKnown: Math.min(MOST_MISSING, known),
    missingUnknown: Math.min(MOST_MISSING, unknown),
    missingNouns: Math.min(MOST_MISSING, nouns),
    missingVerbs: Math.min(MOST_MISSING, verbs),
    missingScopes: Math.min(MOST_MISSING, scopes),
    missingPlaces: Math.min(MOST_MISSING, places),
    allTopics: flag(topics > 0 && said === topics),
    noTopic: flag(topics === 0),
    termCount: Math.min(6, evidence.terms.length) / 6,
  };
}

/** Whether a zone of a candidate says a term in any of its words. */
function saysTerm(candidate: Candidate, zone: Context, { at, evidence }: TermAsked): boolean {
  const { says: found, beginnings } = readZone(candidate.grams[zone], evidence);
  const known = found[at];
  if (known !== undefined) return known;
  let isSaid = false;
  for (const { text, pair } of evidence.terms[at]?.words ?? [])
    isSaid ||= (pair < 0 || beginnings.includes(pair)) && says(candidate.zones[zone], text);
  found[at] = isSaid;
  return isSaid;
}

/** A term of a question, by its place. */
type TermAsked = { readonly at: number; readonly evidence: AskedEvidence };

/** The share of some grams, given by their places, that stands in any of some zones. */
function shareIn(places: readonly number[], held: HeldGrams, zones: number): number {
  let said = 0;
  for (const place of places) if (((held[place] ?? 0) & zones) !== 0) said += 1;
  return places.length === 0 ? 0 : said / places.length;
}

/** How many of the question's pairs and characters stand where, whatever the words. */
function readOverlap(said: SaidGrams, held: HeldGrams): Features {
  return {
    pairsOwn: shareOfPairs(said, held, BITS.own),
    pairsNear: shareOfPairs(said, held, BITS.near),
    pairsTopic: shareOfPairs(said, held, BITS.near | BITS.topic),
    pairsSentence: shareOfPairs(said, held, BITS.sentence),
    pairsBefore: shareOfPairs(said, held, BITS.sentence | BITS.before),
    pairsAbove: shareOfPairs(said, held, BITS.above),
    charactersOwn: shareOfCharacters(said, held, BITS.own),
    charactersNear: shareOfCharacters(said, held, BITS.near),
    charactersSentence: shareOfCharacters(said, held, BITS.sentence),
  };
}

const shareOfPairs = ({ pairWeights }: SaidGrams, held: HeldGrams, zone: number): number =>
  heldShare(pairWeights, held, { first: 0, zone });

const shareOfCharacters = (
  { pairWeights, characterWeights }: SaidGrams,
  held: HeldGrams,
  zone: number,
): number => heldShare(characterWeights, held, { first: pairWeights.length, zone });

/** The share, by weight, of the grams from some place on that stands in a zone. */
function heldShare(
  weights: readonly number[],
  held: HeldGrams,
  { first, zone }: { readonly first: number; readonly zone: number },
): number {
  let part = 0;
  let whole = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    whole += weight;
    if (((held[first + at] ?? 0) & zone) !== 0) part += weight;
  }
  return whole === 0 ? 0 : part / whole;
}

/** How like the question is to those known to ask for the candidate, for another one, or for nothing printed. */
function readLikeness({ likeness }: AskedEvidence, { id }: Candidate): Features {
  const own = likeness.nearest.get(id) ?? 0;
  const rival = own === likeness.best ? likeness.second : likeness.best;
  return {
    asked: own,
    askedAmong: likeness.among.get(id) ?? 0,
    askedLead: own - rival,
    askedOverRefused: own - likeness.refused,
    refused: likeness.refused,
    refusedSaid: likeness.refusedSaid,
    askedSaid: likeness.said.get(id) ?? 0,
    knowsAsked: flag(likeness.answered > 0),
  };
}

/** Less likely than this is as good as impossible. */
const LEAST_PROBABILITY = 1e-4;

/** What the questions known for the report teach: how likely the candidate is asked for, and whether anything answers. */
function readClassified({ classified }: AskedEvidence, candidate: Candidate): Features {
  const report = classified.get(candidate.known.report.id);
  if (!report) return {};
  const { probabilities, likeliest, bySentence } = report;
  const own = probabilities.get(placeOf(candidate.id)) ?? 0;
  const [first = 0, second = 0] = likeliest.map((place) => probabilities.get(place) ?? 0);
  const sentence =
    candidate.kind === 'figure' ? candidate.context.figure.sentenceId : candidate.context.sentence.id;
  return {
    classified: own,
    classifiedLog: 1 - Math.log(own + LEAST_PROBABILITY) / Math.log(LEAST_PROBABILITY),
    classifiedSentence: bySentence.get(sentence) ?? 0,
    classifiedTop: first,
    classifiedLead: own - (own === first ? second : first),
    heard: report.heard,
    unanswerable: report.unanswerable,
    unanswerableBeside: report.unanswerableBeside,
    computes: 1 - report.computesNothing,
    listed: report.list?.probability ?? 0,
  };
}

/** Less likely than this against the likeliest is as good as impossible. */
const LEAST_FIT = 1e-3;

/** How well the form of the candidate fits how the question asks, learned from questions about any report. */
function readAskedForm({ form }: AskedEvidence, candidate: Candidate): Features {
  const kind = form.kindFits(candidate.form);
  const side = form.sideFits(candidate.form);
  return {
    formKind: kind,
    formKindLog: 1 - Math.log(kind + LEAST_FIT) / Math.log(LEAST_FIT),
    formSide: side,
    formNothing: form.probabilityOf('nothing'),
    formComputed: form.probabilityOf('computed'),
    formList: form.probabilityOf('list'),
  };
}

/** Whether the question wants a number, words or a list, and whether the candidate is one. */
function readForm(
  { wantsNumber, wantsList, asked, operation, asksHow }: AskedEvidence,
  candidate: Candidate,
): Features {
  const isFigure = candidate.kind === 'figure';
  const wantsWords = !wantsNumber && !asked.isNounPhrase;
  const isLead = candidate.kind === 'sentence' && candidate.context.isLead;
  return {
    ...(operation === null ? {} : { [`reckons.${operation}`]: 1 }),
    figureForNumber: flag(isFigure && wantsNumber),
    figureForName: flag(isFigure && !wantsNumber && asked.isNounPhrase),
    figureForWords: flag(isFigure && wantsWords),
    figureForList: flag(isFigure && wantsList),
    sentenceForNumber: flag(!isFigure && wantsNumber),
    sentenceForName: flag(!isFigure && !wantsNumber && asked.isNounPhrase),
    sentenceForWords: flag(!isFigure && wantsWords),
    sentenceForList: flag(!isFigure && wantsList),
    asksHow: flag(asksHow),
    valueSaid: flag(candidate.kind === 'figure' && saysValue(asked.text, candidate)),
    sentenceIsLead: flag(isLead),
    sentenceLength: isFigure ? 0 : Math.log(1 + candidate.zones.own.length / 30),
    sentenceHoldsNumber: flag(!isFigure && wantsNumber && /\d/u.test(candidate.zones.own)),
  };
}

/** Whether a question says the very number: who says it wants to know something else (`那11个乡镇是哪些`). */
const saysValue = (question: string, { context: { figure, known } }: FigureCandidate): boolean =>
  holdsWord(question, sliceSpan(known.report.source, figure.value));

/** Whether the candidate is of the time asked for. */
function readTime({ asked: { period } }: AskedEvidence, candidate: Candidate): Features {
  const fits =
    period === null ||
    (candidate.kind === 'figure'
      ? isOfPeriod(candidate.context.figure, period)
      : matchesPeriod(candidate.period, period));
  return {
    timeFits: flag(period !== null && fits),
    timeDiffers: flag(period !== null && !fits),
    aimUnasked: flag(period === null && candidate.period?.kind === 'target'),
  };
}

/** Shorter names stand in questions about other things too. */
const LEAST_NAME_CHARS = 4;

/** How well the question calls a number by one of its names, and what of the name it leaves out. */
function readNaming(
  { asked, said, sayable }: AskedEvidence,
  { names, head }: FigureCandidate,
  weightOf: (gram: number) => number,
): Features {
  const shareAsked = ({ all }: Grams, start: number, end: number): number => {
    let [part, whole] = [0, 0];
    for (let place = start; place < end; place += 1) {
      const gram = all[place] ?? 0;
      const weight = weightOf(gram);
      whole += weight;
      if (sayable[gram] === 1) part += weight;
    }
    return whole === 0 ? 0 : part / whole;
  };
  let [match, unasked, isWhole, printedUnasked] = [0, 1, false, 1];
  for (const [at, { text, grams }] of names.entries()) {
    const { all, pairCount } = grams;
    const recall = shareAsked(grams, 0, pairCount);
    const precision = shareAmong(grams, said);
    if (at === 0) printedUnasked = 1 - recall;
    if (recall + precision > 0) match = Math.max(match, (2 * recall * precision) / (recall + precision));
    unasked = Math.min(unasked, 1 - shareAsked(grams, pairCount, all.length));
    isWhole ||= text.length >= LEAST_NAME_CHARS && asked.text.includes(text);
  }
  return {
    nameMatch: match,
    nameUnasked: unasked,
    nameWhole: flag(isWhole),
    printedUnasked,
    headAsked: head.length === 0 ? 0 : head.filter((each) => sayable[each] === 1).length / head.length,
  };
}

/** Whether the number is of the kind asked for. */
function readQuantity(evidence: AskedEvidence, candidate: FigureCandidate, held: HeldGrams): Features {
  const {
    context,
    aspects: { isGrowth, isAdded, isEach },
  } = candidate;
  const { asked, aspects, wantsNumber, focus } = evidence;
  const { figure } = context;
  const isShare = SHARE_DIMENSIONS.includes(figure.dimension);
  const isKindAsked = wantsNumber && asked.dimensions.length > 0;
  const fits = fitsAskedDimension(asked, figure);
  const isSameMeasure = asked.quantities.some(({ base }) => base !== '' && base === figure.base);
  const namesMeasure = asked.quantities.some(({ base }) => base !== '');
  const focused =
    focus === null
      ? 0
      : saysTerm(candidate, 'own', { at: evidence.terms.indexOf(focus), evidence })
        ? 1
        : 0.5 * shareIn(focus.characters, held, BITS.own);
  const isBefore = figure.role === 'before';
  return {
    kindFits: flag(isKindAsked && fits),
    kindDiffers: flag(isKindAsked && !fits),
    measureFits: flag(isSameMeasure),
    measureDiffers: flag(namesMeasure && !isSameMeasure),
    growthAsked: flag(aspects.growth && isGrowth),
    growthUnasked: flag(!aspects.growth && isGrowth),
    growthMissing: flag(aspects.growth && !isGrowth),
    shareUnasked: flag(!aspects.share && isShare && !isGrowth),
    rankUnasked: flag(figure.dimension === 'ordinal' && !asked.dimensions.includes('ordinal')),
    addedUnasked: flag(isAdded && !aspects.mayBeAdded),
    addedMissing: flag(!isAdded && aspects.added),
    addedForHeld: flag(isAdded && aspects.held),
    eachAsked: flag(isEach && aspects.each),
    eachUnasked: flag(isEach && !aspects.each),
    eachMissing: flag(!isEach && aspects.eachWord),
    startAsked: isBefore ? (asked.wantedEnd === 'after' ? -1 : 1) : 0,
    endForStart: flag(figure.role === 'after' && asked.wantedEnd === 'before'),
    focusOwn: focused,
    focusMissing: flag(focus !== null && focused === 0),
    scaleDiffers: flag(aspects.scale !== null && !figure.unit.includes(aspects.scale)),
    partForReckoned: flag(evidence.operation !== null && !isShare && !isEach && figure.role === null),
  };
}

/** A feature that holds or does not. */
export const flag = (is: boolean): number => (is ? 1 : 0);
