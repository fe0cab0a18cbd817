import type { BlockOf } from '../../block-kit/blocks.ts';
import { Text } from './text.tsx';

/** Small print: texts and little pictures in one line. */
export function ContextBlock({ block }: { readonly block: BlockOf<'context'> }) {
  return (
    <p class="block-context">
      {block.elements.map((element, index) =>
        element.type === 'image' ? (
          <img key={element.image_url} src={element.image_url} alt={element.alt_text} />
        ) : (
          <span key={index}>
            <Text text={element} />
          </span>
        ),
      )}
    </p>
  );
}
