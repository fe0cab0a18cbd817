import { AppError } from '../errors.ts';
import { composeText } from './compose-text.ts';
import { decodeText } from './decode-text.ts';
import { DocumentError, type DocumentFault } from './document-error.ts';
import type { Extraction, Format, ReadDocument, ReceivedDocument } from './extraction.ts';

/** Kinds of files people send that hold no text this can read, and what helps. */
const OTHER_KINDS: readonly (readonly [RegExp, DocumentFault, string])[] = [
  [/\.(?:doc|wps|rtf|odt)$/iu, 'other-office', 'save it as .docx with the office suite it was made with'],
  [/\.(?:ofd|caj|xps)$/iu, 'other-print', 'save it as .pdf with the program that shows it'],
  [
    /\.(?:jpe?g|png|tiff?|bmp|gif|webp)$/iu,
    'picture',
    'it is a picture; have it recognised (OCR) and checked first',
  ],
  [
    /\.(?:xlsx?|et|csv|pptx?|dps)$/iu,
    'sheet',
    'it is no report in words; print what belongs to the report as .pdf',
  ],
];

/**
 * Turns a file as received into text, with the place of each paragraph and page in it and a list of what was left out.
 * The libraries for a format are loaded when the first file of that format comes.
 *
 * @throws AppError `input_invalid` with file and reason when nothing of it can be read.
 */
export async function extractDocument(document: ReceivedDocument): Promise<Extraction> {
  const format = tellFormat(document);
  if (format === 'txt') return extractPlainText(document);
  const read = await readFormat(document, format);
  const composed = composeText(read);
  if (composed.text.trim() === '')
    throw isScan(read)
      ? scan(document.name, read)
      : new DocumentError('no-text', `${document.name}: holds no text`);
  return { format, encoding: null, ...composed, unread: read.unread };
}

async function readFormat(
  { name, bytes }: ReceivedDocument,
  format: Exclude<Format, 'txt'>,
): Promise<ReadDocument> {
  switch (format) {
    case 'html': {
      const { readHtml } = await import('./read-html.ts');
      const page = decodeHtml(name, bytes);
      return wrapFault(name, 'cannot be read; it may be nested too deep; save it again', () =>
        readHtml(page),
      );
    }
    case 'docx': {
      const { readDocx } = await import('./read-docx.ts');
      return wrapFault(name, 'is no .docx that can be opened; save it again as .docx', () =>
        readDocx(name, bytes),
      );
    }
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return wrapFault(name, 'is no .pdf that can be opened; it may be damaged; print it anew as .pdf', () =>
        readPdf(bytes),
      );
    }
  }
}

async function wrapFault<T>(name: string, problem: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') throw needsPassword(name, cause);
    throw new DocumentError('damaged', `${name}: ${problem}`, { cause });
  }
}

const needsPassword = (name: string, cause?: Error): DocumentError =>
  new DocumentError('password', `${name}: opens only with a password; save it without one`, { cause });

/** What a .docx under a password is kept in says so in UTF-16. */
const SECRET = Buffer.from('EncryptedPackage', 'utf16le');

/** The first bytes tell the format; a name may lie. */
function tellFormat({ name, bytes }: ReceivedDocument): Format {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (bytes.length === 0) throw new DocumentError('empty', `${name}: is empty`);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') && /\.docx$/iu.test(name)) return 'docx';
  const isOld = head.startsWith('\xd0\xcf\x11\xe0');
  if (isOld && Buffer.from(bytes).includes(SECRET)) throw needsPassword(name);
  const other = OTHER_KINDS.find(([pattern]) => pattern.test(name));
  if (other) throw new DocumentError(other[1], `${name}: this format is not read; ${other[2]}`);
  if (isOld)
    throw new DocumentError('other-office', `${name}: is an old .doc whatever its name; save it as .docx`);
  if (/\.x?html?$/iu.test(name)) return 'html';
  if (/\.te?xt$/iu.test(name))
    return /^\s*(?:\xef\xbb\xbf)?<(?:!doctype html|html)\b/iu.test(head) ? 'html' : 'txt';
  throw new DocumentError(
    'unknown-format',
    `${name}: holds none of .docx, .pdf, .html and .txt, whatever its name says`,
  );
}

function extractPlainText({ name, bytes }: ReceivedDocument): Extraction {
  const decoded = decodeText(bytes);
  if (!decoded) {
    throw new DocumentError(
      'encoding',
      `${name}: is text in none of UTF-8, UTF-16 and GB18030; save it as UTF-8`,
    );
  }
  // The mark says how bytes are to be read, and no text has it: with it the same report would be another one.
  const text = decoded.text.replace(/^\ufeff/u, '');
  const paragraphs = [...text.matchAll(/[^\r\n]+/gu)].flatMap((line) => {
    const words = line[0].trim();
    const start = line.index + line[0].indexOf(words);
    return words === '' ? [] : [{ start, end: start + words.length, kind: 'paragraph' as const, page: null }];
  });
  if (paragraphs.length === 0) throw new DocumentError('no-text', `${name}: holds no text`);
  return { format: 'txt', encoding: decoded.encoding, text, paragraphs, pages: [], leftOut: [], unread: [] };
}

/** Reads a web page in the encoding it names, else as a text file is read. */
function decodeHtml(name: string, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ?? '';
  if (/^(?:gb2312|gbk|gb18030|big5)$/iu.test(named)) {
    try {
      return new TextDecoder(named, { fatal: true }).decode(bytes);
    } catch {
      // A page may have been saved in another encoding than it names.
    }
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw new DocumentError('encoding', `${name}: its encoding cannot be told; save it as UTF-8`);
  return decoded.text;
}

const isScan = ({ unread }: ReadDocument): boolean => unread.some(({ reason }) => reason === 'scanned');

function scan(name: string, { unread }: ReadDocument): DocumentError {
  const pages = unread.filter(({ reason }) => reason === 'scanned').length;
  return new DocumentError(
    'scan',
    `${name}: all ${pages} pages are pictures without text (a scan); have it recognised (OCR) and checked first`,
  );
}
