import { splitComputation } from '../answering/scoring/asked-classifier.ts';
import {
  ANSWERED,
  ANSWERED_OTHERWISE,
  type AskedModel,
  CLASSIFIER_SCALE,
  type ClassifierTable,
  UNANSWERED,
} from '../knowledge/asked-model.ts';
import { createRandom, shuffle } from './random.ts';

/** The pairs and characters of a known question, and what answers it: one thing, several that answer alike, or nothing. */
export type ClassifierCase = {
  readonly grams: readonly string[];
  readonly answers: readonly string[];
  /** What a computed answer is made of: asked for all together. */
  readonly operands: readonly string[];
  /** What is computed of them (see known-computation); null where nothing is. */
  readonly computation: string | null;
  /** The list that answers, by its title (`list:START-END`); null where none is asked for. */
  readonly list: string | null;
};

type ClassifiedCase = Pick<ClassifierCase, 'grams' | 'answers'>;

/** Fits everything that the questions known for a report teach. */
export function fitAskedModel(cases: readonly ClassifierCase[]): AskedModel {
  const isAnswered = ({ answers }: ClassifierCase): boolean => answers.length > 0;
  const isAnsweredOtherwise = ({ operands, list }: ClassifierCase): boolean =>
    operands.length > 0 || list !== null;
  const classify = (each: ClassifierCase, answered: readonly string[]): ClassifiedCase => ({
    grams: each.grams,
    answers: isAnswered(each) ? answered : [isAnsweredOtherwise(each) ? ANSWERED_OTHERWISE : UNANSWERED],
  });
  return {
    answers: fitTable(
      cases
        .map(({ grams, answers, operands }) => ({ grams, answers: answers.length > 0 ? answers : operands }))
        .filter(({ answers }) => answers.length > 0),
    ),
    outcomes: fitTable(cases.map((each) => classify(each, each.answers))),
    answerable: fitTable(cases.map((each) => classify(each, [ANSWERED]))),
    computations: [...new Set(cases.flatMap(({ computation }) => computation ?? []))].sort(),
    operations: fitTable(
      cases.map(({ grams, computation }) => ({
        grams,
        answers: [computation === null ? UNANSWERED : splitComputation(computation).done],
      })),
      { rounds: FIT.roundsOfComputations },
    ),
    operands: fitTable(
      cases.flatMap(({ grams, computation }) =>
        computation === null ? [] : [{ grams, answers: [splitComputation(computation).numbers] }],
      ),
      { rounds: FIT.roundsOfComputations },
    ),
    lists: fitTable(cases.map(({ grams, list }) => ({ grams, answers: [list ?? UNANSWERED] }))),
  };
}

/**
 * How long and how boldly to fit. More rounds only make it surer of itself, not more often right; few questions want
 * something computed, and what they want is seen too seldom in as many.
 */
const FIT = {
  rounds: 4,
  roundsOfComputations: 14,
  step: 3,
  fading: 0.3,
  biasShare: 0.1,
  leastSlope: 1e-4,
} as const;
/** A gram of one question says nothing about others. */
const LEAST_COUNT = 2;
/** Weights nearer than this to the mean of their gram are left out of the table: a tenth of them carries the rest. */
const LEAST_WEIGHT = 0.06;

/**
 * Fits what answers a question by its pairs and characters alone: multinomial logistic regression by stochastic gradient
 * descent over shuffled questions, each gram counting alike. The shuffle is seeded, so the same cases give the same table.
 */
export function fitTable(
  cases: readonly ClassifiedCase[],
  {
    rounds = FIT.rounds,
    leastCount = LEAST_COUNT,
  }: { readonly rounds?: number; readonly leastCount?: number } = {},
): ClassifierTable {
  const classes = [...new Set(cases.flatMap(({ answers }) => answers))].sort();
  const grams = frequentGrams(cases, leastCount);
  const [classOf, gramOf] = [placesOf(classes), placesOf(grams)];
  const rows = cases.map(({ grams: said, answers }) => {
    const places = said.flatMap((gram) => gramOf.get(gram) ?? []);
    return {
      places,
      value: 1 / Math.sqrt(Math.max(1, places.length)),
      answers: answers.flatMap((id) => classOf.get(id) ?? []),
    };
  });
  const size = classes.length;
  const weights = new Float32Array(grams.length * size);
  const biases = new Float32Array(size);
  const order = rows.map((_, at) => at);
  const random = createRandom();
  for (let round = 0; round < rounds; round += 1) {
    const step = FIT.step / (1 + FIT.fading * round);
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at];
      if (row) descend(row, { weights, biases, step });
    }
  }
  return toTable({ classes, grams, weights, biases });
}

type Row = {
  readonly places: readonly number[];
  readonly value: number;
  readonly answers: readonly number[];
};
type Descent = { readonly weights: Float32Array; readonly biases: Float32Array; readonly step: number };

/** Moves the weights of one question's grams towards what answers it. */
function descend({ places, value, answers }: Row, { weights, biases, step }: Descent): void {
  const size = biases.length;
  const scores = Float64Array.from(biases);
  for (const place of places)
    for (let at = 0; at < size; at += 1)
      scores[at] = (scores[at] ?? 0) + (weights[place * size + at] ?? 0) * value;
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - best));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const slopes = powers.map((power) => -power / total);
  for (const answer of answers) slopes[answer] = (slopes[answer] ?? 0) + 1 / answers.length;
  for (let at = 0; at < size; at += 1) {
    const slope = slopes[at] ?? 0;
    if (Math.abs(slope) < FIT.leastSlope) continue;
    biases[at] = (biases[at] ?? 0) + step * FIT.biasShare * slope;
    for (const place of places)
      weights[place * size + at] = (weights[place * size + at] ?? 0) + step * slope * value;
  }
}

function frequentGrams(cases: readonly ClassifiedCase[], leastCount: number): string[] {
  const counts = new Map<string, number>();
  for (const { grams } of cases)
    for (const gram of new Set(grams)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return [...counts].flatMap(([gram, count]) => (count >= leastCount ? [gram] : [])).sort();
}

const placesOf = (all: readonly string[]): ReadonlyMap<string, number> =>
  new Map(all.map((each, at) => [each, at]));

type Fitted = {
  readonly classes: readonly string[];
  readonly grams: readonly string[];
  readonly weights: Float32Array;
  readonly biases: Float32Array;
};

/** A softmax does not change when the same is taken from all weights of a gram, so most can be left out as nothing. */
function toTable({ classes, grams, weights, biases }: Fitted): ClassifierTable {
  const size = classes.length;
  const lines = grams.flatMap((gram, place): [string, string][] => {
    const own = weights.subarray(place * size, (place + 1) * size);
    const usual = median(own);
    const entries = [...own].flatMap((weight, at) => {
      const kept = Math.round((weight - usual) * CLASSIFIER_SCALE);
      return Math.abs(weight - usual) < LEAST_WEIGHT ? [] : [`${at} ${kept}`];
    });
    return entries.length === 0 ? [] : [[gram, entries.join(' ')]];
  });
  return {
    classes: [...classes],
    biases: [...biases].map((bias) => Math.round(bias * CLASSIFIER_SCALE)),
    grams: Object.fromEntries(lines),
  };
}

function median(values: Float32Array): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
