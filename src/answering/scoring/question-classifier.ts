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
  /** The same as `classify` by place, without a Map of hundreds of classes; grams by the numbers of the table. */
  judge(asked: NumberedGrams): Judgement;
  /** The probability of one class; 0 when nothing of the question has been heard before. */
  probabilityOf(id: string, asked: NumberedGrams): number;
  /** The probabilities that each candidate is asked for, by id; those of a report nobody has asked about are missing. */
  classify(grams: readonly string[]): Classification;
};

/** Probabilities by the places of classes; none when nothing of the question has been heard before. */
export type Judgement = { readonly shares: Float64Array; readonly heard: number };

/** The numbers of the grams of a question that some table has, and how many it has in all. */
export type NumberedGrams = { readonly numbers: readonly number[]; readonly count: number };

/** Numbers the grams of a question; once for all tables that share the numbers. */
export function numberGrams(grams: readonly string[], table: Pick<PackedTable, 'grams'>): NumberedGrams {
  const numbers: number[] = [];
  for (const gram of grams) {
    const number = table.grams.get(gram);
    if (number !== undefined) numbers.push(number);
  }
  return { numbers, count: grams.length };
}

export type Classification = {
  /** Together 1, or empty when nothing of the question has been heard before. */
  readonly probabilities: ReadonlyMap<string, number>;
  /** The share of the grams that known questions have, too. */
  readonly heard: number;
};

const NOTHING_JUDGED: Judgement = { shares: new Float64Array(), heard: 0 };
const NOTHING_HEARD: Classification = { probabilities: new Map(), heard: 0 };

/** Opens a fitted table. */
export function openClassifier(table: PackedTable): QuestionClassifier {
  const { classes, biases, starts, ends, entries } = table;
  const places = new Map(classes.map((id, place) => [id, place]));

  function judge({ numbers, count }: NumberedGrams): Judgement {
    const weights = new Int32Array(classes.length);
    let heard = 0;
    for (const number of numbers) {
      const end = ends[number] ?? 0;
      if (end > 0) heard += 1;
      for (let at = starts[number] ?? 0; at < end; at += 2) {
        const place = entries[at] ?? 0;
        weights[place] = (weights[place] ?? 0) + (entries[at + 1] ?? 0);
      }
    }
    if (heard === 0) return NOTHING_JUDGED;
    const scores = new Float64Array(classes.length);
    const root = Math.sqrt(heard);
    for (let place = 0; place < scores.length; place += 1)
      scores[place] = ((biases[place] ?? 0) + (weights[place] ?? 0) / root) / CLASSIFIER_SCALE;
    return { shares: softmax(scores), heard: heard / count };
  }

  return {
    classes,
    placeOf: (id) => places.get(id),
    judge,
    probabilityOf: (id, asked) => judge(asked).shares[places.get(id) ?? -1] ?? 0,
    classify(grams) {
      const { shares, heard } = judge(numberGrams(grams, table));
      if (heard === 0) return NOTHING_HEARD;
      return { probabilities: new Map(classes.map((id, place) => [id, shares[place] ?? 0])), heard };
    },
  };
}

/** Turns scores into probabilities, in place. */
function softmax(scores: Float64Array): Float64Array {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) best = Math.max(best, scores[at] ?? 0);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - best);
    scores[at] = power;
    total += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}
