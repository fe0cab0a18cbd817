import type { LeftOut } from '../extraction.ts';
import { NUMERIC } from './aligned-tables.ts';
import { joinRuns, joinTexts } from './join-runs.ts';
import type { Box, FoundCell, FoundTable, PrintedPage, Rule, Run } from './printed-page.ts';
import { mergeRules } from './ruled-tables.ts';
import { type PlacedRow, showIndents } from './show-indents.ts';

/** Rules of one table begin and end at the same place, in points. */
const SAME_EXTENT = 3;
/** In letters: what parts two cells of a line, and two columns where no line has anything between. */
const CELL_GAP = 1;
const COLUMN_GAP = 0.45;
/** A line as wide as this without a gap is text; one narrower than the second may be the end of a cell. */
const TEXT_SHARE = 0.7;
const NARROW_SHARE = 0.4;
/** Nothing of a table stands this near to the upper or lower end of a page. */
const MARGIN_SHARE = 0.07;
/** In letters: lines of a table stand no further apart, and those nearer than the second overlap. */
const MAX_LINE_GAP = 2.5;
const OVERLAP = 0.95;
/** A line of a cell that goes on in the next one comes this near to the width of its column, in letters. */
const FULL_WITHIN = 1.3;
/** Lines of one cell stand nearer to each other than rows, by this much. */
const PITCH_SLACK = 0.15;
/** Columns of the same table may be parted a little elsewhere on the next page. */
const COLUMNS_WITHIN = 24;

type Extent = { readonly from: number; readonly to: number };
type Line = { readonly runs: readonly Run[]; readonly baseline: number; readonly size: number };
type Column = { readonly left: number; readonly right: number };
type Part = Column & {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  /** Where its first line is printed. */
  readonly begin: Column;
};
type Placed = {
  readonly parts: readonly Part[];
  readonly line: Line;
  readonly baseline: number;
  readonly size: number;
};
/** The lines of a table: its headings, and its rows, and whether it goes on below its last rule. */
type Lines = {
  readonly head: readonly Line[];
  readonly body: readonly Line[];
  readonly isOpenEnded: boolean;
};

/**
 * Finds the tables that are ruled above, below their headings and below their last row, and have no upright lines. A
 * table that the page ends is one down to there. Text that its cells wrap is put back together.
 */
export function findOpenTables(
  page: PrintedPage,
  runs: readonly Run[],
  { ruled, leftOut }: { readonly ruled: readonly Box[]; readonly leftOut: LeftOut[] },
): { readonly tables: readonly FoundTable[]; readonly runs: readonly Run[] } {
  const isApart = ({ at }: Rule): boolean =>
    !ruled.some(({ top, bottom }) => at > top - SAME_EXTENT && at < bottom + SAME_EXTENT);
  const rules = mergeRules(page.rules.filter((rule) => rule.isLevel && isApart(rule)));
  const tables: FoundTable[] = [];
  let left = runs;
  const margin = MARGIN_SHARE * page.height;
  for (const [extent, heights] of groupByExtent(rules)) {
    const lines = groupLines(left, extent).filter(
      ({ baseline }) => baseline > margin && baseline < page.height - margin,
    );
    for (const found of findTables(lines, extent, heights)) {
      const made = makeTable(found, { page: page.number, extent, rules, leftOut });
      if (!made) continue;
      tables.push(made.table);
      const taken = new Set(made.lines.flatMap((line) => line.runs));
      left = left.filter((run) => !taken.has(run));
    }
  }
  return { tables, runs: left };
}

function groupByExtent(rules: readonly Rule[]): (readonly [Extent, readonly number[]])[] {
  const groups: { readonly extent: Extent; readonly heights: number[] }[] = [];
  for (const rule of rules) {
    const group = groups.find(
      ({ extent }) =>
        Math.abs(extent.from - rule.from) < SAME_EXTENT && Math.abs(extent.to - rule.to) < SAME_EXTENT,
    );
    if (group) group.heights.push(rule.at);
    else groups.push({ extent: rule, heights: [rule.at] });
  }
  return groups.map(({ extent, heights }) => [extent, heights.toSorted((a, b) => a - b)]);
}

