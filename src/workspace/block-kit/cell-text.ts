// Apart from the schemas, because the page uses it and has no use for zod.
import type { RichText } from './rich-text.ts';

type TextCell = { readonly type: 'raw_text' | 'raw_number'; readonly text: string } | RichText;

/** What a cell shows, without styles. */
export function cellText(cell: TextCell): string {
  if (cell.type !== 'rich_text') return cell.text;
  return cell.elements
    .flatMap((part) =>
      part.type === 'rich_text_list' ? part.elements.flatMap((item) => item.elements) : part.elements,
    )
    .map((inline) => ('text' in inline ? (inline.text ?? '') : ''))
    .join('');
}
