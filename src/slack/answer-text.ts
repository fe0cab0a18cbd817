import { z } from 'zod';
import type { Answer } from '../answering/answer.ts';

const place = {
  source: z.string(),
  section: z.string(),
  start: z.int(),
  end: z.int(),
  printedAt: z
    .strictObject({
      page: z.int().exactOptional(),
      paragraph: z.int(),
      row: z.int().exactOptional(),
    })
    .exactOptional(),
};
const quote = { ...place, quote: z.string() };
const number = { value: z.string(), unit: z.string(), qualifier: z.string() };
const PeriodSchema = z
  .strictObject({
    year: z.int(),
    fromYear: z.int().exactOptional(),
    kind: z.enum(['actual', 'target']),
  })
  .nullable();
const base = { ...quote, text: z.string(), period: PeriodSchema };
const marks = z.array(z.object({ start: z.int(), end: z.int() }));

const ItemSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, ...number, kind: z.literal('figure'), marks }),
  z.object({ ...base, ...number, kind: z.literal('target'), marks }),
  z.object({ ...base, kind: z.literal('passage') }),
  z.object({ ...base, kind: z.literal('section'), points: z.array(z.object(quote)) }),
  z.object({
    ...base,
    kind: z.literal('comparison'),
    computed: z.string(),
    formula: z.string(),
    inputs: z.array(
      z.object({
        ...quote,
        ...number,
        period: PeriodSchema,
        valueStart: z.int(),
        valueEnd: z.int(),
      }),
    ),
    caveat: z.string(),
  }),
]);

/** An answer as it is kept; fields that no message shows are let go. */
const AnswerSchema = z.object({
  question: z.string(),
  status: z.enum(['answered', 'abstained', 'clarify']),
  knowledgeVersion: z.string(),
  answers: z.array(ItemSchema),
  missing: z.array(z.string()),
  nearest: z.array(
    z.object({ ...place, text: z.string().exactOptional(), quote: z.string().exactOptional() }),
  ),
  choices: z.array(z.object({ label: z.string(), question: z.string() })),
  reason: z
    .enum([
      'empty',
      'not-a-question',
      'instruction',
      'not-covered',
      'no-number',
      'other-period',
      'other-region',
      'procedure',
      'units-differ',
      'too-long',
    ])
    .exactOptional(),
  message: z.string().exactOptional(),
  understoodAs: z.string().exactOptional(),
}) satisfies z.ZodType<Answer>;

/** An answer as text, to be kept: the same answer is always the same text. */
export function encodeAnswer(answer: Answer): string {
  return JSON.stringify(answer);
}

/** The answer again; undefined for what another version of the bot kept in another shape. */
export function decodeAnswer(text: string): Answer | undefined {
  return AnswerSchema.safeParse(parseJson(text)).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
