import type { BlockOf } from '../../block-kit/blocks.ts';

export function ImageBlock({ block }: { readonly block: BlockOf<'image'> }) {
  return (
    <figure class="block-image">
      {block.title !== undefined && <figcaption>{block.title.text}</figcaption>}
      <img src={block.image_url} alt={block.alt_text} />
    </figure>
  );
}
