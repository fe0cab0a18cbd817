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
  return {
    weights: grams.map(associations.weightOf),
    chances: grams.map(associations.chanceOf),
    slots,
    links,
  };
}

/** The printed grams most likely meant by those of a question: what is searched for beside its own. */
export function readMeant(grams: readonly string[], associations: Associations): string[] {
  return grams.flatMap((gram) => associations.meantBy(gram));
}

/** How much a match counts towards the likelihood of the whole question, by where the printed word stands. */
const LIKELIHOOD_SHARE = { own: 1, near: 0.5, sentence: 0.25 } as const;

/** Where printed words may stand that explain those of a question. */
type Explaining = keyof Candidate['sayable'];

/** How far what is printed at a candidate explains each gram of a question, from 0 to 1, by where it stands. */
export type ExplainedGrams = Readonly<Record<Explaining, Float64Array>>;

type Sayable = Pick<Candidate, 'sayable' | 'kind'>;

/** How much the grams of each zone may have brought about those of the question. */
function collectSaid({ weights, slots, links }: Rewording, { sayable, kind }: Sayable): ExplainedGrams {
  const collect = (grams: readonly number[]): Float64Array => {
    const said = new Float64Array(weights.length);
    for (const gram of grams) {
      const slot = slots[gram] ?? 0;
      if (slot === 0) continue;
      const linked = links[slot - 1] ?? [];
      for (let at = 0; at < linked.length; at += 2) {
        const place = linked[at] ?? 0;
        said[place] = (said[place] ?? 0) + (linked[at + 1] ?? 0);
      }
    }
    return said;
  };
  const own = collect(sayable.own);
  return {
    own,
    near: kind === 'figure' ? collect(sayable.near) : own,
    topic: kind === 'figure' ? collect(sayable.topic) : own,
    sentence: collect(sayable.sentence),
    before: collect(sayable.before),
  };
}

/** How far a candidate explains each gram of a question; what words nearer to it explain, those farther off do, too. */
export function explainGrams(rewording: Rewording, candidate: Sayable): ExplainedGrams {
  const { own, near, topic, sentence, before } = collectSaid(rewording, candidate);
  const shareOf = (said: Float64Array, place: number): number =>
    (said[place] ?? 0) / ((said[place] ?? 0) + (rewording.chances[place] ?? 1));
  const byOwn = own.map((_, place) => shareOf(own, place));
  const byNear = byOwn.map((share, place) => Math.max(share, shareOf(near, place)));
  const bySentence = byNear.map((share, place) => Math.max(share, shareOf(sentence, place)));
  return {
    own: byOwn,
    near: byNear,
    topic: byNear.map((share, place) => Math.max(share, shareOf(topic, place))),
    sentence: bySentence,
    before: bySentence.map((share, place) => Math.max(share, shareOf(before, place))),
  };
}

/** How well what is printed at a candidate explains the words of a question, wherever the two differ. */
export function explainWording(rewording: Rewording, candidate: Sayable): Readonly<Record<string, number>> {
  const { weights, chances } = rewording;
  const { own, near, topic, sentence, before } = collectSaid(rewording, candidate);
  const sums = { whole: 0, own: 0, near: 0, topic: 0, sentence: 0, before: 0, likelihood: 0, missing: 0 };
  let missingNear = 0;
  let missingBefore = 0;
  for (const [place, weight] of weights.entries()) {
    const chance = chances[place] ?? 1;
    const shareOf = (said: Float64Array): number => (said[place] ?? 0) / ((said[place] ?? 0) + chance);
    const byOwn = shareOf(own);
    const byNear = Math.max(byOwn, shareOf(near));
    const byTopic = Math.max(byNear, shareOf(topic));
    const bySentence = Math.max(byTopic, shareOf(sentence));
    const byBefore = Math.max(bySentence, shareOf(before));
    const likelihood =
      LIKELIHOOD_SHARE.own * (own[place] ?? 0) +
      LIKELIHOOD_SHARE.near * (near[place] ?? 0) +
      LIKELIHOOD_SHARE.sentence * (sentence[place] ?? 0);
    sums.whole += weight;
    sums.own += weight * byOwn;
    sums.near += weight * byNear;
    sums.topic += weight * byTopic;
    sums.sentence += weight * bySentence;
    sums.before += weight * byBefore;
    sums.missing = Math.max(sums.missing, weight * (1 - bySentence));
    missingNear = Math.max(missingNear, weight * (1 - byNear));
    missingBefore = Math.max(missingBefore, weight * (1 - byBefore));
    sums.likelihood += weight * Math.log(1 + likelihood / chance);
  }
  const whole = sums.whole || 1;
  return {
    explainedOwn: sums.own / whole,
    explainedNear: sums.near / whole,
    explainedTopic: sums.topic / whole,
    explainedSentence: sums.sentence / whole,
    explainedBefore: sums.before / whole,
    unexplainedMost: sums.missing,
    unexplainedNear: missingNear,
    unexplainedBefore: missingBefore,
    wordingLikelihood: sums.likelihood / whole,
  };
}
