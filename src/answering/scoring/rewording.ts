import type { TermTable } from '../../search/term-table.ts';
import type { Candidate } from '../retrieval/candidate.ts';
import type { Associations } from './associations.ts';

/** The grams of a question and what printed words each of them may stand for. */
export type Rewording = {
  /** How telling each gram is. */
  readonly weights: readonly number[];
  /** How likely each gram is said whatever is printed. */
  readonly chances: readonly number[];
  /** By the number of a printed gram: one more than its place in `links`; 0 for one that explains nothing here. */
  readonly slots: Uint16Array;
  /** For a printed gram: the places of the grams it may have brought about, and how likely, by turns. */
  readonly links: readonly (readonly number[])[];
  /** What was collected of the words of a zone: many candidates have their sentence or what leads it in common. */
  readonly collected: Map<readonly number[], readonly number[]>;
  /** Nothing collected, to begin with: hundreds of zones are read for a question, and a typed array for each takes longer. */
  readonly nothing: readonly number[];
  /** What was told of a candidate: the same ones are looked at in deciding and in computing. */
  readonly explained: Map<Candidate, ExplainedGrams>;
};

/** A gram that is printed as it is said needs no learning. */
const PRINTED_AS_SAID = 0.5;

/** Prepares what the grams of a question may stand for among the printed ones of a table; made once a question. */
export function readRewording(
  grams: readonly string[],
  associations: Associations,
  printed: TermTable,
): Rewording {
  const slots = new Uint16Array(printed.terms.length);
  const links: number[][] = [];
  const add = (number: number, place: number, probability: number): void => {
    const slot = slots[number] || links.push([]);
    slots[number] = slot;
    links[slot - 1]?.push(place, probability);
  };
  for (const [place, gram] of grams.entries()) {
    const own = printed.find(gram);
    if (own !== undefined) add(own, place, PRINTED_AS_SAID);
    const linked = associations.linksIn(printed, gram);
    for (let at = 0; at < linked.length; at += 2) add(linked[at] ?? 0, place, linked[at + 1] ?? 0);
  }
  const weights = grams.map(associations.weightOf);
  return {
    weights,
    nothing: weights.map(() => 0.5).fill(0),
    chances: grams.map(associations.chanceOf),
    slots,
    links,
    collected: new Map(),
    explained: new Map(),
  };
}

/** The printed grams most likely meant by those of a question: what is searched for beside its own. */
export function readMeant(grams: readonly string[], associations: Associations): string[] {
  return grams.flatMap((gram) => associations.meantBy(gram));
}

/** How much a match counts towards the likelihood of the whole question, by where the printed word stands. */
const LIKELIHOOD_SHARE = { own: 1, near: 0.5, sentence: 0.25 } as const;

/** How far what is printed at a candidate explains each gram of a question, from 0 to 1, by where it stands. */
export type ExplainedGrams = Readonly<Record<'own' | 'near' | 'sentence', readonly number[]>>;

/** How much the grams of a zone may have brought about those of the question. */
function collectZone(
  { nothing, slots, links, collected }: Rewording,
  grams: readonly number[],
): readonly number[] {
  const known = collected.get(grams);
  if (known) return known;
  const said = nothing.slice();
  for (const gram of grams) {
    const slot = slots[gram] ?? 0;
    if (slot === 0) continue;
    const linked = links[slot - 1] ?? [];
    for (let at = 0; at < linked.length; at += 2) {
      const place = linked[at] ?? 0;
      said[place] = (said[place] ?? 0) + (linked[at + 1] ?? 0);
    }
  }
  collected.set(grams, said);
  return said;
}

/** How far a candidate explains each gram of a question; what words nearer to it explain, those farther off do, too. */
export function explainCandidate(rewording: Rewording, candidate: Candidate): ExplainedGrams {
  const known = rewording.explained.get(candidate);
  if (known) return known;
  const { own: words, near: around, sentence: all } = candidate.sayable;
  const zones = [words, candidate.kind === 'figure' ? around : words, all];
  const [own = [], near = [], sentence = []] = explainGrams(rewording, zones);
  const explained = { own, near, sentence };
  rewording.explained.set(candidate, explained);
  return explained;
}

