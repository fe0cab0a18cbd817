import type { Cell, LeftOut, TableRow } from './extraction.ts';

type Described = { readonly lines: readonly Line[]; readonly leftOut: readonly LeftOut[] };
type Row = { readonly texts: readonly string[]; readonly page: number | null };
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
/** What is said above a table for all of it; empty where nothing is. */
type Caption = { readonly unit: string; readonly time: string };
/** What a heading or label names, and the unit it gives in brackets. */
type Heading = { readonly name: string; readonly unit: string };
type Line = { readonly text: string; readonly page: number | null; readonly kind: 'paragraph' | 'row' };

/** A number as cells print it, with whatever unit follows. */
const NUMBER = /^[<>≥≤约]?\s*[-+−－]?\s*\d[\d,，]*(?:\.\d+)?\s*(\S{0,8})$/u;
const YEAR = /^(?:19|20)\d{2}(?:年度?)?(?:[-—~至](?:(?:19|20)\d{2}年?|\d{1,2}月))?$/u;
/** Says that there is no number. */
const BLANK = /^[-—–―/／.…·*\s]*$/u;
const UNIT_HEADING = /^(?:计量|计算)?单位$/u;
const ROW_NUMBER_HEADING = /^(?:序号|编号|序|行次|No\.?)$/iu;
/** What of a heading says the time, which stands before what is measured. */
const TIME =
  /^((?:19|20)\d{2}年(?:度|末|底|\d{1,2}(?:[-—~至]\d{1,2})?月(?:末|底)?)?|本年|上年|去年|今年|当年|本月|上月|年末|年初)/u;
/** Headings of what changed between the years beside them. */
const CHANGE = /增长|增减|增幅|增速|增加|减少|同比|比上年|较上年|变化|变动|升降/u;
/** How rows are counted or marked: `一、`, `（1）`, `2.`, `A、`, `#`. */
const ORDINAL =
  /^(?:[#＃]\s*|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]+[）)]|\d{1,2}(?:[、．]|\.(?!\d))|[A-Z]、)/u;
/** Headings that say no more than that there is a number. */
const MERE_NUMBER = /^(?:数量|数值|数额|绝对数|本期数?|实绩|指标值)$/u;
const BRACKET = /[（(]([^（）()]{1,10})[）)]$/u;
const UNIT =
  /^(?:[十百千万亿]*(?:元|人次|人|名|户|对|个|家|所|张|件|例|起|具|处|座|套|间|台|辆|份|次|天|日|岁|年|倍|公里|千米|米|平方米|平方公里|公顷|亩|吨|公斤|千克|微克|毫克|千瓦时|度|立方米|床|位|篇|项|条|片|场|期|届|村|镇|乡|街道|社区|单位|分|％|%|‰|个百分点|百分点)|[%％‰])(?:\/\S{1,6})?$/u;

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
  Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)));

/** A long table is often set in two halves beside each other, each with the same headings. */
function splitPanels(rows: readonly TableRow[]): (readonly TableRow[])[] {
  const half = widthOf(rows) / 2;
  const heads = (rows[0]?.cells ?? []).map(({ text }) => cleanCell(text));
  const isTwice =
    half >= 2 &&
    heads.length === 2 * half &&
    heads.every((text, index) => text !== '' && text === heads[(index + half) % heads.length]);
  const isCrossed = rows.some(({ cells }) =>
    cells.some(({ column, columns }) => column < half && column + columns > half),
  );
  if (!isTwice || isCrossed) return [rows];
  const take = (from: number): TableRow[] =>
    rows.map(({ cells, page }) => ({
      page,
      cells: cells
        .filter(({ column }) => column >= from && column < from + half)
        .map((cell) => ({ ...cell, column: cell.column - from })),
    }));
  return [take(0), take(half)];
}

