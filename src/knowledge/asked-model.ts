import { z } from 'zod';
import type { KnownReport, SourceFile } from './knowledge.ts';
import { parseJson } from './parse-json.ts';
import { RecordOfTextSchema } from './record-of-text.ts';

/** A fitted multinomial logistic regression over the pairs and characters of questions, as it is kept. */
const ClassifierTableSchema = z.strictObject({
  /** What can be asked for; answers as in the known questions: `figure:1537-1545`, `sentence:1500-1612`. */
  classes: z.array(z.string()),
  /** Log-odds of each class before anything is said, in thousandths. */
  biases: z.array(z.int()),
  /** For each gram: places of classes and how much it speaks for them (in thousandths), by turns, separated by blanks. */
  grams: RecordOfTextSchema,
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
  /** Which list is asked for, by its title (`list:1204-1219`), or none. */
  lists: ClassifierTableSchema,
});

export type AskedModel = z.infer<typeof AskedModelSchema>;

/** A fitted table as it is used: its lines as numbers, one gram after another. */
export type PackedTable = Pick<ClassifierTable, 'classes' | 'biases'> & {
  /** The numbers of grams; all tables of a model share them. */
  readonly grams: ReadonlyMap<string, number>;
  /** By the number of a gram: where its entries begin; those of the next one end them. */
  readonly starts: Uint32Array;
  /** Places of classes and how much a gram speaks for them, by turns. */
  readonly entries: Int16Array;
};

/** What the questions known for a report teach, as it is used: a quarter of the memory of its text. */
export type PackedModel = Readonly<Record<keyof AskedModel, PackedTable>>;

/** @throws RangeError for a line that is no list of places and weights. */
export function packAskedModel({ answers, outcomes, answerable, lists }: AskedModel): PackedModel {
  const grams = new Map<string, number>();
  for (const table of [answers, outcomes, answerable, lists])
    for (const gram of Object.keys(table.grams)) if (!grams.has(gram)) grams.set(gram, grams.size);
  const pack = (table: ClassifierTable): PackedTable => packTable(table, grams);
  return {
    answers: pack(answers),
    outcomes: pack(outcomes),
    answerable: pack(answerable),
    lists: pack(lists),
  };
}

function packTable(table: ClassifierTable, grams: ReadonlyMap<string, number>): PackedTable {
  const { classes, biases } = table;
  const starts = new Uint32Array(grams.size + 1);
  const entries: number[] = [];
  for (const [gram, number] of grams) {
    const line = table.grams[gram];
    // What every object has (`constructor`) is no line.
    if (typeof line === 'string') readLine(line, classes.length, entries);
    starts[number + 1] = entries.length;
  }
  return { classes, biases, grams, starts, entries: new Int16Array(entries) };
}

/** The weights that fit in an entry. */
const MOST_WEIGHT = 2 ** 15 - 1;
const BLANK = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/** Reads `14 -418 85 95`; character by character, as there are three hundred thousand numbers to read at every start. */
function readLine(line: string, classCount: number, entries: number[]): void {
  const first = entries.length;
  let number = 0;
  let digits = 0;
  let sign = 1;
  for (let at = 0; at <= line.length; at += 1) {
    const code = at < line.length ? line.charCodeAt(at) : BLANK;
    if (code === BLANK) {
      const isPlace = (entries.length - first) % 2 === 0;
      const fits = isPlace ? sign > 0 && number < classCount : number <= MOST_WEIGHT;
      if (digits === 0 || !fits) throw notEntries(line);
      entries.push(sign * number);
      number = 0;
      digits = 0;
      sign = 1;
    } else if (code === MINUS && digits === 0 && sign > 0) {
      sign = -1;
    } else {
      const digit = code - ZERO;
      if (digit < 0 || digit > 9) throw notEntries(line);
      number = number * 10 + digit;
      digits += 1;
    }
  }
  if ((entries.length - first) % 2 !== 0) throw notEntries(line);
}

const notEntries = (line: string): RangeError => new RangeError(`“${line}” are no places and weights`);

/** Reads `asked/<report id>.model.json`; null, with the reason among the issues, for one that cannot be used. */
export function readAskedModel(
  file: SourceFile,
  { report, figures }: KnownReport,
  issues: string[],
): PackedModel | null {
  const model = parseModel(file.text);
  if (!model) {
    issues.push(`${file.name}:1: not a model of known questions; run npm run train to write it anew`);
    return null;
  }
  const places = new Set([
    ...figures.map(({ start, end }) => `figure:${start}-${end}`),
    ...report.sentences.map(({ start, end }) => `sentence:${start}-${end}`),
  ]);
  const unknown = model.answers.classes.find((place) => !places.has(place));
  if (unknown === undefined) return model;
  issues.push(
    `${file.name}:1: ${unknown} is no number or sentence of the report; run npm run train to write it anew`,
  );
  return null;
}

function parseModel(text: string): PackedModel | null {
  const parsed = AskedModelSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  try {
    return packAskedModel(parsed.data);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
