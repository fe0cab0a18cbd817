import { z } from 'zod';
import { LIMITS } from './limits.ts';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
  })
  .optional();

const RichTextInlineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().min(1).max(LIMITS.button.url),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().min(1),
    unicode: z.string().optional(),
    url: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: z.string().min(1),
    url: z.string().optional(),
    fallback: z.string().optional(),
    style,
  }),
]);
export type RichTextInline = z.infer<typeof RichTextInlineSchema>;

const border = z.union([z.literal(0), z.literal(1)]).optional();

const RichTextSectionSchema = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(RichTextInlineSchema),
});

const RichTextPartSchema = z.discriminatedUnion('type', [
  RichTextSectionSchema,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(RichTextSectionSchema).min(1),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().min(0).optional(),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_quote'),
    elements: z.array(RichTextInlineSchema).min(1),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(RichTextInlineSchema).min(1),
    border,
    language: z.string().optional(),
  }),
]);
export type RichTextPart = z.infer<typeof RichTextPartSchema>;

export const RichTextSchema = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().max(LIMITS.id).optional(),
  elements: z.array(RichTextPartSchema).min(1),
});
export type RichText = z.infer<typeof RichTextSchema>;
