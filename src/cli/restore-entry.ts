import { z } from 'zod';
import { parseAmount, splitValueAndUnit } from '../targets/amount.ts';
import { CONFIDENCE_WORDS, STATE_WORDS, STATUS_LABELS } from '../targets/digest-wording.ts';
import { CONFIDENCES, type Entry, MILESTONE_STATES, type NewEntry, STATUSES } from '../targets/entry.ts';
import { readDay } from '../targets/read-day.ts';
import { type CellProblem, dayText, rawCell, readCell, readWord, wordsText } from './import-row.ts';
import type { SheetRow } from './parse-sheet.ts';
import { COLUMNS, exportRow, KIND_WORDS } from './progress-columns.ts';

/** An entry out of an exported file. Numbers of entries differ from ledger to ledger, so what it refers to is apart. */
export type Restored = {
  readonly entry: NewEntry;
  /** Number the entry had where it was exported. */
  readonly seq: string;
  /** Number, there, of the entry it undoes or corrects; empty when it does neither. */
  readonly refersTo: string;
};

const KINDS = ['value', 'state', 'override', 'pause', 'resume', 'undo'] as const;
const ORIGINS = ['slack', 'import', 'sample'] as const;
const ORIGIN_WORDS = { slack: 'slack', import: 'import', sample: 'sample' } as const;
const STATUS_WORDS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  overdue: STATUS_LABELS.overdue.word,
  behind: STATUS_LABELS.behind.word,
  'at-risk': STATUS_LABELS['at-risk'].word,
  unreported: STATUS_LABELS.unreported.word,
  'on-track': STATUS_LABELS['on-track'].word,
  paused: STATUS_LABELS.paused.word,
  done: STATUS_LABELS.done.word,
};
const InstantSchema = z.iso.datetime();

/** Whether a row was exported from a ledger, rather than written for import: it says which entry it is, and when made. */
export function isExported(row: SheetRow): boolean {
  return [COLUMNS.requestKey, COLUMNS.recordedAt, COLUMNS.kind].every(
    (column) => readCell(row, column) !== '',
  );
}

/** Reads an exported row back, exactly as it was. */
export function restoreEntry(row: SheetRow): Restored | { readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const word = <T extends string>(
    column: string,
    codes: readonly T[],
    words: Readonly<Record<T, string>>,
    otherwise: T,
  ): T => {
    const read = readWord(readCell(row, column), codes, words);
    if (read) return read;
    problems.push({ column, value: readCell(row, column), text: wordsText(codes, words) });
    return otherwise;
  };
  const kind = word(COLUMNS.kind, KINDS, KIND_WORDS, 'value');
  const written = readCell(row, COLUMNS.asOf);
  const asOf = readDay(written);
  if (asOf === null) problems.push({ column: COLUMNS.asOf, value: written, text: dayText(written) });
  const instant = readCell(row, COLUMNS.recordedAt);
  if (!InstantSchema.safeParse(instant).success) {
    const text = '不是导出时的时间；请不要改动这一列';
    problems.push({ column: COLUMNS.recordedAt, value: instant, text });
  }
  const refersTo = readCell(row, COLUMNS.refersTo);
  if (kind === 'undo' && refersTo === '') {
    problems.push({ column: COLUMNS.refersTo, value: '', text: '撤销要写明针对哪一行的序号' });
  }
  const base = {
    targetId: readCell(row, COLUMNS.target),
    asOf: asOf ?? '',
    note: rawCell(row, COLUMNS.note),
    recordedBy: rawCell(row, COLUMNS.recordedBy),
    recordedAt: new Date(instant),
    saidIn: rawCell(row, COLUMNS.saidIn),
    origin: word(COLUMNS.origin, ORIGINS, ORIGIN_WORDS, 'import'),
    requestKey: rawCell(row, COLUMNS.requestKey),
  };
  const evidenced = () => ({
    evidence: rawCell(row, COLUMNS.evidence),
    confidence: word(COLUMNS.confidence, CONFIDENCES, CONFIDENCE_WORDS, 'high'),
    corrects: null,
  });
  const read = (): NewEntry => {
    switch (kind) {
      case 'value':
        return { ...base, ...evidenced(), kind, value: readAmount(row, problems) };
      case 'state':
        return {
          ...base,
          ...evidenced(),
          kind,
          state: word(COLUMNS.state, MILESTONE_STATES, STATE_WORDS, 'done'),
        };
      case 'override':
        return { ...base, kind, status: word(COLUMNS.state, STATUSES, STATUS_WORDS, 'done') };
      case 'undo':
        return { ...base, kind, undoes: 0 };
      case 'pause':
      case 'resume':
        return { ...base, kind };
    }
  };
  const entry = read();
  return problems.length > 0 ? { problems } : { entry, seq: readCell(row, COLUMNS.seq), refersTo };
}

function readAmount(row: SheetRow, problems: CellProblem[]): string {
  const written = readCell(row, COLUMNS.value);
  const value = splitValueAndUnit(written)?.value ?? '';
  if (parseAmount(value) === null) {
    problems.push({ column: COLUMNS.value, value: written, text: '不是数；请只填数字，如 126' });
  }
  return value;
}

/** Columns that say where an entry stands in a ledger, not what it is. */
const PLACE_COLUMNS: ReadonlySet<string> = new Set([COLUMNS.seq, COLUMNS.name, COLUMNS.refersTo]);
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The cells in which a row differs from the entry that is on record under its key. */
export function compareWithRecord(entry: NewEntry, recorded: NewEntry): readonly CellProblem[] {
  const row = exportRow({ ...entry, seq: 0 } satisfies Entry, NO_NAMES);
  const kept = exportRow({ ...recorded, seq: 0 } satisfies Entry, NO_NAMES);
  return Object.values(COLUMNS)
    .filter((column) => !PLACE_COLUMNS.has(column) && unify(row[column]) !== unify(kept[column]))
    .map((column) => ({
      column,
      value: row[column] ?? '',
      text: `与记录里的“${kept[column] ?? ''}”不同；要更正请在 Slack 里更正，要另填一条请清空这一行的“${COLUMNS.requestKey}”`,
    }));
}

/** Spreadsheets write line ends their own way. */
const unify = (cell = ''): string => cell.replace(/\r\n?/gu, '\n');
