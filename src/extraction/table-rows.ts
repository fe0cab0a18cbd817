import { cleanCell, isNumber, measureIndent, printNumber, tellsNumbers, YEAR } from './cell-text.ts';
import type { Cell, LeftOut, TableRow } from './extraction.ts';
import {
  completeTime,
  dropTitleMeasure,
  findNewestTime,
  type Heading,
  hasYear,
  isChange,
  joinCovered,
  joinDistinct,
  joinHeading,
  nameNoMeasure,
  readLabel,
  relateHeadings,
  sayTimes,
  sayYear,
} from './table-headings.ts';

type Described = { readonly lines: readonly Line[]; readonly leftOut: readonly LeftOut[] };
type Row = {
  readonly texts: readonly string[];
  /** How many characters the text of each place is indented by. */
  readonly indents: readonly number[];
  readonly page: number | null;
};
/** A table once its headings, and the columns that name its rows, are known. */
type Panel = {
  readonly body: readonly Row[];
  /** For each place of the grid, headings included, where the cell that covers it begins. */
  readonly owners: readonly (readonly string[])[];
  readonly headCount: number;
  readonly headings: readonly Heading[];
  readonly names: readonly number[];
  readonly unitColumn: number;
  readonly caption: Caption;
  readonly newest: string;
};
/** What is said above a table for all of it, what it tells of among that; empty where nothing is. */
type Caption = {
  readonly unit: string;
  /** `单位：万元、%`: the unit is that of amounts, and shares are given in percent. */
  readonly hasShares: boolean;
  readonly time: string;
  readonly subject: string;
};
type Line = { readonly text: string; readonly page: number | null; readonly kind: 'paragraph' | 'row' };

