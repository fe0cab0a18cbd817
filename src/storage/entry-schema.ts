import { z } from 'zod';
import { CONFIDENCES, MILESTONE_STATES, type NewEntry, STATUSES } from '../targets/entry.ts';

const base = {
  requestKey: z.string(),
  targetId: z.string(),
  asOf: z.string(),
  note: z.string(),
  recordedBy: z.string(),
  recordedAt: z.coerce.date(),
  saidIn: z.string(),
  origin: z.enum(['slack', 'import', 'sample']),
};
const evidenced = {
  evidence: z.string(),
  confidence: z.enum(CONFIDENCES),
  corrects: z.number().nullable(),
};

/** What a kept entry must hold for its kind; anything else was not written by this program. */
export const NewEntrySchema = z.discriminatedUnion('kind', [
  z.object({ ...base, ...evidenced, kind: z.literal('value'), value: z.string() }),
  z.object({ ...base, ...evidenced, kind: z.literal('state'), state: z.enum(MILESTONE_STATES) }),
  z.object({ ...base, kind: z.literal('override'), status: z.enum(STATUSES) }),
  z.object({ ...base, kind: z.literal('pause') }),
  z.object({ ...base, kind: z.literal('resume') }),
  z.object({ ...base, kind: z.literal('undo'), undoes: z.number() }),
]) satisfies z.ZodType<NewEntry>;
