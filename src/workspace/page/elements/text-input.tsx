import type { InteractiveElement } from '../../block-kit/elements.ts';
import { useElementValue } from '../surface.ts';
import { type ElementProps, fieldAttributes } from './field-props.ts';

type Element = Extract<
  InteractiveElement,
  { type: 'plain_text_input' | 'number_input' | 'url_text_input' | 'email_text_input' }
>;

/**
 * A line or a box to type into. Numbers are typed as text: a native number field would throw away what is not
 * a number, and the person could not be told what is wrong with it.
 */
export function TextInput({ element, place, field, label }: ElementProps<Element>) {
  // Typing never sends by itself; fields that dispatch do so on Enter.
  const { value, change } = useElementValue({ ...place, sends: 'with-form' });
  const { change: send } = useElementValue(place);
  const current = value === undefined ? element.initial_value : value.value;
  const text = typeof current === 'string' ? current : '';
  const attributes = {
    ...fieldAttributes(field, element.placeholder?.text ?? label),
    placeholder: element.placeholder?.text,
    value: text,
  };
  if (element.type === 'plain_text_input' && element.multiline === true) {
    return (
      <textarea
        {...attributes}
        rows={4}
        onInput={(event) => change({ type: element.type, value: event.currentTarget.value || null })}
      />
    );
  }
  return (
    <input
      type="text"
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      {...attributes}
      onInput={(event) => change({ type: element.type, value: event.currentTarget.value || null })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || place.sends !== 'at-once') return;
        event.preventDefault();
        send({ type: element.type, value: event.currentTarget.value || null });
      }}
    />
  );
}
