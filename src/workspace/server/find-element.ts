import type { Block } from '../block-kit/blocks.ts';
import type { InteractiveElement } from '../block-kit/elements.ts';

/** Every element a person can use in these blocks, with the id of the block it stands in. */
export function listElements(
  blocks: readonly Block[],
): readonly { readonly blockId: string; readonly element: InteractiveElement }[] {
  return blocks.flatMap((block): { blockId: string; element: InteractiveElement }[] => {
    const blockId = block.block_id ?? '';
    switch (block.type) {
      case 'actions':
      case 'context_actions':
        return block.elements.map((element) => ({ blockId, element }));
      case 'section':
        return block.accessory === undefined || block.accessory.type === 'image'
          ? []
          : [{ blockId, element: block.accessory }];
      case 'input':
        return [{ blockId, element: block.element }];
      case 'container':
        return [...listElements(block.child_blocks)];
      default:
        return [];
    }
  });
}

/** The element with these ids, or undefined when the blocks hold none (the message may have changed meanwhile). */
export function findElement(
  blocks: readonly Block[],
  ids: { readonly blockId: string; readonly actionId: string },
): InteractiveElement | undefined {
  return listElements(blocks).find(
    ({ blockId, element }) => blockId === ids.blockId && element.action_id === ids.actionId,
  )?.element;
}
