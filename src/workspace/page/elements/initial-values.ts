import type { Block } from '../../block-kit/blocks.ts';
import type { InteractiveElement } from '../../block-kit/elements.ts';
import type { ElementValue, FormValues } from '../../protocol.ts';

/** The values a form starts with, spelled as Slack sends them; empty fields are there with null. */
export function initialValues(blocks: readonly Block[]): FormValues {
  const values: Record<string, Record<string, ElementValue>> = {};
  for (const block of blocks) {
    const elements =
      block.type === 'input'
        ? [block.element]
        : block.type === 'actions'
          ? block.elements
          : block.type === 'section' && block.accessory !== undefined && block.accessory.type !== 'image'
            ? [block.accessory]
            : [];
    for (const element of elements) {
      const value = initialValue(element);
      if (value === null) continue;
      values[block.block_id ?? ''] = { ...values[block.block_id ?? ''], [element.action_id ?? '']: value };
    }
  }
  return values;
}

function initialValue(element: InteractiveElement): ElementValue | null {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    default:
      return null;
  }
}
