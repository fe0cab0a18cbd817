import type { InteractiveElement } from '../../block-kit/elements.ts';
import type { Option } from '../../block-kit/texts.ts';
import { useElementValue } from '../surface.ts';
import { type ElementProps, fieldAttributes } from './field-props.ts';

type Element = Extract<InteractiveElement, { type: 'static_select' }>;

/** A menu with the bot's options, grouped where the bot grouped them. */
export function StaticSelect({ element, place, field, label }: ElementProps<Element>) {
  const { value, change } = useElementValue(place);
  const groups = element.option_groups ?? [];
  const all = [...(element.options ?? []), ...groups.flatMap(({ options }) => options)];
  const selected = value === undefined ? element.initial_option : (value.selected_option as Option | null);
  return (
    <select
      {...fieldAttributes(field, element.placeholder?.text ?? label)}
      value={selected?.value ?? ''}
      onChange={(event) => {
        const option = all.find((one) => one.value === event.currentTarget.value);
        change({ type: element.type, selected_option: option ?? null });
      }}
    >
      <option value="">{element.placeholder?.text ?? '请选择'}</option>
      <Options options={element.options ?? []} />
      {groups.map((group) => (
        <optgroup key={group.label.text} label={group.label.text}>
          <Options options={group.options} />
        </optgroup>
      ))}
    </select>
  );
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text.text}
        </option>
      ))}
    </>
  );
}
