// Adds a report as it was received: `npm run report:add -- FILE`. Writes its text, a map of pages and paragraphs, the
// file itself, a catalogue entry and drafts to review, and tells what of the file is not in the text.
import '../../scripts/require-node.cjs';

import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { DocumentError, type DocumentFault } from '../extraction/document-error.ts';
import { extractDocument } from '../extraction/extract-document.ts';
import type { Extraction } from '../extraction/extraction.ts';
import { inBothLanguages } from '../in-both-languages.ts';
import { proposeReportId, REPORT_ID } from '../knowledge/report-id.ts';
import { addReport, type NewReport } from '../loading/add-report.ts';
import { requireSeedsFolder } from '../loading/read-knowledge-files.ts';
import { describeExcess, type FileLimit } from '../loading/read-limited-file.ts';
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
    throw new AppError('input_invalid', `${inBothLanguages('name one file', '请写一个文件')}\n${USAGE}`);
  const parsed = OptionsSchema.safeParse({ ...values, id: values.id ?? proposeReportId(basename(file)) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const option = `--${issue?.path[0] === undefined ? '' : String(issue.path[0])}`;
    const said = inBothLanguages(`${option} ${issue?.message}`, `${option} 后面写的不能用；写法见 --help`);
    throw new AppError('input_invalid', said);
  }
  const { id, title, place, year, kind, collection } = parsed.data;
  requireSeedsFolder(readPlaces(process.env));
  const bytes = readReceived(file);
  const extraction = await readDocument(basename(file), bytes);
  const original = { name: `${id}.original${extname(file).toLowerCase()}`, bytes };
  const written = keepReport({
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
    drafts: draftOf(basename(file), id, extraction.text),
  });
  for (const line of describeExtraction(basename(file), extraction)) console.log(line);
  console.log([inBothLanguages('Written:', '写入：'), ...written.map((path) => `  ${path}`)].join('\n'));
  console.log(`The report is answered from within seconds; a running bot takes it over by itself. Review the drafts, move them to knowledge/figures/${id}.yaml and
knowledge/targets/${id}.yaml, then run npm run knowledge:check.
几秒后就能用这份报告回答，运行中的查报告会自己读入。请审阅草稿，移到 knowledge/figures/${id}.yaml 和 knowledge/targets/${id}.yaml，
再运行 npm run knowledge:check。`);
}

/** Why nothing of a file could be read, in Chinese. */
const FAULTS: Readonly<Record<DocumentFault, string>> = {
  empty: '文件是空的',
  'other-office': '这种格式读不了；请用原来的办公软件另存为 .docx',
  'other-print': '这种格式读不了；请用原来的阅读软件另存为 .pdf',
  picture: '这是图片；请先做文字识别（OCR）并校对',
  sheet: '这是表格或幻灯片，不是文字报告；请把属于报告的部分印成 .pdf',
  'unknown-format':
    '只读 .docx、.pdf、.html 和 .txt；名字是这样、还是读不了，就是内容不是这种格式，请用原来的软件另存一份再加',
  encoding: '文字的编码不是 UTF-8、UTF-16、GB18030；请另存为 UTF-8',
  damaged: '打不开，文件可能坏了；请用原来的软件重新保存一份',
  password: '有密码，打不开；请去掉密码，另存一份再加入',
  bursting: '文件解开后太大，没有读；请用办公软件打开检查，只把正文和表格另存为 .docx',
  scan: '这是扫描件，每页都是图片；请先做文字识别（OCR）并校对',
  'no-text': '里面没有文字',
};

/** Why a report is not kept, by words that are in it alone, and the same in Chinese. */
const REFUSALS: readonly (readonly [english: string, chinese: string])[] = [
  ['there is a report of that id', '已经有这个编号的报告；请用 --id 换一个'],
  [
    'says the same to the letter',
    '已经有一份一字不差的报告，再加入就什么都查到两次；请留着那一份，要重新加入请先删掉它',
  ],
  ['its text ', '文字太长；请分成几份'],
  ['nothing was added', '什么都没有加入；请检查文件夹的权限和空间'],
];

function keepReport(report: NewReport): readonly string[] {
  try {
    return addReport(readPlaces(process.env), report);
  } catch (cause) {
    const said = cause instanceof AppError ? cause.message : '';
    const chinese = REFUSALS.find(([english]) => said.includes(english))?.[1];
    if (chinese === undefined) throw cause;
    throw new AppError('input_invalid', inBothLanguages(said, chinese), { cause });
  }
}

async function readDocument(name: string, bytes: Uint8Array): Promise<Extraction> {
  try {
    return await extractDocument({ name, bytes });
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    throw new AppError('input_invalid', inBothLanguages(cause.message, FAULTS[cause.fault]), { cause });
  }
}

/** What is no report is the caller's file, which stands nowhere among the reports yet. */
function draftOf(name: string, id: string, text: string): NewReport['drafts'] {
  try {
    return makeDrafts(id, text);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'report_invalid') throw cause;
    const said = inBothLanguages(
      `${name}: cannot be read as a report: ${cause.message}; nothing was added`,
      '里面没有成段的正文，不像一份报告，什么都没有加入；请检查文件的内容，改好再加入',
    );
    throw new AppError('input_invalid', said, { cause });
  }
}

/** Far more than any report has; what is larger is something else, and only fills the memory. */
const RECEIVED_LIMIT: FileLimit = {
  maxBytes: 200 * 1024 * 1024,
  code: 'input_invalid',
  advice: 'nothing was added; leave out its pictures, or give each report a file of its own',
};

function readReceived(file: string): Uint8Array {
  try {
    const excess = describeExcess(statSync(file).size, RECEIVED_LIMIT);
    if (excess !== null) {
      const chinese = `文件超过${RECEIVED_LIMIT.maxBytes / 1024 / 1024}兆，什么都没有加入；请去掉图片，或把每份报告存成一个文件`;
      throw new AppError('input_invalid', inBothLanguages(`${basename(file)}: ${excess}`, chinese));
    }
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const said = inBothLanguages(`${file}: cannot be read; name a file`, '读不到这个文件；请检查路径');
    throw new AppError('input_invalid', said, { cause });
  }
}

await runCommand('report:add', main);
