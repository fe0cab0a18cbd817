import { createHash } from 'node:crypto';
import { inBothLanguages } from '../in-both-languages.ts';
import { foldWidth } from '../report/fold-width.ts';
import { parseAmount } from '../targets/amount.ts';
import { checkDraft, readTimeline } from '../targets/check-entry.ts';
import { findCancelled, isMeasurement } from '../targets/effective-entries.ts';
import { type Entry, isValue, type NewEntry } from '../targets/entry.ts';
import { doubtText, problemText } from '../targets/entry-wording.ts';
import { inQuotes } from '../targets/in-quotes.ts';
import type { LocalDate } from '../targets/local-date.ts';
import { readDay } from '../targets/read-day.ts';
import type { Target } from '../targets/target.ts';
import { createTimeline, type Timeline } from '../targets/timeline.ts';
import { findOutliers, type Total } from './find-outliers.ts';
import {
  type CellProblem,
  cellProblemText,
  type ImportRow,
  PROBLEM_COLUMNS,
  readCell,
  readImportRow,
} from './import-row.ts';
import { parseSheet, type SheetRow } from './parse-sheet.ts';
import { COLUMNS, checkHeadings } from './progress-columns.ts';
import { compareWithRecord, isExported, restoreEntry } from './restore-entry.ts';

/** What a file comes to. */
export type ImportReading = {
  /** The rows that can be recorded, in their order. */
  readonly entries: readonly NewEntry[];
  /** For `Ledger.append`: which of them undo or correct which. */
  readonly references: ReadonlyMap<string, string>;
  /** Everything that is wrong with the others: `file:row: column“value”：what is wrong；what to do`. */
  readonly problems: readonly string[];
  /** How many rows have problems. */
  readonly badRows: number;
};

export type ImportInput = {
  readonly file: string;
  readonly text: string;
  readonly targets: readonly Target[];
  readonly history: readonly Entry[];
  readonly today: LocalDate;
  readonly now: Date;
  /** Who runs the import, for rows that do not say who reported. */
  readonly importedBy: string;
  /** Unlikely values were looked at and are meant. */
  readonly acceptsDoubts: boolean;
};

/**
 * Reads and checks a whole sheet. Each row is checked against the ledger and the rows above it; a row with a problem
 * does not count for those below. The time is in proportion to the rows.
 */
export function readProgressFile(input: ImportInput): ImportReading {
  const { file } = input;
  const rows = parseSheet(input, checkHeadings);
  if (rows.length === 0) {
    return {
      entries: [],
      references: new Map(),
      problems: [`${file}: ${inBothLanguages('no row to import', '没有可以导入的行')}`],
      badRows: 0,
    };
  }
  const reader = createRowReader(input, readOutliers(input, rows));
  const problems: string[] = [];
  let badRows = 0;
  for (const row of rows) {
    const found = reader.read(row);
    if (found.length > 0) badRows += 1;
    problems.push(...found.map((problem) => `${file}:${row.row}: ${cellProblemText(problem)}`));
  }
  return { entries: reader.entries, references: reader.references, problems, badRows };
}

type RowReader = {
  readonly entries: readonly NewEntry[];
  readonly references: ReadonlyMap<string, string>;
  /** Takes a row in, or returns what is wrong with it. */
  read(row: SheetRow): readonly CellProblem[];
};

