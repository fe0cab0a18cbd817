import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { ConfirmSchema, OptionGroupSchema, OptionSchema, plainText } from './texts.ts';

const actionId = z.string().min(1).max(LIMITS.id).optional();
const style = z.enum(['primary', 'danger']).optional();
const confirm = ConfirmSchema.optional();
const placeholder = plainText(LIMITS.select.placeholder).optional();
const focus = z.boolean().optional();
const dispatch = z
  .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
  .optional();
const accessibilityLabel = z.string().max(LIMITS.button.accessibilityLabel).optional();
const maxSelected = z.number().int().min(1).optional();

export const ButtonSchema = z.strictObject({
  type: z.literal('button'),
  text: plainText(LIMITS.button.text),
  action_id: actionId,
  value: z.string().max(LIMITS.button.value).optional(),
  url: z.string().max(LIMITS.button.url).optional(),
  style,
  confirm,
  accessibility_label: accessibilityLabel,
});

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

const OverflowSchema = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(OptionSchema).min(1).max(LIMITS.overflow),
  confirm,
});

const DatepickerSchema = z.strictObject({
  type: z.literal('datepicker'),
  action_id: actionId,
  initial_date: z.iso.date().optional(),
  placeholder,
  confirm,
  focus_on_load: focus,
});

const TimepickerSchema = z.strictObject({
  type: z.literal('timepicker'),
  action_id: actionId,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: z.string().optional(),
  placeholder,
  confirm,
  focus_on_load: focus,
});

const CheckboxesSchema = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: z.array(OptionSchema).min(1).max(LIMITS.checkboxes),
  initial_options: z.array(OptionSchema).min(1).optional(),
  confirm,
  focus_on_load: focus,
});

const RadioButtonsSchema = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: z.array(OptionSchema).min(1).max(LIMITS.checkboxes),
  initial_option: OptionSchema.optional(),
  confirm,
  focus_on_load: focus,
});

const typed = {
  action_id: actionId,
  initial_value: z.string().optional(),
  placeholder,
  focus_on_load: focus,
  dispatch_action_config: dispatch,
};

const PlainTextInputSchema = z.strictObject({
  type: z.literal('plain_text_input'),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(LIMITS.plainTextInput).optional(),
  max_length: z.number().int().min(1).max(LIMITS.plainTextInput).optional(),
  ...typed,
});

const NumberInputSchema = z.strictObject({
  type: z.literal('number_input'),
  is_decimal_allowed: z.boolean(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  ...typed,
});

const UrlInputSchema = z.strictObject({ type: z.literal('url_text_input'), ...typed });

const EmailInputSchema = z.strictObject({ type: z.literal('email_text_input'), ...typed });

export const ImageElementSchema = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(LIMITS.image.url),
  alt_text: z.string().min(1).max(LIMITS.image.altText),
});

const feedbackButton = z.strictObject({
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value),
  accessibility_label: accessibilityLabel,
});

const FeedbackButtonsSchema = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

const IconButtonSchema = z.strictObject({
  type: z.literal('icon_button'),
  action_id: actionId,
  icon: z.string(),
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value).optional(),
  accessibility_label: accessibilityLabel,
  confirm,
  visible_to_user_ids: z.array(z.string()).optional(),
});

const menus = [
  StaticSelectSchema,
  MultiStaticSelectSchema,
  ExternalSelectSchema,
  MultiExternalSelectSchema,
  UsersSelectSchema,
  MultiUsersSelectSchema,
  ConversationsSelectSchema,
  ChannelsSelectSchema,
] as const;

const pickers = [DatepickerSchema, TimepickerSchema, CheckboxesSchema, RadioButtonsSchema] as const;

const typedInputs = [PlainTextInputSchema, NumberInputSchema, UrlInputSchema, EmailInputSchema] as const;

export const ActionsElementSchema = z.discriminatedUnion('type', [
  ButtonSchema,
  OverflowSchema,
  ...menus,
  ...pickers,
]);

export const AccessorySchema = z.discriminatedUnion('type', [
  ButtonSchema,
  OverflowSchema,
  ImageElementSchema,
  ...menus,
  ...pickers,
]);

export const InputElementSchema = z.discriminatedUnion('type', [...typedInputs, ...menus, ...pickers]);

export const ContextActionsElementSchema = z.discriminatedUnion('type', [
  FeedbackButtonsSchema,
  IconButtonSchema,
]);

export type Button = z.infer<typeof ButtonSchema>;
export type Overflow = z.infer<typeof OverflowSchema>;
export type FeedbackButtons = z.infer<typeof FeedbackButtonsSchema>;
export type IconButton = z.infer<typeof IconButtonSchema>;
export type InputElement = z.infer<typeof InputElementSchema>;
export type ActionsElement = z.infer<typeof ActionsElementSchema>;
/** Anything a person can press, pick or fill in. */
export type InteractiveElement = ActionsElement | InputElement | FeedbackButtons | IconButton;
