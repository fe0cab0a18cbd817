import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { ChannelIdSchema } from '../slack-ids.ts';

/** What buttons and views about reports, words and settings carry; it was outside and is checked when it comes back. */
const KNOWLEDGE_VALUES = {
  /** A received file. */
  file: z.strictObject({ file: z.string().min(1) }),
  report: z.strictObject({ report: z.string().min(1) }),
  /** A change on record. */
  change: z.strictObject({ seq: z.int().positive() }),
  /** A question of the list to go through. */
  question: z.strictObject({ question: z.string().min(1) }),
  page: z.strictObject({ from: z.int().nonnegative() }),
  teachForm: z.strictObject({ question: z.string().min(1), channel: z.string() }),
  /** A number of a report, as an option of a menu. */
  figure: z.strictObject({ r: z.string().min(1), s: z.int().nonnegative(), e: z.int().nonnegative() }),
  scopeForm: z.strictObject({ channel: ChannelIdSchema }),
  /** What a channel keeps to; null for all reports. */
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('report'), id: z.string().min(1) }),
    z.strictObject({ kind: z.literal('collection'), name: z.string().min(1) }),
    z.strictObject({ kind: z.literal('all') }),
  ]),
  reportForm: z.strictObject({ file: z.string().min(1), channel: ChannelIdSchema }),
} as const;

type Name = keyof typeof KNOWLEDGE_VALUES;
type KnowledgeValue<N extends Name> = z.infer<(typeof KNOWLEDGE_VALUES)[N]>;

export function encodeKnowledgeValue<N extends Name>(_name: N, value: KnowledgeValue<N>): string {
  return JSON.stringify(value);
}

/** @throws AppError `input_invalid` when the text is no value of that name. */
export function decodeKnowledgeValue<N extends Name>(name: N, text: string | undefined): KnowledgeValue<N>;
export function decodeKnowledgeValue(name: Name, text: string | undefined): unknown {
  try {
    return KNOWLEDGE_VALUES[name].parse(JSON.parse(text ?? ''));
  } catch (cause) {
    throw new AppError('input_invalid', `a value “${name}” that came back from Slack cannot be read`, {
      cause,
    });
  }
}
