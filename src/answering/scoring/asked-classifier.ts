import { type PackedModel, UNANSWERED } from '../../knowledge/asked-model.ts';
import type { KnownReport } from '../../knowledge/knowledge.ts';
import { openClassifier } from './question-classifier.ts';

/** What the questions known for a report teach about a new one. All probabilities are between 0 and 1. */
export type Classified = {
  /** How likely each number or sentence is asked for, by place (`figure:START-END`). */
  readonly probabilities: ReadonlyMap<string, number>;
  /** The places most likely asked for, best first. */
  readonly likeliest: readonly string[];
  /** How likely anything in a sentence is asked for, by sentence id. */
  readonly bySentence: ReadonlyMap<string, number>;
  /** The share of the question that known questions have, too. */
  readonly heard: number;
  /** How likely nothing answers: going by what such questions say, and held against every answer. */
  readonly unanswerable: number;
  readonly unanswerableBeside: number;
  /** Everything that known questions have computed, with how likely its operation and its numbers are. */
  readonly computations: readonly LikelyComputation[];
  /** How likely nothing is to be computed. */
  readonly computesNothing: number;
  /** The list most likely asked for, by its title (`list:START-END`). */
  readonly list: { readonly place: string; readonly probability: number } | null;
};

/** A computation of known questions, as `known-computation` reads it; probabilities between 0 and 1. */
export type LikelyComputation = {
  readonly key: string;
  /** That what it does is asked for. */
  readonly operation: number;
  /** That it is asked of its numbers, provided that something is to be computed. */
  readonly operands: number;
};

/** Judges a question, given as its pairs and characters. */
export type AskedClassifier = (grams: readonly string[]) => Classified;

/** More are never looked at. */
const LIKELIEST = 8;

/** Opens what the questions known for a report teach. */
export function openAskedClassifier(model: PackedModel, { report, figures }: KnownReport): AskedClassifier {
  const answers = openClassifier(model.answers);
  const outcomes = openClassifier(model.outcomes);
  const answerable = openClassifier(model.answerable);
  const operations = openClassifier(model.operations);
  const operands = openClassifier(model.operands);
  const computations = model.computations.map((key) => ({ key, ...splitComputation(key) }));
  const lists = openClassifier(model.lists);
  const sentenceOf = new Map<string, string>([
    ...figures.map(({ start, end, sentenceId }) => [`figure:${start}-${end}`, sentenceId] as const),
    ...report.sentences.map(({ start, end, id }) => [`sentence:${start}-${end}`, id] as const),
  ]);
  return (grams) => {
    const { probabilities, heard } = answers.classify(grams);
    const byOperation = operations.classify(grams).probabilities;
    const byOperands = operands.classify(grams).probabilities;
    const bySentence = new Map<string, number>();
    for (const [place, probability] of probabilities) {
      const sentence = sentenceOf.get(place) ?? '';
      bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + probability);
    }
    return {
      probabilities,
      likeliest: [...probabilities]
        .sort((left, right) => right[1] - left[1])
        .slice(0, LIKELIEST)
        .map(([place]) => place),
      bySentence,
      heard,
      unanswerable: answerable.probabilityOf(UNANSWERED, grams),
      unanswerableBeside: outcomes.probabilityOf(UNANSWERED, grams),
      computations: computations.map(({ key, done, numbers }) => ({
        key,
        operation: byOperation.get(done) ?? 0,
        operands: byOperands.get(numbers) ?? 0,
      })),
      computesNothing: byOperation.get(UNANSWERED) ?? 1,
      list: likeliestList(lists.classify(grams).probabilities),
    };
  };
}

function likeliestList(probabilities: ReadonlyMap<string, number>): Classified['list'] {
  let best: Classified['list'] = null;
  for (const [place, probability] of probabilities)
    if (place !== UNANSWERED && probability > (best?.probability ?? 0)) best = { place, probability };
  return best;
}

/** What a computation does, and of which numbers in the order of the report: the classes that are learned apart. */
export function splitComputation(key: string): { readonly done: string; readonly numbers: string } {
  const [done = '', ...places] = key.split(' ');
  return { done, numbers: [...places].sort().join(' ') };
}

/** A place in its report (`figure:START-END`), out of the id of a candidate (`figure:REPORT:START-END`). */
export const placeOf = (id: string): string => id.replace(/:.*:/u, ':');

/** The id of a candidate, out of its place and report. */
export const placeInReport = (place: string, report: string): string => place.replace(':', `:${report}:`);
