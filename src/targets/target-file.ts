import { z } from 'zod';
import { isLocalDate } from './local-date.ts';

const text = z.string().trim().min(1);
const day = z.string().refine(isLocalDate, 'must be a day of the calendar such as 2019-06-30');

/** Where a statement stands: a quote that occurs once in the report or, with `section`, once under that heading. */
const anchor = {
  quote: text,
  /** Part of a heading path; only needed when the quote occurs more than once. */
  section: text.optional(),
};

const baseline = z.strictObject({
  ...anchor,
  /** As printed in the quote; two numbers for a ratio of the second to the first. */
  value: z.union([text, z.tuple([text, text])]),
  unit: z.string().trim().default(''),
  comparability: z.enum(['same-measure', 'similar-measure']),
  /** How the measures differ, in Chinese; required for a similar measure. */
  note: z.string().trim().default(''),
});

const numeric = z.strictObject({
  comparator: z.enum(['at-least', 'at-most', 'reach', 'increase']),
  measure: z.enum(['cumulative', 'level']),
  /** As printed in the quote; absent for an increase without a number. */
  goal: text.optional(),
  unit: z.string().trim().default(''),
  baseline: baseline.optional(),
});

const entry = z
  .strictObject({
    /** Never changed once entries are recorded for it. */
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
    name: text.max(40),
    ...anchor,
    due: day.optional(),
    numeric: numeric.optional(),
    /** What has to exist at the end. */
    milestone: text.optional(),
  })
  .refine((value) => (value.numeric === undefined) !== (value.milestone === undefined), {
    message: 'a target is either numeric or a milestone; give exactly one of the two',
  });

/** `targets/<report id>.yaml`: the targets of one report as people reviewed them. */
export const TargetsSchema = z.strictObject({
  /** The year the targets are set for. */
  year: z.int().min(1949).max(9999),
  targets: z.array(entry),
  /** Numbers of the part about the future that set no target, with the reason. */
  notTargets: z.array(z.strictObject({ ...anchor, reason: text })).default([]),
});

export type TargetsFile = z.infer<typeof TargetsSchema>;
export type TargetEntry = TargetsFile['targets'][number];