/** How far each gram is explained by the first of some zones, by the first two, and so on. */
function explainGrams(
  rewording: Rewording,
  zones: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  let nearer = rewording.nothing;
  return zones.map((grams) => {
    const [said, within] = [collectZone(rewording, grams), nearer];
    nearer = rewording.chances.map((chance, place) =>
      Math.max(within[place] ?? 0, shareAt(said, place, chance)),
    );
    return nearer;
  });
}

/** The share of a question, by weight, that is explained by the first of some zones, by the first two, and so on. */
export function explainOutwards(
  rewording: Rewording,
  zones: readonly (readonly number[])[],
): readonly number[] {
  const whole = rewording.weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return explainGrams(rewording, zones).map(
    (shares) => rewording.weights.reduce((sum, weight, at) => sum + weight * (shares[at] ?? 0), 0) / whole,
  );
}

/** How far what is said of a gram explains it, beside that it may be said by chance. */
function shareAt(said: readonly number[], place: number, chance: number): number {
  const likelihood = said[place] ?? 0;
  return likelihood / (likelihood + chance);
}

/** How well what is printed at a candidate explains the words of a question, wherever the two differ. */
export function explainWording(
  rewording: Rewording,
  candidate: Pick<Candidate, 'sayable' | 'kind'>,
): Readonly<Record<string, number>> {
  const { weights, chances } = rewording;
  const { sayable, kind } = candidate;
  const own = collectZone(rewording, sayable.own);
  const near = kind === 'figure' ? collectZone(rewording, sayable.near) : own;
  const topic = kind === 'figure' ? collectZone(rewording, sayable.topic) : own;
  const sentence = collectZone(rewording, sayable.sentence);
  const before = collectZone(rewording, sayable.before);
  let [whole, sumOwn, sumNear, sumTopic, sumSentence, sumBefore, sumLikelihood] = [0, 0, 0, 0, 0, 0, 0];
  let [missing, missingNear, missingBefore] = [0, 0, 0];
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    const chance = chances[place] ?? 1;
    const byOwn = shareAt(own, place, chance);
    const byNear = Math.max(byOwn, shareAt(near, place, chance));
    const byTopic = Math.max(byNear, shareAt(topic, place, chance));
    const bySentence = Math.max(byTopic, shareAt(sentence, place, chance));
    const byBefore = Math.max(bySentence, shareAt(before, place, chance));
    const likelihood =
      LIKELIHOOD_SHARE.own * (own[place] ?? 0) +
      LIKELIHOOD_SHARE.near * (near[place] ?? 0) +
      LIKELIHOOD_SHARE.sentence * (sentence[place] ?? 0);
    whole += weight;
    sumOwn += weight * byOwn;
    sumNear += weight * byNear;
    sumTopic += weight * byTopic;
    sumSentence += weight * bySentence;
    sumBefore += weight * byBefore;
    missing = Math.max(missing, weight * (1 - bySentence));
    missingNear = Math.max(missingNear, weight * (1 - byNear));
    missingBefore = Math.max(missingBefore, weight * (1 - byBefore));
    if (likelihood > 0) sumLikelihood += weight * Math.log(1 + likelihood / chance);
  }
  whole ||= 1;
  return {
    explainedOwn: sumOwn / whole,
    explainedNear: sumNear / whole,
    explainedTopic: sumTopic / whole,
    explainedSentence: sumSentence / whole,
    explainedBefore: sumBefore / whole,
    unexplainedMost: missing,
    unexplainedNear: missingNear,
    unexplainedBefore: missingBefore,
    wordingLikelihood: sumLikelihood / whole,
  };
}
