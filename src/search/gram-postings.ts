import MiniSearch, { type AsPlainObject } from 'minisearch';
import { readGrams } from './grams.ts';
import type { TermTable } from './term-table.ts';

/** Something to be found by several texts: its zones, from its own words outwards. All normalised. */
export type ZonedDocument<Zone extends string> = {
  readonly id: string;
  readonly zones: Readonly<Record<Zone, string>>;
};

/** Which documents hold which pairs and characters, by the places of the documents. */
export type GramPostings<Zone extends string> = {
  /** The documents that hold a gram in a zone, in their order, each followed by how often; empty where none does. */
  find(gram: string, zone: Zone): Uint16Array | Uint32Array;
  /** How many different grams each document has in a zone; 1 for as many as all have on average. */
  lengthsIn(zone: Zone): Float64Array;
};

/** The lists of documents one after another, by term and zone, and where each begins; plain data that can be kept. */
export type GramLists = {
  readonly starts: Uint32Array;
  readonly places: Uint16Array | Uint32Array;
  readonly lengths: readonly Float64Array[];
};

/**
 * Indexes documents by the pairs and characters of their zones, numbered by a table. MiniSearch makes the index; what it found
 * is then kept as arrays: a report has some six thousand grams, each in few places, and MiniSearch several Maps for each.
 */
export function indexGrams<Zone extends string>(
  documents: readonly ZonedDocument<Zone>[],
  zones: readonly Zone[],
  table: TermTable,
): GramLists {
  // Many documents have a text in common: the sentence they stand in, the headings above them.
  const read = new Map<string, string[]>();
  const index = new MiniSearch<{ readonly id: number }>({
    fields: [...zones],
    tokenize: (text) => {
      const keys = read.get(text) ?? readGrams(text).map((gram) => keyOf(table.add(gram)));
      read.set(text, keys);
      return keys;
    },
    processTerm: (key) => key,
  });
  index.addAll(documents.map((document, place) => ({ id: place, ...document.zones })));
  // Documents are numbered from 0 in the order in which they were added.
  return toLists(index.toJSON(), zones.length, table.terms.length);
}

/** Opens lists that were made with the same zones and table. */
export function openPostings<Zone extends string>(
  { starts, places, lengths }: GramLists,
  zones: readonly Zone[],
  table: TermTable,
): GramPostings<Zone> {
  const none = places.subarray(0, 0);
  return {
    find(gram, zone) {
      const list = (table.find(gram) ?? starts.length) * zones.length + zones.indexOf(zone);
      return list + 1 < starts.length ? places.subarray(starts[list], starts[list + 1]) : none;
    },
    lengthsIn: (zone) => lengths[zones.indexOf(zone)] ?? new Float64Array(),
  };
}

/**
 * As in passage-index.ts: thousands of characters below the root of MiniSearch's tree make building it slow, so terms are
 * called by their numbers.
 */
const keyOf = (term: number): string => `t${term}`;
const termOf = (key: string): number => Number(key.slice(1));

/** Reads the lists out of what MiniSearch writes of an index to keep it. */
function toLists({ index, ...kept }: AsPlainObject, zoneCount: number, termCount: number): GramLists {
  const starts = new Uint32Array(termCount * zoneCount + 1);
  for (const [key, zones] of index)
    for (const zone in zones)
      starts[termOf(key) * zoneCount + Number(zone) + 1] = 2 * Object.keys(zones[zone] ?? {}).length;
  for (let list = 1; list < starts.length; list += 1)
    starts[list] = (starts[list] ?? 0) + (starts[list - 1] ?? 0);
  const places = new (kept.documentCount < 2 ** 16 ? Uint16Array : Uint32Array)(starts.at(-1) ?? 0);
  for (const [key, zones] of index)
    for (const zone in zones) {
      let at = starts[termOf(key) * zoneCount + Number(zone)] ?? 0;
      const held = zones[zone] ?? {};
      for (const place in held) {
        places[at] = Number(place);
        places[at + 1] = held[place] ?? 0;
        at += 2;
      }
    }
  const lengths = kept.averageFieldLength.map((average, zone) =>
    Float64Array.from(
      { length: kept.documentCount },
      (_, place) => (kept.fieldLength[place]?.[zone] ?? 0) / average,
    ),
  );
  return { starts, places, lengths };
}