function createRowReader(input: ImportInput, outliers: Outliers): RowReader {
  const entries: NewEntry[] = [];
  const references = new Map<string, string>();
  const targets = indexTargets(input.targets);
  const known = new Map<string, NewEntry>(input.history.map((entry) => [entry.requestKey, entry]));
  /** Keys of exported entries by the number they had there. */
  const keyBySeq = new Map<string, string>();
  const timelines = createTimelines(input.history);

  function take(entry: NewEntry): void {
    // What was there before is listed all the same, so that it is counted; the ledger records it once.
    entries.push(entry);
    if (known.has(entry.requestKey)) return;
    known.set(entry.requestKey, entry);
    timelines.add(entry);
  }

  function readWritten(row: SheetRow): readonly CellProblem[] {
    const reading = readImportRow(row);
    if ('problems' in reading) return [...reading.problems, ...findMore(row, reading.problems)];
    const { read } = reading;
    const found = findTarget(targets, row, read.target);
    if ('column' in found) return [found];
    const timeline = outliers.get(row.row) ?? timelines.of(found.id);
    const check = checkDraft({ target: found, timeline, draft: read, today: input.today });
    const about = (column: string, text: string): CellProblem => ({
      column,
      value: row.cells.get(column) ?? '',
      text,
    });
    if (check.problems.length > 0) {
      return check.problems.map((problem) => about(PROBLEM_COLUMNS[problem.field], problemText(problem)));
    }
    const entry = makeEntry({ input, row: read, target: found, read: check.value });
    if (!known.has(entry.requestKey) && !input.acceptsDoubts && check.doubts.length > 0) {
      const column = found.kind === 'milestone' ? COLUMNS.state : COLUMNS.value;
      return check.doubts.map((doubt) =>
        about(column, `${doubtText(doubt)}（确认无误请加 --accept-doubts）`),
      );
    }
    take(entry);
    return [];
  }

  /** What else is wrong with a row that could not be read: its person wants to put all of it right at once. */
  function findMore(row: SheetRow, told: readonly CellProblem[]): readonly CellProblem[] {
    const target = findTarget(targets, row, readCell(row, COLUMNS.target) || readCell(row, COLUMNS.name));
    if ('column' in target) return [target];
    if (target.kind === 'milestone') return [];
    const draft = {
      asOf: readDay(readCell(row, COLUMNS.asOf)) ?? input.today,
      value: readCell(row, COLUMNS.value),
      note: '',
      evidence: readCell(row, COLUMNS.evidence),
      confidence: 'high',
    } as const;
    const { problems } = checkDraft({ target, timeline: timelines.of(target.id), draft, today: input.today });
    return problems
      .map((problem) => ({ column: PROBLEM_COLUMNS[problem.field], text: problemText(problem) }))
      .filter(({ column }) => !told.some((each) => each.column === column))
      .map(({ column, text }) => ({ column, value: readCell(row, column), text }));
  }

  function readExported(row: SheetRow): readonly CellProblem[] {
    const restored = restoreEntry(row);
    if ('problems' in restored) return restored.problems;
    const { entry, seq, refersTo } = restored;
    const recorded = known.get(entry.requestKey);
    if (recorded) {
      const differences = compareWithRecord(entry, recorded);
      if (differences.length > 0) return differences;
    } else {
      const found = findTarget(targets, row, entry.targetId);
      if ('column' in found) return [found];
      const referred = keyBySeq.get(refersTo);
      if (refersTo !== '' && referred === undefined) {
        const text = '上面没有序号是它的行；请保留它针对的那一行';
        return [{ column: COLUMNS.refersTo, value: refersTo, text }];
      }
      if (referred !== undefined) references.set(entry.requestKey, referred);
    }
    keyBySeq.set(seq, entry.requestKey);
    take(entry);
    return [];
  }

  return {
    entries,
    references,
    read: (row) => (isExported(row) ? readExported(row) : readWritten(row)),
  };
}

/** Rows whose totals do not fit in with the others of the file, each with what these say: it is they that are unlikely. */
type Outliers = ReadonlyMap<SheetRow['row'], Timeline>;

function readOutliers({ targets, history, today }: ImportInput, rows: readonly SheetRow[]): Outliers {
  const index = indexTargets(targets);
  const none = createTimeline([]);
  const totals = new Map<string, (Total & { readonly row?: number; readonly value: string })[]>();
  const addTo = (targetId: string, total: Total & { readonly row?: number; readonly value: string }) => {
    const own = totals.get(targetId);
    if (own) own.push(total);
    else totals.set(targetId, [total]);
  };
  const cancelled = findCancelled(history);
  for (const { seq, targetId, asOf, value } of history.filter(isValue)) {
    const amount = cancelled.has(seq) ? null : parseAmount(value);
    if (amount) addTo(targetId, { asOf, amount, value });
  }
  for (const row of rows.filter((read) => !isExported(read))) {
    const reading = readImportRow(row);
    if ('problems' in reading) continue;
    const target = findTarget(index, row, reading.read.target);
    if ('column' in target || target.kind !== 'numeric' || target.measure !== 'cumulative') continue;
    const { value } = checkDraft({ target, timeline: none, draft: reading.read, today });
    const amount = value === null ? null : parseAmount(value);
    if (value !== null && amount) addTo(target.id, { asOf: reading.read.asOf, amount, value, row: row.row });
  }
  const found = new Map<SheetRow['row'], Timeline>();
  for (const own of totals.values()) {
    const outliers = findOutliers(own);
    const others = createTimeline([]);
    for (const total of own) if (!outliers.has(total)) others.add(total);
    for (const { row } of outliers) if (row !== undefined) found.set(row, others);
  }
  return found;
}

