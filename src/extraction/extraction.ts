import type { Span } from '../report/span.ts';

/** The formats a report may be received in. */
export const FORMATS = ['docx', 'pdf', 'html', 'txt'] as const;
export type Format = (typeof FORMATS)[number];

/** A file as received. */
export type ReceivedDocument = { readonly name: string; readonly bytes: Uint8Array };

/** Why text of the original is not in the seed text. */
export type LeftOutReason =
  | 'navigation'
  | 'page-header'
  | 'page-footer'
  | 'page-number'
  | 'repeated-heading'
  | 'row-number'
  | 'note-mark'
  | 'comment'
  | 'hidden'
  | 'turned'
  | 'formula'
  | 'shape';

/** A stretch of the original that is not in the seed text; `page` is null where the format has no pages. */
export type LeftOut = { readonly text: string; readonly page: number | null; readonly reason: LeftOutReason };

/** What could not be read at all: of a page or of the whole file. */
export type Unread = {
  readonly page: number | null;
  readonly reason: 'scanned' | 'picture' | 'unmapped-characters' | 'automatic-numbers';
  readonly count: number;
};

/** A paragraph or a row of a table, which is one line of the seed text. */
export type ExtractedParagraph = Span & { readonly kind: 'paragraph' | 'row'; readonly page: number | null };

/** Where the text of a printed page begins and ends in the seed text; a page without text has no entry. */
export type ExtractedPage = Span & { readonly page: number };

/** A document as text, with all that was not taken over. */
export type Extraction = {
  readonly format: Format;
  /** How the bytes of a text file were read; null for formats that say so themselves. */
  readonly encoding: string | null;
  readonly text: string;
  readonly paragraphs: readonly ExtractedParagraph[];
  readonly pages: readonly ExtractedPage[];
  readonly leftOut: readonly LeftOut[];
  readonly unread: readonly Unread[];
};

/** Text of one page; a paragraph that runs over a page break has several. */
export type Piece = { readonly text: string; readonly page: number | null };

/** A cell where it begins; the places it covers besides have none. */
export type Cell = {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
};

export type TableRow = { readonly cells: readonly Cell[]; readonly page: number | null };

/** What the readers of the formats make of a document, in reading order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export type ReadDocument = {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly unread: readonly Unread[];
};
