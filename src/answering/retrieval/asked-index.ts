import type { AskedExample } from '../../knowledge/knowledge.ts';
import { overlap, readCharacters, readPairs } from '../../search/grams.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import { createTermTable, type TermTable } from '../../search/term-table.ts';

/** How like a question is to those known to ask for each candidate. All likenesses are between 0 and 1. */
export type AskedLikeness = {
  /** Likeness to the nearest known question for a candidate, by candidate id. */
  readonly nearest: ById;
  /** Mean likeness to the three nearest. */
  readonly among: ById;
  /** How much of the nearest known question for a candidate is said, too; the rest it asks beyond this one. */
  readonly said: ById;
  /** Likeness to the nearest known question for the candidate that has the nearest of all, and for the next one. */
  readonly best: number;
  readonly second: number;
  /** Likeness to the nearest question that is known to have no answer, and how much of it is said. */
  readonly refused: number;
  readonly refusedSaid: number;
  /** Likeness to the nearest question that has one. */
  readonly answered: number;
};

/** What there is of candidates, by id; of some there is nothing. */
type ById = { get(id: string): number | undefined };

export type AskedIndex = {
  /** Whether some known question has a pair or character. */
  has(gram: string): boolean;
  /** Compares a normalised question with the known ones; `isLeftOut` keeps some out, as fitting has to. */
  compare(
    question: string,
    isLeftOut?: (example: AskedExample, similarity: number) => boolean,
  ): AskedLikeness;
};

/** A single character tells less than a pair. */
const CHARACTER_WEIGHT = 0.35;
const NEAREST = 3;

/** Words that shape a question whatever it asks for, and marks that would join numbers. */
const FRAME = /请问|麻烦|帮我|查一下|想知道|多少|好多|几|什么|一下|谢谢|你好|您好|[:%+]/g;

/**
 * Indexes the questions known for the reports (`knowledge/asked`), so that a new one is recognised by the words people
 * use and not only by those that are printed: nearest neighbours by cosine over weighted pairs and characters.
 */
export function createAskedIndex(examples: readonly AskedExample[]): AskedIndex {
  const table = createTermTable();
  const said = numberGrams(examples, table);
  const postings = joinPostings(said, table.terms.length);
  const weigh = (gram: string, count: number): number =>
    (gram.length > 1 ? 1 : CHARACTER_WEIGHT) * Math.log((examples.length + 1) / (count + 0.5));
  const weights = Float64Array.from(table.terms, (gram, number) =>
    weigh(gram, (postings.starts[number + 1] ?? 0) - (postings.starts[number] ?? 0)),
  );
  const norms = Float64Array.from(
    said,
    (numbers) => Math.sqrt(sum(numbers.map((number) => (weights[number] ?? 0) ** 2))) || 1,
  );
  // Dividing takes longer than all else there is to do for one of thousands of questions.
  const factors = norms.map((norm) => 1 / norm);
  // Candidates by number, so that the comparison with thousands of questions looks nothing up by name.
  const ids = [...new Set(examples.flatMap(({ answers }) => answers))];
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const answers = joinAnswers(examples.map((each) => each.answers.flatMap((id) => numbers.get(id) ?? [])));

  /** Only asked for in fitting, for every question again. */
  const known = new Map<AskedExample, ReadonlySet<string>>();
  const pairsOf = (example: AskedExample): ReadonlySet<string> => {
    const kept = known.get(example) ?? new Set(readPairs(example.question));
    known.set(example, kept);
    return kept;
  };

  /** The products with all known questions; there until the next comparison. */
  function multiply(asked: readonly string[]): { readonly products: Float64Array; readonly norm: number } {
    const products = borrowProducts(examples.length);
    let square = 0;
    for (const gram of asked) {
      const number = table.find(gram);
      const weight = (number === undefined ? weigh(gram, 0) : (weights[number] ?? 0)) ** 2;
      square += weight;
      if (number === undefined) continue;
      const end = postings.starts[number + 1] ?? 0;
      for (let at = postings.starts[number] ?? 0; at < end; at += 1) {
        const place = postings.places[at] ?? 0;
        products[place] = (products[place] ?? 0) + weight;
      }
    }
    return { products, norm: Math.sqrt(square) || 1 };
  }

  return {
    has: (gram) => table.find(gram) !== undefined,
    compare(question, isLeftOut) {
      const { products, norm } = multiply(gramsOfQuestion(question));
      const pairs = isLeftOut ? new Set(readPairs(question)) : new Set<string>();
      const nearest = createNearest(ids.length);
      // Of all likenesses alike, the norm of the question itself is left out until one is told.
      let [refused, refusedAt, answered] = [0, -1, 0];
      for (let at = 0; at < examples.length; at += 1) {
        const product = products[at] ?? 0;
        if (product === 0) continue;
        if (isLeftOut) {
          const example = examples[at];
          if (example && isLeftOut(example, overlap(pairs, pairsOf(example)))) continue;
        }
        const likeness = product * (factors[at] ?? 1);
        const first = answers.starts[at] ?? 0;
        const end = answers.starts[at + 1] ?? 0;
        if (first < end) {
          if (likeness > answered) answered = likeness;
          for (let place = first; place < end; place += 1)
            nearest.add(answers.numbers[place] ?? 0, likeness, at);
        } else if (likeness > refused) {
          refused = likeness;
          refusedAt = at;
        }
      }
      const share = (likeness: number, at: number): number => likeness * (factors[at] ?? 1);
      return {
        ...nearest.list((id) => numbers.get(id), { norm, share }),
        refused: refused / norm,
        refusedSaid: share(refused, refusedAt),
        answered: answered / norm,
      };
    },
  };
}

