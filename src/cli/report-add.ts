// Adds a report as it was received: `npm run report:add -- FILE`. Writes its text, a map of pages and paragraphs, the
// file itself, a catalogue entry and drafts to review, and tells what of the file is not in the text.
import '../../scripts/require-node.cjs';

import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { extractDocument } from '../extraction/extract-document.ts';
import { proposeReportId, REPORT_ID } from '../knowledge/report-id.ts';
import { addReport } from '../loading/add-report.ts';
import { renderMap } from '../loading/render-map.ts';
import { readPlaces } from '../places.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { describeExtraction } from './describe-extraction.ts';
import { makeDrafts } from './make-drafts.ts';
import { readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run report:add -- FILE [--id name] [--title …] [--place …] [--year …] [--kind …] [--collection …]
FILE is a .docx, a .pdf with a text layer, a .html or a .txt in UTF-8, UTF-16 or GB18030. --place and --year may be
given several times. Nothing that is there is written over.
加入一份报告：.docx、有文字层的 .pdf、.html 或 .txt；--title 题目，--place 地区，--year 年份（可以重复）。已有的文件不会被覆盖。`;

/** The reports are China's, and so is the day they are received on. */
const TIME_ZONE = 'Asia/Shanghai';

const OptionsSchema = z.object({
  id: z
    .string()
    .regex(REPORT_ID, 'is no id; use letters, digits, “.”, “_” and “-”')
    .refine((id) => !/\.(?:original|map)$/u.test(id), 'ends like the files that are kept beside reports'),
  title: z.string().trim().min(1, 'is empty').optional(),
  place: z.array(z.string().trim().min(1, 'is empty')).default([]),
  year: z
    .array(z.coerce.number('is no year').int('is no year').min(1949, 'is no year').max(9999, 'is no year'))
    .default([]),
  kind: z.string().trim().min(1, 'is empty').optional(),
  collection: z.string().trim().min(1, 'is empty').optional(),
});

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments('report:add', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        title: { type: 'string' },
        place: { type: 'string', multiple: true },
        year: { type: 'string', multiple: true },
        kind: { type: 'string' },
        collection: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new AppError('input_invalid', `name one file\n${USAGE}`);
  const parsed = OptionsSchema.safeParse({ ...values, id: values.id ?? proposeReportId(basename(file)) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError(
      'input_invalid',
      `--${issue?.path[0] === undefined ? '' : String(issue.path[0])} ${issue?.message}`,
    );
  }
  const { id, title, place, year, kind, collection } = parsed.data;
  const bytes = readReceived(file);
  const extraction = await extractDocument({ name: basename(file), bytes });
  const original = { name: `${id}.original${extname(file).toLowerCase()}`, bytes };
  const written = addReport(readPlaces(process.env), {
    entry: {
      id,
      ...(title === undefined ? {} : { title }),
      places: place,
      years: year,
      ...(kind === undefined ? {} : { kind }),
      ...(collection === undefined ? {} : { collection }),
      received: localDateAt(new Date(), TIME_ZONE),
    },
    text: extraction.text,
    map: renderMap(extraction, original.name),
    original,
    drafts: makeDrafts(id, extraction.text),
  });
  for (const line of describeExtraction(basename(file), extraction)) console.log(line);
  console.log(['Written:', ...written.map((path) => `  ${path}`)].join('\n'));
  console.log(`The report is answered from within seconds; a running bot takes it over by itself. Review the drafts, move them to knowledge/figures/${id}.yaml and
knowledge/targets/${id}.yaml, then run npm run knowledge:check.`);
}

function readReceived(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('input_invalid', `${file}: cannot be read; name a file`, { cause });
  }
}

await runCommand('report:add', main);
