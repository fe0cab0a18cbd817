import type { Overflow } from '../../block-kit/elements.ts';
import { Menu } from '../menu.tsx';
import { usePress } from '../surface.ts';

/** The menu behind three dots. */
export function OverflowMenu({ element, blockId }: { readonly element: Overflow; readonly blockId: string }) {
  const press = usePress();
  return (
    <Menu
      label="更多选项"
      mark="⋯"
      items={element.options.map((option) => ({
        key: option.value ?? option.text.text,
        text: option.text.text,
        onPick: () => {
          if (option.url !== undefined) window.open(option.url, '_blank', 'noreferrer');
          void press(blockId, element.action_id ?? '', { type: 'overflow', selected_option: option });
        },
      }))}
    />
  );
}
