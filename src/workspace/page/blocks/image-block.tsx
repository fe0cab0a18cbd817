import type { BlockOf } from '../../block-kit/blocks.ts';

export function ImageBlock({ block }: { readonly block: BlockOf<'image'> }) {
  return (
    <figure class="block-image">
      {block.title !== undefined && <figcaption>{block.title.text}</figcaption>}
      {block.image_url === undefined ? (
        <p class="muted">（存在 Slack 里的图片：{block.alt_text}）</p>
      ) : (
        <img src={block.image_url} alt={block.alt_text} />
      )}
    </figure>
  );
}
