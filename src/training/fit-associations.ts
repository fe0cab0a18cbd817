import { type AssociationTable, PROBABILITY_SCALE } from '../answering/scoring/associations.ts';

/** A question and the words that answer it, both as grams, each once. */
export type AlignedPair = { readonly asked: readonly string[]; readonly printed: readonly string[] };

const FIT = {
  rounds: 6,
  /** A gram that nothing printed brings about is this much likelier than any single printed one. */
  unalignedFactor: 2,
  /** Added to what each printed gram brings about, so that one that is rare proves little. */
  smoothing: 0.5,
  leastProbability: 0.004,
  mostPrinted: 16,
} as const;

/** Stands for nothing printed: the words that shape a question whatever it asks for. */
const NOTHING = 0;

/**
 * Learns which grams of questions go with which printed ones by expectation maximisation (IBM Model 1: Brown et al.,
 * The Mathematics of Statistical Machine Translation, 1993): the words of a question are taken for a translation of
 * those that answer it. The same pairs always give the same table.
 */
export function fitAssociations(pairs: readonly AlignedPair[]): AssociationTable {
  const askedNumbers = new Map<string, number>();
  const printedNumbers = new Map<string, number>([['', NOTHING]]);
  const links = new Map<number, number>();
  const linkAsked: number[] = [];
  const linkPrinted: number[] = [];
  const linkOf = (asked: number, printed: number): number => {
    const key = printed * MOST_GRAMS + asked;
    const known = links.get(key);
    if (known !== undefined) return known;
    const link = linkAsked.length;
    links.set(key, link);
    linkAsked.push(asked);
    linkPrinted.push(printed);
    return link;
  };
  const rows = pairs.map(({ asked, printed }) => {
    const numbers = [NOTHING, ...printed.map((gram) => numberOf(printedNumbers, gram))];
    return asked.map((gram) => {
      const number = numberOf(askedNumbers, gram);
      return Int32Array.from(numbers, (each) => linkOf(number, each));
    });
  });
  const probabilities = maximise(rows, Int32Array.from(linkPrinted), printedNumbers.size);
  return toTable(pairs, {
    asked: [...askedNumbers.keys()],
    printed: [...printedNumbers.keys()],
    linkAsked,
    linkPrinted,
    probabilities,
  });
}

/** More grams than any collection of questions has; keeps two numbers in one key. */
const MOST_GRAMS = 2 ** 24;

function numberOf(numbers: Map<string, number>, gram: string): number {
  const known = numbers.get(gram);
  if (known !== undefined) return known;
  numbers.set(gram, numbers.size);
  return numbers.size - 1;
}

/** For every link of a gram of a question and a printed one: how likely the printed one brings the other about. */
function maximise(
  rows: readonly (readonly Int32Array[])[],
  printedOf: Int32Array,
  printedCount: number,
): Float32Array {
  const probabilities = new Float32Array(printedOf.length).fill(1);
  const counts = new Float32Array(printedOf.length);
  const totals = new Float64Array(printedCount);
  for (let round = 0; round < FIT.rounds; round += 1) {
    counts.fill(0);
    totals.fill(0);
    for (const row of rows)
      for (const links of row) shareOut(links, { probabilities, counts, totals, printedOf });
    for (let link = 0; link < counts.length; link += 1)
      probabilities[link] = (counts[link] ?? 0) / ((totals[printedOf[link] ?? 0] ?? 0) + FIT.smoothing);
  }
  return probabilities;
}

type Shares = {
  readonly probabilities: Float32Array;
  readonly counts: Float32Array;
  readonly totals: Float64Array;
  readonly printedOf: Int32Array;
};

/** Shares one gram of a question out among all that is printed in the answer and nothing; the first link is nothing's. */
function shareOut(links: Int32Array, { probabilities, counts, totals, printedOf }: Shares): void {
  const weightAt = (at: number): number =>
    (probabilities[links[at] ?? 0] ?? 0) * (at === 0 ? FIT.unalignedFactor : 1);
  let whole = 0;
  for (let at = 0; at < links.length; at += 1) whole += weightAt(at);
  if (whole <= 0) return;
  for (let at = 0; at < links.length; at += 1) {
    const link = links[at] ?? 0;
    const share = weightAt(at) / whole;
    counts[link] = (counts[link] ?? 0) + share;
    const printed = printedOf[link] ?? 0;
    totals[printed] = (totals[printed] ?? 0) + share;
  }
}

type Fitted = {
  readonly asked: readonly string[];
  readonly printed: readonly string[];
  readonly linkAsked: readonly number[];
  readonly linkPrinted: readonly number[];
  readonly probabilities: Float32Array;
};

function toTable(pairs: readonly AlignedPair[], fitted: Fitted): AssociationTable {
  const { asked, printed, linkAsked, linkPrinted, probabilities } = fitted;
  const counts = new Map<string, number>();
  for (const pair of pairs) for (const gram of pair.asked) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const unaligned = new Float64Array(asked.length);
  const strong = asked.map((): { readonly printed: string; readonly probability: number }[] => []);
  for (const [link, probability] of probabilities.entries()) {
    const number = linkAsked[link] ?? 0;
    if (linkPrinted[link] === NOTHING) unaligned[number] = probability;
    else if (probability >= FIT.leastProbability)
      strong[number]?.push({ printed: printed[linkPrinted[link] ?? 0] ?? '', probability });
  }
  const scaled = (probability: number): number => Math.round(probability * PROBABILITY_SCALE);
  const entries = asked.map((gram, number): [string, string] => {
    const kept = (strong[number] ?? [])
      .sort((a, b) => b.probability - a.probability || (a.printed < b.printed ? -1 : 1))
      .slice(0, FIT.mostPrinted);
    return [
      gram,
      [
        counts.get(gram) ?? 0,
        scaled(unaligned[number] ?? 0),
        ...kept.flatMap((each) => [each.printed, scaled(each.probability)]),
      ].join(' '),
    ];
  });
  return {
    questions: pairs.length,
    grams: [...counts.values()].reduce((sum, count) => sum + count, 0),
    entries: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