function describePanel(tableRows: readonly TableRow[], caption: Caption): Described {
  const leftOut: LeftOut[] = [];
  const { rows, owners } = layOut(tableRows);
  const width = Math.max(0, ...rows.map(({ texts }) => texts.length));
  if (rows.length === 0 || width === 0) return { lines: [], leftOut };
  if (width === 1) return { lines: rows.map(asParagraph).filter(({ text }) => text !== ''), leftOut };
  const headCount = countHeadRows(rows, tableRows);
  const headings = Array.from({ length: width }, (_, column) =>
    joinHeading(rows.slice(0, headCount), column),
  );
  const body = rows.slice(headCount);
  const labels = findLabelColumns(headings, body);
  const names = labels.filter((column) => !ROW_NUMBER_HEADING.test(headings[column]?.name ?? ''));
  const newest = findNewestTime(headings);
  const unitColumn = headings.findIndex(({ name }) => UNIT_HEADING.test(name));
  const panel: Panel = { body, owners, headCount, headings, names, unitColumn, caption, newest };
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
    const label = readLabel({ row, names, carried, owners: owners[at] ?? [] });
    for (const column of filled) {
      if (!labels.includes(column) || !ROW_NUMBER_HEADING.test(headings[column]?.name ?? '')) continue;
      leftOut.push({ text: row.texts[column] ?? '', page: row.page, reason: 'row-number' });
    }
    const cells = filled.filter((column) => !labels.includes(column) && column !== unitColumn);
    const ordinal = ORDINAL.exec(label)?.[0] ?? '';
    const said = cells
      .map((column) => sayCell({ ...panel, at, column, label: label.slice(ordinal.length) }))
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
  const owners: string[][] = tableRows.map(() => []);
  for (const [row, { cells }] of tableRows.entries()) {
    for (const cell of cells) {
      for (let down = row; down < Math.min(row + cell.rows, tableRows.length); down += 1) {
        for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
          const line = texts[down];
          const owner = owners[down];
          if (!line || !owner) continue;
          line[column] = cleanCell(cell.text);
          owner[column] = `${row},${cell.column}`;
        }
      }
    }
  }
  const width = Math.max(0, ...texts.map(({ length }) => length));
  return {
    rows: texts.map((line, row) => ({
      texts: Array.from({ length: width }, (_, column) => line[column] ?? ''),
      page: tableRows[row]?.page ?? null,
    })),
    owners: owners.map((line, row) =>
      Array.from({ length: width }, (_, column) => line[column] ?? `${row},${column}`),
    ),
  };
}

function cleanCell(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  // Cells are spaced out for looks (`合 计`).
  return line.replace(/(?<=[\u3400-\u9fff（）()、]) (?=[\u3400-\u9fff（）()、])/gu, '');
}

const isNumber = (text: string): boolean => {
  const rest = NUMBER.exec(text)?.[1];
  return rest !== undefined && (rest === '' || UNIT.test(rest));
};

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

/** What stands above a column, the unit in brackets of whichever row last gives one. */
function joinHeading(head: readonly Row[], column: number): Heading {
  const parts = head.map(({ texts }) => splitUnit(texts[column] ?? ''));
  return {
    name: joinDistinct(parts.map(({ name }) => name)),
    unit: parts.findLast(({ unit }) => unit !== '')?.unit ?? '',
  };
}

function joinDistinct(parts: readonly string[], separator = ''): string {
  return [...new Set(parts.filter((part) => part !== ''))].join(separator);
}

/** The headings over one cell, with what they begin with said once: `2022年预算、决算`. */
function joinCovered(names: readonly string[]): string {
  const time = TIME.exec(names[0] ?? '')?.[1] ?? '';
  const shared = names.every((name) => name.startsWith(time)) ? time : '';
  return (
    shared +
    joinDistinct(
      names.map((name) => name.slice(shared.length)),
      '、',
    )
  );
}

