import type { LeftOut } from '../extraction.ts';
import { joinRuns, joinTexts } from './join-runs.ts';
import {
  type FoundCell,
  type FoundTable,
  type PrintedPage,
  type Rule,
  type Run,
  SAME_COLUMNS,
} from './printed-page.ts';
import { type PlacedRow, showIndents } from './show-indents.ts';

/** Rules this near to each other are one. */
const NEAR = 3;
/** A line across the whole page frames it; it is no table. */
const FRAME_SHARE = 0.97;
/** How wide a letter, digit or space is, of a Chinese character. */
const HALF = 0.5;

/**
 * Finds the tables that are drawn with upright and level lines and takes their text out of the runs. Where no line
 * separates two places of the grid they are one cell.
 */
export function findRuledTables(
  page: PrintedPage,
  leftOut: LeftOut[],
): {
  readonly tables: readonly FoundTable[];
  readonly runs: readonly Run[];
} {
  const rules = mergeRules(
    page.rules.filter(
      ({ isLevel, from, to }) =>
        to - from > NEAR && to - from < FRAME_SHARE * (isLevel ? page.width : page.height),
    ),
  );
  let runs = page.runs;
  const tables: FoundTable[] = [];
  for (const group of groupTouching(rules)) {
    const xs = distinct(group.filter(({ isLevel }) => !isLevel).map(({ at }) => at));
    const ys = distinct(group.filter(({ isLevel }) => isLevel).map(({ at }) => at));
    if (xs.length < 3 || ys.length < 2) continue;
    const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
    const isInside = (run: Run): boolean => {
      const [x, y] = [(run.left + run.right) / 2, run.baseline - run.size / 3];
      return x > left && x < right && y > top && y < bottom;
    };
    const inside = runs.filter(isInside).flatMap((run) => splitAtRules(run, group));
    if (inside.length === 0) continue;
    runs = runs.filter((run) => !isInside(run));
    const rows = readGrid({ xs, ys, rules: group, runs: inside, page: page.number, leftOut });
    tables.push({
      kind: 'table',
      page: page.number,
      left,
      right,
      top,
      bottom,
      columns: xs,
      columnsWithin: SAME_COLUMNS,
      rows,
    });
  }
  return { tables, runs };
}

/** Joins pieces of one line, and lines drawn twice. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.from - b.from)) {
    const index = merged.findIndex(
      (other) =>
        other.isLevel === rule.isLevel &&
        Math.abs(other.at - rule.at) < NEAR / 2 &&
        rule.from <= other.to + NEAR,
    );
    const other = merged[index];
    if (other) merged[index] = { ...other, to: Math.max(other.to, rule.to) };
    else merged.push(rule);
  }
  return merged;
}

function groupTouching(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touch(rule, other)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([rule, ...touching.flat()]);
  }
  return groups;
}

function touch(a: Rule, b: Rule): boolean {
  if (a.isLevel === b.isLevel) return false;
  return a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  }
  return found;
}

/** Words of two cells may be printed in one go: an upright line between them parts them at the space beside it. */
function splitAtRules(run: Run, rules: readonly Rule[]): Run[] {
  const middle = run.baseline - run.size / 3;
  const crossing = rules.find(
    ({ isLevel, at, from, to }) =>
      !isLevel && from < middle && to > middle && at > run.left + NEAR && at < run.right - NEAR,
  );
  if (!crossing) return [run];
  const widths = [...run.text].map((char) => (char < '\u2e80' ? HALF : 1));
  const unit = (run.right - run.left) / widths.reduce((sum, width) => sum + width, 0);
  let left = run.left;
  let best: { readonly index: number; readonly distance: number } | null = null;
  for (const [index, char] of [...run.text].entries()) {
    const right = left + (widths[index] ?? 1) * unit;
    const distance = Math.max(0, left - crossing.at, crossing.at - right);
    if (char === ' ' && distance < run.size && distance < (best?.distance ?? run.size))
      best = { index, distance };
    left = right;
  }
  if (!best) return [run];
  const chars = [...run.text];
  const before = { ...run, text: chars.slice(0, best.index).join(''), right: crossing.at - 1, blank: 0 };
  const after = { ...run, text: chars.slice(best.index + 1).join(''), left: crossing.at + 1 };
  return [before, after].flatMap((part) => splitAtRules(part, rules));
}

type Grid = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
  readonly runs: readonly Run[];
  readonly page: number;
  readonly leftOut: LeftOut[];
};

function readGrid({ xs, ys, rules, runs, page, leftOut }: Grid): { readonly cells: readonly FoundCell[] }[] {
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const middle = (list: readonly number[], index: number): number =>
    (at(list, index) + at(list, index + 1)) / 2;
  const isRuled = (isLevel: boolean, position: number, across: number): boolean =>
    rules.some(
      (rule) =>
        rule.isLevel === isLevel &&
        Math.abs(rule.at - position) <= NEAR &&
        rule.from < across &&
        rule.to > across,
    );
  const taken = new Set<string>();
  const placed = ys.slice(0, -1).map((top, row): PlacedRow => {
    const cells: FoundCell[] = [];
    let name: PlacedRow['name'] = null;
    for (let column = 0; column + 1 < xs.length; column += 1) {
      if (taken.has(`${row},${column}`)) continue;
      let columns = 1;
      while (
        column + columns + 1 < xs.length &&
        !taken.has(`${row},${column + columns}`) &&
        !isRuled(false, at(xs, column + columns), middle(ys, row))
      )
        columns += 1;
      let height = 1;
      while (row + height + 1 < ys.length && !isRuled(true, at(ys, row + height), middle(xs, column)))
        height += 1;
      for (let down = row; down < row + height; down += 1)
        for (let across = column; across < column + columns; across += 1) taken.add(`${down},${across}`);
      const [left, right, bottom] = [at(xs, column), at(xs, column + columns), at(ys, row + height)];
      const inside = runs.filter((run) => {
        const [x, y] = [(run.left + run.right) / 2, run.baseline - run.size / 3];
        return x > left && x <= right && y > top && y <= bottom;
      });
      const fragments = joinRuns(inside, page, leftOut);
      cells.push({ column, columns, rows: height, text: joinTexts(fragments.map(({ text }) => text)) });
      if (column === 0) name = fragments[0] ?? null;
    }
    return { cells, name };
  });
  return showIndents(placed);
}
