import type { BlockOf } from '../../block-kit/blocks.ts';
import { ElementView } from '../elements/element-view.tsx';
import { Text } from './text.tsx';

/** Text with fields in two columns and, at its side, one element or picture. */
export function SectionBlock({ block }: { readonly block: BlockOf<'section'> }) {
  const { accessory } = block;
  return (
    <div class="block-section">
      <div class="section-main">
        {block.text !== undefined && (
          <p>
            <Text text={block.text} />
          </p>
        )}
        {block.fields !== undefined && (
          <div class="fields">
            {block.fields.map((field) => (
              <p key={field.text}>
                <Text text={field} />
              </p>
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && (
        <img class="accessory-image" src={accessory.image_url} alt={accessory.alt_text} />
      )}
      {accessory !== undefined && accessory.type !== 'image' && (
        <ElementView element={accessory} blockId={block.block_id ?? ''} label={block.text?.text} />
      )}
    </div>
  );
}
