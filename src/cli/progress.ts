import '../../scripts/require-node.cjs';

import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { inBothLanguages } from '../in-both-languages.ts';
import { readLimitedFile, SHEET_LIMIT } from '../loading/read-limited-file.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { decodeSheet, isWorkbook } from './decode-sheet.ts';
import { readProgressFile } from './import-progress.ts';
import { withRecords } from './open-records.ts';
import { renderLedger } from './render-ledger.ts';
import { readArguments, refuseMore, runCommand } from './run-command.ts';
import { saveFile } from './save-file.ts';

const USAGE = `Usage: npm run progress -- import file.csv [--accept-doubts] [--skip-bad-rows] [--by name]
       npm run progress -- export [--json] [--out file]
Import checks every row first and records all of them or none; with --skip-bad-rows it records those without problems.
Columns: 目标编号 or 目标名称, 日期, 数值 or 状态, and optionally 说明, 证据, 把握, 填报人. Export writes the whole ledger, by
default as CSV for Excel; an exported file can be imported as it is, into this ledger or another.
用法：import 表格.csv 导入进度，export 导出台账。导入先查每一行，有一行不对就一行也不记；加 --skip-bad-rows 只记没有问题的行，
加 --accept-doubts 收下已经核对过的可疑数，--by 写明是谁报的。列名：目标编号或目标名称、日期、数值或状态，还可以有说明、证据、把握、
填报人。导出的文件可以原样再导入。`;

/** The reports are China's, and so is their “today”. */
const TIME_ZONE = 'Asia/Shanghai';

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments('progress', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'accept-doubts': { type: 'boolean', default: false },
        'skip-bad-rows': { type: 'boolean', default: false },
        by: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  const [verb, file, ...more] = positionals;
  if (values.help) console.log(USAGE);
  else if (verb === 'import' && file !== undefined) {
    refuseMore('progress', more);
    const by = values.by ?? userInfo().username;
    await importFile({
      file,
      importedBy: by,
      acceptsDoubts: values['accept-doubts'],
      skipsBadRows: values['skip-bad-rows'],
    });
  } else if (verb === 'export') {
    refuseMore('progress', positionals.slice(1));
    await exportLedger({ isJson: values.json, out: values.out });
  } else
    throw new AppError(
      'input_invalid',
      `${inBothLanguages('say “import file.csv” or “export”', '请写 import 表格.csv 或 export')}\n${USAGE}`,
    );
}

async function importFile(options: {
  readonly file: string;
  readonly importedBy: string;
  readonly acceptsDoubts: boolean;
  readonly skipsBadRows: boolean;
}): Promise<void> {
  const text = readText(options.file);
  await withRecords(async ({ targets, records }) => {
    const now = new Date();
    const history = await records.ledger.allEntries();
    const today = localDateAt(now, TIME_ZONE);
    const reading = readProgressFile({ ...options, text, targets, history, today, now });
    const { entries, references, problems, badRows } = reading;
    if (problems.length > 0 && !(options.skipsBadRows && entries.length > 0)) {
      const none = inBothLanguages('nothing was imported', '一行也没有记下');
      throw new AppError('input_invalid', `${none}\n${problems.join('\n')}`);
    }
    const lastSeq = history.at(-1)?.seq ?? 0;
    const recorded = await records.ledger.append(entries, references);
    const fresh = recorded.filter(({ seq }) => seq > lastSeq).length;
    console.log(importedText(fresh, entries.length - fresh));
    if (badRows > 0) {
      console.error(`有${badRows}行没有记下 · left out ${badRows} rows\n${problems.join('\n')}`);
    }
  });
}

function importedText(fresh: number, known: number): string {
  const english = `imported ${fresh} of ${fresh + known} entries`;
  return known === 0
    ? inBothLanguages(english, `记下${fresh}条`)
    : inBothLanguages(
        `${english}; the others were there already, or twice in the file`,
        `记下${fresh}条，另外${known}条是重复的，没有再记`,
      );
}

function readText(file: string): string {
  const bytes = readSheet(file);
  if (isWorkbook(bytes)) {
    throw new AppError(
      'input_invalid',
      `${file}: ${inBothLanguages(
        'is a workbook; save its sheet as “CSV UTF-8” and import that',
        '是 Excel 工作簿或别的 Office 文件，不能直接导入；请在 Excel 里另存为“CSV UTF-8（逗号分隔）”，再导入那个文件',
      )}`,
    );
  }
  const text = decodeSheet(bytes);
  if (text !== null) return text;
  throw new AppError(
    'input_invalid',
    `${file}: ${inBothLanguages(
      'is no text in UTF-8, UTF-16 or GBK; save the sheet as “CSV UTF-8” and import that',
      '不是 UTF-8、UTF-16 或 GBK 的文字；请在 Excel 里另存为“CSV UTF-8（逗号分隔）”，再导入',
    )}`,
  );
}

function readSheet(file: string): Buffer {
  try {
    return readLimitedFile(file, SHEET_LIMIT);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const said = inBothLanguages('cannot be read; name a CSV file', '读不了；请写一个 CSV 文件的名字');
    throw new AppError('input_invalid', `${file}: ${said}`, { cause });
  }
}

async function exportLedger({
  isJson,
  out,
}: {
  readonly isJson: boolean;
  readonly out: string | undefined;
}): Promise<void> {
  const text = await withRecords(async ({ targets, records }) => {
    const entries = await records.ledger.allEntries();
    return isJson ? `${JSON.stringify(entries, null, 2)}\n` : renderLedger(entries, targets);
  });
  if (out === undefined) process.stdout.write(text);
  else saveFile(out, text);
}

await runCommand('progress', main);
