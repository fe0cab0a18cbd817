import { z } from 'zod';
import { LIMITS } from './limits.ts';

const anyPlainText = z.strictObject({
  type: z.literal('plain_text'),
  text: z.string().min(1).max(LIMITS.text),
  emoji: z.boolean().optional(),
});

const anyMrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string().min(1).max(LIMITS.text),
  verbatim: z.boolean().optional(),
});

export type PlainText = z.infer<typeof anyPlainText>;
export type Mrkdwn = z.infer<typeof anyMrkdwn>;
export type TextObject = PlainText | Mrkdwn;

/** A plain_text object of at most `max` characters. */
export function plainText(max: number) {
  return anyPlainText.extend({ text: z.string().min(1).max(max) });
}

/** A plain_text or mrkdwn object of at most `max` characters. */
export function textObject(max: number) {
  return z.discriminatedUnion('type', [
    plainText(max),
    anyMrkdwn.extend({ text: z.string().min(1).max(max) }),
  ]);
}

export const ConfirmSchema = z.strictObject({
  title: plainText(LIMITS.confirm.title).optional(),
  text: textObject(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.button).optional(),
  deny: plainText(LIMITS.confirm.button).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
export type Confirm = z.infer<typeof ConfirmSchema>;

export const OptionSchema = z.strictObject({
  text: textObject(LIMITS.option.text),
  value: z.string().max(LIMITS.option.value).optional(),
  description: plainText(LIMITS.option.description).optional(),
  url: z.string().max(LIMITS.button.url).optional(),
});
export type Option = z.infer<typeof OptionSchema>;

export const OptionGroupSchema = z.strictObject({
  label: plainText(LIMITS.option.text),
  options: z.array(OptionSchema).min(1).max(LIMITS.select.options),
});
