import { cellText } from '../../block-kit/cell-text.ts';
import type { Cell } from '../../block-kit/tables.ts';
import { RichTextBlock } from './rich-text-block.tsx';

/** Cells up to this many characters are not broken: a status, a number with its unit. */
const SHORT = 9;

/** The classes of a cell: its kind, and whether it stays in one line. */
export function cellClass(cell: Cell): string {
  return cellText(cell).length <= SHORT ? `${cell.type} short` : cell.type;
}

/** What stands in a cell. Numbers show the bot's own text, never a reformatted value. */
export function CellView({ cell }: { readonly cell: Cell }) {
  return cell.type === 'rich_text' ? <RichTextBlock block={cell} /> : cell.text;
}
