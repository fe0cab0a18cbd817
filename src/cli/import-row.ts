import type { EntryProblem } from '../targets/check-entry.ts';
import { CONFIDENCE_WORDS, STATE_WORDS } from '../targets/digest-wording.ts';
import { CONFIDENCES, type Confidence, MILESTONE_STATES, type MilestoneState } from '../targets/entry.ts';
import type { LocalDate } from '../targets/local-date.ts';
import { readDay } from '../targets/read-day.ts';
import type { SheetRow } from './parse-sheet.ts';
import { COLUMNS, KIND_WORDS, unguardCell } from './progress-columns.ts';

/** A row of a file to import: a target by its number or name, a day, and a value or a state. */
export type ImportRow = {
  readonly target: string;
  readonly asOf: LocalDate;
  readonly value: string;
  readonly state: MilestoneState | undefined;
  readonly note: string;
  readonly evidence: string;
  readonly confidence: Confidence;
  readonly recordedBy: string;
};

/** What is wrong with one cell and what to do, for the person who made the sheet. */
export type CellProblem = { readonly column: string; readonly value: string; readonly text: string };

/** What offices write for a state, beside its own word. */
const STATES_SAID: ReadonlyMap<string, MilestoneState> = new Map([
  ...['完成', '已办结', '办结', '已经完成'].map((word) => [word, 'done'] as const),
  ...['未开始', '没开始', '没启动', '尚未启动'].map((word) => [word, 'not-started'] as const),
  ...['推进中', '正在进行', '已启动', '实施中'].map((word) => [word, 'in-progress'] as const),
]);

/** Longer values are cut in messages. */
const MAX_SHOWN_CHARS = 40;

/** @example `日期“2019-02-30”：不是日期；请写成 2019-03-31` */
export function cellProblemText({ column, value, text }: CellProblem): string {
  const shown = value.replace(/\s+/gu, ' ').trim();
  if (shown === '') return `${column}：${text}`;
  const cut = shown.length > MAX_SHOWN_CHARS ? `${shown.slice(0, MAX_SHOWN_CHARS)}……` : shown;
  return `${column}“${cut}”：${text}`;
}

/** The column a problem of an entry is about. */
export const PROBLEM_COLUMNS = {
  value: COLUMNS.value,
  state: COLUMNS.state,
  asOf: COLUMNS.asOf,
  evidence: COLUMNS.evidence,
} as const satisfies Record<EntryProblem['field'], string>;

/** A cell as it was before the export guarded it, with its blanks. */
export function rawCell({ cells }: Pick<SheetRow, 'cells'>, column: string): string {
  return unguardCell(cells.get(column) ?? '');
}

export function readCell(row: Pick<SheetRow, 'cells'>, column: string): string {
  return rawCell(row, column).trim();
}

/** Reads a row; every cell that cannot be read is a problem. */
export function readImportRow(
  row: SheetRow,
): { readonly read: ImportRow } | { readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const cell = (column: string): string => readCell(row, column);
  if (row.surplus.length > 0) {
    const text = '在最后一列的右边；请删去，或检查是不是多了一个分隔符';
    problems.push({ column: '多出的内容', value: row.surplus.join(' '), text });
  }
  const kind = cell(COLUMNS.kind);
  if (kind !== '' && kind !== KIND_WORDS.value && kind !== KIND_WORDS.state) {
    const text = `不能这样导入；新填报的只能是${KIND_WORDS.value}或${KIND_WORDS.state}，导出的文件请保留所有列`;
    problems.push({ column: COLUMNS.kind, value: kind, text });
  }
  const written = cell(COLUMNS.asOf);
  const asOf = readDay(written);
  if (asOf === null) problems.push({ column: COLUMNS.asOf, value: written, text: dayText(written) });
  const said = cell(COLUMNS.state);
  const state = readWord(STATES_SAID.get(said) ?? said, MILESTONE_STATES, STATE_WORDS);
  if (state === null) {
    const text = wordsText(MILESTONE_STATES, STATE_WORDS);
    problems.push({ column: COLUMNS.state, value: cell(COLUMNS.state), text });
  }
  const confidence = readWord(cell(COLUMNS.confidence), CONFIDENCES, CONFIDENCE_WORDS);
  if (confidence === null) {
    const text = wordsText(CONFIDENCES, CONFIDENCE_WORDS);
    problems.push({ column: COLUMNS.confidence, value: cell(COLUMNS.confidence), text });
  }
  if (problems.length > 0 || asOf === null || state === null || confidence === null) return { problems };
  return {
    read: {
      target: cell(COLUMNS.target) || cell(COLUMNS.name),
      asOf,
      value: cell(COLUMNS.value),
      state,
      note: cell(COLUMNS.note),
      evidence: cell(COLUMNS.evidence),
      confidence: confidence ?? 'high',
      recordedBy: cell(COLUMNS.recordedBy),
    },
  };
}

export function dayText(written: string): string {
  return written === ''
    ? '没有写日期；请写成 2019-03-31 的样子'
    : '不是日期；请写成 2019-03-31、2019/3/31 或 2019年3月31日，年份四位、写在最前';
}

/** The code a word or a code stands for; undefined for an empty cell, null for a word nobody knows. */
export function readWord<T extends string>(
  text: string,
  codes: readonly T[],
  words: Readonly<Record<T, string>>,
): T | undefined | null {
  if (text === '') return undefined;
  return codes.find((code) => code === text || words[code] === text) ?? null;
}

export function wordsText<T extends string>(codes: readonly T[], words: Readonly<Record<T, string>>): string {
  return `不认识；可填：${codes.map((code) => words[code]).join('、')}`;
}
