import { z } from 'zod';
import { AppError } from '../errors.ts';

/** One text, or several of which any will do (`元/月` or `元`). */
const AlternativesSchema = z.union([z.string(), z.array(z.string()).min(1)]);

/**
 * A number and where it stands. `quoteIncludes` is an excerpt that occurs once in the report and contains the
 * value: the same digits elsewhere, or the neighbour in the same sentence, are not it.
 */
const NumberSchema = z.strictObject({
  value: AlternativesSchema,
  unit: AlternativesSchema,
  qualifier: z.string().optional(),
  quoteIncludes: z.string().min(1),
});

const answered = { status: z.literal('answered'), year: z.int().optional() };

/** One number, exactly. */
const NumberExpectationSchema = NumberSchema.extend(answered);

/** Several numbers, all of them within the first `within` answers (1 when absent). */
const NumbersExpectationSchema = z.strictObject({
  ...answered,
  values: z
    .array(
      /** `mustNear`: the owner, which must be named before this value and after the one before it. */
      NumberSchema.extend({ mustNear: z.string().optional() }),
    )
    .min(2),
  within: z.int().min(1).max(3).optional(),
});

/** A sentence or clause: the first answer's quote holds each of these. */
const PassageExpectationSchema = z.strictObject({
  ...answered,
  quoteIncludes: z.array(AlternativesSchema).min(1),
});

/** A section with its points: how many, where the report counts them, and words each of which is in some point. */
const SectionExpectationSchema = z.strictObject({
  ...answered,
  kind: z.literal('section'),
  points: z.int().min(1).optional(),
  includes: z.array(AlternativesSchema).min(1),
});

/** A computation: the result (any listed rounding), and printed values that must be among its operands. */
const ComparisonExpectationSchema = z.strictObject({
  ...answered,
  computed: z.array(z.string()).min(1),
  inputs: z.array(z.string()).min(1),
  /** For questions like “达到了吗”: what the sentence has to say. */
  verdict: z.enum(['met', 'missed']).optional(),
});

const StatusSchema = z.enum(['answered', 'abstained', 'clarify']);

/** A refusal or a question back, or a list where more than one outcome is fair. */
const StatusExpectationSchema = z.strictObject({
  status: z.union([z.enum(['abstained', 'clarify']), z.array(StatusSchema).min(2)]),
  year: z.int().optional(),
});

export const ExpectationSchema = z.union([
  NumberExpectationSchema,
  NumbersExpectationSchema,
  PassageExpectationSchema,
  SectionExpectationSchema,
  ComparisonExpectationSchema,
  StatusExpectationSchema,
]);

/** The kinds of question, in the order tables show them. */
export const QUESTION_KINDS = [
  'number',
  'pair',
  'ambiguous',
  'period',
  'comparison',
  'list',
  'passage',
  'target',
  'refusal',
] as const;

const QuestionSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(QUESTION_KINDS),
  /** How it is typed, where that is the difficulty: `typo`, `traditional`, `terse`… */
  typing: z.string().optional(),
  /** May be empty: people do send nothing. */
  question: z.string(),
  expect: ExpectationSchema,
});

export type ExpectedNumber = z.infer<typeof NumberSchema>;
export type NumbersExpectation = z.infer<typeof NumbersExpectationSchema>;
export type SectionExpectation = z.infer<typeof SectionExpectationSchema>;
export type ComparisonExpectation = z.infer<typeof ComparisonExpectationSchema>;
export type Expectation = z.infer<typeof ExpectationSchema>;
export type EvaluationQuestion = z.infer<typeof QuestionSchema>;

/** The listed texts, whether one or several were given. */
export function listAlternatives(texts: string | readonly string[]): readonly string[] {
  return typeof texts === 'string' ? [texts] : texts;
}

/** The statuses that are right for an expectation. */
export function listStatuses(expectation: Expectation): readonly string[] {
  return listAlternatives(expectation.status);
}

/**
 * Parses a question file, one JSON object a line; blank lines are skipped.
 * @throws AppError `input_invalid` naming `place` and the line of the first bad or repeated entry.
 */
export function parseQuestions(jsonl: string, place: string): readonly EvaluationQuestion[] {
  const seen = new Set<string>();
  const questions: EvaluationQuestion[] = [];
  for (const [index, line] of jsonl.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const where = `${place}:${index + 1}`;
    const question = parseQuestion(line, where);
    if (seen.has(question.id)) {
      throw new AppError('input_invalid', `${where}: id "${question.id}" is used twice; ids must be unique`);
    }
    seen.add(question.id);
    questions.push(question);
  }
  return questions;
}

function parseQuestion(line: string, where: string): EvaluationQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AppError('input_invalid', `${where}: not JSON; each line is one question object`, { cause });
  }
  const parsed = QuestionSchema.safeParse(value);
  if (!parsed.success) {
    throw new AppError('input_invalid', `${where}: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
