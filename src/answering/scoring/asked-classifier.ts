import { type PackedModel, UNANSWERED } from '../../knowledge/asked-model.ts';
import type { KnownReport } from '../../knowledge/knowledge.ts';
import { chooseMost } from '../../search/choose-most.ts';
import { gramsOfQuestion } from '../retrieval/asked-index.ts';
import type { Candidate } from '../retrieval/candidate.ts';
import { numberGrams, openClassifier } from './question-classifier.ts';

/** What the questions known for a report teach about a new one. All probabilities are between 0 and 1. */
export type Classified = {
  /** How likely each number or sentence is asked for, by place (`figure:START-END`). */
  readonly probabilities: Probabilities;
  /** The places most likely asked for, best first. */
  readonly likeliest: readonly string[];
  /** How likely anything in a sentence is asked for, by sentence id. */
  readonly bySentence: Probabilities;
  /** The share of the question that known questions have, too. */
  readonly heard: number;
  /** How likely nothing answers: going by what such questions say, and held against every answer. */
  readonly unanswerable: number;
  readonly unanswerableBeside: number;
  /** Everything that known questions have computed, with how likely its operation and its numbers are. */
  readonly computations: readonly LikelyComputation[];
  /** Those of some numbers, in the order of the report. */
  computationsOf(numbers: string): readonly LikelyComputation[];
  /** How likely nothing is to be computed. */
  readonly computesNothing: number;
  /** The list most likely asked for, by its title (`list:START-END`). */
  readonly list: { readonly place: string; readonly probability: number } | null;
};

/** What is as good as impossible is missing. */
export type Probabilities = Pick<ReadonlyMap<string, number>, 'get'>;

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
  const computations = model.computations.map((key) => {
    const { done, numbers } = splitComputation(key);
    return { key, numbers, operation: operations.placeOf(done), operands: operands.placeOf(numbers) };
  });
  const withNumbers = Map.groupBy(computations, ({ numbers }) => numbers);
  const lists = openClassifier(model.lists);
  const sentences = numberSentences(answers.classes, { report, figures });
  return (grams) => {
    // All tables of a model number grams alike.
    const said = numberGrams(grams, model.answers);
    const { shares, heard } = answers.judge(said);
    const byOperation = operations.judge(said).shares;
    const byOperands = operands.judge(said).shares;
    const bySentence = new Float64Array(sentences.size);
    for (let place = 0; place < shares.length; place += 1) {
      const sentence = sentences.ofClass[place] ?? 0;
      bySentence[sentence] = (bySentence[sentence] ?? 0) + (shares[place] ?? 0);
    }
    const weigh = (computation: (typeof computations)[number]): LikelyComputation => ({
      key: computation.key,
      operation: byOperation[computation.operation ?? -1] ?? 0,
      operands: byOperands[computation.operands ?? -1] ?? 0,
    });
    return {
      probabilities: { get: (place) => shares[answers.placeOf(place) ?? -1] },
      likeliest: chooseMost(shares, LIKELIEST).flatMap((place) => answers.classes[place] ?? []),
      bySentence: { get: (id) => bySentence[sentences.numbers.get(id) ?? -1] },
      heard,
      unanswerable: answerable.probabilityOf(UNANSWERED, said),
      unanswerableBeside: outcomes.probabilityOf(UNANSWERED, said),
      get computations() {
        return computations.map(weigh);
      },
      computationsOf: (numbers) => (withNumbers.get(numbers) ?? []).map(weigh),
      computesNothing: byOperation[operations.placeOf(UNANSWERED) ?? -1] ?? 1,
      list: likeliestList(lists.judge(said).shares, lists.classes),
    };
  };
}

type NumberedSentences = {
  readonly size: number;
  /** By sentence id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By the place of a class: its sentence. */
  readonly ofClass: Uint32Array;
};

/** Numbers the sentences that classes stand in; 0 is for those that stand in none. */
function numberSentences(
  classes: readonly string[],
  { report, figures }: Pick<KnownReport, 'report' | 'figures'>,
): NumberedSentences {
  const sentenceOf = new Map<string, string>([
    ...figures.map(({ start, end, sentenceId }) => [`figure:${start}-${end}`, sentenceId] as const),
    ...report.sentences.map(({ start, end, id }) => [`sentence:${start}-${end}`, id] as const),
  ]);
  const numbers = new Map<string, number>();
  const ofClass = Uint32Array.from(classes, (place) => {
    const id = sentenceOf.get(place);
    if (id === undefined) return 0;
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  });
  return { size: numbers.size + 1, numbers, ofClass };
}

function likeliestList(shares: Float64Array, classes: readonly string[]): Classified['list'] {
  let best: Classified['list'] = null;
  for (const [at, place] of classes.entries()) {
    const probability = shares[at] ?? 0;
    if (place !== UNANSWERED && probability > (best?.probability ?? 0)) best = { place, probability };
  }
  return best;
}

/** What a computation does, and of which numbers in the order of the report: the classes that are learned apart. */
export function splitComputation(key: string): { readonly done: string; readonly numbers: string } {
  const [done = '', ...places] = key.split(' ');
  return { done, numbers: [...places].sort().join(' ') };
}

/** What a word adds to the odds of an answer counts from a twentieth on: less is what any word adds. */
const LEAST_GAIN = 1.05;

/** Whether a word of a question makes what answers it likelier, going by what people ask (`北京` for those who govern). */
export function speaksFor(
  word: string,
  question: string,
  { id }: Candidate,
  classify: AskedClassifier,
): boolean {
  const odds = (text: string): number => {
    const share = classify(gramsOfQuestion(text)).probabilities.get(placeOf(id)) ?? 0;
    return share / (1 - share);
  };
  return odds(question) > LEAST_GAIN * odds(question.replace(word, ''));
}

/** A place in its report (`figure:START-END`), out of the id of a candidate (`figure:REPORT:START-END`). */
export const placeOf = (id: string): string => id.replace(/:.*:/u, ':');

/** The id of a candidate, out of its place and report. */
export const placeInReport = (place: string, report: string): string => place.replace(':', `:${report}:`);
