import { type GramLists, indexGrams } from '../../search/gram-postings.ts';
import { createTermTable, type TermTable } from '../../search/term-table.ts';
import { createZoneIndex } from '../../search/zone-index.ts';
import type { PassageContext } from '../ranking/describe-passages.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import {
  type Candidate,
  createGramReader,
  toFigureCandidate,
  toSentenceCandidate,
  type Zone,
} from './candidate.ts';

/** A candidate with the index's own opinion of it: 1 for the best of a search. */
export type Hit = { readonly candidate: Candidate; readonly relevance: number };

export type CandidateIndex = {
  readonly candidates: readonly Candidate[];
  /** The numbers by which candidates hold their pairs and characters. */
  readonly grams: TermTable;
  get(id: string): Candidate | undefined;
  /**
   * Finds what shares pairs or characters with a question, best first: at most `limit`, and behind them those named by `also`,
   * whether or not they share any.
   */
  search(grams: readonly string[], limit: number, also: Iterable<string>): readonly Hit[];
  /** How telling a pair or character is: about 0 where every sentence has it, 1.1 where none has. */
  weightOf(gram: string): number;
  /** The same by the number of a gram that stands at some candidate. */
  weightOfNumber(gram: number): number;
};

/** How much a match counts by where it stands: a number's own words say what it measures, a heading only the field. */
const BOOST: Readonly<Record<Zone, number>> = { own: 2, near: 1.2, sentence: 1, above: 0.6 };

/** What no sentence has tells a little more than what one sentence has. */
const ABSENT_WEIGHT = 1.1;

const ZONES: readonly Zone[] = ['own', 'near', 'sentence', 'above'];

/** What of an index takes longest to make, as data that can be kept: the grams by their numbers, and where they stand. */
export type SavedIndex = { readonly terms: readonly string[]; readonly lists: GramLists };

/** Makes the part of an index that can be kept. */
export function saveCandidateIndex(
  figures: readonly FigureContext[],
  passages: readonly PassageContext[],
): SavedIndex {
  const { candidates, grams } = readCandidates(figures, passages);
  return { lists: indexGrams(candidates, ZONES, grams), terms: grams.terms };
}

/** Indexes every number and sentence of the reports by their zones; what was saved of the same is not made again. */
export function createCandidateIndex(
  figures: readonly FigureContext[],
  passages: readonly PassageContext[],
  saved?: SavedIndex,
): CandidateIndex {
  const { candidates, grams } = readCandidates(figures, passages, saved?.terms);
  const lists = saved?.lists ?? indexGrams(candidates, ZONES, grams);
  const index = createZoneIndex(candidates, BOOST, { table: grams, lists });
  const places = new Map(candidates.map(({ id }, place) => [id, place]));
  const weights = weighGrams(candidates, grams.terms.length);
  const weightOfNumber = (gram: number): number => weights[gram] ?? ABSENT_WEIGHT;
  return {
    candidates,
    grams,
    get: (id) => candidates[places.get(id) ?? -1],
    search(asked, limit, also) {
      const wanted = new Set([...also].flatMap((id) => places.get(id) ?? []));
      const hits = index.search(asked, limit, wanted);
      for (const { place } of hits) wanted.delete(place);
      return [...hits, ...[...wanted].map((place) => ({ place, relevance: 0 }))].flatMap(
        ({ place, relevance }) => {
          const candidate = candidates[place];
          return candidate ? [{ candidate, relevance }] : [];
        },
      );
    },
    weightOf: (gram) => weightOfNumber(grams.find(gram) ?? -1),
    weightOfNumber,
  };
}

function readCandidates(
  figures: readonly FigureContext[],
  passages: readonly PassageContext[],
  terms?: readonly string[],
): { readonly candidates: readonly Candidate[]; readonly grams: TermTable } {
  const reader = createGramReader(createTermTable(terms));
  const candidates = [
    ...figures.map((figure) => toFigureCandidate(figure, reader)),
    ...passages.map((passage) => toSentenceCandidate(passage, reader)),
  ];
  return { candidates, grams: reader.table };
}

/** The weight of each gram by its number. */
function weighGrams(candidates: readonly Candidate[], gramCount: number): Float64Array {
  const counts = new Uint32Array(gramCount);
  let size = 0;
  for (const { kind, grams } of candidates) {
    if (kind !== 'sentence') continue;
    size += 1;
    const held = new Set([...grams.own.all, ...grams.above.all]);
    for (const gram of held) counts[gram] = (counts[gram] ?? 0) + 1;
  }
  return Float64Array.from(counts, (count) =>
    count === 0 ? ABSENT_WEIGHT : Math.log((size + 1) / (count + 0.5)) / Math.log(size + 2),
  );
}
