import type { Cell } from '../../block-kit/tables.ts';
import { RichTextBlock } from './rich-text-block.tsx';

/** What stands in a cell. Numbers show the bot's own text, never a reformatted value. */
export function CellView({ cell }: { readonly cell: Cell }) {
  return cell.type === 'rich_text' ? <RichTextBlock block={cell} /> : cell.text;
}
