import type { Extraction, LeftOutReason, Unread } from '../extraction/extraction.ts';

const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  navigation: 'navigation and forms around the text',
  'page-header': 'headers',
  'page-footer': 'footers',
  'page-number': 'page numbers',
  'repeated-heading': 'headings of a table repeated on a new page',
  'row-number': 'numbers of the rows of a table',
  'note-mark': 'marks of notes',
  comment: 'comments',
  hidden: 'text that is not shown',
  turned: 'text at a slant, such as a watermark',
  formula: 'formulas',
  shape: 'text of shapes that is not taken over; type it into the document if it belongs to the report',
};

const UNREAD: Readonly<Record<Unread['reason'], string>> = {
  scanned: 'is a picture without text (a scan); have it recognised (OCR) and checked, and add that',
  picture: 'has pictures; words in them are not read',
  'unmapped-characters':
    'has a font that does not say what its signs mean; print it anew or have it recognised',
  'automatic-numbers': 'has paragraphs whose numbers the office suite makes; they stand nowhere in the file',
};

/** Texts left out are shown up to here for each reason, then counted. */
const MAX_SHOWN = 4;
const MAX_CHARS = 60;

/** Says for a person what was read of a file, what was left out of it with the reason, and what could not be read. */
export function describeExtraction(file: string, extraction: Extraction): string[] {
  const { paragraphs, pages, encoding, leftOut, unread } = extraction;
  const rows = paragraphs.filter(({ kind }) => kind === 'row').length;
  const from = encoding === null ? '' : `, read as ${encoding}; offsets refer to the text as decoded`;
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return [
    `${file}: ${paragraphs.length - rows} paragraphs, ${rows} rows of tables, ${pages.length || 'no'} pages${from}`,
    ...(rows > 0
      ? ['Rows of tables are written as sentences that name each number by its row and column.']
      : []),
    ...reasons.map((reason) => {
      const all = leftOut.filter((part) => part.reason === reason);
      const shown = all
        .slice(0, MAX_SHOWN)
        .map(({ text, page }) => `${onPage(page)}“${text.slice(0, MAX_CHARS)}”`);
      return `Left out, ${LEFT_OUT[reason]} (${all.length}): ${[...shown, ...(all.length > MAX_SHOWN ? ['…'] : [])].join(' ')}`;
    }),
    ...unread.map(
      ({ page, reason, count }) =>
        `Not read, ${file}${page === null ? '' : `, page ${page}`}: ${UNREAD[reason]} (${count})`,
    ),
  ];
}

const onPage = (page: number | null): string => (page === null ? '' : `page ${page} `);