function groupLines(runs: readonly Run[], { from, to }: Extent): Line[] {
  const lines: { runs: Run[]; baseline: number; size: number }[] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline)) {
    if (run.right < from || run.left > to) continue;
    const line = lines.at(-1);
    if (line && run.baseline - line.baseline < 0.3 * line.size) line.runs.push(run);
    else lines.push({ runs: [run], baseline: run.baseline, size: run.size });
  }
  return lines.map((line) => ({ ...line, runs: line.runs.toSorted((a, b) => a.left - b.left) }));
}

const widthOf = ({ runs }: Line): number =>
  Math.max(...runs.map(({ right }) => right)) - Math.min(...runs.map(({ left }) => left));

const hasGap = ({ runs, size }: Line): boolean =>
  runs.some((run, index) => {
    const next = runs[index + 1];
    return next !== undefined && next.left - run.right + run.blank >= CELL_GAP * size;
  });

const isTabular = (lines: readonly Line[], { from, to }: Extent): boolean =>
  lines.some(hasGap) && !lines.some((line) => !hasGap(line) && widthOf(line) > TEXT_SHARE * (to - from));

function findTables(lines: readonly Line[], extent: Extent, heights: readonly number[]): Lines[] {
  const between = (upper: number, lower: number): Line[] =>
    lines.filter(({ baseline, size }) => baseline - size / 3 > upper && baseline - size / 3 < lower);
  const found: Lines[] = [];
  for (let index = 0; index < heights.length; index += 1) {
    const chain: Line[][] = [];
    while (index + 1 < heights.length) {
      const inside = between(heights[index] ?? 0, heights[index + 1] ?? 0);
      if (!isTabular(inside, extent)) break;
      chain.push(inside);
      index += 1;
    }
    const at = heights[index] ?? 0;
    const [first = [], ...rest] = chain;
    if (rest.length > 0) found.push({ head: first, body: rest.flat(), isOpenEnded: false });
    else if (chain.length > 0) {
      const below = takeLines(between(at, Number.POSITIVE_INFINITY), extent, at);
      found.push(
        below.some(hasGap)
          ? { head: first, body: below, isOpenEnded: true }
          : { head: [], body: first, isOpenEnded: false },
      );
    } else {
      const above = takeLines(between(Number.NEGATIVE_INFINITY, at).toReversed(), extent, at);
      if (above.some(({ runs }) => runs.slice(1).some(({ text }) => NUMERIC.test(text.trim()))))
        found.push({ head: [], body: above.toReversed(), isOpenEnded: false });
    }
  }
  return found;
}

/** The lines next to a rule that may be of a table, up to the first that is text or stands apart. */
function takeLines(lines: readonly Line[], { from, to }: Extent, at: number): Line[] {
  const taken: Line[] = [];
  let last = at;
  for (const line of lines) {
    const isNear = Math.abs(line.baseline - last) < MAX_LINE_GAP * line.size;
    if (!isNear || !(hasGap(line) || widthOf(line) < NARROW_SHARE * (to - from))) break;
    taken.push(line);
    last = line.baseline;
  }
  return taken;
}

function makeTable(
  { head, body, isOpenEnded }: Lines,
  {
    page,
    extent,
    rules,
    leftOut,
  }: {
    readonly page: number;
    readonly extent: Extent;
    readonly rules: readonly Rule[];
    readonly leftOut: LeftOut[];
  },
): { readonly table: FoundTable; readonly lines: readonly Line[] } | null {
  const columns = findColumns(body, extent);
  if (columns.length < 2) return null;
  const place =
    (gap: number) =>
    (line: Line): Placed =>
      placeLine(line, columns, { gap, page, leftOut });
  const joined = joinRows(body.map(place(CELL_GAP)), columns);
  // Below the last rule a line by itself is a title or text; above the first one a cell of the page before goes on.
  const isRow = ({ width }: Row): boolean => width > 1;
  const rows = isOpenEnded ? joined.slice(0, joined.findLastIndex(isRow) + 1) : joined;
  const headings = joinHead(
    head.map(place(COLUMN_GAP)).map((line) => spreadOverRules(line, columns, rules)),
    columns,
  );
  const lines = [...head, ...rows.flatMap((row) => row.lines)];
  const table: FoundTable = {
    kind: 'table',
    page,
    left: extent.from,
    right: extent.to,
    top: Math.min(...lines.map(({ baseline, size }) => baseline - size)),
    bottom: Math.max(...lines.map(({ baseline }) => baseline)),
    columns: columns.map(({ right }, index) =>
      index + 1 < columns.length ? (right + (columns[index + 1]?.left ?? 0)) / 2 : extent.to,
    ),
    columnsWithin: COLUMNS_WITHIN,
    rows: [...headings.map((cells) => ({ cells })), ...showIndents(rows.map(placeRow))],
  };
  return { table, lines };
}

