// Drafts the reviewed file of a report and tells what was found: `npm run knowledge:draft -- seeds/<file>.txt`.
// The draft goes to standard output or `--out`, what was found to standard error, so that the one can be piped.
import '../../scripts/require-node.cjs';

import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { decodeText } from '../extraction/decode-text.ts';
import { type DraftedClause, draftFigures } from '../knowledge/draft-figures.ts';
import { DOUBTS, renderDraft } from '../knowledge/render-draft.ts';
import { readLimitedFile, SEED_LIMIT } from '../loading/read-limited-file.ts';
import { extractFigures, type Figure, type FigureExtraction } from '../report/figures.ts';
import { lineNumberAt } from '../report/lines.ts';
import { parseReport } from '../report/parse-report.ts';
import type { ReportYears } from '../report/periods.ts';
import type { Period, Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import { draftTargets } from '../targets/draft-targets.ts';
import { renderTargetsDraft, TARGET_DOUBTS } from '../targets/render-targets-draft.ts';
import { readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run knowledge:draft -- seeds/<file>.txt [--out knowledge/figures/<file>.yaml]
       npm run knowledge:draft -- seeds/<file>.txt --targets [--out knowledge/targets/<file>.yaml]
从一份报告起草数字的名称；加 --targets 起草目标。`;

/** Numbers left out are quoted up to here for each reason, then counted. */
const MAX_SHOWN = 12;

function main(argv: readonly string[]): void {
  const { values, positionals } = readArguments('knowledge:draft', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        targets: { type: 'boolean', default: false },
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
    throw new AppError('input_invalid', `name one report\n${USAGE}`);
  const id = basename(file).replace(/\.[^.]+$/, '');
  const report = parseReport(id, readSeed(file));
  const extraction = extractFigures(report);
  if (values.targets) {
    draftTargetsFile({ file, report, extraction, out: values.out });
    return;
  }
  const clauses = draftFigures(report, extraction.figures);
  const draft = renderDraft(report, clauses);
  if (values.out === undefined) process.stdout.write(draft);
  else writeDraft(values.out, draft);
  for (const line of describeReport({ file, report, extraction })) console.error(line);
  for (const line of describeDoubts(file, report, clauses)) console.error(line);
  console.error(`
Corrections:
  a name, an alias, a number that states no fact: keep the draft as knowledge/figures/${id}.yaml and edit it there
  the title people see, names of the place:        knowledge/catalogue.yaml, under id: ${id}
  words of the field that mean the same:           knowledge/synonyms.yaml
Then run npm run knowledge:check.`);
}

/** Drafts the targets instead of the names: numbers and deeds of the part about the future. */
function draftTargetsFile(input: {
  readonly file: string;
  readonly report: Report;
  readonly extraction: FigureExtraction;
  readonly out: string | undefined;
}): void {
  const { file, report, extraction, out } = input;
  const draft = draftTargets(report, extraction.figures);
  if (draft.year === null) {
    throw new AppError(
      'input_invalid',
      `${file} names no year, so it sets no targets that could be followed`,
    );
  }
  const text = renderTargetsDraft(draft);
  if (out === undefined) process.stdout.write(text);
  else writeDraft(out, text);
  const numbers = draft.targets.filter(({ numeric }) => numeric !== null).length;
  const doubtful = draft.targets.filter(({ doubts }) => doubts.length > 0);
  console.error(`${numbers} numbers and ${draft.targets.length - numbers} tasks for ${draft.year}, far more than are targets.
${doubtful.length} to look at first, marked “doubtful”:`);
  for (const { quote, doubts } of doubtful.slice(0, MAX_SHOWN)) {
    console.error(`  “${quote}”: ${doubts.map((doubt) => TARGET_DOUBTS[doubt]).join('; ')}`);
  }
  console.error(`
Keep what is a target as knowledge/targets/${report.id}.yaml, then run npm run knowledge:check.`);
}

function readSeed(file: string): string {
  try {
    const decoded = decodeText(readLimitedFile(file, SEED_LIMIT));
    if (decoded) return decoded.text;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('input_invalid', `${file}: cannot be read; name a report in seeds/`, { cause });
  }
  throw new AppError(
    'input_invalid',
    `${file}: is text in none of UTF-8, UTF-16 and GB18030; a document is added by npm run report:add`,
  );
}

/** Writes a new file only: a reviewed one is never overwritten. */
function writeDraft(file: string, draft: string): void {
  try {
    writeFileSync(file, draft, { flag: 'wx' });
  } catch (cause) {
    throw new AppError(
      'input_invalid',
      `--out ${file}: cannot be written; name a file that does not exist yet in a folder that does`,
      { cause },
    );
  }
}

function describeReport(found: {
  readonly file: string;
  readonly report: Report;
  readonly extraction: FigureExtraction;
}): string[] {
  const { file, report, extraction } = found;
  const titles = report.titles.map((span) => sliceSpan(report.source, span)).join(' / ');
  const byPeriod = countBy(extraction.figures, ({ period }) => describePeriod(period));
  return [
    `${file}: ${titles || 'no title'}`,
    report.years ? describeYears(report, report.years) : 'It names no year, so answers will carry none.',
    `${report.sections.length} sections, ${report.items.length} points, ${report.sentences.length} sentences:`,
    ...report.sections
      .filter(({ level }) => level > 0)
      .map(
        ({ level, heading, period }) =>
          `${'  '.repeat(level)}${sliceSpan(report.source, heading)}  ${describePeriod(period)}`,
      ),
    `${extraction.figures.length} figures: ${byPeriod.map(([period, all]) => `${all.length} of ${period}`).join(', ') || 'none'}`,
    `${extraction.figures.filter(({ period }) => period?.kind === 'target').length} of them are targets:`,
    ...describeTargets(report.source, extraction.figures),
    `${extraction.excluded.length} numbers left out because they state no fact:`,
    ...countBy(extraction.excluded, ({ reason }) => reason).map(([reason, all]) => {
      const shown = all.slice(0, MAX_SHOWN).map((span) => sliceSpan(report.source, span));
      return `  ${reason}: ${all.length} (${[...shown, ...(all.length > MAX_SHOWN ? ['…'] : [])].join(' ')})`;
    }),
    ...report.exclusions.map(
      (line) =>
        `Line ${lineNumberAt(report.source, line.start)} is not content (${line.reason}): ${sliceSpan(report.source, line)}`,
    ),
  ];
}

function describeDoubts(file: string, report: Report, clauses: readonly DraftedClause[]): string[] {
  const doubtful = clauses.flatMap(({ figures }) => figures).filter(({ doubts }) => doubts.length > 0);
  return [
    `${doubtful.length} figures to look at first, marked “doubtful” in the draft:`,
    ...doubtful.map(({ figure, printed, doubts }) => {
      const place = `${file}:${lineNumberAt(report.source, figure.start)}`;
      const reasons = doubts.map((doubt) => DOUBTS[doubt]).join('; ');
      return `  ${place}: ${printed} in “${sliceSpan(report.source, figure.clause)}”: ${reasons}`;
    }),
  ];
}

/** What 去年 and 今年 mean in a question; a report on part of a year tells of this year, not of last. */
function describeYears(report: Report, { lastYear, thisYear }: ReportYears): string {
  const isUnderway = report.sections.some(
    ({ period }) => period?.kind === 'actual' && period.year === thisYear,
  );
  return isUnderway
    ? `It tells of ${thisYear} while that year is under way.`
    : `It looks back on ${lastYear} and sets targets for ${thisYear}.`;
}

/** What is aimed at, by year, with the first of its numbers. */
function describeTargets(source: string, figures: readonly Figure[]): string[] {
  const targets = figures.filter(({ period }) => period?.kind === 'target');
  return countBy(targets, ({ period }) => describePeriod(period)).map(([period, all]) => {
    const shown = all.slice(0, MAX_SHOWN).map((span) => sliceSpan(source, span));
    return `  ${period}: ${all.length} (${[...shown, ...(all.length > MAX_SHOWN ? ['…'] : [])].join(' ')})`;
  });
}

function describePeriod(period: Period | null): string {
  if (!period) return 'no year';
  const years = period.fromYear === undefined ? `${period.year}` : `${period.fromYear}-${period.year}`;
  return `${years} ${period.kind === 'target' ? 'aimed at' : 'done'}`;
}

function countBy<T>(values: readonly T[], keyOf: (value: T) => string): [key: string, values: T[]][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return [...groups];
}

await runCommand('knowledge:draft', main);
