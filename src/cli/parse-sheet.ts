import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** One row below the headings. */
export type SheetRow = {
  /** As a spreadsheet numbers it: the headings are row 1, and empty rows count. */
  readonly row: number;
  /** By heading; cells a spreadsheet left out at the end are empty. */
  readonly cells: ReadonlyMap<string, string>;
  /** What stands to the right of the last heading. */
  readonly surplus: readonly string[];
};

const RowsSchema = z.array(z.array(z.string()));
const DELIMITERS = [',', '\t', ';'] as const;
const isBlank = (cell: string): boolean => cell.trim() === '';

/**
 * Parses a sheet whose columns are parted by commas, tabs (Excel’s “Unicode text”) or semicolons, which the headings
 * tell. Rows without any content are left out, and so is a title of one cell above the headings.
 *
 * @throws AppError `input_invalid` when quotes do not match or `checkHeadings` finds a problem.
 */
export function parseSheet(
  { file, text }: { readonly file: string; readonly text: string },
  checkHeadings: (headings: readonly string[]) => string | null,
): readonly SheetRow[] {
  const rows = readRows(file, text);
  const at = findHeadings(rows);
  const headings = (rows[at] ?? []).map((heading) => heading.trim());
  while (headings.at(-1) === '') headings.pop();
  if (headings.length === 0) return [];
  const problem = checkHeadings(headings);
  if (problem !== null) throw new AppError('input_invalid', `${file}:${at + 1}: ${problem}`);
  return rows.flatMap((cells, index): SheetRow[] =>
    index <= at || cells.every(isBlank)
      ? []
      : [
          {
            row: index + 1,
            cells: new Map(headings.map((heading, column) => [heading, cells[column] ?? ''])),
            surplus: cells.slice(headings.length).filter((cell) => !isBlank(cell)),
          },
        ],
  );
}

/** The first row that is more than one cell: above the headings an office may have written what the table is. */
function findHeadings(rows: readonly (readonly string[])[]): number {
  const filled = (cells: readonly string[]): number => cells.filter((cell) => !isBlank(cell)).length;
  const headings = rows.findIndex((cells) => filled(cells) > 1);
  return headings === -1 ? rows.findIndex((cells) => filled(cells) > 0) : headings;
}

function readRows(file: string, text: string): z.infer<typeof RowsSchema> {
  try {
    return RowsSchema.parse(
      parse(text, {
        bom: true,
        delimiter: findDelimiter(text),
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
      }),
    );
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new AppError('input_invalid', `${file}: ${cause.message}; save the sheet as CSV once more`, {
      cause,
    });
  }
}

/** The one the first line with any has most of. */
function findDelimiter(text: string): string {
  const line = /[^\r\n]*[,\t;][^\r\n]*/u.exec(text)?.[0] ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
