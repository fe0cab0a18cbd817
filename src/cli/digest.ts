import '../../scripts/require-node.cjs';

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildDigestDocument } from '../documents/digest-document.ts';
import { buildDigestSheet } from '../documents/digest-sheet.ts';
import { AppError } from '../errors.ts';
import type { Every } from '../targets/cadence.ts';
import { createDigestSource } from '../targets/digest-source.ts';
import { STATUS_LABELS } from '../targets/digest-wording.ts';
import { STATUSES, type Status } from '../targets/entry.ts';
import { isLocalDate } from '../targets/local-date.ts';
import { findReportPeriod } from '../targets/report-period.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { withRecords } from './open-records.ts';
import { renderDigest } from './render-digest.ts';
import { readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run digest -- [--as-of 2019-06-24] [--every week|month|quarter] [--json]
         [--section "二、2019年发展目标/(三)…"] [--owner U012AB3CD] [--status 滞后] [--docx FILE] [--csv FILE]
Prints where every target stands on a day, today in China unless --as-of says otherwise. --section, --owner and
--status narrow it and may be given several times; --docx and --csv write it to a file as well.
显示各项目标在某一天的进度：--every 按周、按月或按季；--section、--owner、--status 只看一部分，可以重复；
--docx、--csv 另存为 Word 文档、表格。`;

/** The reports are China's, and so is their “today”. */
const TIME_ZONE = 'Asia/Shanghai';

const PERIODS: readonly Every[] = ['week', 'month', 'quarter'];

async function main(argv: readonly string[]): Promise<void> {
  const { values } = readArguments('digest', () =>
    parseArgs({
      args: [...argv],
      options: {
        'as-of': { type: 'string' },
        every: { type: 'string', default: 'week' },
        section: { type: 'string', multiple: true, default: [] },
        owner: { type: 'string', multiple: true, default: [] },
        status: { type: 'string', multiple: true, default: [] },
        docx: { type: 'string' },
        csv: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const asOf = values['as-of'] ?? localDateAt(new Date(), TIME_ZONE);
  if (!isLocalDate(asOf)) {
    throw new AppError(
      'input_invalid',
      `--as-of “${asOf}” is no day of the calendar; write it like 2019-06-24`,
    );
  }
  const every = PERIODS.find((period) => period === values.every);
  if (!every) {
    throw new AppError('input_invalid', `--every “${values.every}” is none of ${PERIODS.join(', ')}`);
  }
  const selection = {
    sections: values.section,
    owners: values.owner,
    statuses: values.status.map(readStatus),
  };
  const digest = await withRecords(({ knowledge, targets, records }) =>
    createDigestSource({ ...records, targets, knowledgeVersion: knowledge.version }).preview({
      asOf,
      period: findReportPeriod(every, asOf),
      selection,
    }),
  );
  const showPerson = (userId: string): string => userId;
  if (values.docx !== undefined) await save(values.docx, await buildDigestDocument(digest, showPerson));
  if (values.csv !== undefined) await save(values.csv, buildDigestSheet(digest, showPerson));
  console.log(values.json ? JSON.stringify(digest) : renderDigest(digest));
}

/** A status by its code or by its Chinese word. */
function readStatus(text: string): Status {
  const status = STATUSES.find(
    (code) => code === text || STATUS_LABELS[code].word === text || STATUS_LABELS[code].short === text,
  );
  if (status) return status;
  const known = STATUSES.map((code) => STATUS_LABELS[code].word).join('、');
  throw new AppError('input_invalid', `--status “${text}” is no status; there are ${known}`);
}

async function save(file: string, content: Buffer | string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new AppError(
      'input_invalid',
      `${file} cannot be written (${code}); name a file in a folder that exists`,
      {
        cause,
      },
    );
  }
}

await runCommand('digest', main);
