import type { InteractiveElement } from '../../block-kit/elements.ts';
import { useElementValue } from '../surface.ts';
import { type ElementProps, fieldAttributes } from './field-props.ts';

type Element = Extract<InteractiveElement, { type: 'datepicker' | 'timepicker' }>;

/** The browser's own date or time picker. */
export function PickerInput({ element, place, field, label }: ElementProps<Element>) {
  const { value, change } = useElementValue(place);
  const isDate = element.type === 'datepicker';
  const key = isDate ? 'selected_date' : 'selected_time';
  const initial = element.type === 'datepicker' ? element.initial_date : element.initial_time;
  const current = value === undefined ? initial : value[key];
  return (
    <input
      type={isDate ? 'date' : 'time'}
      {...fieldAttributes(field, element.placeholder?.text ?? label)}
      value={typeof current === 'string' ? current : ''}
      onChange={(event) => change({ type: element.type, [key]: event.currentTarget.value || null })}
    />
  );
}
