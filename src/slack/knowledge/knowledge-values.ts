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
