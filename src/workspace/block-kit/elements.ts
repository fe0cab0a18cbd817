import { z } from 'zod';
import { actionId, confirm, focus, placeholder } from './element-fields.ts';
import { LIMITS } from './limits.ts';
import { MENUS } from './menus.ts';
import { OptionSchema, plainText } from './texts.ts';

const style = z.enum(['primary', 'danger']).optional();
const dispatch = z
  .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
  .optional();
const accessibilityLabel = z.string().max(LIMITS.button.accessibilityLabel).optional();

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

const pickers = [DatepickerSchema, TimepickerSchema, CheckboxesSchema, RadioButtonsSchema] as const;

const typedInputs = [PlainTextInputSchema, NumberInputSchema, UrlInputSchema, EmailInputSchema] as const;

export const ActionsElementSchema = z.discriminatedUnion('type', [
  ButtonSchema,
  OverflowSchema,
  ...MENUS,
  ...pickers,
]);

export const AccessorySchema = z.discriminatedUnion('type', [
  ButtonSchema,
  OverflowSchema,
  ImageElementSchema,
  ...MENUS,
  ...pickers,
]);

export const InputElementSchema = z.discriminatedUnion('type', [...typedInputs, ...MENUS, ...pickers]);

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
