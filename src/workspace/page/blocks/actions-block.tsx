import type { BlockOf } from '../../block-kit/blocks.ts';
import { ElementView } from '../elements/element-view.tsx';

/** Buttons, menus and pickers in a row. */
export function ActionsBlock({ block }: { readonly block: BlockOf<'actions'> }) {
  return (
    <div class="block-actions">
      {block.elements.map((element) => (
        <ElementView key={element.action_id} element={element} blockId={block.block_id ?? ''} />
      ))}
    </div>
  );
}
