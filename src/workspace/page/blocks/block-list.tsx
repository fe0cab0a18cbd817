import type { Block } from '../../block-kit/blocks.ts';
import { ActionsBlock } from './actions-block.tsx';
import { AlertBlock } from './alert-block.tsx';
import { ContainerBlock } from './container-block.tsx';
import { ContextActionsBlock } from './context-actions-block.tsx';
import { ContextBlock } from './context-block.tsx';
import { DataTableBlock } from './data-table-block.tsx';
import { DataVisualizationBlock } from './data-visualization-block.tsx';
import { HeaderBlock } from './header-block.tsx';
import { ImageBlock } from './image-block.tsx';
import { InputBlock } from './input-block.tsx';
import { RichTextBlock } from './rich-text-block.tsx';
import { SectionBlock } from './section-block.tsx';
import { TableBlock } from './table-block.tsx';

/** Blocks of a message, modal or home, from top to bottom. */
export function BlockList({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div class="blocks">
      {blocks.map((block) => (
        <BlockView key={block.block_id} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'header':
      return <HeaderBlock block={block} />;
    case 'divider':
      return <hr />;
    case 'section':
      return <SectionBlock block={block} />;
    case 'context':
      return <ContextBlock block={block} />;
    case 'context_actions':
      return <ContextActionsBlock block={block} />;
    case 'rich_text':
      return <RichTextBlock block={block} />;
    case 'actions':
      return <ActionsBlock block={block} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'data_table':
      return <DataTableBlock block={block} />;
    case 'data_visualization':
      return <DataVisualizationBlock block={block} />;
    case 'container':
      return (
        <ContainerBlock block={block}>
          <BlockList blocks={block.child_blocks} />
        </ContainerBlock>
      );
    case 'alert':
      return <AlertBlock block={block} />;
    case 'markdown':
      return <p class="markdown-source">{block.text}</p>;
    default:
      return <p class="muted">（Slack 认得 {block.type} 块，这个页面不画它。）</p>;
  }
}
