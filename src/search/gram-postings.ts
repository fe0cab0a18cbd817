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
 * Indexes documents by the pairs and characters of their zones, numbered by a table. A report has some six thousand grams, each in
 * few places, for which an index of MiniSearch, as passages have it, makes several Maps each. Every text is read once, as many
 * documents have one in common: the sentence they stand in, the headings above them.
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

function indexTexts(texts: readonly string[], table: TermTable): IndexedTexts {
  const terms: number[] = [];
  const counts: number[] = [];
  /** By term: where it stands among the terms of the text that had it last. */
  const places: number[] = [];
  const lengths = Uint32Array.from(texts, (text) => {
    const first = terms.length;
    for (const gram of readGrams(text)) {
      const term = table.add(gram);
      const place = places[term] ?? -1;
      if (place < first) {
        places[term] = terms.push(term) - 1;
        counts.push(1);
      } else counts[place] = (counts[place] ?? 0) + 1;
    }
    return terms.length - first;
  });
  return {
    starts: addUp(lengths),
    terms: Uint32Array.from(terms),
    counts: Uint32Array.from(counts),
    lengths,
  };
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
