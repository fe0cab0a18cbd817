import { stringify } from 'csv-stringify/sync';
import type { Entry } from '../targets/entry.ts';
import type { Target } from '../targets/target.ts';
import { COLUMNS, exportRow, guardCell } from './progress-columns.ts';

/** Renders a ledger as a sheet that opens in Excel and that `readProgressFile` reads back entry by entry. */
export function renderLedger(entries: readonly Entry[], targets: readonly Target[]): string {
  const names = new Map(targets.map(({ id, name }) => [id, name]));
  const rows = entries.map((entry) => exportRow(entry, names));
  return stringify(rows, {
    header: true,
    columns: Object.values(COLUMNS),
    // Excel takes a file for UTF-8 only when it begins with a byte-order mark.
    bom: true,
    cast: { string: guardCell },
    quoted_match: /[\r\n]/u,
  });
}
