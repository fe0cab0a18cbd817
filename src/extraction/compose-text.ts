import type { Block, ExtractedPage, ExtractedParagraph, LeftOut, Piece, ReadDocument } from './extraction.ts';
import { describeTable } from './table-rows.ts';

/** A table's title and unit may be two lines. */
const CAPTION_LINES = 2;

type Composed = {
  readonly text: string;
  readonly paragraphs: readonly ExtractedParagraph[];
  readonly pages: readonly ExtractedPage[];
  readonly leftOut: readonly LeftOut[];
};

type Line = { readonly kind: ExtractedParagraph['kind']; readonly pieces: readonly Piece[] };

/** Puts what was read into one text, a line for each paragraph and row, and says where each of them stands. */
export function composeText({ blocks, leftOut }: ReadDocument): Composed {
  const dropped: LeftOut[] = [...leftOut];
  const lines = blocks.flatMap((block, index) =>
    composeBlock(block, blocks.slice(Math.max(0, index - CAPTION_LINES), index), dropped),
  );
  let text = '';
  const paragraphs: ExtractedParagraph[] = [];
  const pages = new Map<number, { start: number; end: number }>();
  for (const { kind, pieces } of lines) {
    const start = text.length;
    for (const piece of pieces) {
      const from = text.length;
      text += piece.text;
      if (piece.page === null) continue;
      pages.set(piece.page, { start: pages.get(piece.page)?.start ?? from, end: text.length });
    }
    if (text.length === start) continue;
    paragraphs.push({ start, end: text.length, kind, page: pieces[0]?.page ?? null });
    text += '\n';
  }
  return {
    text,
    paragraphs,
    pages: [...pages].map(([page, span]) => ({ page, ...span })),
    leftOut: dropped,
  };
}

function composeBlock(block: Block, before: readonly Block[], leftOut: LeftOut[]): Line[] {
  if (block.kind === 'paragraph') {
    const pieces = trimPieces(block.pieces);
    return pieces.length === 0 ? [] : [{ kind: 'paragraph', pieces }];
  }
  const lines = before.map((above) =>
    above.kind === 'paragraph'
      ? trimPieces(above.pieces)
          .map(({ text }) => text)
          .join('')
      : '',
  );
  const described = describeTable(block.rows, lines);
  leftOut.push(...described.leftOut);
  return described.lines.map(({ text, page, kind }) => ({ kind, pieces: [{ text, page }] }));
}

/** A paragraph is one line: no line ends within it, nothing blank around it. */
function trimPieces(pieces: readonly Piece[]): Piece[] {
  const trimmed = pieces.map(({ text, page }, index) => {
    const line = text.replace(/\s*[\r\n\u2028\u2029]\s*/gu, ' ');
    const started = index === 0 ? line.trimStart() : line;
    return { text: index === pieces.length - 1 ? started.trimEnd() : started, page };
  });
  return trimmed.filter(({ text }) => text !== '');
}
