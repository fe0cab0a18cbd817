import type { KnownReport } from '../../knowledge/knowledge.ts';
import { sliceSpan } from '../../report/span.ts';
import { indexGrams, openPostings } from '../../search/gram-postings.ts';
import { readGrams } from '../../search/grams.ts';
import { normalizeText } from '../../search/normalize.ts';
import { createTermTable } from '../../search/term-table.ts';
import type { CataloguedReport } from '../answer.ts';
import { gramsOfQuestion } from '../retrieval/asked-index.ts';
import { ASSOCIATIONS } from '../scoring/fitted-model.ts';
import { readMeant } from '../scoring/rewording.ts';
import { catalogueReport } from './catalogue-report.ts';

/** What a question is looked up by: pairs and characters, each once, those it says and those it may mean. */
export type FinderQuery = readonly string[];

/** Which reports may be found. */
export type FinderFilter = {
  /** Ids; null for all. */
  readonly reports: readonly string[] | null;
};

/**
 * Finds the reports with the best sentences for a question: their ids, best first, at most `limit`. A sentence counts the
 * weights of what it shares with the question (`chooseTelling`), a report its best sentence; one that is far behind the best
 * (`ENOUGH`) is not found. Of two alike the newer report comes first, then the one whose id does. In the process it is known
 * at once, from a database after a while.
 */
export type FindCandidates<Found extends readonly string[] | Promise<readonly string[]>> = (
  query: FinderQuery,
  filter: FinderFilter,
  limit: number,
) => Found;

/** Reads a normalised question as what its reports are found by. */
export function readFinderQuery(text: string): FinderQuery {
  const said = gramsOfQuestion(text);
  return [...new Set([...said, ...readMeant(said, ASSOCIATIONS)])];
}

/** A sentence as what it is found by: its pairs and characters, each once. */
export type FoundSentence = { readonly start: number; readonly grams: readonly string[] };

/** Reads the sentences of a report as what they are found by. */
export function readFoundSentences({ report }: KnownReport): FoundSentence[] {
  return report.sentences.map((sentence) => ({
    start: sentence.start,
    grams: [...new Set(readGrams(normalizeText(sliceSpan(report.source, sentence))))],
  }));
}

/**
 * The share of the best sentence's score, in percent, that the best one of a report has to reach. Of 1,471 questions over 41
 * reports, 822 of 1,000 keep their own report among four so, 829 without; 2.7 reports are asked instead of 4.
 */
export const ENOUGH = 70;

/** A gram with the number of sentences that hold it. */
export type HeldGram = { readonly gram: string; readonly sentences: number };

/**
 * Sentences looked at for a question: of 1,471 questions over 41 reports, their own report was among the first three as
 * often as when all were looked at, 81 in 100.
 */
const MOST_HELD = 5_000;

/**
 * The rarest grams, as many as stand in few enough sentences together, with their weights. Weights are whole numbers, which add
 * up alike in any order and on any machine; that is why this is not BM25.
 */
export function chooseTelling(
  held: readonly HeldGram[],
  sentenceCount: number,
): readonly { readonly gram: string; readonly weight: number }[] {
  const rarest = held
    .filter(({ sentences }) => sentences > 0)
    .toSorted((a, b) => a.sentences - b.sentences || (a.gram < b.gram ? -1 : 1));
  let looked = 0;
  const telling = rarest.filter(({ sentences }) => {
    looked += sentences;
    return looked <= MOST_HELD;
  });
  return telling.map(({ gram, sentences }) => ({
    gram,
    weight: Math.round(1000 * Math.log((sentenceCount + 1) / (sentences + 0.5))),
  }));
}

/** Creates the finder of the reports of this process; its index is made when it is first needed. */
export function createReportFinder(reports: readonly KnownReport[]): FindCandidates<readonly string[]> {
  let index: SentenceIndex | undefined;
  return (query, filter, limit) => {
    index ??= indexSentences(reports);
    const { owners, find } = index;
    const within = filter.reports && new Set(filter.reports);
    const held = query.map((gram) => ({ gram, sentences: find(gram).length / 2 }));
    const scores = new Float64Array(owners.length).fill(UNFOUND);
    for (const { gram, weight } of chooseTelling(held, owners.length)) {
      const places = find(gram);
      for (let at = 0; at < places.length; at += 2)
        scores[places[at] ?? 0] = Math.max(0, scores[places[at] ?? 0] ?? 0) + weight;
    }
    const best = new Map<CataloguedReport, number>();
    for (let place = 0; place < scores.length; place += 1) {
      const score = scores[place] ?? UNFOUND;
      const owner = score === UNFOUND ? undefined : owners[place];
      if (owner && (within === null || within.has(owner.id)))
        best.set(owner, Math.max(best.get(owner) ?? 0, score));
    }
    const least = Math.max(0, ...best.values()) * ENOUGH;
    return [...best]
      .filter(([, score]) => score * 100 >= least)
      .sort(([a, left], [b, right]) => right - left || b.year - a.year || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(([{ id }]) => id);
  };
}

const ZONES = ['text'] as const;

/** The score of a sentence that shares nothing; what all sentences share adds 0. */
const UNFOUND = -1;

type SentenceIndex = {
  /** The report of each sentence. */
  readonly owners: readonly CataloguedReport[];
  /** The sentences that hold a gram, each followed by how often. */
  find(gram: string): Uint16Array | Uint32Array;
};

function indexSentences(reports: readonly KnownReport[]): SentenceIndex {
  const owners: CataloguedReport[] = [];
  const documents = reports.flatMap((known) => {
    const owner = catalogueReport(known);
    return known.report.sentences.map((sentence) => {
      owners.push(owner);
      const text = normalizeText(sliceSpan(known.report.source, sentence));
      return { id: `${owner.id}:${sentence.start}`, zones: { text } };
    });
  });
  const table = createTermTable();
  const { places, rangeOf } = openPostings(indexGrams(documents, ZONES, table));
  return {
    owners,
    find(gram) {
      const { from, end } = rangeOf(table.find(gram) ?? table.terms.length, 0);
      return places.subarray(from, end);
    },
  };
}
