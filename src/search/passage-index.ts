import MiniSearch from 'minisearch';
import { type Collection, describeCollection } from './bm25.ts';
import { normalizeText } from './normalize.ts';
import { createReranker, type NumberedTerm, type TermSequence } from './rerank.ts';
import { createTermTable, type TermTable } from './term-table.ts';
import type { Tokenizer } from './tokenize.ts';

/** Something to be found: a sentence, a section, a whole paragraph. Ids must be unique. */
export type Passage = { readonly id: string; readonly text: string };

type PassageHit = { readonly id: string; readonly score: number };

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
 * Up to this many passages each is scored: that takes a fraction of a millisecond, and an index of one report five
 * megabytes.
 */
const COMPARED_WHOLE = 1000;

/**
 * Share of the passages up to which a single Han character tells passages apart by itself, as a rare plant name does.
 * The others stay out of the first stage: they would multiply its time by ten without bringing better candidates.
 */
const RARE_CHARACTER_SHARE = 0.02;

/**
 * Creates an index that searches in two stages: MiniSearch finds candidates by words, pairs of characters and rare
 * characters; then each candidate is scored exactly, with every character and its best sentence. It is built at the first
 * search, since most questions are answered without one.
 */
export function createPassageIndex(
  passages: readonly Passage[],
  options: { readonly tokenizer: Tokenizer },
): PassageIndex {
  let index: PassageIndex | undefined;
  return {
    search(question, limit) {
      index ??= buildIndex(passages, options);
      return index.search(question, limit);
    },
  };
}

function buildIndex(
  passages: readonly Passage[],
  { tokenizer }: { readonly tokenizer: Tokenizer },
): PassageIndex {
  const table = createTermTable();
  const sequences = passages.map(({ text }) => readTerms(normalizeText(text), { table, tokenizer }));
  const collection = describeCollection(
    sequences.map(({ terms }) => terms),
    table.terms.length,
  );
  const scorePassages = createReranker(sequences, collection);

  const findCandidates =
    sequences.length > COMPARED_WHOLE ? createFirstStage(sequences, { table, collection }) : null;

  return {
    search(question, limit) {
      const query = tokenizer.queryTerms(normalizeText(question)).flatMap(({ text, weight }) => {
        const term = table.find(text);
        return term === undefined ? [] : [{ term, weight }];
      });
      if (query.length === 0) return [];
      const scorePassage = scorePassages(query);
      const looked = findCandidates?.(query, limit) ?? [...sequences.keys()];
      return looked
        .map((position) => ({ position, score: scorePassage(position) }))
        .filter(({ score }) => score > 0)
        .sort(compareScored)
        .slice(0, limit)
        .flatMap(({ position, score }) => {
          const passage = passages[position];
          return passage ? [{ id: passage.id, score }] : [];
        });
    },
  };
}

/** Finds the passages that are worth being scored exactly. */
function createFirstStage(
  sequences: readonly TermSequence[],
  { table, collection }: { readonly table: TermTable; readonly collection: Collection },
): (query: readonly NumberedTerm[], limit: number) => readonly number[] {
  const keys = table.terms.map((text, term) => {
    const share = (collection.documentFrequencies[term] ?? 0) / collection.size;
    return isHanCharacter(text) && share > RARE_CHARACTER_SHARE ? undefined : toKey(term);
  });
  const candidates = new MiniSearch<{ id: number; keys: string }>({
    fields: ['keys'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (key) => key,
  });
  candidates.addAll(
    sequences.map(({ terms }, id) => ({
      id,
      keys: [...terms].flatMap((term) => keys[term] ?? []).join(' '),
    })),
  );

  return (query, limit) => {
    const weights = new Map(query.flatMap(({ term, weight }) => (keys[term] ? [[keys[term], weight]] : [])));
    const found = candidates.search([...weights.keys()].join(' '), {
      boostTerm: (key) => weights.get(key) ?? 1,
      // The usual parameters without MiniSearch's bonus for each matching term.
      bm25: { k: 1.2, b: 0.6, d: 0 },
    });
    // Nothing but common characters: so short a question is soon compared with every passage.
    if (found.length === 0) return [...sequences.keys()];
    // MiniSearch's own order (it multiplies by the number of matched terms) is good enough to choose candidates.
    return found.slice(0, Math.max(limit, MIN_CANDIDATES)).map(({ id }) => Number(id));
  };
}

function readTerms(
  text: string,
  { table, tokenizer }: { readonly table: TermTable; readonly tokenizer: Tokenizer },
): TermSequence {
  const terms: number[] = [];
  const sentenceEnds: number[] = [];
  for (const sentence of text.match(/[^。!?;\n]+[。!?;\n]*/gu) ?? []) {
    for (const term of tokenizer.documentTerms(sentence)) terms.push(table.add(term));
    sentenceEnds.push(terms.length);
  }
  return { terms: Uint32Array.from(terms), sentenceEnds: Uint32Array.from(sentenceEnds) };
}

type Scored = { readonly position: number; readonly score: number };

const compareScored = (a: Scored, b: Scored): number => b.score - a.score || a.position - b.position;

const isHanCharacter = (term: string): boolean => /^\p{Script=Han}$/u.test(term);

/**
 * The key a term has in MiniSearch. Its radix tree scans the children of a node one by one, and thousands of Han
 * characters below the root made that scan the larger part of the build (2.5 s instead of 0.9 s for 1,000 paragraphs).
 * The letter keeps keys from being read as array indices, which puts MiniSearch's result objects into a slow form
 * (99th percentile 48 ms instead of 8 ms for 3,000 paragraphs).
 */
const toKey = (term: number): string => `t${term}`;