/** Shared by all indexes, as a question is compared with the known ones of one report after another. */
let shared = new Float64Array();

function borrowProducts(size: number): Float64Array {
  if (shared.length < size) shared = new Float64Array(size);
  return shared.fill(0, 0, size);
}

/** The numbers of the grams of each question, each once: what `gramsOfQuestion` reads, without a set for each of thousands. */
function numberGrams(examples: readonly AskedExample[], table: TermTable): number[][] {
  /** By the number of a gram: one more than the place of the question that had it last. */
  const last: number[] = [];
  return examples.map(({ question }, place) => {
    const said = question.replace(FRAME, ' ');
    const numbers: number[] = [];
    for (const gram of [...readPairs(said), ...readCharacters(said)]) {
      const number = table.add(gram);
      if (last[number] === place + 1) continue;
      last[number] = place + 1;
      numbers.push(number);
    }
    return numbers;
  });
}

/** The questions that have each gram, one gram after another. */
type Postings = {
  /** By the number of a gram: where its questions begin; those of the next one end them. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
};

function joinPostings(said: readonly (readonly number[])[], gramCount: number): Postings {
  const starts = new Uint32Array(gramCount + 1);
  for (const numbers of said)
    for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const places = new Uint32Array(starts[gramCount] ?? 0);
  const next = starts.slice();
  for (const [place, numbers] of said.entries())
    for (const number of numbers) {
      const at = next[number] ?? 0;
      places[at] = place;
      next[number] = at + 1;
    }
  return { starts, places };
}

/** The candidates that each question asks for, one question after another. */
type Answers = {
  /** By the place of a question: where its candidates begin; those of the next one end them. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
};

function joinAnswers(answers: readonly (readonly number[])[]): Answers {
  const starts = new Uint32Array(answers.length + 1);
  for (const [at, { length }] of answers.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return { starts, numbers: Uint32Array.from(answers.flat()) };
}

/** Keeps the nearest questions of each candidate, by its number. */
function createNearest(size: number) {
  const likenesses = new Float64Array(size * NEAREST);
  const places = new Uint32Array(size);
  return {
    add(number: number, likeness: number, at: number): void {
      const first = number * NEAREST;
      if (likeness <= (likenesses[first + NEAREST - 1] ?? 0)) return;
      if (likeness > (likenesses[first] ?? 0)) places[number] = at;
      let place = first + NEAREST - 1;
      for (; place > first && (likenesses[place - 1] ?? 0) < likeness; place -= 1)
        likenesses[place] = likenesses[place - 1] ?? 0;
      likenesses[place] = likeness;
    },
    list(
      numberOf: (id: string) => number | undefined,
      { norm, share }: { readonly norm: number; readonly share: (likeness: number, at: number) => number },
    ): Pick<AskedLikeness, 'nearest' | 'among' | 'said' | 'best' | 'second'> {
      let [best, second] = [0, 0];
      for (let first = 0; first < likenesses.length; first += NEAREST) {
        const likeness = likenesses[first] ?? 0;
        if (likeness > best) {
          second = best;
          best = likeness;
        } else if (likeness > second) second = likeness;
      }
      const bestOf = (number: number): number => likenesses[number * NEAREST] ?? 0;
      const meanOf = (number: number): number => {
        let total = 0;
        for (let place = 0; place < NEAREST; place += 1) total += likenesses[number * NEAREST + place] ?? 0;
        return total / norm / NEAREST;
      };
      const byId = (read: (number: number) => number): ById => ({
        get(id) {
          const number = numberOf(id);
          return number === undefined ? undefined : read(number);
        },
      });
      return {
        nearest: byId((number) => bestOf(number) / norm),
        among: byId(meanOf),
        said: byId((number) => share(bestOf(number), places[number] ?? 0)),
        best: best / norm,
        second: second / norm,
      };
    },
  };
}

/** The pairs and characters of a question without the words that shape it, each once. */
export const gramsOfQuestion = rememberLately((question): readonly string[] => {
  const said = question.replace(FRAME, ' ');
  return [...new Set([...readPairs(said), ...readCharacters(said)])];
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
