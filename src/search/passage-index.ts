import MiniSearch from 'minisearch';
import { normalizeText } from './normalize.ts';
import { createReranker } from './rerank.ts';
import { createTermTable } from './term-table.ts';
import type { Tokenizer } from './tokenize.ts';

/** Something to be found: a sentence, a section, a whole paragraph. Ids must be unique. */
export type Passage = { readonly id: string; readonly text: string };

export type PassageHit = { readonly id: string; readonly score: number };

export type PassageIndex = {
  /**
   * Finds passages for a question in any script or width, best first, ties in input order, at most `limit`. Scores
   * compare hits of one search only. Empty when no term of the question occurs anywhere.
   */
  search(question: string, limit: number): readonly PassageHit[];
};

/**
 * How many passages of the first stage are looked at again. On two public sets the right passage is among the first 50
 * for 99.9 % of the questions and among the first 100 for no more.
 */
const MIN_CANDIDATES = 50;

/**
 * Creates an index that searches in two stages: MiniSearch finds candidates by their longer terms, then each candidate
 * is scored exactly, single characters and best sentence included. Characters stay out of the first stage because they
 * stand nearly everywhere: they would multiply its time by seven without bringing better candidates.
 */
export function createPassageIndex(
  passages: readonly Passage[],
  { tokenizer }: { readonly tokenizer: Tokenizer },
): PassageIndex {
  const table = createTermTable();
  const candidates = new MiniSearch<{ id: number; keys: string }>({
    fields: ['keys'],
    tokenize: (keys) => (keys === '' ? [] : keys.split(' ')),
    processTerm: (key) => key,
    searchOptions: { tokenize: (key) => [key] },
  });
  // By term number; undefined for terms the first stage does without.
  const keys: (string | undefined)[] = [];
  const numberTerm = (term: string): number => {
    const number = table.add(term);
    if (number === keys.length) keys.push(isSelective(term) ? toKey(number) : undefined);
    return number;
  };
  const sequences = passages.map(({ text }, id) => {
    const terms: number[] = [];
    const sentenceEnds: number[] = [];
    for (const sentence of splitSentences(normalizeText(text))) {
      for (const term of tokenizer.documentTerms(sentence)) terms.push(numberTerm(term));
      sentenceEnds.push(terms.length);
    }
    candidates.add({ id, keys: terms.flatMap((term) => keys[term] ?? []).join(' ') });
    return { terms: Uint32Array.from(terms), sentenceEnds: Uint32Array.from(sentenceEnds) };
  });
  const reranker = createReranker(sequences, table);

  function findCandidates(
    terms: readonly { readonly text: string; readonly weight: number }[],
    limit: number,
  ): number[] {
    const weights = new Map(
      terms.flatMap(({ text, weight }) => {
        const key = keys[table.find(text) ?? -1];
        return key === undefined ? [] : [[key, weight] as const];
      }),
    );
    const results = candidates.search(
      { combineWith: 'OR', queries: [...weights.keys()] },
      {
        boostTerm: (key) => weights.get(key) ?? 1,
        bm25: { k: 1.2, b: 0.6, d: 0 },
      },
    );
    if (results.length === 0) return passages.map((_, position) => position);
    return results
      .map(({ id, score, queryTerms }) => ({
        position: Number(id),
        // MiniSearch multiplies the score by the number of matched terms, which favours many common words over few
        // telling ones; dividing gives back the plain sum (2 % more first hits).
        score: score / queryTerms.length,
      }))
      .sort(byScore)
      .slice(0, Math.max(limit, MIN_CANDIDATES))
      .map(({ position }) => position);
  }

  return {
    search(question, limit) {
      const terms = tokenizer.queryTerms(normalizeText(question));
      const query = reranker.prepare(terms);
      if (query.slots.size === 0) return [];
      return findCandidates(terms, limit)
        .map((position) => ({ position, score: reranker.score(position, query) }))
        .filter(({ score }) => score > 0)
        .sort(byScore)
        .slice(0, limit)
        .flatMap(({ position, score }) => {
          const passage = passages[position];
          return passage ? [{ id: passage.id, score }] : [];
        });
    },
  };
}

const splitSentences = (text: string): string[] => text.match(/[^。!?;\n]+[。!?;\n]*/gu) ?? [];

type Scored = { readonly position: number; readonly score: number };

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.position - b.position;

/** Whether a term narrows the search on its own: anything but a single Han character. */
const isSelective = (term: string): boolean => !/^\p{Script=Han}$/u.test(term);

/**
 * The key a term has in MiniSearch. Its radix tree scans the children of a node one by one, and thousands of Han
 * characters below the root made that scan the larger part of the build (2.5 s instead of 0.9 s for 1,000 paragraphs).
 * The letter keeps keys from being read as array indices, which puts MiniSearch's result objects into a slow form
 * (99th percentile 48 ms instead of 8 ms for 3,000 paragraphs).
 */
const toKey = (term: number): string => `t${term}`;
