import type { AskedExample } from '../../knowledge/knowledge.ts';
import { overlap, readCharacters, readPairs } from '../../search/grams.ts';

/** How like a question is to those known to ask for each candidate. All likenesses are between 0 and 1. */
export type AskedLikeness = {
  /** Likeness to the nearest known question for a candidate, by candidate id. */
  readonly nearest: ReadonlyMap<string, number>;
  /** Mean likeness to the three nearest. */
  readonly among: ReadonlyMap<string, number>;
  /** How much of the nearest known question for a candidate is said, too; the rest it asks beyond this one. */
  readonly said: ReadonlyMap<string, number>;
  /** Likeness to the nearest question that is known to have no answer, and how much of it is said. */
  readonly refused: number;
  readonly refusedSaid: number;
  /** Likeness to the nearest question that has one. */
  readonly answered: number;
};

export type AskedIndex = {
  /** Ids of the reports that some question is known for. */
  readonly reports: ReadonlySet<string>;
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

/** Words that shape a question whatever it asks for. */
const FRAME =
  /请问|麻烦|帮我|查一下|想知道|多少|好多|几|什么|一下|谢谢|你好|您好|[^\p{Script=Han}\p{Script=Latin}\d.]/gu;

type Entry = { readonly example: AskedExample; readonly norm: number };

/**
 * Indexes the questions known for the reports (`knowledge/asked`), so that a new one is recognised by the words people
 * use and not only by those that are printed: nearest neighbours by cosine over weighted pairs and characters.
 */
export function createAskedIndex(examples: readonly AskedExample[]): AskedIndex {
  const grams = examples.map(({ question }) => gramsOfQuestion(question));
  const counts = new Map<string, number>();
  for (const each of grams) for (const gram of each) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const weigh = (gram: string, count: number): number =>
    (gram.length > 1 ? 1 : CHARACTER_WEIGHT) * Math.log((examples.length + 1) / (count + 0.5));
  const weights = new Map([...counts].map(([gram, count]) => [gram, weigh(gram, count)]));
  const weightOf = (gram: string): number => weights.get(gram) ?? weigh(gram, 0);
  const entries = examples.map((example, at): Entry => {
    const norm = Math.sqrt(sum((grams[at] ?? []).map((gram) => weightOf(gram) ** 2)));
    return { example, norm: norm || 1 };
  });
  const postings = new Map<string, number[]>();
  for (const [at, each] of grams.entries())
    for (const gram of each) {
      const list = postings.get(gram);
      if (list) list.push(at);
      else postings.set(gram, [at]);
    }

  /** Only asked for in fitting, for every question again. */
  const known = new Map<AskedExample, ReadonlySet<string>>();
  const pairsOf = (example: AskedExample): ReadonlySet<string> => {
    const kept = known.get(example) ?? new Set(readPairs(example.question));
    known.set(example, kept);
    return kept;
  };

  return {
    reports: new Set(examples.flatMap(({ answers }) => answers.map(reportOf))),
    has: (gram) => counts.has(gram),
    compare(question, isLeftOut) {
      const asked = gramsOfQuestion(question);
      const products = new Float64Array(entries.length);
      const touched: number[] = [];
      let square = 0;
      for (const gram of asked) {
        const weight = weightOf(gram) ** 2;
        square += weight;
        for (const at of postings.get(gram) ?? []) {
          const product = products[at] ?? 0;
          if (product === 0) touched.push(at);
          products[at] = product + weight;
        }
      }
      const norm = Math.sqrt(square) || 1;
      const pairs = isLeftOut ? new Set(readPairs(question)) : new Set<string>();
      const likenesses = new Map<string, number[]>();
      const said = new Map<string, number>();
      let refused = 0;
      let refusedSaid = 0;
      let answered = 0;
      for (const at of touched) {
        const [entry, product] = [entries[at], products[at] ?? 0];
        if (!entry) continue;
        if (isLeftOut?.(entry.example, overlap(pairs, pairsOf(entry.example)))) continue;
        const likeness = product / norm / entry.norm;
        const share = product / entry.norm ** 2;
        if (entry.example.answers.length > 0) answered = Math.max(answered, likeness);
        else if (likeness > refused) [refused, refusedSaid] = [likeness, share];
        for (const id of entry.example.answers) {
          if (likeness > (likenesses.get(id)?.[0] ?? 0)) said.set(id, share);
          keepNearest(likenesses, id, likeness);
        }
      }
      return {
        nearest: new Map([...likenesses].map(([id, [best = 0]]) => [id, best])),
        among: new Map([...likenesses].map(([id, list]) => [id, sum(list) / NEAREST])),
        said,
        refused,
        refusedSaid,
        answered,
      };
    },
  };
}

/** The report of a candidate, out of its id (`figure:REPORT:START-END`). */
const reportOf = (id: string): string => id.slice(id.indexOf(':') + 1, id.lastIndexOf(':'));

function keepNearest(lists: Map<string, number[]>, id: string, likeness: number): void {
  const list = lists.get(id);
  if (!list) {
    lists.set(id, [likeness]);
    return;
  }
  if (list.length === NEAREST && likeness <= (list.at(-1) ?? 0)) return;
  list.push(likeness);
  list.sort((a, b) => b - a);
  if (list.length > NEAREST) list.pop();
}

/** The pairs and characters of a question without the words that shape it, each once. */
export function gramsOfQuestion(question: string): string[] {
  const said = question.replace(FRAME, ' ');
  return [...new Set([...readPairs(said), ...readCharacters(said)])];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