function placeRow({ parts, last }: Row): PlacedRow {
  const ordered = parts.toSorted((a, b) => a.first - b.first);
  const name = ordered[0]?.first === 0 ? ordered[0].begin : null;
  return {
    cells: ordered.map((part) => ({
      column: part.first,
      columns: part.last - part.first + 1,
      rows: 1,
      text: part.text,
    })),
    name: name && { ...name, size: last.size },
  };
}

/** Where something is printed in some line, between places where nothing is in any. */
function findColumns(lines: readonly Line[], { from, to }: Extent): Column[] {
  const columns: { left: number; right: number }[] = [];
  const runs = lines
    .filter((line) => hasGap(line) || widthOf(line) < NARROW_SHARE * (to - from))
    .flatMap((line) => line.runs);
  for (const { left, right, blank, size } of runs.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left - last.right < COLUMN_GAP * size) last.right = Math.max(last.right, right - blank);
    else columns.push({ left, right: right - blank });
  }
  return columns;
}

/** Parts a line at its gaps and at the columns; a part may stand over several of them. */
function placeLine(
  line: Line,
  columns: readonly Column[],
  { gap, page, leftOut }: { readonly gap: number; readonly page: number; readonly leftOut: LeftOut[] },
): Placed {
  const { runs, baseline, size } = line;
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isParted =
      before !== undefined &&
      (run.left - before.right + before.blank >= gap * size ||
        (run.left > before.right &&
          columns.some(({ left }) => left > before.right - SAME_EXTENT && left <= run.left + SAME_EXTENT)));
    if (group && !isParted) group.push(run);
    else groups.push([run]);
  }
  const parts = groups.map((group): Part => {
    const [left, right] = [group[0]?.left ?? 0, Math.max(...group.map((run) => run.right - run.blank))];
    const text = joinRuns(group, page, leftOut)
      .map((fragment) => fragment.text)
      .join('');
    const over = columns.flatMap((column, index) =>
      left < column.right && right > column.left ? [index] : [],
    );
    const after = columns.findIndex((column) => column.left >= right);
    // What stands over the gap between two columns is of both.
    const [first, last] =
      over.length > 0
        ? [over[0] ?? 0, over.at(-1) ?? 0]
        : after < 0
          ? [columns.length - 1, columns.length - 1]
          : [Math.max(0, after - 1), after];
    return { left, right, text, first, last, begin: { left, right } };
  });
  return { parts: joinOfOneColumn(parts.filter(({ text }) => text !== '')), line, baseline, size };
}

/** A heading with a rule right below it stands over all columns that the rule does, however short it is. */
function spreadOverRules(line: Placed, columns: readonly Column[], rules: readonly Rule[]): Placed {
  const below = rules.filter(({ at }) => at > line.baseline && at < line.baseline + line.size);
  const parts = line.parts.map((part): Part => {
    const rule = below.find(({ from, to }) => from < part.left && to > part.right);
    const over = columns.flatMap(({ left, right }, index) =>
      rule && left > rule.from - SAME_EXTENT && right < rule.to + SAME_EXTENT ? [index] : [],
    );
    const isOwn = over.includes(part.first) && over.length < columns.length;
    return isOwn ? { ...part, first: over[0] ?? part.first, last: over.at(-1) ?? part.last } : part;
  });
  return { ...line, parts };
}

