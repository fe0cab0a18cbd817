import { z } from 'zod';

/**
 * The fitted weights as they are kept. `grams` is one weight a gram, in hundredths: above zero where a character beside
 * which it stands is more likely said aside. `enter`, `leave` and `stay` weigh two neighbouring characters, inside a clause
 * and across a mark; `start` weighs the first.
 */
export const AsideTableSchema = z.strictObject({
  grams: z.custom<Readonly<Record<string, number>>>(isTableOfNumbers),
  start: z.number(),
  steps: z.strictObject({ inside: z.array(z.number()).length(3), across: z.array(z.number()).length(3) }),
});

/** Looked through by hand: zod would copy a hundred thousand weights at every start. */
function isTableOfNumbers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const weight of Object.values(value)) if (!Number.isInteger(weight)) return false;
  return true;
}

export type AsideTable = z.infer<typeof AsideTableSchema>;

/** Tells what of a message is only said beside the question: why somebody asks, for whom, greetings, the wrapping. */
export type AsideTagger = {
  /** How likely each UTF-16 unit of normalised text is said aside. */
  read(text: string): readonly number[];
};

/** Weights are kept as whole numbers of this size. */
export const ASIDE_SCALE = 100;
const CLAUSE_MARK = /[,:;?!。、()—\s]/u;

/** The grams that tell whether the character at each place is said aside. */
export function gramsOfPlaces(text: string): string[][] {
  const said = [...text.replace(/\d/gu, '0').replace(/[a-z]/giu, 'a').split('')];
  const at = (place: number): string => said[place] ?? '^';
  const run = (from: number, to: number): string => {
    let gram = '';
    for (let place = from; place <= to; place += 1) gram += at(place);
    return gram;
  };
  const clauses = clausesOf(said);
  return said.map((character, place) => {
    const clause = clauses[place] ?? '';
    return [
      `0${character}`,
      `a${run(place - 1, place)}`,
      `b${run(place, place + 1)}`,
      `c${run(place - 2, place)}`,
      `d${run(place - 1, place + 1)}`,
      `e${run(place, place + 2)}`,
      `f${run(place - 2, place + 1)}`,
      `g${run(place - 1, place + 2)}`,
      `h${run(place - 3, place - 1)}`,
      `i${run(place + 1, place + 3)}`,
      `j${run(place - 4, place - 2)}`,
      `k${run(place + 2, place + 4)}`,
      clause,
    ];
  });
}

/** For each character whether its clause is the first, the last, one between or the only one. */
function clausesOf(said: readonly string[]): string[] {
  const ends = said.flatMap((character, at) => (CLAUSE_MARK.test(character) ? [at] : []));
  const [first = said.length, last = -1] = [ends[0], ends.at(-1)];
  return said.map((_, at) =>
    at <= first ? (ends.length === 0 ? 'only' : 'first') : at > last ? 'last' : 'between',
  );
}

/** Opens fitted weights (`npm run train`, see fit-asides). */
export function openAsides({ grams, start, steps }: AsideTable): AsideTagger {
  return {
    read(text) {
      const scores = gramsOfPlaces(text).map((said) =>
        said.reduce((sum, gram) => sum + (grams[gram] ?? 0) / ASIDE_SCALE, 0),
      );
      return readMarginals(sumPaths(scores, { start, steps: stepsOf(text, steps) }));
    },
  };
}

/** From here on a character counts as said aside: what is left out by mistake may be what was asked. */
const SURE_ASIDE = 0.8;
/** The same for the mean of a clause: few are said aside in part. */
const SURE_CLAUSE = 0.5;
/** What is said aside goes on in the next clause where each character of it is this likely to be. */
const GOES_ON = 0.3;
const ASKS_SOMETHING = /\p{Script=Han}{2}|\p{L}{3}/u;
const LOOSE_MARKS = /^[\s,:;?!。、]+|[\s,:;。、]+$/gu;

/** A normalised question without what is only said beside it; as it is where that would leave nothing to ask. */
export function leaveAsides(text: string, tagger: AsideTagger): string {
  const likely = tagger.read(text);
  let isAside = false;
  const left = splitClauses(text)
    .filter(({ from, to }) => {
      const own = likely.slice(from, to);
      isAside = meanOf(own) >= SURE_CLAUSE || (isAside && Math.min(...own) >= GOES_ON);
      return !isAside;
    })
    .map(({ from, to }) =>
      text
        .slice(from, to)
        .split('')
        .filter((_, at) => (likely[from + at] ?? 0) < SURE_ASIDE)
        .join(''),
    )
    .join('')
    .replace(LOOSE_MARKS, '');
  return ASKS_SOMETHING.test(left) ? left : text;
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The clauses of a text, each with the mark before it. */
function splitClauses(text: string): { readonly from: number; readonly to: number }[] {
  const starts = text.split('').flatMap((_, at) => (at === 0 || isMark(text, at) ? [at] : []));
  return starts.map((from, place) => ({ from, to: starts[place + 1] ?? text.length }));
}

/** The weights of entering, leaving and staying in an aside between each character and the one before. */
export const stepsOf = (text: string, steps: AsideTable['steps']): (readonly number[])[] =>
  text.split('').map((_, at) => (isMark(text, at) || isMark(text, at - 1) ? steps.across : steps.inside));

export const isMark = (text: string, at: number): boolean => CLAUSE_MARK.test(text.charAt(at));

/** What is given besides the scores: the weight of beginning in an aside, and of each step from one character to the next. */
export type Steps = { readonly start: number; readonly steps: readonly (readonly number[])[] };

/** Log sums of all ways up to and from each character; `[not aside, aside]`. */
export type PathSums = {
  readonly forward: readonly (readonly [number, number])[];
  readonly backward: readonly (readonly [number, number])[];
  readonly total: number;
};

/** Sums over all ways of calling each character said aside (scored) or not (zero): forward-backward over two states. */
export function sumPaths(scores: readonly number[], { start, steps }: Steps): PathSums {
  const size = scores.length;
  const forward: [number, number][] = [];
  for (let at = 0; at < size; at += 1) {
    const [enter = 0, leave = 0, stay = 0] = steps[at] ?? [];
    const before = forward[at - 1];
    const own = scores[at] ?? 0;
    forward.push(
      before
        ? [addLogs(before[0], before[1] + leave), own + addLogs(before[0] + enter, before[1] + stay)]
        : [0, own + start],
    );
  }
  const backward: [number, number][] = Array.from({ length: size }, () => [0, 0]);
  for (let at = size - 2; at >= 0; at -= 1) {
    const [enter = 0, leave = 0, stay = 0] = steps[at + 1] ?? [];
    const [kept, aside] = backward[at + 1] ?? [0, 0];
    const next = (scores[at + 1] ?? 0) + aside;
    backward[at] = [addLogs(kept, enter + next), addLogs(leave + kept, stay + next)];
  }
  const [kept, aside] = forward[size - 1] ?? [0, 0];
  return { forward, backward, total: addLogs(kept, aside) };
}

/** How likely each character is said aside. */
export function readMarginals({ forward, backward, total }: PathSums): number[] {
  return forward.map(([, aside], at) => Math.exp(aside + (backward[at]?.[1] ?? 0) - total));
}

const addLogs = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
