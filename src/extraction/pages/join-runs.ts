import type { LeftOut } from '../extraction.ts';
import { isExponentAfter, isNoteMark, raiseDigits } from '../raised-numbers.ts';
import type { Fragment, Run } from './printed-page.ts';

/** A gap of this many letters separates columns, not words. */
const WIDE_GAP = 1.25;
/** A gap as wide as a character is a space that was typed; a narrow one may come from how the line was set. */
const TYPED_GAP = 0.8;
const WORD_GAP = 0.15;
/** How far from a line, in letters, what is raised or lowered still belongs to it. */
const SAME_LINE = 0.55;
const SMALL = 0.85;

const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d\\u2014\\u2026';
const SPACE_AT_CJK = new RegExp(`(?<=[${CJK}]) +| +(?=[${CJK}])`, 'gu');

/** Takes out spaces that stand beside Chinese characters: they come from how a line was set. */
export function tidySpaces(text: string): string {
  return text
    .replace(/[^\S\u3000]+/gu, ' ')
    .replace(SPACE_AT_CJK, '')
    .trim();
}

/**
 * Joins runs to lines, from top to bottom; a line with wide gaps gives several fragments. Raised numbers become
 * exponents (`m²`); those that mark a note are added to `leftOut`.
 */
export function joinRuns(runs: readonly Run[], page: number, leftOut: LeftOut[]): Fragment[] {
  const lines: Run[][] = [];
  for (const run of runs.toSorted((a, b) => b.size - a.size)) {
    const line = lines.find(([first]) => first !== undefined && isSameLine(first, run));
    if (line) line.push(run);
    else lines.push([run]);
  }
  return lines
    .flatMap((line) =>
      splitAtGaps(line.toSorted((a, b) => a.left - b.left)).map((part) => joinPart(part, { page, leftOut })),
    )
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Beside each other and level, the smaller one within the height of the larger. */
function isSameLine(first: Run, run: Run): boolean {
  return Math.abs(first.baseline - run.baseline) <= SAME_LINE * first.size;
}

function splitAtGaps(line: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const run of line) {
    const part = parts.at(-1);
    if (part && run.left - reached <= WIDE_GAP * run.size) part.push(run);
    else parts.push([run]);
    reached = Math.max(part ? reached : Number.NEGATIVE_INFINITY, run.right - run.blank);
  }
  return parts;
}

function joinPart(
  part: readonly Run[],
  { page, leftOut }: { readonly page: number; readonly leftOut: LeftOut[] },
): Fragment {
  const size = Math.max(...part.map((run) => run.size));
  const main = part.find((run) => run.size === size);
  let text = '';
  let reached = part[0]?.left ?? 0;
  for (const run of part) {
    const gap = run.left - reached;
    if (gap > WORD_GAP * size && text !== '') text += gap > TYPED_GAP * size ? '\u3000' : ' ';
    const isRaised =
      run.size < SMALL * size && main !== undefined && main.baseline - run.baseline > 0.2 * size;
    const raised = run.text.trim();
    if (isRaised && isExponentAfter(text, raised)) text += raiseDigits(raised);
    else if (isRaised && isNoteMark(raised)) leftOut.push({ text: raised, page, reason: 'note-mark' });
    else text += run.text;
    reached = run.right;
  }
  return {
    kind: 'text',
    text: tidySpaces(text),
    size,
    page,
    left: Math.min(...part.map(({ left }) => left)),
    right: Math.max(...part.map(({ right, blank }) => right - blank)),
    top: (main?.baseline ?? 0) - size,
    bottom: main?.baseline ?? 0,
  };
}

/**
 * Joins the lines of a cell: Chinese goes on without a space, words and numbers do not run together. A number that is
 * broken in a line of words goes on, too.
 */
export function joinTexts(texts: readonly string[]): string {
  return texts.reduce((joined, text) => {
    const isApart = /[A-Za-z,;]$/u.test(joined)
      ? /^[A-Za-z]/u.test(text)
      : /^[\d,.]*\d$/u.test(joined) && /^\d/u.test(text);
    return joined + (isApart ? ' ' : '') + text;
  }, '');
}
