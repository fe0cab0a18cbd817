import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { Block, Cell, LeftOut, LeftOutReason, ReadDocument, TableRow, Unread } from './extraction.ts';
import { isPageNumber } from './page-number.ts';
import { isExponentAfter, isNoteMark, raiseDigits } from './raised-numbers.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Never text of the page. */
const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'object']);
const APART: Readonly<Record<string, LeftOutReason>> = {
  nav: 'navigation',
  aside: 'navigation',
  menu: 'navigation',
  form: 'navigation',
  select: 'navigation',
  button: 'navigation',
  header: 'page-header',
  footer: 'page-footer',
};
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr o:p'.split(
    ' ',
  ),
);
/** Names that page makers give to what stands around the text. */
const AROUND: readonly (readonly [RegExp, LeftOutReason])[] = [
  [
    /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|sidebar|share|toolbar|pagination|related|recommend)(?:$|[\s_-])/iu,
    'navigation',
  ],
  [/(?:^|[\s_-])(?:footer|copyright|foot)(?:$|[\s_-])/iu, 'page-footer'],
];
/** A line end in the file between two Chinese characters is no space on the page. */
const BREAK_IN_CJK = /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])/gu;
/** Blanks that a page shows before a text, unlike those of the file. */
const INDENT = /^[ \t\r\n]*([\u00a0\u2002\u2003\u3000]*)/u;
/** A part that is mostly links, and has several, leads elsewhere. */
const MIN_LINKS = 3;
const MIN_LINK_SHARE = 0.6;

type Reading = {
  readonly blocks: Block[];
  readonly leftOut: LeftOut[];
  pictures: number;
  /** The paragraph that is being read. */
  line: string;
  /** The number a list puts before its next paragraph. */
  number: string;
  readonly numbersLists: boolean;
  /** In a cell, the blanks before its text say what it is part of. */
  readonly keepsIndent: boolean;
};

export type HtmlOptions = {
  /** Whether ordered lists print their numbers, as a browser does. */
  readonly numbersLists: boolean;
};

/**
 * Reads the paragraphs and tables of a web page. What stands around the text (navigation, header, footer, what is
 * hidden) is left out and said so. `PM<sub>2.5</sub>` becomes `PM2.5`; an exponent its own character (`10⁸`, `m²`).
 */
export function readHtml(html: string, { numbersLists }: HtmlOptions = { numbersLists: true }): ReadDocument {
  const reading: Reading = {
    blocks: [],
    leftOut: [],
    pictures: 0,
    line: '',
    number: '',
    numbersLists,
    keepsIndent: false,
  };
  const document = parse(html);
  const body = findElement(document.childNodes, (element) => element.tagName === 'body');
  const whole = body ?? document;
  const main = findElement(whole.childNodes, isMain);
  if (main) {
    const title = findTitle(document.childNodes, whole.childNodes, main);
    if (title !== '') reading.blocks.push({ kind: 'paragraph', pieces: [{ text: title, page: null }] });
    for (const node of whole.childNodes) leaveOutAround(node, main, reading);
    readNodes(main.childNodes, reading);
  } else readNodes(whole.childNodes, reading);
  endLine(reading);
  const unread: Unread[] =
    reading.pictures > 0 ? [{ page: null, reason: 'picture', count: reading.pictures }] : [];
  return { blocks: reading.blocks, leftOut: reading.leftOut, unread };
}

const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);

function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

function findElement(nodes: readonly Node[], test: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (test(node)) return node;
    const inside = findElement(node.childNodes, test);
    if (inside) return inside;
  }
  return undefined;
}

/** An element that says it holds the text of the page, and holds some. */
function isMain(element: Element): boolean {
  const isNamed =
    element.tagName === 'main' ||
    element.tagName === 'article' ||
    attribute(element, 'role') === 'main' ||
    attribute(element, 'id') === 'UCAP-CONTENT' ||
    /(?:^|\s)TRS_Editor(?:$|\s)/u.test(attribute(element, 'class'));
  return isNamed && /[。；]/u.test(textOf(element));
}

/** Titles that are no more than the name of the page. */
const MIN_TITLE_CHARS = 5;

/**
 * The title of the text, which stands above its main part: as Chinese government sites give it for machines
 * (`ArticleTitle`), or as the page's first heading. Empty where the main part says it itself.
 */
function findTitle(all: readonly Node[], shown: readonly Node[], main: Element): string {
  const meta = findElement(
    all,
    (element) => element.tagName === 'meta' && /^ArticleTitle$/iu.test(attribute(element, 'name')),
  );
  const heading = findElement(
    shown,
    (element) => element.tagName === 'h1' && findElement([main], (inner) => inner === element) === undefined,
  );
  const title = [meta ? attribute(meta, 'content') : '', heading ? textOf(heading) : '']
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .find((text) => text.length >= MIN_TITLE_CHARS);
  const start = textOf(main)
    .replace(/\s/gu, '')
    .slice(0, 2 * (title?.length ?? 0));
  return title === undefined || start.includes(title.replace(/\s/gu, '')) ? '' : title;
}

