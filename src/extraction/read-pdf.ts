import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { unifyRadicals } from '../unify-radicals.ts';
import type { Block, LeftOut, ReadDocument, Unread } from './extraction.ts';
import { findAlignedTables } from './pages/aligned-tables.ts';
import { joinLines } from './pages/join-lines.ts';
import { joinRuns } from './pages/join-runs.ts';
import { findOpenTables } from './pages/open-tables.ts';
import { orderColumns } from './pages/order-columns.ts';
import type { Item, PrintedPage, Rule, Run } from './pages/printed-page.ts';
import { findRuledTables } from './pages/ruled-tables.ts';
import { takeOutRunningHeads } from './pages/running-heads.ts';

/** A page with more such characters than this has a font that does not say what its signs mean. */
const MAX_UNMAPPED_SHARE = 0.05;
/** How much of a Chinese closing mark is blank, of the size of a letter. */
const BLANK_OF_MARK = 0.8;

/** Reads the text layer of a PDF page by page; the text of pages that have none cannot be read and is said so. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // The library takes the bytes over.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    // Needed for fonts that name Chinese characters by an old standard; both are read from the package.
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number));
      page.cleanup();
    }
    return layOutPages(pages);
  } finally {
    await task.destroy();
  }
}

/** Makes paragraphs and tables of what is printed on the pages. */
export function layOutPages(pages: readonly PrintedPage[]): ReadDocument {
  const unread = pages.flatMap(listUnread);
  const unreadable = new Set(
    unread.flatMap(({ page, reason }) => (reason === 'unmapped-characters' ? [page] : [])),
  );
  const leftOut: LeftOut[] = [];
  const laid = pages
    .filter(({ number }) => !unreadable.has(number))
    .map((page) => {
      const ruled = findRuledTables(page, leftOut);
      const open = findOpenTables(page, ruled.runs, { ruled: ruled.tables, leftOut });
      const items: Item[] = [...ruled.tables, ...open.tables, ...joinRuns(open.runs, page.number, leftOut)];
      return { page, items };
    });
  const { pages: bodies, leftOut: around } = takeOutRunningHeads(laid);
  const regions = bodies
    .flatMap(({ items }) => orderColumns(items))
    .map(({ items, isColumn }) => ({ items: findAlignedTables(items), isColumn }));
  const turned = pages.flatMap(({ number, turned: texts }) =>
    texts.map((text): LeftOut => ({ text, page: number, reason: 'turned' })),
  );
  const blocks = joinLines(regions).map((block) => takeOutNoteNumber(block, leftOut));
  return { blocks, leftOut: [...around, ...leftOut, ...turned], unread };
}

/** The number before a note at the foot of a page, where that page has its mark. */
function takeOutNoteNumber(block: Block, leftOut: LeftOut[]): Block {
  const [first, ...others] = block.kind === 'paragraph' ? block.pieces : [];
  const number = /^(\d{1,2})\s*(?=[\u3400-\u9fff])/u.exec(first?.text ?? '');
  if (!first || !number) return block;
  const text = number[1] ?? '';
  const isMarked = leftOut.some(
    (mark) => mark.reason === 'note-mark' && mark.page === first.page && mark.text === text,
  );
  if (!isMarked) return block;
  leftOut.push({ text, page: first.page, reason: 'note-mark' });
  return { kind: 'paragraph', pieces: [{ ...first, text: first.text.slice(number[0].length) }, ...others] };
}

function listUnread({ number, runs, pictures }: PrintedPage): Unread[] {
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') return pictures > 0 ? [{ page: number, reason: 'scanned', count: 1 }] : [];
  const unmapped = text.match(/[\ufffd\p{Co}\p{Cc}]/gu)?.length ?? 0;
  if (unmapped > MAX_UNMAPPED_SHARE * text.length)
    return [{ page: number, reason: 'unmapped-characters', count: unmapped }];
  return pictures > 0 ? [{ page: number, reason: 'picture', count: pictures }] : [];
}

async function readPage(page: PDFPageProxy, number: number): Promise<PrintedPage> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs: Run[] = [];
  const turned: string[] = [];
  for (const item of content.items) {
    if (!isText(item) || item.str.trim() === '') continue;
    const [a, b, c, d, x, y] = readMatrix(Util.transform(viewport.transform, item.transform));
    const text = unifyRadicals(item.str);
    if (Math.abs(b) > Math.abs(a) * 0.1 || a < 0) turned.push(text);
    else {
      const size = Math.hypot(c, d);
      // The right half of such a mark is blank, and it may hang over the margin.
      const blank = /[，。、；：！？）》」』】]$/u.test(text) ? BLANK_OF_MARK * size : 0;
      runs.push({ text, left: x, right: x + item.width, blank, baseline: y, size });
    }
  }
  const drawn = await readDrawing(page, viewport.transform);
  return { number, width: viewport.width, height: viewport.height, runs, turned, ...drawn };
}

const isText = (item: object): item is TextItem => 'str' in item;

type Matrix = readonly [number, number, number, number, number, number];

function readMatrix(values: unknown): Matrix {
  const list = Array.isArray(values) ? values.map(Number) : [];
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = list;
  return [a, b, c, d, x, y];
}

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
]);

/** Follows the drawing of a page for its straight lines and pictures. */
async function readDrawing(
  page: PDFPageProxy,
  base: readonly number[],
): Promise<Pick<PrintedPage, 'rules' | 'pictures'>> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  let pictures = 0;
  let matrix = readMatrix([...base]);
  const saved: Matrix[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const values: unknown = argsArray[index];
    if (PICTURES.has(operator)) pictures += 1;
    else if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform)
      matrix = readMatrix(Util.transform([...matrix], [...readMatrix(values)]));
    else if (operator === OPS.constructPath) rules.push(...readPath(values, matrix));
  }
  return { rules, pictures };
}

/** Steps of a path as the library gives them: how many numbers follow each. */
const STEPS = [2, 2, 6, 4, 0] as const;
const LINE_STEP = 1;
const CLOSE_STEP = 4;
const STRAIGHT_WITHIN = 0.5;

function readPath(values: unknown, matrix: Matrix): Rule[] {
  if (!Array.isArray(values)) return [];
  const [paint, data] = values;
  // A path that is only cut along is not seen.
  if (paint === OPS.endPath || !Array.isArray(data)) return [];
  const steps: unknown = data[0];
  if (!(steps instanceof Float32Array)) return [];
  const rules: Rule[] = [];
  let [start, at]: (readonly [number, number])[] = [
    [0, 0],
    [0, 0],
  ];
  for (let index = 0; index < steps.length; ) {
    const step = steps[index] ?? CLOSE_STEP;
    const length = STEPS[step] ?? 0;
    const point: readonly [number, number] =
      step === CLOSE_STEP
        ? (start ?? [0, 0])
        : move(matrix, steps[index + length - 1] ?? 0, steps[index + length] ?? 0);
    if ((step === LINE_STEP || step === CLOSE_STEP) && at) rules.push(...readRule(at, point));
    if (step === 0) start = point;
    at = point;
    index += length + 1;
  }
  return rules;
}

const move = ([a, b, c, d, x, y]: Matrix, px: number, py: number): readonly [number, number] => [
  a * px + c * py + x,
  b * px + d * py + y,
];

function readRule([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Rule[] {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (height < STRAIGHT_WITHIN && width > STRAIGHT_WITHIN)
    return [{ isLevel: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (width < STRAIGHT_WITHIN && height > STRAIGHT_WITHIN)
    return [{ isLevel: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}
