import { CLASSIFIER_SCALE, type ClassifierTable } from '../../knowledge/asked-model.ts';

/**
 * What answers a question, going by its pairs and characters alone: multinomial logistic regression over everything that
 * some known question asks for (`npm run train`, see fit-classifier). It knows how people ask for what is printed
 * in one report, and nothing of any other.
 */
export type QuestionClassifier = {
  /** The probabilities that each candidate is asked for, by id; those of a report nobody has asked about are missing. */
  classify(grams: readonly string[]): Classification;
};

export type Classification = {
  /** Together 1, or empty when nothing of the question has been heard before. */
  readonly probabilities: ReadonlyMap<string, number>;
  /** The share of the grams that known questions have, too. */
  readonly heard: number;
};

const NOTHING_HEARD: Classification = { probabilities: new Map(), heard: 0 };

/** Opens a fitted table; the line of a gram is read when a question first has it. */
export function openClassifier({ classes, biases, grams: lines }: ClassifierTable): QuestionClassifier {
  const read = new Map<string, Int32Array>();
  const entriesOf = (gram: string): Int32Array | undefined => {
    if (!Object.hasOwn(lines, gram)) return undefined;
    const entries = read.get(gram) ?? Int32Array.from((lines[gram] ?? '').split(' '), Number);
    read.set(gram, entries);
    return entries;
  };
  return {
    classify(grams) {
      const heard = grams.flatMap((gram) => entriesOf(gram) ?? []);
      if (heard.length === 0) return NOTHING_HEARD;
      const scores = Float64Array.from(biases, (bias) => bias / CLASSIFIER_SCALE);
      const value = 1 / Math.sqrt(heard.length) / CLASSIFIER_SCALE;
      for (const entries of heard)
        for (let at = 0; at < entries.length; at += 2) {
          const place = entries[at] ?? 0;
          scores[place] = (scores[place] ?? 0) + (entries[at + 1] ?? 0) * value;
        }
      return {
        probabilities: new Map(softmax(scores).map((share, place) => [classes[place] ?? '', share])),
        heard: heard.length / grams.length,
      };
    },
  };
}

function softmax(scores: Float64Array): number[] {
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const powers = Array.from(scores, (score) => Math.exp(score - best));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
