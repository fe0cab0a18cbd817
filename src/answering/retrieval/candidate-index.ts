import { createZoneIndex } from '../../search/zone-index.ts';
import type { Candidate, Zone } from './candidate.ts';

/** A candidate with the index's own opinion of it: 1 for the best of a search. */
export type Hit = { readonly candidate: Candidate; readonly relevance: number };

export type CandidateIndex = {
  readonly candidates: readonly Candidate[];
  get(id: string): Candidate | undefined;
  /** Finds what shares pairs or characters with a question, best first, at most `limit`. */
  search(grams: readonly string[], limit: number): readonly Hit[];
  /** How telling a pair or character is: about 0 where every sentence has it, 1.1 where none has. */
  weightOf(gram: string): number;
};

/** How much a match counts by where it stands: a number's own words say what it measures, a heading only the field. */
const BOOST: Readonly<Record<Zone, number>> = { own: 2, near: 1.2, sentence: 1, above: 0.6 };

/** What no sentence has tells a little more than what one sentence has. */
const ABSENT_WEIGHT = 1.1;

/** Indexes every number and sentence of the reports by their zones. */
export function createCandidateIndex(candidates: readonly Candidate[]): CandidateIndex {
  const index = createZoneIndex(candidates, BOOST);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const weights = weighGrams(candidates);
  return {
    candidates,
    get: (id) => byId.get(id),
    search(grams, limit) {
      return index.search(grams, limit).flatMap(({ id, relevance }) => {
        const candidate = byId.get(id);
        return candidate ? [{ candidate, relevance }] : [];
      });
    },
    weightOf: (gram) => weights.get(gram) ?? ABSENT_WEIGHT,
  };
}

function weighGrams(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { kind, grams } of candidates) {
    if (kind !== 'sentence') continue;
    size += 1;
    const held = new Set([
      ...grams.own.pairs,
      ...grams.own.characters,
      ...grams.above.pairs,
      ...grams.above.characters,
    ]);
    for (const gram of held) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([gram, count]) => [gram, Math.log((size + 1) / (count + 0.5)) / Math.log(size + 2)]),
  );
}
