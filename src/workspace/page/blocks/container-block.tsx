import type { ComponentChildren } from 'preact';
import type { BlockOf } from '../../block-kit/blocks.ts';
import { RichTextBlock } from './rich-text-block.tsx';
import { Text } from './text.tsx';

type Props = { readonly block: BlockOf<'container'>; readonly children: ComponentChildren };

/** A framed group of blocks with a title; folds when the bot says it may. */
export function ContainerBlock({ block, children }: Props) {
  const title = (
    <>
      {block.rich_text_title === undefined ? (
        block.title?.text
      ) : (
        <RichTextBlock block={block.rich_text_title} />
      )}
      {block.subtitle !== undefined && (
        <small>
          <Text text={block.subtitle} />
        </small>
      )}
    </>
  );
  if (block.is_collapsible !== true) {
    return (
      <section class="container">
        <div class="container-title">{title}</div>
        {children}
      </section>
    );
  }
  return (
    <details class="container" open={block.default_collapsed !== true}>
      <summary class="container-title">{title}</summary>
      {children}
    </details>
  );
}
