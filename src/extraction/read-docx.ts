import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { DocumentError } from './document-error.ts';
import type { Block, LeftOut, LeftOutReason, ReadDocument, Unread } from './extraction.ts';
import { isPageNumber } from './page-number.ts';
import { readHtml } from './read-html.ts';

/** Parts of a document that the page shows around its text, by the name of their file. */
const AROUND: readonly (readonly [RegExp, LeftOutReason])[] = [
  [/^word\/header\d*\.xml$/u, 'page-header'],
  [/^word\/footer\d*\.xml$/u, 'page-footer'],
  [/^word\/comments\.xml$/u, 'comment'],
];

/** The link from a note back to its mark, which the library adds. */
const WAY_BACK = /<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/gu;

/** Blanks before the text of a cell show what it is part of; in such a file they are plain ones. */
const CELL_BLANKS = /(<t[dh](?: [^>]*)?>(?:<[a-z][^>]*>)*)( +)(?=\S)/gu;

/**
 * Reads the text of a `.docx`: paragraphs, tables and notes by mammoth; headers, footers and comments only to say that
 * they were left out. Such a file has no pages of its own: they are made when it is printed.
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const buffer = Buffer.from(bytes);
  const zip = await JSZip.loadAsync(buffer);
  await checkSize(name, zip);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: 'picture' })) },
  );
  const shownBlanks = value
    .replace(WAY_BACK, '')
    .replace(CELL_BLANKS, (_, cell: string, blanks: string) => cell + '\u00a0'.repeat(blanks.length));
  const read = readHtml(shownBlanks, { numbersLists: false });
  const around = await Promise.all(
    Object.keys(zip.files).flatMap((name) => {
      const part = AROUND.find(([pattern]) => pattern.test(name));
      return part ? [readPart(zip, name, part[1])] : [];
    }),
  );
  const document = await readXml(zip, 'word/document.xml');
  const shown = [...read.blocks.flatMap(listTexts), ...read.leftOut.map(({ text }) => text)];
  const overlooked = listOverlooked(listParagraphs(document, 'w:p', 'w:t'), shown);
  const formulas = listParagraphs(document, 'm:oMath', 'm:t').map(
    (text): LeftOut => ({ text, page: null, reason: 'formula' }),
  );
  return {
    blocks: read.blocks,
    leftOut: [...read.leftOut, ...uniqueTexts(around.flat()), ...formulas, ...overlooked],
    unread: [
      ...read.unread,
      ...countCharts(zip),
      ...countNumbered(document, await readXml(zip, 'word/numbering.xml')),
    ],
  };
}

/** The texts of the longest report have a tenth of this. */
const MAX_XML_BYTES = 64 * 1024 * 1024;

/** Unpacks the parts that will be read only to see how large they are, and stops at the first byte too many. */
async function checkSize(name: string, zip: JSZip): Promise<void> {
  let left = MAX_XML_BYTES;
  for (const part of zip.file(/\.(?:xml|rels)$/u)) {
    left -= await sizeUpTo(part, left);
    if (left >= 0) continue;
    throw new DocumentError(
      'bursting',
      `${name}: ${part.name} is far larger than the text of any report once it is unpacked; nothing of it was read`,
    );
  }
}

/** How large a part is once it is unpacked, told as soon as that is more than `most`. */
function sizeUpTo(part: JSZip.JSZipObject, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = part.nodeStream();
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return;
      stream.pause();
      resolve(size);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(size));
  });
}

async function readXml(zip: JSZip, name: string): Promise<Document> {
  const text = (await zip.file(name)?.async('string')) ?? '<none/>';
  return new DOMParser().parseFromString(text, 'text/xml');
}

async function readPart(zip: JSZip, name: string, reason: LeftOutReason): Promise<LeftOut[]> {
  const texts = listParagraphs(await readXml(zip, name), 'w:p', 'w:t');
  return texts.map((text) => ({ text, page: null, reason: isPageNumber(text) ? 'page-number' : reason }));
}

function listParagraphs(document: Document, paragraph: string, run: string): string[] {
  return Array.from(document.getElementsByTagName(paragraph))
    .map((element) =>
      Array.from(element.getElementsByTagName(run))
        .map(({ textContent }) => textContent ?? '')
        .join('')
        .trim(),
    )
    .filter((text) => text !== '');
}

/** First and other pages often have the same header. */
function uniqueTexts(parts: readonly LeftOut[]): LeftOut[] {
  return parts.filter(
    (part, index) =>
      parts.findIndex(({ text, reason }) => text === part.text && reason === part.reason) === index,
  );
}

function listTexts(block: Block): string[] {
  return block.kind === 'paragraph'
    ? [block.pieces.map(({ text }) => text).join('')]
    : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
}

const listNumbers = (text: string): string[] => text.normalize('NFKC').match(/\d+(?:[.,]\d+)*/gu) ?? [];

/** Paragraphs with a number that stands nowhere in what the library gave: it passes over some kinds of shapes. */
function listOverlooked(paragraphs: readonly string[], shown: readonly string[]): LeftOut[] {
  const known = new Set(shown.flatMap(listNumbers));
  return paragraphs
    .filter((text) => listNumbers(text).some((number) => !known.has(number)))
    .map((text) => ({ text, page: null, reason: 'shape' }));
}

/** Charts are kept as data of their own, which is not text. */
function countCharts(zip: JSZip): Unread[] {
  const count = Object.keys(zip.files).filter((name) =>
    /^word\/(?:charts\/chart|diagrams\/data)\d+\.xml$/u.test(name),
  ).length;
  return count === 0 ? [] : [{ page: null, reason: 'picture', count }];
}

/** Numbers that the office suite makes when it prints (`一、` before a heading) stand nowhere in the file. */
function countNumbered(document: Document, numbering: Document): Unread[] {
  const count = list(document, 'w:numPr').filter((place) => {
    const [level, number] = ['w:ilvl', 'w:numId'].map((name) => valueIn(place, name));
    return number !== '0' && printsNumber(numbering, number ?? '', level ?? '0');
  }).length;
  return count === 0 ? [] : [{ page: null, reason: 'automatic-numbers', count }];
}

const list = (within: Document | Element, name: string): Element[] =>
  Array.from(within.getElementsByTagName(name));
const valueIn = (within: Element, name: string): string | undefined =>
  list(within, name)[0]?.getAttribute('w:val') ?? undefined;

/** Whether a level of a list is printed with a number: some office suites make levels without any for all headings. */
function printsNumber(numbering: Document, number: string, level: string): boolean {
  const used = list(numbering, 'w:num').find((one) => one.getAttribute('w:numId') === number);
  const made = used && valueIn(used, 'w:abstractNumId');
  const style = list(numbering, 'w:abstractNum').find((one) => one.getAttribute('w:abstractNumId') === made);
  const printed = style && list(style, 'w:lvl').find((one) => one.getAttribute('w:ilvl') === level);
  return !printed || !/^(?:none|bullet)$/u.test(valueIn(printed, 'w:numFmt') ?? '');
}
