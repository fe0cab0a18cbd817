import { CLASSIFIER_SCALE, type PackedTable } from '../../knowledge/asked-model.ts';

/**
 * What answers a question, going by its pairs and characters alone: multinomial logistic regression over everything that
 * some known question asks for (`npm run train`, see fit-classifier). It knows how people ask for what is printed
 * in one report, and nothing of any other.
 */
export type QuestionClassifier = {
  readonly classes: readonly string[];
  /** The place of a class among all; undefined for one there is not. */
  placeOf(id: string): number | undefined;
  /** The same as `classify` by place, without a Map of hundreds of classes. */
  judge(grams: readonly string[]): Judgement;
  /** The probability of one class; 0 when nothing of the question has been heard before. */
  probabilityOf(id: string, grams: readonly string[]): number;
  /** The probabilities that each candidate is asked for, by id; those of a report nobody has asked about are missing. */
  classify(grams: readonly string[]): Classification;
};

/** Probabilities by the places of classes; none when nothing of the question has been heard before. */
export type Judgement = { readonly shares: Float64Array; readonly heard: number };

export type Classification = {
  /** Together 1, or empty when nothing of the question has been heard before. */
  readonly probabilities: ReadonlyMap<string, number>;
  /** The share of the grams that known questions have, too. */
  readonly heard: number;
};

const NOTHING_JUDGED: Judgement = { shares: new Float64Array(), heard: 0 };
const NOTHING_HEARD: Classification = { probabilities: new Map(), heard: 0 };

/** Opens a fitted table. */
export function openClassifier({
  classes,
  biases,
  grams: numbers,
  starts,
  ends,
  entries,
}: PackedTable): QuestionClassifier {
  const startingScores = Float64Array.from(biases, (bias) => bias / CLASSIFIER_SCALE);
  const places = new Map(classes.map((id, place) => [id, place]));

  /** The numbers of the grams that some known question has. */
  function hear(grams: readonly string[]): number[] {
    const heard: number[] = [];
    for (const gram of grams) {
      const number = numbers.get(gram);
      if (number !== undefined && (ends[number] ?? 0) > 0) heard.push(number);
    }
    return heard;
  }

  /** The probability of each class, by place. */
  function share(heard: readonly number[]): Float64Array {
    const scores = startingScores.slice();
    const value = 1 / Math.sqrt(heard.length) / CLASSIFIER_SCALE;
    for (const number of heard) {
      const end = ends[number] ?? 0;
      for (let at = starts[number] ?? 0; at < end; at += 2) {
        const place = entries[at] ?? 0;
        scores[place] = (scores[place] ?? 0) + (entries[at + 1] ?? 0) * value;
      }
    }
    return softmax(scores);
  }

  function judge(grams: readonly string[]): Judgement {
    const heard = hear(grams);
    return heard.length === 0 ? NOTHING_JUDGED : { shares: share(heard), heard: heard.length / grams.length };
  }

  return {
    classes,
    placeOf: (id) => places.get(id),
    judge,
    probabilityOf: (id, grams) => judge(grams).shares[places.get(id) ?? -1] ?? 0,
    classify(grams) {
      const { shares, heard } = judge(grams);
      if (heard === 0) return NOTHING_HEARD;
      return { probabilities: new Map(classes.map((id, place) => [id, shares[place] ?? 0])), heard };
    },
  };
}

/** Turns scores into probabilities, in place. */
function softmax(scores: Float64Array): Float64Array {
  let best = Number.NEGATIVE_INFINITY;
  for (const score of scores) best = Math.max(best, score);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - best);
    scores[at] = power;
    total += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}
