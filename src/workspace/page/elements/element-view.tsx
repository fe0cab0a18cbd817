import type { InteractiveElement } from '../../block-kit/elements.ts';
import type { ElementPlace } from '../surface.ts';
import { ButtonElement } from './button-element.tsx';
import { ExternalSelect } from './external-select.tsx';
import type { Field } from './field-props.ts';
import { OptionList } from './option-list.tsx';
import { OverflowMenu } from './overflow-menu.tsx';
import { PickerInput } from './picker-input.tsx';
import { StaticSelect } from './static-select.tsx';
import { TextInput } from './text-input.tsx';
import { WorkspaceSelect } from './workspace-select.tsx';

type Props = {
  readonly element: InteractiveElement;
  readonly blockId: string;
  /** Outside input blocks an element tells the bot about each change at once. */
  readonly sends?: ElementPlace['sends'];
  readonly field?: Field | undefined;
  readonly label?: string | undefined;
};

/** Draws the element that fits. */
export function ElementView({ element, blockId, sends = 'at-once', field, label }: Props) {
  const place = { blockId, actionId: element.action_id ?? '', sends };
  const props = { place, field, label };
  switch (element.type) {
    case 'button':
      return <ButtonElement element={element} blockId={blockId} />;
    case 'overflow':
      return <OverflowMenu element={element} blockId={blockId} />;
    case 'static_select':
      return <StaticSelect element={element} {...props} />;
    case 'external_select':
      return <ExternalSelect element={element} {...props} />;
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <WorkspaceSelect element={element} {...props} />;
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
      return <OptionList element={element} {...props} />;
    case 'datepicker':
    case 'timepicker':
      return <PickerInput element={element} {...props} />;
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return <TextInput element={element} {...props} />;
    case 'multi_external_select':
    case 'feedback_buttons':
    case 'icon_button':
      return <p class="muted">（这个页面不画 {element.type}。）</p>;
  }
}
