import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { checkEntry } from '../targets/check-entry.ts';
import type { Entry, NewEntry } from '../targets/entry.ts';
import { doubtText, problemText } from '../targets/entry-wording.ts';
import type { LocalDate } from '../targets/local-date.ts';
import type { Target } from '../targets/target.ts';
import { checkHeadings, type ImportRow, importRow } from './progress-columns.ts';

/** What a file comes to: entries to record, or everything that is wrong with it, by line. */
export type ImportReading =
  | { readonly kind: 'entries'; readonly entries: readonly NewEntry[] }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

export type ImportInput = {
  readonly file: string;
  readonly text: string;
  readonly targets: readonly Target[];
  readonly history: readonly Entry[];
  readonly today: LocalDate;
  readonly now: Date;
  /** Who runs the import, for lines that do not say who reported. */
  readonly importedBy: string;
  /** Unlikely values were looked at and are meant. */
  readonly acceptsDoubts: boolean;
};

const LinesSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** Reads and checks a whole CSV file. Each line is checked against the ledger and the lines above it. */
export function readProgressFile(input: ImportInput): ImportReading {
  const { file, text, history } = input;
  const problems: string[] = [];
  const entries: NewEntry[] = [];
  const pretended: Entry[] = [...history];
  const lines = parseLines(file, text);
  if (lines.length === 0) return { kind: 'problems', problems: [`${file}: no line to import`] };
  for (const { record, info } of lines) {
    const read = readLine(input, record, pretended);
    if ('entry' in read) {
      entries.push(read.entry);
      pretended.push({ ...read.entry, seq: Number.MAX_SAFE_INTEGER - lines.length + entries.length });
    } else {
      problems.push(...read.problems.map((problem) => `${file}:${info.lines}: ${problem}`));
    }
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'entries', entries };
}

function parseLines(file: string, text: string): z.infer<typeof LinesSchema> {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      columns: (headings: string[]) => {
        const trimmed = headings.map((heading) => heading.trim());
        const problem = checkHeadings(trimmed);
        if (problem !== null) throw new AppError('input_invalid', `${file}:1: ${problem}`);
        return trimmed;
      },
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return LinesSchema.parse(parsed);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (cause instanceof CsvError)
      throw new AppError('input_invalid', `${file}: ${cause.message}`, { cause });
    throw cause;
  }
}

function readLine(
  input: ImportInput,
  record: unknown,
  known: readonly Entry[],
): { readonly entry: NewEntry } | { readonly problems: readonly string[] } {
  let row: ImportRow;
  try {
    row = importRow(record);
  } catch (error) {
    if (error instanceof AppError) return { problems: [error.message] };
    throw error;
  }
  const matches = input.targets.filter(({ id, name }) => id === row.target || name === row.target);
  const [target] = matches;
  if (!target || matches.length > 1) {
    return {
      problems: [row.target === '' ? '没有写目标' : `没有目标“${row.target}”,请写目标编号或完整名称`],
    };
  }
  const {
    problems,
    doubts,
    value: read,
  } = checkEntry({
    target,
    history: known.filter(({ targetId }) => targetId === target.id),
    draft: row,
    today: input.today,
  });
  if (problems.length > 0) return { problems: problems.map(problemText) };
  const entry = makeEntry({ input, row, target, read });
  if (input.history.some(({ requestKey }) => requestKey === entry.requestKey)) return { entry };
  if (doubts.length > 0 && !input.acceptsDoubts) {
    return { problems: doubts.map((doubt) => `${doubtText(doubt)}(确认无误请加 --accept-doubts)`) };
  }
  return { entry };
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
