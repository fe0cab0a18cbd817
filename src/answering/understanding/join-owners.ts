import type { Term } from './lexicon.ts';

/** Two owners that one word names together. */
const JOINED: readonly { readonly owners: readonly [string, string]; readonly both: string }[] = [
  { owners: ['城市', '农村'], both: '城乡' },
  { owners: ['城镇', '农村'], both: '城乡' },
];

/**
 * Lets the word for both (`城乡`) stand for either where a question names two owners (`农村低保跟城里的`) and asks how
 * they stand to each other: the printed ratio of the two is called by that word.
 */
export function joinOwners(terms: readonly Term[]): readonly Term[] {
  const isOwner = (term: Term, owner: string): boolean => term.alternatives.includes(owner);
  const found = JOINED.find(({ owners }) =>
    owners.every((owner) => terms.some((term) => isOwner(term, owner))),
  );
  if (!found) return terms;
  return terms.map((term) =>
    found.owners.some((owner) => isOwner(term, owner))
      ? { ...term, alternatives: [...term.alternatives, found.both] }
      : term,
  );
}
