import { z } from 'zod';
import { RecordOfTextSchema } from '../../knowledge/record-of-text.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import type { TermTable } from '../../search/term-table.ts';

/**
 * Which printed words people mean by their own, learned from questions whose answers are known: how likely a pair or
 * character of a question is when one of an answer is printed (`npm run train`, see fit-associations).
 */
export type Associations = {
  /** The printed grams a gram of a question goes with and how likely each brings it about, likeliest first. */
  printedFor(gram: string): ReadonlyMap<string, number>;
  /** The same by the numbers of a table: each printed gram that it holds, followed by how likely it brings the gram about. */
  linksIn(table: TermTable, gram: string): readonly number[];
  /** The printed grams a gram is most likely said for. */
  meantBy(gram: string): readonly string[];
  /** How likely a gram is in any question, whatever answers it; never 0. */
  chanceOf(gram: string): number;
  /** How telling a gram is among questions: about 0 where each has it, 1 where one has it. */
  weightOf(gram: string): number;
};

/** The learned table as it is kept. */
export const AssociationTableSchema = z.strictObject({
  /** How many questions it was learned from. */
  questions: z.number().positive(),
  /** How many grams these questions have together. */
  grams: z.number().positive(),
  /**
   * For each gram of a question: how many questions have it, how likely it is said whatever is printed (in ten
   * thousandths), then the printed grams and the probability of each (in ten thousandths), all separated by blanks.
   */
  entries: RecordOfTextSchema,
});

export type AssociationTable = z.infer<typeof AssociationTableSchema>;

/** Probabilities are kept as whole ten thousandths. */
export const PROBABILITY_SCALE = 10_000;

/** Printed grams a search takes for each gram of a question, if they are as likely as this. */
const MEANT = { most: 2, leastProbability: 0.05 } as const;

/** How much likelier than by chance a gram has to be before something printed explains it. */
const CHANCE_FACTOR = 3;
const LEAST_CHANCE = 1e-6;

/** How often a gram is said, and how likely whatever is printed: the beginning of its line. */
type Entry = { readonly count: number; readonly unaligned: number };

/** Entries that stay read: those of the common grams come again soon. What is printed for them would take 20 MB. */
const MOST_KEPT = 4000;
/** Numbers in links that stay found, for the same reason: 4 MB. */
const MOST_LINKED = 500_000;
const MOST_MEANT = 4000;

/** Opens a learned table; the lines of a gram are read when a question first has it. */
export function openAssociations({ questions, grams, entries }: AssociationTable): Associations {
  const lineOf = (gram: string): string => (Object.hasOwn(entries, gram) ? (entries[gram] ?? '') : '');
  const entryOf = rememberLately((gram) => parseEntry(lineOf(gram)), MOST_KEPT);
  let linked = new WeakMap<TermTable, Map<string, readonly number[]>>();
  let linkCount = 0;

  /** A table gets no more terms once there are questions, so what was found in it stays so. */
  function linksIn(table: TermTable, gram: string): readonly number[] {
    const known = linked.get(table)?.get(gram);
    if (known) return known;
    const links: number[] = [];
    for (const [printed, probability] of parsePrinted(lineOf(gram))) {
      const number = table.find(printed);
      if (number !== undefined) links.push(number, probability);
    }
    linkCount += links.length;
    if (linkCount > MOST_LINKED) {
      linked = new WeakMap();
      linkCount = links.length;
    }
    const grams = linked.get(table) ?? new Map<string, readonly number[]>();
    linked.set(table, grams.set(gram, links));
    return links;
  }

  const meantBy = rememberLately(
    (gram): readonly string[] =>
      [...parsePrinted(lineOf(gram), MEANT.most)].flatMap(([printed, probability]) =>
        probability >= MEANT.leastProbability ? [printed] : [],
      ),
    MOST_MEANT,
  );

  return {
    printedFor: (gram) => parsePrinted(lineOf(gram)),
    linksIn,
    meantBy,
    chanceOf(gram) {
      const { count, unaligned } = entryOf(gram);
      return (CHANCE_FACTOR * (count + 0.5)) / (grams + 1) + unaligned / 2 + LEAST_CHANCE;
    },
    weightOf: (gram) => Math.log((questions + 1) / (entryOf(gram).count + 0.5)) / Math.log(questions + 2),
  };
}

function parseEntry(line: string): Entry {
  const [count = '0', unaligned = '0'] = line.split(' ', 2);
  return { count: Number(count), unaligned: Number(unaligned) / PROBABILITY_SCALE };
}

/** Reads the printed grams of a line, or the likeliest of them. */
function parsePrinted(line: string, most = line.length): ReadonlyMap<string, number> {
  const [, , ...rest] = line.split(' ', 2 + 2 * most);
  const printed = new Map<string, number>();
  for (let at = 0; at + 1 < rest.length; at += 2)
    printed.set(rest[at] ?? '', Number(rest[at + 1]) / PROBABILITY_SCALE);
  return printed;
}
