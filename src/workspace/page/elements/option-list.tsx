import type { InteractiveElement } from '../../block-kit/elements.ts';
import type { Option } from '../../block-kit/texts.ts';
import type { ElementValue } from '../../protocol.ts';
import { Text } from '../blocks/text.tsx';
import { snapshot } from '../store.ts';
import { useElementValue } from '../surface.ts';
import type { ElementProps } from './field-props.ts';

type Element = Extract<
  InteractiveElement,
  { type: 'radio_buttons' | 'checkboxes' | 'multi_static_select' | 'multi_users_select' }
>;

/** Options to tick: one of them for radio buttons, any number otherwise. */
export function OptionList({ element, place, field, label }: ElementProps<Element>) {
  const { value, change } = useElementValue(place);
  const isSingle = element.type === 'radio_buttons';
  const options = optionsOf(element);
  const selected = selectedValues(element, value);
  const toggle = (option: Option) => {
    if (element.type === 'radio_buttons') {
      change({ type: element.type, selected_option: option });
      return;
    }
    const isOn = selected.includes(option.value);
    const next = options.filter((one) => (one === option ? !isOn : selected.includes(one.value)));
    change(
      element.type === 'multi_users_select'
        ? { type: element.type, selected_users: next.map((one) => one.value) }
        : { type: element.type, selected_options: next },
    );
  };
  return (
    <fieldset
      class="option-list"
      aria-labelledby={field?.labelId}
      aria-label={field === undefined ? (label ?? '选项') : undefined}
      aria-describedby={field?.describedBy}
    >
      {options.map((option) => (
        <label key={option.value}>
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={`${place.blockId}-${place.actionId}`}
            checked={selected.includes(option.value)}
            onChange={() => toggle(option)}
          />
          <span>
            <Text text={option.text} />
            {option.description !== undefined && <small>{option.description.text}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function optionsOf(element: Element): readonly Option[] {
  switch (element.type) {
    case 'multi_users_select':
      return (snapshot.value?.people ?? []).map(({ id, name }) => ({
        text: { type: 'plain_text', text: name },
        value: id,
      }));
    case 'multi_static_select':
      return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(({ options }) => options)];
    default:
      return element.options;
  }
}

function selectedValues(element: Element, value: ElementValue | undefined): readonly (string | undefined)[] {
  switch (element.type) {
    case 'radio_buttons': {
      const option = value === undefined ? element.initial_option : (value.selected_option as Option | null);
      return option === null || option === undefined ? [] : [option.value];
    }
    case 'multi_users_select':
      return value === undefined
        ? (element.initial_users ?? [])
        : (value.selected_users as readonly string[]);
    default: {
      const options =
        value === undefined ? (element.initial_options ?? []) : (value.selected_options as readonly Option[]);
      return options.map((option) => option.value);
    }
  }
}
