import { z } from 'zod';
import type { KnownReport, SourceFile } from './knowledge.ts';
import { parseJson } from './parse-json.ts';

/** A fitted multinomial logistic regression over the pairs and characters of questions, as it is kept. */
const ClassifierTableSchema = z.strictObject({
  /** What can be asked for; answers as in the known questions: `figure:1537-1545`, `sentence:1500-1612`. */
  classes: z.array(z.string()),
  /** Log-odds of each class before anything is said, in thousandths. */
  biases: z.array(z.int()),
  /** For each gram: places of classes and how much it speaks for them (in thousandths), by turns, separated by blanks. */
  grams: z.record(z.string(), z.string()),
});

export type ClassifierTable = z.infer<typeof ClassifierTableSchema>;

/** Weights are kept as whole thousandths. */
export const CLASSIFIER_SCALE = 1000;

/** The class of questions that the report does not answer, and of all that it does. */
export const UNANSWERED = 'none';
export const ANSWERED = 'some';

/** What the questions known for a report teach about new ones. */
const AskedModelSchema = z.strictObject({
  /** Which answers, or numbers to compute with, a question asks for, provided that it asks for any. */
  answers: ClassifierTableSchema,
  /** The same, with the questions that nothing answers as one more class. */
  outcomes: ClassifierTableSchema,
  /** Whether anything answers. */
  answerable: ClassifierTableSchema,
  /** What known questions have computed of which numbers: `share/percent figure:12-16 figure:30-34`. */
  computations: z.array(z.string()),
  /** What is to be done with numbers (`share/percent`), or nothing. */
  operations: ClassifierTableSchema,
  /** Of which numbers (`figure:12-16 figure:30-34`), provided that something is to be computed. */
  operands: ClassifierTableSchema,
  /** Which list is asked for, by its title (`list:1204-1219`), or none. */
  lists: ClassifierTableSchema,
});

export type AskedModel = z.infer<typeof AskedModelSchema>;

/** Reads `asked/<report id>.model.json`; null, with the reason among the issues, for one that cannot be used. */
export function readAskedModel(
  file: SourceFile,
  { report, figures }: KnownReport,
  issues: string[],
): AskedModel | null {
  const parsed = AskedModelSchema.safeParse(parseJson(file.text));
  if (!parsed.success) {
    issues.push(`${file.name}:1: not a model of known questions; run npm run train to write it anew`);
    return null;
  }
  const places = new Set([
    ...figures.map(({ start, end }) => `figure:${start}-${end}`),
    ...report.sentences.map(({ start, end }) => `sentence:${start}-${end}`),
  ]);
  const operands = parsed.data.computations.flatMap((computation) => computation.split(' ').slice(1));
  const unknown = [...parsed.data.answers.classes, ...operands].find((place) => !places.has(place));
  if (unknown === undefined) return parsed.data;
  issues.push(
    `${file.name}:1: ${unknown} is no number or sentence of the report; run npm run train to write it anew`,
  );
  return null;
}
