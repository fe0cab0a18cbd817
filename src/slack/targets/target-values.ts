import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { CONFIDENCES, MILESTONE_STATES, STATUSES } from '../../targets/entry.ts';
import { isLocalDate } from '../../targets/local-date.ts';
import { ChannelIdSchema, PersonIdSchema } from '../slack-ids.ts';
import { ME } from './target-filter.ts';

/** Where a form was opened; empty for the App Home. */
const place = ChannelIdSchema.or(z.literal(''));

/** A value of a button may be 2,000 characters long. */
export const MAX_SAID_CHARS = 200;

const day = z.string().refine(isLocalDate);

const filter = z.strictObject({
  words: z.array(z.string()),
  statuses: z.array(z.enum(STATUSES)),
  kind: z.enum(['numeric', 'milestone']).nullable(),
  ownerId: PersonIdSchema.or(z.literal(ME)).nullable(),
  isStale: z.boolean(),
  /** Buttons of older messages do not have it. */
  needsAttention: z.boolean().default(false),
  isWithoutOwner: z.boolean(),
  subscriptionId: z.string().nullable(),
});

/** Where a form was opened, the targets after this one, and the entry it puts right. */
const formPlace = {
  channel: place,
  queue: z.array(z.string()),
  corrects: z.int().positive().nullable(),
};

/** What buttons and views about targets carry; everything in it was outside and is checked when it comes back. */
export const TARGET_VALUES = {
  /** `people` are those the form to assign owners begins with. */
  target: z.strictObject({ target: z.string(), people: z.array(PersonIdSchema).optional() }),
  /** Null asks in the form which target it is; `said` and `asOf` are what the form begins with. */
  recordTarget: z.strictObject({
    target: z.string().nullable(),
    said: z.string().optional(),
    asOf: day.optional(),
  }),
  page: z.strictObject({ filter, from: z.int().nonnegative() }),
  /** `said` is what the form to put it right begins with. */
  entry: z.strictObject({ target: z.string(), seq: z.int().positive(), said: z.string().optional() }),
  proposal: z.strictObject({ proposal: z.string() }),
  subscription: z.strictObject({ subscription: z.string() }),
  slot: z.strictObject({ subscription: z.string(), slotOn: z.string() }),
  round: z.strictObject({ filter, isDue: z.boolean() }),
  /** The form for an entry; without a target it asks for one first. */
  entryForm: z.strictObject({
    target: z.string().nullable(),
    ...formPlace,
    /** What the form of the target that is chosen begins with. */
    said: z.string().optional(),
  }),
  /** An entry waiting for “yes, it is meant”. */
  entryConfirm: z.strictObject({
    target: z.string(),
    ...formPlace,
    draft: z.strictObject({
      asOf: z.string(),
      value: z.string().optional(),
      state: z.enum(MILESTONE_STATES).optional(),
      note: z.string(),
      evidence: z.string(),
      confidence: z.enum(CONFIDENCES),
    }),
  }),
  /** `isUnknownNamed` when an owner was named that nobody is, so that choosing nobody is no wish to clear them. */
  targetForm: z.strictObject({
    target: z.string(),
    channel: place,
    isUnknownNamed: z.boolean().optional(),
  }),
  exportDigest: z.strictObject({
    asOf: day,
    since: day,
    period: z.strictObject({
      every: z.enum(['week', 'month', 'quarter']),
      isOver: z.boolean(),
      from: day,
      to: day,
    }),
    subscription: z.string().nullable(),
    /** What words narrowed it to; buttons of older messages do not have it. */
    filter: filter.nullable().default(null),
  }),
  /** `said` is when it is to come and what it is to be narrowed to, as it was typed: the form begins with that. */
  subscriptionForm: z.strictObject({
    channel: ChannelIdSchema.or(PersonIdSchema),
    subscription: z.string().nullable(),
    said: z.string().max(MAX_SAID_CHARS).optional(),
  }),
} as const;

type Name = keyof typeof TARGET_VALUES;
export type TargetValue<N extends Name> = z.infer<(typeof TARGET_VALUES)[N]>;

/** What is written may be read-only throughout. */
type Encodable<Value> = { readonly [Key in keyof Value]: Encodable<Value[Key]> };

export function encodeTargetValue<N extends Name>(_name: N, value: Encodable<TargetValue<N>>): string {
  return JSON.stringify(value);
}

/** @throws AppError `input_invalid` when the text is no value of that name. */
export function decodeTargetValue<N extends Name>(name: N, text: string | undefined): TargetValue<N>;
export function decodeTargetValue(name: Name, text: string | undefined): unknown {
  try {
    return TARGET_VALUES[name].parse(JSON.parse(text ?? ''));
  } catch (cause) {
    throw new AppError('input_invalid', `a value “${name}” that came back from Slack cannot be read`, {
      cause,
    });
  }
}
