import '../../scripts/require-node.cjs';

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
import type { Target } from '../targets/target.ts';
import { selectTargets } from '../targets/target-selection.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { withRecords } from './open-records.ts';
import { renderDigest } from './render-digest.ts';
import { readArguments, runCommand } from './run-command.ts';
import { saveFile } from './save-file.ts';

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
  const digest = await withRecords(({ knowledge, targets, records }) => {
    checkSections(values.section, targets);
    return createDigestSource({ ...records, targets, knowledgeVersion: knowledge.version }).preview({
      asOf,
      period: findReportPeriod(every, asOf),
      selection,
    });
  });
  const showPerson = (userId: string): string => userId;
  if (values.docx !== undefined) saveFile(values.docx, await buildDigestDocument(digest, showPerson));
  if (values.csv !== undefined) saveFile(values.csv, buildDigestSheet(digest, showPerson));
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

/** Sections are named whole, from the top; one that is not there would give a digest of nothing. */
function checkSections(chosen: readonly string[], targets: readonly Target[]): void {
  const unknown = chosen.find(
    (section) => selectTargets(targets, { sections: [section], owners: [] }, new Map()).length === 0,
  );
  if (unknown === undefined) return;
  const known = [...new Set(targets.map(({ section }) => section))].map((section) => `\n  ${section}`);
  throw new AppError('input_invalid', `--section “${unknown}” holds no target; there are${known.join('')}`);
}

await runCommand('digest', main);
