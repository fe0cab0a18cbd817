import type { InteractiveElement } from '../../block-kit/elements.ts';
import { place as openPlace, snapshot } from '../store.ts';
import { useElementValue } from '../surface.ts';
import { type ElementProps, fieldAttributes } from './field-props.ts';

type Element = Extract<
  InteractiveElement,
  { type: 'users_select' | 'conversations_select' | 'channels_select' }
>;

const FIELDS = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
} as const;

/** A menu of the people or the channels of this workspace. */
export function WorkspaceSelect({ element, place, field, label }: ElementProps<Element>) {
  const { value, change } = useElementValue(place);
  const key = FIELDS[element.type];
  const current = value === undefined ? initialId(element) : value[key];
  return (
    <select
      {...fieldAttributes(field, element.placeholder?.text ?? label)}
      value={typeof current === 'string' ? current : ''}
      onChange={(event) => change({ type: element.type, [key]: event.currentTarget.value || null })}
    >
      <option value="">{element.placeholder?.text ?? '请选择'}</option>
      {choicesFor(element).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function initialId(element: Element): string | undefined {
  switch (element.type) {
    case 'users_select':
      return element.initial_user;
    case 'channels_select':
      return element.initial_channel;
    case 'conversations_select': {
      const here = openPlace.value.kind === 'conversation' ? openPlace.value.id : undefined;
      return element.initial_conversation ?? (element.default_to_current_conversation ? here : undefined);
    }
  }
}

function choicesFor(element: Element): readonly { readonly id: string; readonly name: string }[] {
  const current = snapshot.value;
  if (current === null) return [];
  if (element.type === 'users_select') return current.people;
  return current.conversations
    .filter(({ kind }) => kind === 'channel' || element.type === 'conversations_select')
    .map(({ id, name, kind }) => ({ id, name: kind === 'channel' ? `#${name}` : name }));
}