/** Columns that say what a row is about: those from the left that hold no numbers, and numbers of rows. */
function findLabelColumns(headings: readonly Heading[], body: readonly Row[]): number[] {
  const labels: number[] = [];
  for (const column of headings.keys()) {
    const heading = headings[column]?.name ?? '';
    const texts = body.map(({ texts: line }) => line[column] ?? '').filter((text) => !BLANK.test(text));
    if (ROW_NUMBER_HEADING.test(heading)) labels.push(column);
    else if (UNIT_HEADING.test(heading)) continue;
    else if (texts.some((text) => isNumber(text) && !YEAR.test(text))) break;
    else if (
      labels.some((label) => !ROW_NUMBER_HEADING.test(headings[label]?.name ?? '')) &&
      !isGrouped(body, column)
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

function readLabel(input: {
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
  return joinDistinct(parts);
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

const repeatsHead = (row: Row, head: readonly Row[]): boolean =>
  head.some(({ texts }) => texts.join('|') === row.texts.join('|'));

const UNIT_LINE = /(?:^|[\s（(])单位[:：]\s*([^\s；;，,）)]{1,10})[）)]?$/u;
const CAPTION_TIME =
  /(?<![-—~至\d])(?:19|20)\d{2}年(?:(?:1[-—~至])?\d{1,2}月(?:末|底|份)?|末|底|上半年|[一二三四]季度|前三季度)?(?![-—~至])/gu;
/** A longer line is text and no title. */
const MAX_TITLE_CHARS = 40;

/** Reads unit and time of a whole table from the lines above it: its title, and a line that only gives the unit. */
function readCaption(lines: readonly string[]): Caption {
  const isUnitLine = (line: string): boolean => /^[（(]?单位/u.test(line);
  const unit = lines.map((line) => UNIT_LINE.exec(line)?.[1] ?? '').findLast((found) => found !== '') ?? '';
  const title = lines.findLast((line) => line !== '' && !isUnitLine(line)) ?? '';
  const isTitle = title.length <= MAX_TITLE_CHARS && !/[。；]/u.test(title);
  const times = isTitle ? [...new Set(title.match(CAPTION_TIME) ?? [])] : [];
  return { unit: unit, time: times.length === 1 ? (times[0] ?? '') : '' };
}

/** Says one number with everything it is about: `2018年城市低保标准546元/月`. */
function sayCell(
  cell: Panel & { readonly at: number; readonly column: number; readonly label: string },
): string {
  const { body, owners, headCount, headings, unitColumn, caption, newest, at, column, label } = cell;
  const row = body[at - headCount];
  const text = row?.texts[column] ?? '';
  if (!row || BLANK.test(text)) return '';
  const covered = row.texts.flatMap((_, other) =>
    owners[at]?.[other] === `${at},${column}` ? [headings[other]?.name ?? ''] : [],
  );
  const name = joinCovered(covered);
  const subject = splitUnit(joinDistinct([label, ...lowerLabels(cell)], '、'));
  const unit = (unitColumn >= 0 ? (row.texts[unitColumn] ?? '') : '') || caption.unit;
  // Of a table without times in its headings, the title says the time.
  const ownTime = headings.some((heading) => readHeadingTime(heading.name) !== '') ? '' : caption.time;
  const time =
    readHeadingTime(name) || (CHANGE.test(name) ? newest : '') || (hasYear(subject.name) ? '' : ownTime);
  const rest = YEAR.test(name) || MERE_NUMBER.test(name) ? '' : name.replace(TIME, '');
  const before = `${time}${subject.name.replace(/^其中[:：]/u, '其中')}${rest}`;
  if (!isNumber(text)) return before === '' ? text : `${before}：${text}`;
  const hasUnit = (NUMBER.exec(text)?.[1] ?? '') !== '';
  const printed = hasUnit ? text : `${text}${headings[column]?.unit || subject.unit || unit}`;
  // Letters and digits would run into the number (`PM2.5` and `31`).
  return `${before}${/[\dA-Za-z.]$/u.test(before) ? '为' : ''}${printed}`;
}

const hasYear = (label: string): boolean => /(?:19|20)\d{2}年/u.test(label);

/** `2022年`, also where a heading is only `2022` or begins with it. */
function readHeadingTime(name: string): string {
  if (YEAR.test(name)) return name.includes('年') ? name : `${name}年`;
  return TIME.exec(name)?.[1] ?? '';
}

/** The latest year among the headings: the one a change beside them leads to. */
function findNewestTime(headings: readonly Heading[]): string {
  const times = headings.map(({ name }) => readHeadingTime(name)).filter((time) => /^\d{4}年/u.test(time));
  return times.toSorted().at(-1) ?? '';
}

/** `养老床位（张）` → `养老床位` and `张`; `同比±%` → `同比` and `%`; brackets that hold no unit stay. */
function splitUnit(text: string): Heading {
  const bracket = BRACKET.exec(text);
  const unit = bracket?.[1]?.replace(/^单位[:：]\s*/u, '') ?? '';
  if (bracket && UNIT.test(unit)) return { name: text.slice(0, bracket.index), unit };
  const percent = /[（(]?[±+-]*[%％][）)]?$/u.exec(text);
  return percent ? { name: text.slice(0, percent.index), unit: '%' } : { name: text, unit: '' };
}
