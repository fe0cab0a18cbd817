import {
  type Bm25Parameters,
  type Collection,
  describeCollection,
  inverseDocumentFrequency,
  saturate,
} from './bm25.ts';

/** A passage as term numbers; `sentenceEnds` are positions in `terms`, the last being its length. */
export type TermSequence = { readonly terms: Uint32Array; readonly sentenceEnds: Uint32Array };

/** A term of a question by its number, and how much a passage gains by holding it. */
export type NumberedTerm = { readonly term: number; readonly weight: number };

/** Scores passages for one question; `position` is a passage's place in the input. */
export type ScorePassage = (position: number) => number;

/** The usual parameters of BM25. */
const PASSAGE: Bm25Parameters = { k: 1.2, b: 0.6 };

/** Sentences repeat little and their length says little, so both corrections are weaker. */
const SENTENCE: Bm25Parameters = { k: 0.6, b: 0.3 };

/**
 * How much the best sentence counts beside the whole passage. The answer mostly stands in one sentence that also holds
 * the words of the question: 1 % more first hits on two public sets; between 0.5 and 1.5 makes 0.2 % difference.
 */
const BEST_SENTENCE_WEIGHT = 1;

/**
 * Creates the exact scorer of passages: BM25 over the whole passage and over its best sentence, with the same weights.
 * Reads the passage term by term, which is affordable for the candidates of one question, not for a large collection.
 *
 * @param passages counts of the very sequences
 */
export function createReranker(
  sequences: readonly TermSequence[],
  passages: Collection,
): (query: readonly NumberedTerm[]) => ScorePassage {
  const sentences = describeCollection(
    sequences.flatMap(sliceSentences),
    passages.documentFrequencies.length,
  );

  return (query) => {
    // By term number, one more than the term's place in the query; an array, since every term of every candidate asks.
    const slots = new Uint16Array(passages.documentFrequencies.length);
    query.forEach(({ term }, place) => {
      slots[term] = place + 1;
    });
    const weigh = (collection: Collection): Float64Array =>
      Float64Array.from(query, ({ term, weight }) => weight * inverseDocumentFrequency(collection, term));
    const passageWeights = weigh(passages);
    const sentenceWeights = weigh(sentences);

    return (position) => {
      const sequence = sequences[position];
      if (!sequence) return 0;
      const passageCounts = new Uint32Array(query.length);
      const sentenceCounts = new Uint32Array(query.length);
      let bestSentence = 0;
      let start = 0;
      for (const end of sequence.sentenceEnds) {
        sentenceCounts.fill(0);
        for (let index = start; index < end; index += 1) {
          const slot = slots[sequence.terms[index] ?? -1] ?? 0;
          if (slot === 0) continue;
          sentenceCounts[slot - 1] = (sentenceCounts[slot - 1] ?? 0) + 1;
          passageCounts[slot - 1] = (passageCounts[slot - 1] ?? 0) + 1;
        }
        const relativeLength = (end - start) / sentences.averageLength;
        const score = sumScores(sentenceCounts, sentenceWeights, { ...SENTENCE, relativeLength });
        bestSentence = Math.max(bestSentence, score);
        start = end;
      }
      const relativeLength = sequence.terms.length / passages.averageLength;
      const score = sumScores(passageCounts, passageWeights, { ...PASSAGE, relativeLength });
      return score + BEST_SENTENCE_WEIGHT * bestSentence;
    };
  };
}

function sumScores(
  counts: Uint32Array,
  weights: Float64Array,
  parameters: Bm25Parameters & { readonly relativeLength: number },
): number {
  let sum = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const count = counts[place] ?? 0;
    if (count > 0) sum += (weights[place] ?? 0) * saturate(count, parameters.relativeLength, parameters);
  }
  return sum;
}

function sliceSentences({ terms, sentenceEnds }: TermSequence): Uint32Array[] {
  return Array.from(sentenceEnds, (end, index) => terms.subarray(sentenceEnds[index - 1] ?? 0, end));
}
