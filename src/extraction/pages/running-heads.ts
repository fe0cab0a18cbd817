import type { LeftOut } from '../extraction.ts';
import { isPageNumber } from '../page-number.ts';
import { groupRows } from './aligned-tables.ts';
import type { Item, PrintedPage } from './printed-page.ts';

/** Headers and footers stand in this share of the page at its top and bottom. */
const MARGIN_SHARE = 0.13;
/** The same line on two pages stands at the same height. */
const SAME_HEIGHT = 6;
/** On a single page a number alone could be text; with marks around it, it is the page's. */
const MARKED_NUMBER = /^(?:[-—–―·]\s*(?:\d{1,4}|[IVXLⅠ-Ⅻivxlⅰ-ⅻ]{1,5})\s*[-—–―·]|第\s*\d{1,4}\s*页.*)$/u;

type Page = { readonly page: PrintedPage; readonly items: readonly Item[] };

/** Takes headers, footers and page numbers out of every page: what stands at the same height on several pages. */
export function takeOutRunningHeads(pages: readonly Page[]): {
  readonly pages: readonly { readonly page: PrintedPage; readonly items: readonly Item[] }[];
  readonly leftOut: readonly LeftOut[];
} {
  const leftOut: LeftOut[] = [];
  const edges = pages.map(listEdges);
  const result = pages.map(({ page, items }, index) => {
    const running = new Set<Item>();
    for (const side of ['top', 'bottom'] as const) {
      for (const [depth, row] of (edges[index]?.[side] ?? []).entries()) {
        const key = keyOf(row);
        const isRepeated = edges.some(
          (other, at) =>
            at !== index &&
            other[side].some(
              (line) =>
                keyOf(line) === key && Math.abs((line[0]?.top ?? 0) - (row[0]?.top ?? 0)) < SAME_HEIGHT,
            ),
        );
        const text = textOf(row);
        if (!isRepeated && !(depth === 0 && MARKED_NUMBER.test(text))) break;
        for (const item of row) running.add(item);
        leftOut.push({
          text,
          page: page.number,
          reason: isPageNumber(text) ? 'page-number' : side === 'top' ? 'page-header' : 'page-footer',
        });
      }
    }
    return { page, items: items.filter((item) => !running.has(item)) };
  });
  return { pages: result, leftOut };
}

type Edges = { readonly top: readonly (readonly Item[])[]; readonly bottom: readonly (readonly Item[])[] };

/** The rows in the margins of a page, the outermost first; a table ends a margin. */
function listEdges({ page, items }: Page): Edges {
  const rows = groupRows(items);
  const isText = (row: readonly Item[]): boolean => row.every(({ kind }) => kind === 'text');
  const take = (list: readonly (readonly Item[])[], test: (item: Item) => boolean): (readonly Item[])[] => {
    const end = list.findIndex((row) => !isText(row) || !row.every(test));
    return list.slice(0, end < 0 ? list.length : end);
  };
  return {
    top: take(rows, ({ bottom }) => bottom < MARGIN_SHARE * page.height),
    bottom: take(rows.toReversed(), ({ top }) => top > (1 - MARGIN_SHARE) * page.height),
  };
}

const textOf = (row: readonly Item[]): string =>
  row.map((item) => (item.kind === 'text' ? item.text : '')).join(' ');

const keyOf = (row: readonly Item[]): string =>
  textOf(row)
    .replace(/\d+|\b[ivxl]+\b|[ⅰ-ⅻ]/giu, '#')
    .replace(/\s/gu, '');