/** A word that is spaced out over its column (`项 目`) is one. */
function joinOfOneColumn(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.first === part.first && last.last === part.last)
      joined[joined.length - 1] = { ...last, right: part.right, text: `${last.text} ${part.text}` };
    else joined.push(part);
  }
  return joined;
}

const hasOpenBracket = (text: string): boolean =>
  (text.match(/[（(]/gu)?.length ?? 0) > (text.match(/[）)]/gu)?.length ?? 0);

/** Whether a line of a cell goes on in the part below it. */
function goesOn(above: Part, below: Part, columns: readonly Column[], size: number): boolean {
  const room = (columns[above.last]?.right ?? 0) - (columns[above.first]?.left ?? 0);
  const isFull = above.right - above.left >= room - FULL_WITHIN * size;
  const areNumbers =
    NUMERIC.test(above.text) && NUMERIC.test(below.text) && !/[\u3400-\u9fff]/u.test(below.text);
  return hasOpenBracket(above.text) || (isFull && !areNumbers);
}

type Row = { readonly parts: Part[]; readonly lines: Line[]; last: Placed; readonly width: number };

/** Joins lines to rows: one that overlaps the line above, or holds only ends of cells that the line above began. */
function joinRows(lines: readonly Placed[], columns: readonly Column[]): Row[] {
  const gaps = lines.slice(1).map(({ baseline }, index) => baseline - (lines[index]?.baseline ?? 0));
  const size = Math.max(...lines.map((line) => line.size));
  const pitch = Math.min(...gaps.filter((gap) => gap >= OVERLAP * size));
  const isPadded = gaps.some((gap) => gap > pitch + 2 * PITCH_SLACK * size);
  const rows: Row[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const gap = row ? line.baseline - row.last.baseline : 0;
    const isOverlapping = gap < OVERLAP * size;
    const isEnd =
      row !== undefined &&
      line.parts.length < row.width &&
      (!isPadded || gap <= pitch + PITCH_SLACK * size) &&
      line.parts.every((part) => {
        const above = row.parts.find(({ first, last }) => first === part.first && last === part.last);
        return above !== undefined && goesOn(above, part, columns, size);
      });
    if (row && (isOverlapping || isEnd)) addParts(row, line);
    else rows.push({ parts: [...line.parts], lines: [line.line], last: line, width: line.parts.length });
  }
  return rows;
}

function addParts(row: Row, line: Placed): void {
  for (const part of line.parts) {
    const index = row.parts.findIndex(({ first, last }) => first <= part.last && last >= part.first);
    const above = row.parts[index];
    // The width is that of the lowest line: it tells whether there is one more.
    if (above)
      row.parts[index] = {
        ...part,
        first: above.first,
        last: above.last,
        begin: above.begin,
        text: joinTexts([above.text, part.text]),
      };
    else row.parts.push(part);
  }
  row.lines.push(line.line);
  row.last = line;
}

/** Headings level by level: for each column those that stand over it, wrapped ones put together. */
function joinHead(lines: readonly Placed[], columns: readonly Column[]): FoundCell[][] {
  const levels = columns.map((): Part[] => []);
  for (const { parts, size } of lines) {
    for (const part of parts) {
      const above = levels[part.first]?.at(-1);
      const isEnd =
        above?.first === part.first && above.last === part.last && goesOn(above, part, columns, size);
      const joined = isEnd ? { ...part, text: joinTexts([above.text, part.text]) } : part;
      for (let column = part.first; column <= part.last; column += 1) {
        if (isEnd) levels[column]?.pop();
        levels[column]?.push(joined);
      }
    }
  }
  const depth = Math.max(0, ...levels.map(({ length }) => length));
  return Array.from({ length: depth }, (_, level) => {
    const cells: FoundCell[] = [];
    let before: Part | undefined;
    for (const [column, parts] of levels.entries()) {
      const part = parts[level];
      const last = cells.at(-1);
      if (part && part === before && last) cells[cells.length - 1] = { ...last, columns: last.columns + 1 };
      else if (part) cells.push({ column, columns: 1, rows: 1, text: part.text });
      before = part;
    }
    return cells;
  });
}
