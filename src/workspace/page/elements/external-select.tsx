import { useSignal } from '@preact/signals';
import { useContext } from 'preact/hooks';
import type { InteractiveElement } from '../../block-kit/elements.ts';
import type { Option } from '../../block-kit/texts.ts';
import { request } from '../request.ts';
import { SurfaceContext, useElementValue } from '../surface.ts';
import { type ElementProps, fieldAttributes } from './field-props.ts';

type Element = Extract<InteractiveElement, { type: 'external_select' }>;

/** A menu whose options the bot finds for what is typed. */
export function ExternalSelect({ element, place, field, label }: ElementProps<Element>) {
  const { ref } = useContext(SurfaceContext);
  const { value, change } = useElementValue(place);
  const found = useSignal<readonly Option[]>([]);
  const selected = value === undefined ? element.initial_option : (value.selected_option as Option | null);
  const search = async (query: string) => {
    // Slack asks from the third character on, unless the bot says otherwise.
    if (query.length < (element.min_query_length ?? 3)) return;
    found.value = await request<readonly Option[]>('options', {
      surface: ref,
      blockId: place.blockId,
      actionId: place.actionId,
      query,
    });
  };
  return (
    <div class="external-select">
      <input
        type="search"
        {...fieldAttributes(field, label)}
        placeholder={element.placeholder?.text ?? '输入几个字查找'}
        onInput={(event) => void search(event.currentTarget.value)}
        onFocus={(event) => void search(event.currentTarget.value)}
      />
      {selected && <p class="chosen">已选：{selected.text.text}</p>}
      <ul class="found">
        {found.value.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              onClick={() => {
                change({ type: element.type, selected_option: option });
                found.value = [];
              }}
            >
              {option.text.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
