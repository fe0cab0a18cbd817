import { z } from 'zod';
import { DataVisualizationSchema } from './charts.ts';
import {
  AccessorySchema,
  ActionsElementSchema,
  ContextActionsElementSchema,
  ImageElementSchema,
  InputElementSchema,
} from './elements.ts';
import { LIMITS } from './limits.ts';
import { RichTextSchema } from './rich-text.ts';
import { DataTableSchema, TableSchema } from './tables.ts';
import { plainText, textObject } from './texts.ts';

const block_id = z.string().min(1).max(LIMITS.id).optional();

const HeaderSchema = z.strictObject({
  type: z.literal('header'),
  block_id,
  text: plainText(LIMITS.header),
  level: z.number().int().min(1).max(4).optional(),
});

const SectionSchema = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: textObject(LIMITS.text).optional(),
    fields: z.array(textObject(LIMITS.section.field)).min(1).max(LIMITS.section.fields).optional(),
    accessory: AccessorySchema.optional(),
    expand: z.boolean().optional(),
  })
  .refine((section) => section.text !== undefined || section.fields !== undefined, {
    message: 'missing required field: text',
    path: ['text'],
  });

const DividerSchema = z.strictObject({ type: z.literal('divider'), block_id });

const ImageSchema = z
  .strictObject({
    type: z.literal('image'),
    block_id,
    image_url: z.url().max(LIMITS.image.url).optional(),
    slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
    alt_text: z.string().min(1).max(LIMITS.image.altText),
    title: plainText(LIMITS.image.title).optional(),
  })
  .refine((image) => (image.image_url === undefined) !== (image.slack_file === undefined), {
    message: 'missing required field: image_url',
    path: ['image_url'],
  });

const ContextSchema = z.strictObject({
  type: z.literal('context'),
  block_id,
  elements: z
    .array(z.discriminatedUnion('type', [textObject(LIMITS.text), ImageElementSchema]))
    .min(1)
    .max(LIMITS.context),
});

const ActionsSchema = z.strictObject({
  type: z.literal('actions'),
  block_id,
  elements: z.array(ActionsElementSchema).min(1).max(LIMITS.actions),
});

const ContextActionsSchema = z.strictObject({
  type: z.literal('context_actions'),
  block_id,
  elements: z.array(ContextActionsElementSchema).min(1).max(LIMITS.contextActions),
});

const InputSchema = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plainText(LIMITS.input.label),
  element: InputElementSchema,
  hint: plainText(LIMITS.input.hint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const AlertSchema = z.strictObject({
  type: z.literal('alert'),
  block_id,
  text: textObject(LIMITS.alert),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const MarkdownSchema = z.strictObject({
  type: z.literal('markdown'),
  block_id,
  // How long it may be is a rule about the whole message: all markdown blocks together.
  text: z.string().min(1),
});

/** Blocks Slack knows and this workspace accepts without checking or drawing them. */
const UndrawnSchema = z.looseObject({
  type: z.enum(['card', 'carousel', 'file', 'plan', 'task_card', 'video']),
  block_id,
});

const ContainerSchema = z
  .strictObject({
    type: z.literal('container'),
    block_id,
    title: plainText(LIMITS.container.title).optional(),
    rich_text_title: RichTextSchema.optional(),
    subtitle: textObject(LIMITS.container.title).optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          ActionsSchema,
          ContextSchema,
          DividerSchema,
          HeaderSchema,
          ImageSchema,
          InputSchema,
          RichTextSchema,
          SectionSchema,
          TableSchema,
        ]),
      )
      .min(1)
      .max(LIMITS.container.blocks),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: ImageElementSchema.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((container) => container.title !== undefined || container.rich_text_title !== undefined, {
    message: 'missing required field: title',
    path: ['title'],
  });

export const BlockSchema = z.discriminatedUnion('type', [
  ActionsSchema,
  AlertSchema,
  ContainerSchema,
  ContextActionsSchema,
  ContextSchema,
  DataTableSchema,
  DataVisualizationSchema,
  DividerSchema,
  HeaderSchema,
  ImageSchema,
  InputSchema,
  MarkdownSchema,
  RichTextSchema,
  SectionSchema,
  TableSchema,
  UndrawnSchema,
]);

export type Block = z.infer<typeof BlockSchema>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

/** Block types Slack accepts only on these surfaces; a type not named here is accepted on all. */
export const SURFACES: Partial<Record<Block['type'], readonly Surface[]>> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message', 'home'],
  context_actions: ['message'],
  data_table: ['message', 'home'],
  data_visualization: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message', 'home'],
  task_card: ['message'],
};
