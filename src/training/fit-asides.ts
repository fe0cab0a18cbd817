import {
  ASIDE_SCALE,
  type AsideTable,
  gramsOfPlaces,
  isMark,
  type PathSums,
  readMarginals,
  type Steps,
  stepsOf,
  sumPaths,
} from '../answering/understanding/aside-tagger.ts';
import { normalizeText } from '../search/normalize.ts';
import { createRandom, shuffle } from './random.ts';

/** A message (normalised), and for each UTF-16 unit whether it is said aside. */
export type AsideCase = { readonly text: string; readonly isAside: readonly boolean[] };

/** Reads a message in which everything said aside stands in 【】. */
export function parseAsides(line: string): AsideCase {
  const pieces = line.split(/[【】]/u).map(normalizeText);
  return {
    text: pieces.join(''),
    isAside: pieces.flatMap((piece, at) => Array<boolean>(piece.length).fill(at % 2 === 1)),
  };
}

const ROUNDS = 20;
const STEP = 0.05;
/** What keeps weights small: a share that each visit takes away. */
const DECAY = 1e-2;
const LEAST_COUNT = 2;
/** Smaller weights, in hundredths, are left out of the table. */
const LEAST_WEIGHT = 8;

/** Fits a conditional random field of two states by stochastic gradient descent (AdaGrad), seeded. */
export function fitAsides(cases: readonly AsideCase[]): AsideTable {
  const counts = new Map<string, number>();
  const prepared = cases.map(({ text, isAside }) => ({ text, isAside, grams: gramsOfPlaces(text) }));
  for (const { grams } of prepared)
    for (const gram of new Set(grams.flat())) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  // Half a character, as of an emoji, is no text that JSON can keep everywhere.
  const names = [...counts]
    .flatMap(([gram, count]) => (count >= LEAST_COUNT && gram.isWellFormed() ? [gram] : []))
    .sort();
  const placeOf = new Map(names.map((name, at) => [name, at]));
  // The last seven: start, then entering, leaving and staying inside a clause and across a mark.
  const size = names.length;
  const weights = new Float64Array(size + 7);
  const squares = new Float64Array(size + 7).fill(1e-8);
  const move = (at: number, slope: number): void => {
    if (slope === 0) return;
    const own = weights[at] ?? 0;
    const pull = slope - DECAY * own * (at < size ? 1 : 0);
    squares[at] = (squares[at] ?? 0) + pull * pull;
    weights[at] = own + (STEP * pull) / Math.sqrt(squares[at] ?? 1);
  };
  const rows = prepared.map(({ text, isAside, grams }) => ({
    text,
    isAside,
    places: grams.map((said) => said.flatMap((gram) => placeOf.get(gram) ?? [])),
  }));
  const order = rows.map((_, at) => at);
  const random = createRandom();
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const { text, isAside, places } of order.flatMap((at) => rows[at] ?? [])) {
      const steps = {
        inside: [...weights.subarray(size + 1, size + 4)],
        across: [...weights.subarray(size + 4, size + 7)],
      };
      const scores = places.map((own) => own.reduce((sum, at) => sum + (weights[at] ?? 0), 0));
      const between = stepsOf(text, steps);
      const start = weights[size] ?? 0;
      const sums = sumPaths(scores, { start, steps: between });
      const marginals = readMarginals(sums);
      const slopes = new Map<number, number>();
      for (const [at, own] of places.entries()) {
        const slope = (isAside[at] ? 1 : 0) - (marginals[at] ?? 0);
        for (const place of own) slopes.set(place, (slopes.get(place) ?? 0) + slope);
      }
      slopes.set(size, (isAside[0] ? 1 : 0) - (marginals[0] ?? 0));
      for (const [at, expected] of expectSteps(scores, sums, between).entries()) {
        if (at === 0) continue;
        const base = size + (isMark(text, at) || isMark(text, at - 1) ? 4 : 1);
        const [was, is] = [isAside[at - 1] === true, isAside[at] === true];
        const seen = [!was && is, was && !is, was && is];
        for (const [kind, share] of expected.entries())
          slopes.set(base + kind, (slopes.get(base + kind) ?? 0) + (seen[kind] ? 1 : 0) - share);
      }
      for (const [at, slope] of slopes) move(at, slope);
    }
  }
  return {
    grams: Object.fromEntries(
      names.flatMap((name, at) => {
        const kept = Math.round((weights[at] ?? 0) * ASIDE_SCALE);
        return Math.abs(kept) < LEAST_WEIGHT ? [] : [[name, kept]];
      }),
    ),
    start: weights[size] ?? 0,
    steps: {
      inside: [...weights.subarray(size + 1, size + 4)],
      across: [...weights.subarray(size + 4, size + 7)],
    },
  };
}

/** How likely an aside is entered, left, or gone on with at each character, given all scores. */
function expectSteps(
  scores: readonly number[],
  { forward, backward, total }: PathSums,
  steps: Steps['steps'],
): [number, number, number][] {
  return scores.map((score, at) => {
    const before = forward[at - 1];
    const after = backward[at];
    if (!before || !after) return [0, 0, 0];
    const [enter = 0, leave = 0, stay = 0] = steps[at] ?? [];
    return [
      Math.exp(before[0] + enter + score + after[1] - total),
      Math.exp(before[1] + leave + after[0] - total),
      Math.exp(before[1] + stay + score + after[1] - total),
    ];
  });
}
