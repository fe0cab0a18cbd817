import { z } from 'zod';
import type { KnownReport, SourceFile } from './knowledge.ts';
import { parseJson } from './parse-json.ts';
import { RecordOfTextSchema } from './record-of-text.ts';

/** A fitted multinomial logistic regression over the pairs and characters of questions, as it is kept. */
export const ClassifierTableSchema = z.strictObject({
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

/** The class of questions that the report does not answer, of all that one number or sentence answers, and of the others. */
export const UNANSWERED = 'none';
export const ANSWERED = 'some';
export const ANSWERED_OTHERWISE = 'other';

/** The class of questions about who wrote or gave the report, which no sentence of it says. */
export const BYLINE = 'byline';

/** What the questions known for a report teach about new ones. */
const AskedModelSchema = z.strictObject({
  /** Which answers, or numbers to compute with, a question asks for, provided that it asks for any. */
  answers: ClassifierTableSchema,
  /** The same, with the questions that nothing answers, and those that a list or a computation does, as more classes. */
  outcomes: ClassifierTableSchema,
  /** Whether anything answers, and whether that is one number or sentence. */
  answerable: ClassifierTableSchema,
  /** What known questions have computed of which numbers: `share/percent figure:12-16 figure:30-34`. */
  computations: z.array(z.string()),
  /** What is to be done with numbers (`share/percent`), or nothing. */
  operations: ClassifierTableSchema,
  /** Of which numbers (`figure:12-16 figure:30-34`), provided that something is to be computed. */
  operands: ClassifierTableSchema,
  /** Which list is asked for, by its title (`list:1204-1219`), or the byline, or neither. */
  lists: ClassifierTableSchema,
});

export type AskedModel = z.infer<typeof AskedModelSchema>;

/** A fitted table as it is used: its lines as numbers, one after another. */
export type PackedTable = Pick<ClassifierTable, 'classes' | 'biases'> & {
  /** The numbers of grams; all tables of a model share them. */
  readonly grams: ReadonlyMap<string, number>;
  /** By the number of a gram: where its entries begin and end; nowhere for one that the table does not have. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Places of classes and how much a gram speaks for them, by turns. */
  readonly entries: Int16Array;
};

/** What the questions known for a report teach, as it is used: a quarter of the memory of its text. */
export type PackedModel = Readonly<Record<Exclude<keyof AskedModel, 'computations'>, PackedTable>> &
  Pick<AskedModel, 'computations'>;

/** @throws RangeError for a line that is no list of places and weights. */
export function packAskedModel(model: AskedModel): PackedModel {
  const grams = new Map<string, number>();
  return {
    answers: packTable(model.answers, grams),
    outcomes: packTable(model.outcomes, grams),
    answerable: packTable(model.answerable, grams),
    operations: packTable(model.operations, grams),
    operands: packTable(model.operands, grams),
    computations: model.computations,
    lists: packTable(model.lists, grams),
  };
}

/** Packs a table; its grams that have no number yet get one. */
export function packTable(
  { classes, biases, grams: lines }: ClassifierTable,
  grams: Map<string, number>,
): PackedTable {
  const numbers: number[] = [];
  let charCount = 0;
  for (const gram in lines) {
    const number = grams.get(gram) ?? grams.size;
    if (number === grams.size) grams.set(gram, number);
    numbers.push(number);
    const line = lines[gram];
    if (typeof line !== 'string') throw notEntries(gram);
    charCount += line.length + 1;
  }
  const starts = new Uint32Array(grams.size);
  const ends = new Uint32Array(grams.size);
  // A number takes two characters at least, its blank included.
  const entries = new Int16Array(charCount / 2);
  let size = 0;
  let place = 0;
  for (const gram in lines) {
    const number = numbers[place] ?? 0;
    place += 1;
    starts[number] = size;
    size = readLine(lines[gram] ?? '', { entries, size, classCount: classes.length });
    ends[number] = size;
  }
  return { classes, biases, grams, starts, ends, entries: entries.slice(0, size) };
}

type Packing = { readonly entries: Int16Array; readonly size: number; readonly classCount: number };

/** The weights that fit in an entry. */
const MOST_WEIGHT = 2 ** 15 - 1;
const BLANK = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * Reads `14 -418 85 95` behind the entries that are there and returns how many there are then; character by character, as
 * there are three hundred thousand numbers to read at every start.
 */
function readLine(line: string, { entries, size, classCount }: Packing): number {
  let end = size;
  let number = 0;
  let digits = 0;
  let sign = 1;
  for (let at = 0; at <= line.length; at += 1) {
    const code = at < line.length ? line.charCodeAt(at) : BLANK;
    if (code === BLANK) {
      const isPlace = (end - size) % 2 === 0;
      const fits = isPlace ? sign > 0 && number < classCount : number <= MOST_WEIGHT;
      if (digits === 0 || !fits) throw notEntries(line);
      entries[end] = sign * number;
      end += 1;
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
  if ((end - size) % 2 !== 0) throw notEntries(line);
  return end;
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
  const operands = model.computations.flatMap((computation) => computation.split(' ').slice(1));
  const unknown = [...model.answers.classes, ...operands].find((place) => !places.has(place));
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