/** The timelines of all targets, each made when it is first needed. */
function createTimelines(history: readonly Entry[]) {
  const histories = new Map<string, Entry[]>();
  for (const entry of history) {
    const own = histories.get(entry.targetId);
    if (own) own.push(entry);
    else histories.set(entry.targetId, [entry]);
  }
  const timelines = new Map<string, Timeline>();
  const of = (targetId: string): Timeline => {
    const timeline = timelines.get(targetId) ?? readTimeline(histories.get(targetId) ?? []);
    timelines.set(targetId, timeline);
    return timeline;
  };
  return {
    of,
    add(entry: NewEntry): void {
      const pretended = { ...entry, seq: Number.MAX_SAFE_INTEGER };
      if (isMeasurement(pretended)) of(entry.targetId).add(pretended);
    },
  };
}

/** Targets by number and by name; a name that several have leads to none of them. */
function indexTargets(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const index = new Map<string, Target[]>();
  for (const target of targets) {
    for (const word of new Set([target.id, target.name].map(foldName))) {
      index.set(word, [...(index.get(word) ?? []), target]);
    }
  }
  return index;
}

/** Brackets, quotation marks and blanks are typed as they come. */
const foldName = (name: string): string => foldWidth(name).replace(/[\s“”"「」『』]/gu, '');

function findTarget(
  targets: ReadonlyMap<string, readonly Target[]>,
  row: SheetRow,
  word: string,
): Target | CellProblem {
  const matches = targets.get(foldName(word)) ?? [];
  const [target] = matches;
  if (target && matches.length === 1) return findContradiction(targets, row, target) ?? target;
  const column = row.cells.get(COLUMNS.target)?.trim() ? COLUMNS.target : COLUMNS.name;
  if (word === '') return { column, value: '', text: '没有写目标；请写目标编号或完整名称' };
  const text = target
    ? `有${matches.length}个目标叫这个名称；请写目标编号：${matches.map(({ id }) => id).join('、')}`
    : `没有这个目标；${suggestNames(targets, foldName(word))}请写目标编号或完整名称`;
  return { column, value: word, text };
}

/**
 * A name beside a number that is another target's: nobody knows which of them was meant. It may be shortened; in an export,
 * which says what targets were called then, it may be any that no other target has.
 */
function findContradiction(
  targets: ReadonlyMap<string, readonly Target[]>,
  row: SheetRow,
  target: Target,
): CellProblem | undefined {
  const [id, value] = [readCell(row, COLUMNS.target), readCell(row, COLUMNS.name)];
  const [said, known] = [foldName(value), foldName(target.name)];
  if (id === '' || said === '' || targets.get(said)?.includes(target)) return undefined;
  const others = targets.get(said) ?? [];
  const isShort = said.length > 1 && (isWithin(said, known) || isWithin(known, said));
  if (others.length === 0 && (isShort || isExported(row))) return undefined;
  const [other] = others.length === 1 ? others : [];
  const meant = other ? `，它的编号是${other.id}` : '';
  const text = `${COLUMNS.target}${inQuotes(id)}是${inQuotes(target.name)}，不是${inQuotes(value)}${meant}；请把这两格改成同一个目标，或只留一格`;
  return { column: COLUMNS.name, value, text };
}

/** More than these are no help. */
const MAX_SUGGESTED = 3;

/** Targets whose names have the characters of a name in their order, as a shortened name has: `是不是“婚姻辅导站(室)”？`. */
function suggestNames(targets: ReadonlyMap<string, readonly Target[]>, word: string): string {
  const all = new Set([...targets.values()].flat());
  const near = [...all].filter(({ name }) => word.length > 1 && isWithin(word, foldName(name)));
  return near.length === 0 || near.length > MAX_SUGGESTED
    ? ''
    : `是不是${near.map(({ name }) => inQuotes(name)).join('、')}？`;
}

function isWithin(short: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (character === short[at]) at += 1;
  return at === short.length;
}

function makeEntry({
  input,
  row,
  target,
  read,
}: {
  readonly input: ImportInput;
  readonly row: ImportRow;
  readonly target: Target;
  readonly read: string | null;
}): NewEntry {
  const { state } = row;
  const recordedBy = row.recordedBy || input.importedBy;
  const content = [
    target.id,
    row.asOf,
    read ?? state ?? '',
    row.note,
    row.evidence,
    row.confidence,
    recordedBy,
  ];
  const common = {
    targetId: target.id,
    asOf: row.asOf,
    note: row.note,
    evidence: row.evidence,
    confidence: row.confidence,
    corrects: null,
    recordedBy,
    recordedAt: input.now,
    saidIn: '',
    origin: 'import',
    // The same line imported again is the same act and records nothing.
    requestKey: `import:${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)}`,
  } as const;
  return read !== null || state === undefined
    ? { ...common, kind: 'value', value: read ?? '' }
    : { ...common, kind: 'state', state };
}