/** Everything but the main part, which is read for itself. */
function leaveOutAround(node: Node, main: Element, reading: Reading): void {
  if (node === main) return;
  if (isElement(node) && findElement(node.childNodes, (element) => element === main)) {
    for (const child of node.childNodes) leaveOutAround(child, main, reading);
    return;
  }
  if (isElement(node)) leaveOut(node, reasonApart(node) ?? 'navigation', reading);
  else if (defaultTreeAdapter.isTextNode(node)) leaveOutText(node.value, 'navigation', reading);
}

function leaveOut(element: Element, reason: LeftOutReason, reading: Reading): void {
  leaveOutText(SILENT.has(element.tagName) ? '' : textOf(element), reason, reading);
}

function leaveOutText(raw: string, reason: LeftOutReason, reading: Reading): void {
  const text = raw.replace(/\s+/gu, ' ').trim();
  const isAround = reason === 'page-header' || reason === 'page-footer';
  if (text !== '')
    reading.leftOut.push({
      text,
      page: null,
      reason: isAround && isPageNumber(text) ? 'page-number' : reason,
    });
}

/** The text below an element, a space between blocks. */
function textOf(element: Element): string {
  return element.childNodes
    .map((node) => {
      if (defaultTreeAdapter.isTextNode(node)) return node.value;
      if (!isElement(node) || SILENT.has(node.tagName)) return '';
      return INLINE.has(node.tagName) ? textOf(node) : ` ${textOf(node)} `;
    })
    .join('');
}

function reasonApart(element: Element): LeftOutReason | null {
  const known = APART[element.tagName];
  if (known) return known;
  const style = attribute(element, 'style');
  const isHidden =
    element.attrs.some(({ name }) => name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
  if (isHidden) return 'hidden';
  // An office suite names the parts of its pages by `title`.
  const title = attribute(element, 'title');
  if (title === 'header') return 'page-header';
  if (title === 'footer') return 'page-footer';
  if (INLINE.has(element.tagName)) return null;
  const names = `${attribute(element, 'id')} ${attribute(element, 'class')} ${attribute(element, 'role')}`;
  const around = AROUND.find(([pattern]) => pattern.test(names));
  if (around && !/[。；]/u.test(textOf(element))) return around[1];
  return isMostlyLinks(element) ? 'navigation' : null;
}

function isMostlyLinks(element: Element): boolean {
  const length = textOf(element).replace(/\s/gu, '').length;
  let [links, linked] = [0, 0];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (node.tagName === 'a' && attribute(node, 'href') !== '') {
        links += 1;
        linked += textOf(node).replace(/\s/gu, '').length;
      } else visit(node.childNodes);
    }
  };
  visit(element.childNodes);
  return links >= MIN_LINKS && linked / Math.max(1, length) >= MIN_LINK_SHARE;
}

function endLine(reading: Reading): void {
  const text = reading.line
    .replace(BREAK_IN_CJK, '')
    .replace(/[^\S\u3000]+/gu, ' ')
    .trim();
  const indent = reading.keepsIndent ? (INDENT.exec(reading.line)?.[1] ?? '') : '';
  reading.line = '';
  if (text === '') return;
  reading.blocks.push({ kind: 'paragraph', pieces: [{ text: indent + reading.number + text, page: null }] });
  reading.number = '';
}

function readNodes(nodes: readonly Node[], reading: Reading): void {
  for (const node of nodes) readNode(node, reading);
}

function readNode(node: Node, reading: Reading): void {
  if (defaultTreeAdapter.isTextNode(node)) {
    reading.line += node.value;
    return;
  }
  if (!isElement(node) || SILENT.has(node.tagName)) return;
  const { tagName } = node;
  if (tagName === 'br' || tagName === 'hr') {
    endLine(reading);
    return;
  }
  if (tagName === 'img') {
    reading.pictures += 1;
    return;
  }
  const apart = reasonApart(node);
  if (apart) {
    endUnlessInline(node, reading);
    leaveOut(node, apart, reading);
    return;
  }
  if (tagName === 'sup' || tagName === 'sub') {
    readRaised(node, reading);
    return;
  }
  if (tagName === 'table') {
    endLine(reading);
    readTable(node, reading);
    return;
  }
  const isNoteLink =
    tagName === 'a' && attribute(node, 'href').startsWith('#') && isNoteMark(textOf(node).trim());
  if (isNoteLink) {
    leaveOut(node, 'note-mark', reading);
    return;
  }
  if (INLINE.has(tagName)) {
    readNodes(node.childNodes, reading);
    return;
  }
  endLine(reading);
  if (tagName === 'ol') readNumbered(node, reading);
  else readNodes(node.childNodes, reading);
  endLine(reading);
}

