import '../../scripts/require-node.cjs';

import { parseArgs } from 'node:util';
import { buildDigestDocument } from '../documents/digest-document.ts';
import { buildDigestSheet } from '../documents/digest-sheet.ts';
import { AppError } from '../errors.ts';
import { inBothLanguages } from '../in-both-languages.ts';
import type { Every } from '../targets/cadence.ts';
import { createDigestSource } from '../targets/digest-source.ts';
import { STATUS_LABELS } from '../targets/digest-wording.ts';
import { STATUSES, type Status } from '../targets/entry.ts';
import { readTimeOfAnyDigest } from '../targets/read-digest-time.ts';
import type { DigestTime } from '../targets/report-period.ts';
import type { Target } from '../targets/target.ts';
import { selectTargets } from '../targets/target-selection.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { withRecords } from './open-records.ts';
import { renderDigest } from './render-digest.ts';
import { readArguments, runCommand } from './run-command.ts';
import { saveFile } from './save-file.ts';

const USAGE = `Usage: npm run digest -- [--as-of 2019-06-24|上周|2019年5月] [--every week|month|quarter] [--json]
         [--section 老有所养] [--owner U012AB3CD] [--status 滞后] [--docx FILE] [--csv FILE]
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
  const every = PERIODS.find((period) => period === values.every);
  if (!every) {
    throw new AppError('input_invalid', `--every “${values.every}” is none of ${PERIODS.join(', ')}`);
  }
  const time = readTime(values['as-of'] ?? '', every);
  const digest = await withRecords(async ({ knowledge, targets, records }) => {
    const sections = values.section.map((section) => findSection(section, targets));
    const selection = { sections, owners: values.owner, statuses: values.status.map(readStatus) };
    checkOwners(values.owner, await records.owners.all());
    return createDigestSource({ ...records, targets, knowledgeVersion: knowledge.version }).preview({
      ...time,
      selection,
    });
  });
  const showPerson = (userId: string): string => userId;
  if (values.docx !== undefined) saveFile(values.docx, await buildDigestDocument(digest, showPerson));
  if (values.csv !== undefined) saveFile(values.csv, buildDigestSheet(digest, showPerson));
  console.log(values.json ? JSON.stringify(digest) : renderDigest(digest));
}

/** A time as the chat takes it: any day as offices write it, a week, a month, a quarter. */
function readTime(text: string, every: Every): DigestTime {
  const time = readTimeOfAnyDigest(text, every, localDateAt(new Date(), TIME_ZONE));
  if (time) return time;
  throw new AppError(
    'input_invalid',
    inBothLanguages(
      `--as-of “${text}” is no day of the calendar, and no week, month or quarter; write it like 2019-06-24, 上周 or 2019年5月`,
      '请写一天或一段时间，如 2019-06-24、2019年6月24日、上周、2019年5月',
    ),
  );
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

/** A section named whole, from the top, or by words that are in the name of one only. */
function findSection(chosen: string, targets: readonly Target[]): string {
  if (selectTargets(targets, { sections: [chosen], owners: [] }, new Map()).length > 0) return chosen;
  const known = [...new Set(targets.map(({ section }) => section))];
  const [only, ...others] = known.filter((section) => section.includes(chosen));
  if (only !== undefined && others.length === 0) return only;
  const listed = known.map((section) => `\n  ${section}`).join('');
  throw new AppError(
    'input_invalid',
    others.length > 0
      ? `--section “${chosen}” is in several of these:${listed}`
      : `--section “${chosen}” holds no target; there are${listed}`,
  );
}

/** Whoever owns nothing would get a digest of nothing, as would a name in place of an id. */
function checkOwners(chosen: readonly string[], owners: ReadonlyMap<string, readonly string[]>): void {
  const known = [...new Set([...owners.values()].flat())].toSorted();
  const unknown = chosen.find((owner) => !known.includes(owner));
  if (unknown === undefined) return;
  throw new AppError(
    'input_invalid',
    known.length === 0
      ? inBothLanguages(
          `--owner “${unknown}” owns no target; nobody has been assigned one yet`,
          '还没有给任何目标指定负责人，请先在 Slack 里用 /policy 负责人 指定',
        )
      : inBothLanguages(
          `--owner “${unknown}” owns no target; there are ${known.join(', ')}`,
          '请写上面列出的负责人编号之一',
        ),
  );
}

await runCommand('digest', main);
