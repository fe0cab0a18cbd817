import type { InteractiveElement } from '../../block-kit/elements.ts';
import { MomentInput } from '../moment-input.tsx';
import { useElementValue } from '../surface.ts';
import { formatDay, fromLocalInput } from '../workspace-time.ts';
import { type ElementProps, fieldAttributes } from './field-props.ts';

type Element = Extract<InteractiveElement, { type: 'datepicker' | 'timepicker' }>;

/** A day or an hour; the day is spelled out beside it, with its weekday. */
export function PickerInput({ element, place, field, label }: ElementProps<Element>) {
  const { value, change } = useElementValue(place);
  const isDate = element.type === 'datepicker';
  const key = isDate ? 'selected_date' : 'selected_time';
  const initial = element.type === 'datepicker' ? element.initial_date : element.initial_time;
  const current = value === undefined ? initial : value[key];
  const text = typeof current === 'string' ? current : '';
  return (
    <span class="picker">
      <MomentInput
        kind={isDate ? 'date' : 'time'}
        {...fieldAttributes(field, element.placeholder?.text ?? label)}
        value={text}
        onMoment={(moment) => change({ type: element.type, [key]: moment || null })}
      />
      {isDate && text !== '' && (
        <span class="muted">{formatDay(fromLocalInput(`${text}T00:00`).getTime())}</span>
      )}
    </span>
  );
}
