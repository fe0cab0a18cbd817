import '../../scripts/require-node.cjs';

import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { createDigestSource } from '../targets/digest-source.ts';
import { isLocalDate } from '../targets/local-date.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { withRecords } from './open-records.ts';
import { renderDigest } from './render-digest.ts';
import { readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run digest -- [--as-of 2019-06-24] [--section "二、2019年发展目标/(三)…"] [--json]
Prints where every target stands on a day, today in China unless --as-of says otherwise.`;

/** The reports are China's, and so is their “today”. */
const TIME_ZONE = 'Asia/Shanghai';

async function main(argv: readonly string[]): Promise<void> {
  const { values } = readArguments('digest', () =>
    parseArgs({
      args: [...argv],
      options: {
        'as-of': { type: 'string' },
        section: { type: 'string', multiple: true, default: [] },
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
  const digest = await withRecords(({ knowledge, targets, records }) =>
    createDigestSource({ ...records, targets, knowledgeVersion: knowledge.version }).preview(
      asOf,
      values.section,
    ),
  );
  console.log(values.json ? JSON.stringify(digest) : renderDigest(digest));
}

await runCommand('digest', main);
