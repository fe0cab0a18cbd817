import { z } from 'zod';
import { AppError } from '../errors.ts';
import { LIMITS } from './blocks/limits.ts';
import { ChannelIdSchema } from './slack-ids.ts';

const RatingSchema = z.enum(['helpful', 'not-helpful']);
const SharingSchema = z.enum(['none', 'offered', 'done']);
const MenuPickSchema = z.enum(['wrong-number', 'needs-person', 'cite', 'source']);

export type Rating = z.infer<typeof RatingSchema>;
/** Whether an answer cannot be shared, may be, or has been. */
export type Sharing = z.infer<typeof SharingSchema>;
export type MenuPick = z.infer<typeof MenuPickSchema>;

/** What a button carries to the listener that is called when it is pressed. */
const ButtonValueSchemas = {
  /** A complete question the bot itself proposed. */
  ask: z.strictObject({ ask: z.string().min(1) }),
  /** A question somebody is called to; without one, the person writes what it is about. */
  call: z.strictObject({ q: z.string().min(1).optional() }),
  /**
   * A question that was answered: everything is found again by answering it once more. It may have been rated; the message is
   * shown anew when it was shared.
   */
  share: z.strictObject({ q: z.string().min(1), rating: RatingSchema.optional() }),
  /** The same; `n` is on messages of before one view showed what is around every quote. */
  context: z.strictObject({ q: z.string().min(1), n: z.int().nonnegative().optional() }),
  /** A choice from the menu of an answer. */
  menu: z.strictObject({ q: z.string().min(1), pick: MenuPickSchema }),
  /** The answer to a question from its part number `from` on. */
  rest: z.strictObject({ q: z.string().min(1), from: z.int().nonnegative() }),
  /** A thumb; `sharing` shows the message anew as it was. */
  rating: z.strictObject({
    q: z.string().min(1),
    rating: RatingSchema,
    sharing: SharingSchema.default('none'),
  }),
  /** A node of the outline; empty for the top. */
  node: z.strictObject({ node: z.string() }),
  /** A place in a report; `sum` tells whether the text there is still the one the button stands under. */
  place: z.strictObject({
    source: z.string().min(1),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    sum: z.string().optional(),
  }),
} as const;

type ValueName = keyof typeof ButtonValueSchemas;
type ValueOf<Name extends ValueName> = z.infer<(typeof ButtonValueSchemas)[Name]>;
export type ButtonValue = { [Name in ValueName]: ValueOf<Name> }[ValueName];

/** Writes a value. Values are short by what they hold; check proposed questions with {@link fitsValue}. */
export function encodeValue(value: ButtonValue): string {
  return JSON.stringify(value);
}

export function fitsValue(value: ButtonValue): boolean {
  return encodeValue(value).length <= LIMITS.buttonValue;
}

/**
 * Reads the value of a pressed button: it was outside and is checked like any input.
 *
 * @throws AppError `input_invalid` when it is not a value of that name.
 */
export function decodeValue<Name extends ValueName>(name: Name, value: string | undefined): ValueOf<Name> {
  return decode<ValueOf<Name>>(ButtonValueSchemas[name], `a button value “${name}”`, value);
}

const FormSubjectSchema = z.strictObject({
  kind: z.enum(['wrong-number', 'needs-person']),
  q: z.string().min(1).optional(),
  channel: ChannelIdSchema.optional(),
  threadTs: z
    .string()
    .regex(/^\d+\.\d+$/u)
    .optional(),
});

/** What a form is about, kept in the view while the person writes. */
export type FormSubject = z.infer<typeof FormSubjectSchema>;

export function encodeFormSubject(subject: FormSubject): string {
  return JSON.stringify(subject);
}

/** @throws AppError `input_invalid` when the view holds something else. */
export function decodeFormSubject(metadata: string): FormSubject {
  return decode(FormSubjectSchema, 'the subject of a form', metadata);
}

function decode<Value>(schema: z.ZodType, name: string, value: string | undefined): Value;
function decode(schema: z.ZodType, name: string, value: string | undefined): unknown {
  const parsed = schema.safeParse(parseJson(value));
  if (!parsed.success)
    throw new AppError('input_invalid', `${name} cannot be read: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parseJson(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    return undefined;
  }
}
