import { z } from 'zod';
import { actionId, confirm, focus, placeholder } from './element-fields.ts';
import { LIMITS } from './limits.ts';
import { OptionGroupSchema, OptionSchema } from './texts.ts';

const maxSelected = z.number().int().min(1).optional();

const choices = {
  action_id: actionId,
  options: z.array(OptionSchema).min(1).max(LIMITS.select.options).optional(),
  option_groups: z.array(OptionGroupSchema).min(1).max(LIMITS.select.groups).optional(),
  placeholder,
  confirm,
  focus_on_load: focus,
};

const StaticSelectSchema = z
  .strictObject({ type: z.literal('static_select'), initial_option: OptionSchema.optional(), ...choices })
  .refine(hasChoices, { message: 'missing required field: options', path: ['options'] });

const MultiStaticSelectSchema = z
  .strictObject({
    type: z.literal('multi_static_select'),
    initial_options: z.array(OptionSchema).min(1).optional(),
    max_selected_items: maxSelected,
    ...choices,
  })
  .refine(hasChoices, { message: 'missing required field: options', path: ['options'] });

function hasChoices(select: { options?: unknown; option_groups?: unknown }): boolean {
  return (select.options === undefined) !== (select.option_groups === undefined);
}

const external = {
  action_id: actionId,
  min_query_length: z.number().int().min(0).optional(),
  placeholder,
  confirm,
  focus_on_load: focus,
};

const ExternalSelectSchema = z.strictObject({
  type: z.literal('external_select'),
  initial_option: OptionSchema.optional(),
  ...external,
});

const MultiExternalSelectSchema = z.strictObject({
  type: z.literal('multi_external_select'),
  initial_options: z.array(OptionSchema).min(1).optional(),
  max_selected_items: maxSelected,
  ...external,
});

const workspaceMenu = { action_id: actionId, placeholder, confirm, focus_on_load: focus };

const UsersSelectSchema = z.strictObject({
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
  ...workspaceMenu,
});

const MultiUsersSelectSchema = z.strictObject({
  type: z.literal('multi_users_select'),
  initial_users: z.array(z.string()).optional(),
  max_selected_items: maxSelected,
  ...workspaceMenu,
});

const ConversationsSelectSchema = z.strictObject({
  type: z.literal('conversations_select'),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z.looseObject({}).optional(),
  ...workspaceMenu,
});

const ChannelsSelectSchema = z.strictObject({
  type: z.literal('channels_select'),
  initial_channel: z.string().optional(),
  response_url_enabled: z.boolean().optional(),
  ...workspaceMenu,
});

/** Every kind of menu; all may stand in actions, sections and inputs. */
export const MENUS = [
  StaticSelectSchema,
  MultiStaticSelectSchema,
  ExternalSelectSchema,
  MultiExternalSelectSchema,
  UsersSelectSchema,
  MultiUsersSelectSchema,
  ConversationsSelectSchema,
  ChannelsSelectSchema,
] as const;