/** Says that there is no number. */
const BLANK = /^[-—–―/／.…·*\s]*$/u;
const UNIT_HEADING = /^(?:计量|计算)?单位$/u;
const ROW_NUMBER_HEADING = /^(?:序号|编号|序|行次|No\.?)$/iu;
/** How rows are counted or marked: `一、`, `（1）`, `2.`, `A、`, `#`. */
const ORDINAL =
  /^(?:[#＃]\s*|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]+[）)]|\d{1,2}(?:[、．]|\.(?!\d))|[A-Z]、)/u;
/** Where a row stands among others, which is a fact about it and no name. */
const RANK_HEADING = /^(?:排序|排名|名次|位次|位序)$/u;
/** Names of rows that stand for all others, not above them: what is indented below is not said to be of them. */
const WHOLE = /^(?:[总合共小]计|总数|全[国省市区县州]|全自治区)$/u;
/** Names of rows that say how those below are grouped, not what they are of. */
const GROUPING = /^按.+分[组类]?$/u;
/** Headings of names that may be of anything. */
const ANY_KIND = /^(?:|(?:主要)?指标|项目|类别|科目|名称|分类|种类|内容|名目|类型)$/u;
/** A row that is some of the one above; the names that follow it are set below what stands after the mark. */
const OF_THAT = /^其中[:：]/u;

/**
 * Says a table row by row, in sentences that name each number by its row and column: `2018年城市低保标准546元/月；…。`
 * A cell that covers several places is said once, with all it covers. The lines above may give unit and
 * time for all (`2022年收支`, `单位：万元`). Numbers of rows and headings that are repeated on a new page are left out.
 */
export function describeTable(allRows: readonly TableRow[], linesAbove: readonly string[]): Described {
  const { titles, tableRows } = takeOutTitles(allRows);
  const caption = readCaption([...linesAbove, ...titles.map(({ text }) => text)]);
  const panels = splitPanels(tableRows).map((panel) => describePanel(panel, caption));
  return {
    lines: [...titles, ...panels.flatMap(({ lines }) => lines)],
    leftOut: panels.flatMap(({ leftOut }) => leftOut),
  };
}

/** Rows above the headings that are one cell from side to side: what the table is called, and its unit. */
function takeOutTitles(rows: readonly TableRow[]): {
  readonly titles: readonly Line[];
  readonly tableRows: readonly TableRow[];
} {
  const width = widthOf(rows);
  const isTitle = ({ cells }: TableRow): boolean => cells.length === 1 && (cells[0]?.columns ?? 0) >= width;
  const first = rows.findIndex((row) => !isTitle(row));
  if (width < 2 || first < 1) return { titles: [], tableRows: rows };
  const titles = rows
    .slice(0, first)
    .map(({ cells, page }): Line => ({ text: cleanCell(cells[0]?.text ?? ''), page, kind: 'paragraph' }));
  return { titles: titles.filter(({ text }) => text !== ''), tableRows: rows.slice(first) };
}

const widthOf = (rows: readonly TableRow[]): number =>
  rows
    .flatMap(({ cells }) => cells)
    .reduce((widest, { column, columns }) => Math.max(widest, column + columns), 0);

/**
 * A long table is often set in two halves beside each other, each with the same headings; what comes in may stand beside
 * what is spent, each with its own names (`收入|决算数|支出|决算数`) or with what it is above its headings.
 */
function splitPanels(rows: readonly TableRow[]): (readonly TableRow[])[] {
  const half = widthOf(rows) / 2;
  const sides = readSides(rows, half);
  const [head, ...body] = sides.length > 0 ? rows.slice(1) : rows;
  const heads = (head?.cells ?? []).map(({ text }) => cleanCell(text));
  const isTwice =
    half >= 2 &&
    heads.length === 2 * half &&
    heads.every(
      (text, index) => text !== '' && (index % half === 0 || text === heads[(index + half) % heads.length]),
    ) &&
    (heads[0] === heads[half] || holdsWords(body, half));
  const isCrossed = body.some(({ cells }) =>
    cells.some(({ column, columns }) => column < half && column + columns > half),
  );
  if (!head || !isTwice || isCrossed) return [rows];
  const take = (from: number, side: string | undefined): TableRow[] =>
    [head, ...body].map(({ cells, page }, index) => ({
      page,
      cells: cells
        .filter(({ column }) => column >= from && column < from + half)
        .map((cell) => ({
          ...cell,
          column: cell.column - from,
          text: index === 0 && cell.column === from && side !== undefined ? side : cell.text,
        })),
    }));
  return [take(0, sides[0]), take(half, sides[1])];
}

/** What the two halves of a table are, where its first row says that of each and no more. */
function readSides([first]: readonly TableRow[], half: number): string[] {
  const cells = first?.cells ?? [];
  const isOfHalves = cells.length === 2 && cells.every(({ columns, rows }) => columns === half && rows === 1);
  return isOfHalves ? cells.map(({ text }) => cleanCell(text)) : [];
}

/** Whether a column names rows. */
function holdsWords(body: readonly TableRow[], column: number): boolean {
  const texts = body
    .flatMap(({ cells }) => cells.filter((cell) => cell.column === column))
    .map(({ text }) => cleanCell(text))
    .filter((text) => !BLANK.test(text));
  return texts.length > 0 && !texts.some((text) => isNumber(text));
}

function describePanel(tableRows: readonly TableRow[], caption: Caption): Described {
  const leftOut: LeftOut[] = [];
  const { rows, owners } = layOut(tableRows);
  const width = Math.max(0, ...rows.map(({ texts }) => texts.length));
  if (rows.length === 0 || width === 0) return { lines: [], leftOut };
  if (width === 1) return { lines: rows.map(asParagraph).filter(({ text }) => text !== ''), leftOut };
  const headCount = countHeadRows(rows, tableRows);
  const printed = Array.from({ length: width }, (_, column) =>
    joinHeading(rows.slice(0, headCount).map(({ texts }) => texts[column] ?? '')),
  );
  const body = rows.slice(headCount);
  const labels = findLabelColumns(printed, body);
  const names = labels.filter((column) => !ROW_NUMBER_HEADING.test(printed[column]?.name ?? ''));
  const newest = findNewestTime(printed);
  const unitColumn = printed.findIndex(({ name }) => UNIT_HEADING.test(name));
  const headings = relateHeadings(printed, [...labels, unitColumn]);
  const nest = nestLabels(body, names);
  const kind = readKind(printed[names[0] ?? -1]?.name ?? '');
  const isUntold =
    kind !== '' &&
    nameNoMeasure(
      headings.filter(
        (heading, column) =>
          column !== unitColumn && !labels.includes(column) && !RANK_HEADING.test(heading.name),
      ),
    );
  const subject = isUntold ? caption.subject : '';
  const panel: Panel = {
    body,
    owners,
    headCount,
    headings,
    names,
    unitColumn,
    caption: { ...caption, subject },
    newest,
  };
  const lines: Line[] = [];
  const carried: string[] = [];
  if (headCount > 0 && body.length === 0) {
    return { lines: rows.map((row) => ({ ...asParagraph(row), kind: 'row' as const })), leftOut };
  }
  for (const [index, row] of body.entries()) {
    const at = index + headCount;
    const owned = (column: number): boolean => owners[at]?.[column] === `${at},${column}`;
    if (repeatsHead(row, rows.slice(0, headCount))) {
      leftOut.push({ text: row.texts.join(' '), page: row.page, reason: 'repeated-heading' });
      continue;
    }
    const filled = row.texts.flatMap((text, column) => (text !== '' && owned(column) ? [column] : []));
    const spansAll = new Set(owners[at]).size === 1;
    if (filled.length === 0) continue;
    if (spansAll) {
      lines.push(asParagraph({ ...row, texts: [row.texts[filled[0] ?? 0] ?? ''] }));
      continue;
    }
    const label = nameRow({ row, names, carried, owners: owners[at] ?? [] });
    for (const column of filled) {
      if (!labels.includes(column) || !ROW_NUMBER_HEADING.test(headings[column]?.name ?? '')) continue;
      leftOut.push({ text: row.texts[column] ?? '', page: row.page, reason: 'row-number' });
    }
    const isName = (column: number): boolean =>
      labels.some((other) => owners[at]?.[other] === owners[at]?.[column]);
    const cells = filled.filter((column) => !isName(column) && column !== unitColumn);
    const ordinal = ORDINAL.exec(label)?.[0] ?? '';
    const own = nest(row, label);
    const nested = WHOLE.test(own) && kind !== '' && !own.startsWith('全') ? `${kind}${own}` : own;
    const said = cells
      .map((column) => sayCell({ ...panel, at, column, label: nested }))
      .filter((text) => text !== '');
    if (said.length > 0) {
      lines.push({ text: `${said.join('；')}。`, page: row.page, kind: 'row' });
      if (ordinal !== '') leftOut.push({ text: ordinal, page: row.page, reason: 'row-number' });
    } else if (label !== '') lines.push({ text: label, page: row.page, kind: 'row' });
  }
  return { lines, leftOut };
}

const asParagraph = ({ texts, page }: Row): Line => ({
  text: texts.filter((text) => text !== '').join(' '),
  page,
  kind: 'paragraph',
});

/** Lays cells out on a grid: the text of each place, and the place where the cell that covers it begins. */
function layOut(tableRows: readonly TableRow[]): {
  readonly rows: readonly Row[];
  readonly owners: readonly (readonly string[])[];
} {
  const texts: string[][] = tableRows.map(() => []);
  const indents: number[][] = tableRows.map(() => []);
  const owners: string[][] = tableRows.map(() => []);
  for (const [row, { cells }] of tableRows.entries()) {
    for (const cell of cells) {
      for (let down = row; down < Math.min(row + cell.rows, tableRows.length); down += 1) {
        for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
          const [line, indent, owner] = [texts[down], indents[down], owners[down]];
          if (!line || !indent || !owner) continue;
          line[column] = cleanCell(cell.text);
          indent[column] = measureIndent(cell.text);
          owner[column] = `${row},${cell.column}`;
        }
      }
    }
  }
  const width = Math.max(0, ...texts.map(({ length }) => length));
  return {
    rows: texts.map((line, row) => ({
      texts: Array.from({ length: width }, (_, column) => line[column] ?? ''),
      indents: Array.from({ length: width }, (_, column) => indents[row]?.[column] ?? 0),
      page: tableRows[row]?.page ?? null,
    })),
    owners: owners.map((line, row) =>
      Array.from({ length: width }, (_, column) => line[column] ?? `${row},${column}`),
    ),
  };
}

/** Rows above the first that holds numbers; of a table in words, the first, or those its first cell reaches down to. */
function countHeadRows(rows: readonly Row[], tableRows: readonly TableRow[]): number {
  const first = rows.findIndex(({ texts }) =>
    texts.some((text, column) => column > 0 && isNumber(text) && !YEAR.test(text)),
  );
  const spanned = Math.max(1, ...(tableRows[0]?.cells ?? []).map((cell: Cell) => cell.rows));
  if (first < 0) return rows.length > spanned ? Math.min(spanned, rows.length) : 0;
  // Headings of several levels cover several columns, or leave places blank; otherwise one row is all there is.
  const isLevelled =
    (tableRows[0]?.cells ?? []).some(({ columns }) => columns > 1) ||
    (rows[0]?.texts ?? []).slice(1).includes('');
  let count = isLevelled ? Math.max(spanned, first) : Math.min(spanned, first);
  // A row of group names (`一、社会救助`) directly above the numbers is none of the headings.
  while (count > spanned && new Set(rows[count - 1]?.texts.filter((text) => text !== '')).size <= 1)
    count -= 1;
  return count;
}

/** Columns that say what a row is about: those from the left that hold no numbers, and numbers of rows. */
function findLabelColumns(headings: readonly Heading[], body: readonly Row[]): number[] {
  const labels: number[] = [];
  for (const column of headings.keys()) {
    const heading = headings[column]?.name ?? '';
    const texts = body.map(({ texts: line }) => line[column] ?? '').filter((text) => !BLANK.test(text));
    if (ROW_NUMBER_HEADING.test(heading)) labels.push(column);
    else if (UNIT_HEADING.test(heading) || RANK_HEADING.test(heading)) continue;
    else if (texts.some((text) => isNumber(text) && !YEAR.test(text))) break;
    else if (labels.length > 0 && texts.length === 0) break;
    else if (
      labels.some((label) => !ROW_NUMBER_HEADING.test(headings[label]?.name ?? '')) &&
      (!isGrouped(body, column) || texts.filter(tellsNumbers).length * 2 > texts.length)
    )
      break;
    else labels.push(column);
  }
  return labels;
}

/** A further column of names belongs to the labels where numbers follow it in the same rows. */
function isGrouped(body: readonly Row[], column: number): boolean {
  return body.some(({ texts }) => texts.slice(column + 1).some((text) => isNumber(text)));
}

function nameRow(input: {
  readonly row: Row;
  readonly names: readonly number[];
  readonly carried: string[];
  readonly owners: readonly string[];
}): string {
  const { row, names, carried, owners } = input;
  const isFilled = names.map((column) => (row.texts[column] ?? '') !== '');
  const parts = names.map((column, index) => {
    const text = row.texts[column] ?? '';
    // What is left blank before a name of its own goes on from the row above.
    if (text === '' && isFilled.slice(index + 1).some(Boolean)) return carried[index] ?? '';
    if (text !== '' && names.slice(0, index).every((other) => owners[other] !== owners[column]))
      carried.length = index;
    carried[index] = text;
    return text;
  });
  // `用水量（亿m³）` before `农业`: the unit is that of the whole name.
  const labels = parts.map(readLabel);
  const unit = labels.findLast((label) => label.unit !== '')?.unit ?? '';
  return joinDistinct(labels.map(({ name }) => sayYear(name))) + (unit === '' ? '' : `（${unit}）`);
}

/**
 * Names a row, without what only counts it, with the rows above that it is indented below: `公路` below `货物运输总量`.
 * Where nothing is indented, nothing tells which rows are parts of which.
 */
function nestLabels(body: readonly Row[], names: readonly number[]): (row: Row, label: string) => string {
  const [column = 0] = names;
  const isIndented = names.length === 1 && body.some(({ indents }) => (indents[column] ?? 0) > 0);
  const above: { readonly depth: number; readonly label: string; readonly name: string }[] = [];
  return (row, label) => {
    const ordinal = ORDINAL.exec(label)?.[0] ?? '';
    const own = label.slice(ordinal.length);
    if (!isIndented || own === '') return own;
    const mark = OF_THAT.exec(own)?.[0] ?? (/^[#＃]/u.test(ordinal) ? ordinal : '');
    const depth = (row.indents[column] ?? 0) + mark.trimEnd().length;
    while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const over = above.at(-1);
    const { name } = readLabel(own.replace(OF_THAT, ''));
    // What has the word above in its own name (`公立医院` below `医院`) needs no more.
    const isApart = over === undefined || over.name === '' || name.includes(over.name);
    const nested = isApart ? own : over.label + own.replace(OF_THAT, '其中');
    above.push(
      WHOLE.test(name) || GROUPING.test(name)
        ? { depth, label: '', name: '' }
        : { depth, label: readLabel(nested).name, name },
    );
    return nested;
  };
}

/** The labels of further rows that a cell reaches down to. */
function lowerLabels(cell: Panel & { readonly at: number; readonly column: number }): string[] {
  const { body, owners, at, column, names, headCount } = cell;
  const found: string[] = [];
  for (let row = at + 1; owners[row]?.[column] === `${at},${column}`; row += 1) {
    found.push(joinDistinct(names.map((label) => body[row - headCount]?.texts[label] ?? '')));
  }
  return found;
}

/** What the names of rows are of (`区域`); empty where they are of anything (`指标`). */
function readKind(heading: string): string {
  const kind = heading.replace(/(?<=.)(?:名称|类别|类型|分类|种类)$/u, '');
  return ANY_KIND.test(kind) ? '' : kind;
}

const repeatsHead = (row: Row, head: readonly Row[]): boolean =>
  head.some(({ texts }) => texts.join('|') === row.texts.join('|'));

const UNIT_LINE = /(?:^|[\s（(])单位[:：]\s*([^\s；;，,）)]{1,10})[）)]?$/u;
const CAPTION_TIME =
  /(?<![-—~至\d])(?:19|20)\d{2}年(?:(?:1[-—~至])?\d{1,2}月(?:末|底|份)?|末|底|上半年|[一二三四]季度|前三季度)?(?![-—~至])/gu;
/** What counts a title, and what of it does not say what the table tells of. */
const TITLE_MARK = /^附?[表件]\s*[\d一二三四五六七八九十]*(?:[-－.]\d+)?[:：\s]+/u;
const NO_SUBJECT =
  /(?:19|20)\d{2}(?:[-—~至](?:19|20)\d{2})?年?(?:度|末|底)?|[（(][^（）()]*[）)]$|及?其?(?:增长速度|增速|增长|增减|变动)?(?:情况|统计|数据)?表?$/gu;
/** Headings of shares, and of what may be one (`完成预算`). */
const SHARE = /(?:率|比重|占比|比例)$/u;
const MAY_BE_SHARE = /^(?:为|占|比|完成)|[%％率比]/u;
/** A longer line is text and no title. */
const MAX_TITLE_CHARS = 40;

/** Reads unit and time of a whole table from the lines above it: its title, and a line that only gives the unit. */
function readCaption(lines: readonly string[]): Caption {
  const isUnitLine = (line: string): boolean => /^[（(]?单位/u.test(line);
  const stated = lines.map((line) => UNIT_LINE.exec(line)?.[1] ?? '').findLast((found) => found !== '') ?? '';
  const units = stated.split('、');
  const amounts = units.filter((unit) => !/^[%％]$/u.test(unit));
  const title = lines.findLast((line) => line !== '' && !isUnitLine(line)) ?? '';
  const isTitle = title.length <= MAX_TITLE_CHARS && !/[。；]/u.test(title);
  const times = isTitle ? [...new Set(title.match(CAPTION_TIME) ?? [])] : [];
  return {
    // Several (`个、张、万元`) do not say which row has which.
    unit: amounts.length > 1 ? '' : stated === '' && isTitle ? readLabel(title).unit : (amounts[0] ?? stated),
    hasShares: amounts.length === 1 && units.length > 1,
    time: times.length === 1 ? (times[0] ?? '') : '',
    subject: isTitle && TITLE_MARK.test(title) ? title.replace(TITLE_MARK, '').replace(NO_SUBJECT, '') : '',
  };
}

/** The unit of a column that gives none, of a table of amounts and shares; what may be either is left without. */
function unitOf(name: string, unit: string, { hasShares }: Caption): string {
  if (!hasShares) return unit;
  if (isChange(name) || SHARE.test(name)) return '%';
  return MAY_BE_SHARE.test(name) ? '' : unit;
}

/** Says one number with everything it is about: `2018年城市低保标准546元/月`. */
function sayCell(
  cell: Panel & { readonly at: number; readonly column: number; readonly label: string },
): string {
  const { body, owners, headCount, headings, unitColumn, caption, newest, at, column, label } = cell;
  const row = body[at - headCount];
  const text = row?.texts[column] ?? '';
  if (!row || BLANK.test(text)) return '';
  const { time: headed, name: named } = joinCovered(
    headings.filter((_, other) => owners[at]?.[other] === `${at},${column}`),
  );
  const name = caption.subject === '' ? named : dropTitleMeasure(named);
  const subject = readLabel(joinDistinct([label, ...lowerLabels(cell)], '、'));
  const unit = (unitColumn >= 0 ? (row.texts[unitColumn] ?? '') : '') || caption.unit;
  // Of a table without times in its headings, the title says the time.
  const ownTime = sayTimes(headings) ? '' : caption.time;
  const isShare = /[%％‰]/u.test(text + (headings[column]?.unit ?? ''));
  const time =
    completeTime(headed, ownTime) ||
    (isChange(name) || isShare ? newest : '') ||
    (hasYear(subject.name) ? '' : ownTime);
  const before = `${time}${caption.subject}${subject.name.replace(OF_THAT, '其中')}${name}`;
  if (RANK_HEADING.test(name) && /^\d+$/u.test(text)) return `${before}第${text}位`;
  const number = printNumber(text, headings[column]?.unit || subject.unit || unitOf(name, unit, caption));
  if (number === null) return before === '' ? text : `${before}：${text}`;
  // Letters and digits would run into the number (`PM2.5` and `31`).
  return `${before}${/[\dA-Za-z.]$/u.test(before) ? '为' : ''}${number}`;
}
