import '../../scripts/require-node.cjs';

import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { AppError } from '../errors.ts';
import type { TargetRecords } from '../targets/records.ts';
import type { Target } from '../targets/target.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { readProgressFile } from './import-progress.ts';
import { withRecords } from './open-records.ts';
import { COLUMNS, exportRow } from './progress-columns.ts';
import { readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run progress -- import file.csv [--accept-doubts] [--by name]
       npm run progress -- export [--json] [--out file]
Import checks every line first and records all of them or none. Columns: 目标编号 or 目标名称, 日期, 数值 or 状态, and
optionally 说明, 证据, 把握, 填报人. Export writes the whole ledger, by default as CSV for Excel.`;

/** The reports are China's, and so is their “today”. */
const TIME_ZONE = 'Asia/Shanghai';

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments('progress', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'accept-doubts': { type: 'boolean', default: false },
        by: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  const [verb, file] = positionals;
  if (values.help) console.log(USAGE);
  else if (verb === 'import' && file !== undefined) {
    const by = values.by ?? userInfo().username;
    await importFile({ file, importedBy: by, acceptsDoubts: values['accept-doubts'] });
  } else if (verb === 'export') await exportLedger({ isJson: values.json, out: values.out });
  else throw new AppError('input_invalid', `say “import file.csv” or “export”\n${USAGE}`);
}

async function importFile(options: {
  readonly file: string;
  readonly importedBy: string;
  readonly acceptsDoubts: boolean;
}): Promise<void> {
  const text = readText(options.file);
  await withRecords(async ({ targets, records }) => {
    const now = new Date();
    const history = await records.ledger.allEntries();
    const today = localDateAt(now, TIME_ZONE);
    const reading = readProgressFile({ ...options, text, targets, history, today, now });
    if (reading.kind === 'problems') {
      throw new AppError('input_invalid', `nothing was imported\n${reading.problems.join('\n')}`);
    }
    const lastSeq = history.at(-1)?.seq ?? 0;
    const recorded = await records.ledger.append(reading.entries);
    const fresh = recorded.filter(({ seq }) => seq > lastSeq).length;
    console.log(`imported ${fresh} of ${reading.entries.length} entries; the others were there already`);
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('input_invalid', `${file}: cannot be read; name a CSV file in UTF-8`, { cause });
  }
}

async function exportLedger({
  isJson,
  out,
}: {
  readonly isJson: boolean;
  readonly out: string | undefined;
}): Promise<void> {
  const text = await withRecords(({ targets, records }) => renderLedger({ targets, records, isJson }));
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

async function renderLedger({
  targets,
  records,
  isJson,
}: {
  readonly targets: readonly Target[];
  readonly records: TargetRecords;
  readonly isJson: boolean;
}): Promise<string> {
  const entries = await records.ledger.allEntries();
  if (isJson) return `${JSON.stringify(entries, null, 2)}\n`;
  const names = new Map(targets.map(({ id, name }) => [id, name]));
  const rows = entries.map((entry) => exportRow(entry, names));
  // Excel takes a file for UTF-8 only when it begins with a byte-order mark; a formula in a note must not run there.
  return stringify(rows, { header: true, bom: true, columns: Object.values(COLUMNS), escape_formulas: true });
}

await runCommand('progress', main);
