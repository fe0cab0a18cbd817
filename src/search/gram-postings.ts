import MiniSearch, { type AsPlainObject } from 'minisearch';
import { readGrams } from './grams.ts';
import type { TermTable } from './term-table.ts';

/** Something to be found by several texts: its zones, from its own words outwards. All normalised. */
export type ZonedDocument<Zone extends string> = {
  readonly id: string;
  readonly zones: Readonly<Record<Zone, string>>;
};

/** Which documents hold which pairs and characters, by the places of the documents. Zones are told by their places, too. */
export type GramPostings = {
  /** All documents that hold some gram, one gram after another, each document followed by how often. */
  readonly places: Uint16Array | Uint32Array;
  /** Where those that hold a gram, given by its number, in a zone begin and end, in their order. */
  rangeOf(gram: number, zone: number): Range;
  /** How many different grams each document has in a zone; 1 for as many as all have on average. */
  lengthsIn(zone: number): Float64Array;
};

type Range = { readonly from: number; readonly end: number };

const NOWHERE: Range = { from: 0, end: 0 };

/** The lists of documents one after another, by term and zone, and where each begins; plain data that can be kept. */
export type GramLists = {
  readonly starts: Uint32Array;
  readonly places: Uint16Array | Uint32Array;
  readonly lengths: readonly Float64Array[];
};

/**
 * Indexes documents by the pairs and characters of their zones, numbered by a table. MiniSearch makes the index; what it found
 * is then kept as arrays: a report has some six thousand grams, each in few places, and MiniSearch several Maps for each. It is given
 * every text once, as many documents have one in common: the sentence they stand in, the headings above them.
 */
export function indexGrams<Zone extends string>(
  documents: readonly ZonedDocument<Zone>[],
  zones: readonly Zone[],
  table: TermTable,
): GramLists {
  const numbers = new Map<string, number>();
  const numberText = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  // One document after another, each in the order of its zones.
  const texts = documents.flatMap((document) => zones.map((zone) => numberText(document.zones[zone])));
  return toLists(indexTexts([...numbers.keys()], table), {
    texts: Uint32Array.from(texts),
    zoneCount: zones.length,
    table,
  });
}

/** Opens lists; a gram that was numbered only after they were made stands nowhere. */
export function openPostings({ starts, places, lengths }: GramLists): GramPostings {
  return {
    places,
    rangeOf(gram, zone) {
      const list = gram * lengths.length + zone;
      return list + 1 < starts.length ? { from: starts[list] ?? 0, end: starts[list + 1] ?? 0 } : NOWHERE;
    },
    lengthsIn: (zone) => lengths[zone] ?? new Float64Array(),
  };
}

/**
 * As in passage-index.ts: thousands of characters below the root of MiniSearch's tree make building it slow, so terms are
 * called by their numbers.
 */
const keyOf = (term: number): string => `t${term}`;
const termOf = (key: string): number => Number(key.slice(1));

/** The terms of each text, one text after another. */
type IndexedTexts = {
  /** By text: where its terms begin; those of the next one end them. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** How often each of the terms stands in its text. */
  readonly counts: Uint32Array;
  /** How many different terms each text has. */
  readonly lengths: Uint32Array;
};

/**
 * Texts given to one index: for so long as it is made, MiniSearch takes a hundred times the memory of what is kept of it, and what lives
 * so long is collected late.
 */
const AT_ONCE = 30;

function indexTexts(texts: readonly string[], table: TermTable): IndexedTexts {
  const indexed: Omit<IndexedTexts, 'starts'>[] = [];
  for (let first = 0; first < texts.length; first += AT_ONCE) {
    const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
      fields: ['text'],
      tokenize: (text) => readGrams(text).map((gram) => keyOf(table.add(gram))),
      processTerm: (key) => key,
    });
    index.addAll(texts.slice(first, first + AT_ONCE).map((text, id) => ({ id, text })));
    indexed.push(readTexts(index.toJSON()));
  }
  const lengths = join(indexed.map((each) => each.lengths));
  return {
    starts: addUp(lengths),
    terms: join(indexed.map(({ terms }) => terms)),
    counts: join(indexed.map(({ counts }) => counts)),
    lengths,
  };
}

function join(lists: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

/**
 * Reads the terms of each text out of what MiniSearch writes of an index to keep it; texts are numbered from 0 in the order in
 * which they were added.
 */
function readTexts({ index, fieldLength, documentCount }: AsPlainObject): Omit<IndexedTexts, 'starts'> {
  const lengths = Uint32Array.from({ length: documentCount }, (_, text) => fieldLength[text]?.[0] ?? 0);
  const next = addUp(lengths);
  const terms = new Uint32Array(next.at(-1) ?? 0);
  const counts = new Uint32Array(terms.length);
  for (const [key, fields] of index) {
    const term = termOf(key);
    const held = fields[0] ?? {};
    for (const text in held) {
      const at = next[Number(text)] ?? 0;
      terms[at] = term;
      counts[at] = held[text] ?? 0;
      next[Number(text)] = at + 1;
    }
  }
  return { terms, counts, lengths };
}

/** Where each of some stretches begins, one after another, and where the last one ends. */
function addUp(lengths: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  return starts;
}

type Zoned = {
  /** The text of each zone of each document. */
  readonly texts: Uint32Array;
  readonly zoneCount: number;
  readonly table: TermTable;
};

/** Says for each term and zone which documents hold it, in their order. */
function toLists(read: IndexedTexts, { texts, zoneCount, table }: Zoned): GramLists {
  const documentCount = texts.length / zoneCount;
  const sizes = new Uint32Array(table.terms.length * zoneCount);
  const visit = (found: (list: number, document: number, count: number) => void): void => {
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts[place] ?? 0;
      const zone = place % zoneCount;
      const document = (place - zone) / zoneCount;
      const end = read.starts[text + 1] ?? 0;
      for (let at = read.starts[text] ?? 0; at < end; at += 1)
        found((read.terms[at] ?? 0) * zoneCount + zone, document, read.counts[at] ?? 0);
    }
  };
  visit((list) => {
    sizes[list] = (sizes[list] ?? 0) + 2;
  });
  const starts = addUp(sizes);
  const places = new (documentCount < 2 ** 16 ? Uint16Array : Uint32Array)(starts.at(-1) ?? 0);
  const next = starts.slice();
  visit((list, document, count) => {
    const at = next[list] ?? 0;
    places[at] = document;
    places[at + 1] = count;
    next[list] = at + 2;
  });
  const lengths = Array.from({ length: zoneCount }, (_, zone) => {
    const own = Float64Array.from(
      { length: documentCount },
      (_, document) => read.lengths[texts[document * zoneCount + zone] ?? 0] ?? 0,
    );
    const average = own.reduce((mean, length, at) => (mean * at + length) / (at + 1), 0);
    return own.map((length) => length / average);
  });
  return { starts, places, lengths };
}