function endUnlessInline(element: Element, reading: Reading): void {
  if (!INLINE.has(element.tagName)) endLine(reading);
}

/** What is lowered joins the word before it; a raised number is an exponent or the mark of a note. */
function readRaised(element: Element, reading: Reading): void {
  const text = textOf(element).trim();
  const isRaised = element.tagName === 'sup';
  if (isRaised && isExponentAfter(reading.line.trimEnd(), text)) reading.line += raiseDigits(text);
  else if (isRaised && isNoteMark(text)) leaveOutText(text, 'note-mark', reading);
  else readNodes(element.childNodes, reading);
}

/** A browser prints the numbers of a plain list; a list that is told to print others keeps only its text. */
function readNumbered(list: Element, reading: Reading): void {
  const isPlain =
    reading.numbersLists && attribute(list, 'type') === '' && !/list-style/iu.test(attribute(list, 'style'));
  const start = Number.parseInt(attribute(list, 'start'), 10);
  let number = Number.isNaN(start) ? 1 : start;
  for (const child of list.childNodes) {
    if (!isElement(child) || child.tagName !== 'li') {
      readNode(child, reading);
      continue;
    }
    endLine(reading);
    reading.number = isPlain ? `${number}.` : '';
    number += 1;
    readNodes(child.childNodes, reading);
    endLine(reading);
    reading.number = '';
  }
}

/** A table of numbers or names is one; a table that only lays out a page (one cell a row, or tables in it) is read through. */
function readTable(table: Element, reading: Reading): void {
  const rows = listRows(table);
  const isLayout =
    findElement(table.childNodes, ({ tagName }) => tagName === 'table') !== undefined ||
    rows.every(({ cells }) => cells.length <= 1);
  if (isLayout) {
    for (const part of table.childNodes) readLayout(part, reading);
    return;
  }
  for (const child of table.childNodes) {
    if (!isElement(child) || child.tagName !== 'caption') continue;
    readNodes(child.childNodes, reading);
    endLine(reading);
  }
  const taken = new Set<string>();
  const laidOut = rows.map(({ cells }, row): TableRow => {
    let column = 0;
    return {
      page: null,
      cells: cells.map((element): Cell => {
        while (taken.has(`${row},${column}`)) column += 1;
        const cell = {
          column,
          columns: readSpan(element, 'colspan'),
          // `rowspan=0` reaches to the last row.
          rows: attribute(element, 'rowspan') === '0' ? rows.length - row : readSpan(element, 'rowspan'),
          text: readCell(element, reading),
        };
        for (let down = row; down < row + cell.rows; down += 1)
          for (let across = column; across < column + cell.columns; across += 1)
            taken.add(`${down},${across}`);
        column += cell.columns;
        return cell;
      }),
    };
  });
  reading.blocks.push({ kind: 'table', rows: laidOut });
}

function readLayout(node: Node, reading: Reading): void {
  const apart = isElement(node) ? reasonApart(node) : null;
  if (isElement(node) && apart) {
    endLine(reading);
    leaveOut(node, apart, reading);
    return;
  }
  if (isElement(node) && ['tbody', 'thead', 'tfoot', 'tr'].includes(node.tagName)) {
    for (const child of node.childNodes) readLayout(child, reading);
    return;
  }
  endLine(reading);
  readNodes(isElement(node) && ['td', 'th'].includes(node.tagName) ? node.childNodes : [node], reading);
  endLine(reading);
}

function listRows(table: Element): { readonly cells: readonly Element[] }[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    if (['thead', 'tbody', 'tfoot'].includes(node.tagName)) return listRows(node);
    if (node.tagName !== 'tr') return [];
    return [
      {
        cells: node.childNodes
          .filter(isElement)
          .filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
      },
    ];
  });
}

/** HTML's own limit on what a cell may cover. */
const MAX_SPAN = 1000;

function readSpan(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  return Number.isNaN(span) ? 1 : Math.min(MAX_SPAN, Math.max(1, span));
}

/** The text of a cell, its paragraphs joined; what is left out or a picture counts for the page. */
function readCell(cell: Element, reading: Reading): string {
  const inner: Reading = { ...reading, blocks: [], pictures: 0, line: '', number: '', keepsIndent: true };
  readNodes(cell.childNodes, inner);
  endLine(inner);
  reading.pictures += inner.pictures;
  return inner.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.pieces.map(({ text }) => text) : []))
    .join('');
}
