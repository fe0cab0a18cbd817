import type { Features } from '../answering/scoring/features.ts';
import { createRandom, shuffle } from './random.ts';

/** The candidates of one question; at least one answers. */
export type RankingCase = {
  readonly candidates: readonly { readonly features: Features; readonly isAnswer: boolean }[];
};

/** How long and how boldly to fit; the penalty keeps weights small where the questions say little. */
const FIT = { rounds: 14, batch: 32, step: 0.05, fading: 0.82, penalty: 2e-4 } as const;
/** Adam's usual memory of slopes and of their squares. */
const MEMORY = { slope: 0.9, square: 0.999 } as const;

/**
 * Fits the weights that put an answer first: a softmax over the candidates of each question, by Adam over shuffled
 * batches. The shuffle is seeded, so the same cases give the same weights.
 */
export function fitRanking(cases: readonly RankingCase[]): Record<string, number> {
  const names = [
    ...new Set(
      cases.flatMap(({ candidates }) => candidates.flatMap(({ features }) => Object.keys(features))),
    ),
  ].sort();
  const position = new Map(names.map((name, at) => [name, at]));
  const rows = cases.map(({ candidates }) => ({
    isAnswer: candidates.map((candidate) => candidate.isAnswer),
    vectors: candidates.map(({ features }) => toVector(features, position)),
  }));
  const spreads = measureSpreads(
    rows.flatMap(({ vectors }) => vectors),
    names.length,
  );
  for (const { vectors } of rows)
    for (const { places, values } of vectors)
      for (let at = 0; at < places.length; at += 1)
        values[at] = (values[at] ?? 0) / (spreads[places[at] ?? 0] ?? 1);
  const weights = new Float64Array(names.length);
  const slopes = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  const order = rows.map((_, at) => at);
  const random = createRandom();
  let [taken, step]: [number, number] = [0, FIT.step];
  for (let round = 0; round < FIT.rounds; round += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += FIT.batch) {
      const batch = order.slice(from, from + FIT.batch).flatMap((at) => rows[at] ?? []);
      const gradient = new Float64Array(names.length);
      for (const row of batch) addGradient(row, weights, gradient);
      taken += 1;
      for (let at = 0; at < weights.length; at += 1) {
        const slope = (gradient[at] ?? 0) / batch.length + FIT.penalty * (weights[at] ?? 0);
        slopes[at] = MEMORY.slope * (slopes[at] ?? 0) + (1 - MEMORY.slope) * slope;
        squares[at] = MEMORY.square * (squares[at] ?? 0) + (1 - MEMORY.square) * slope * slope;
        const mean = (slopes[at] ?? 0) / (1 - MEMORY.slope ** taken);
        const size = Math.sqrt((squares[at] ?? 0) / (1 - MEMORY.square ** taken));
        weights[at] = (weights[at] ?? 0) - (step * mean) / (size + 1e-8);
      }
    }
    step *= FIT.fading;
  }
  return Object.fromEntries(names.map((name, at) => [name, (weights[at] ?? 0) / (spreads[at] ?? 1)]));
}

/** The features of a candidate that are not zero, by their places. */
type Vector = { readonly places: Uint16Array; readonly values: Float64Array };
type Row = { readonly isAnswer: readonly boolean[]; readonly vectors: readonly Vector[] };

/** Adds the slope of one question: how much likelier each candidate is thought than it should be. */
function addGradient({ isAnswer, vectors }: Row, weights: Float64Array, gradient: Float64Array): void {
  const scores = vectors.map((vector) => scoreVector(vector, weights));
  const best = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - best));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const right = powers.reduce((sum, power, at) => sum + (isAnswer[at] ? power : 0), 0);
  for (const [at, { places, values }] of vectors.entries()) {
    const power = powers[at] ?? 0;
    const excess = power / total - (isAnswer[at] ? power / Math.max(right, 1e-300) : 0);
    if (Math.abs(excess) < 1e-4) continue;
    for (let each = 0; each < places.length; each += 1) {
      const place = places[each] ?? 0;
      gradient[place] = (gradient[place] ?? 0) + excess * (values[each] ?? 0);
    }
  }
}

function scoreVector({ places, values }: Vector, weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < places.length; at += 1) score += (values[at] ?? 0) * (weights[places[at] ?? 0] ?? 0);
  return score;
}

function toVector(features: Features, position: ReadonlyMap<string, number>): Vector {
  const held = Object.entries(features).flatMap(([name, value]) => {
    const place = position.get(name);
    return value === 0 || place === undefined ? [] : [{ place, value }];
  });
  return {
    places: Uint16Array.from(held, ({ place }) => place),
    values: Float64Array.from(held, ({ value }) => value),
  };
}

/** Standard deviations, so that every feature is fitted on the same scale. */
function measureSpreads(vectors: readonly Vector[], size: number): Float64Array {
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const { places, values } of vectors)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const value = values[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + value;
      squares[place] = (squares[place] ?? 0) + value * value;
    }
  const count = Math.max(1, vectors.length);
  return sums.map((sum, at) => Math.sqrt(Math.max(0, (squares[at] ?? 0) / count - (sum / count) ** 2)) || 1);
}
