// Drafts the reviewed file of a report and tells what was found: `npm run knowledge:draft -- seeds/<file>.txt`.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { AppError } from '../errors.ts';
import { draftFigures, isDoubtful } from '../knowledge/draft-figures.ts';
import { extractFigures } from '../report/figures.ts';
import { parseReport } from '../report/parse-report.ts';

const USAGE = 'Usage: npm run knowledge:draft -- seeds/<file>.txt [--out knowledge/figures/<file>.yaml]';
const BAD_INPUT = 2;

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new AppError('input_invalid', `name one seed\n${USAGE}`);
  const id = basename(file).replace(/\.[^.]+$/, '');
  const report = parseReport(id, readSeed(file));
  const extraction = extractFigures(report);
  const draft = stringify(draftFigures(report, extraction.figures), { lineWidth: 0 });
  if (values.out === undefined) console.log(draft);
  else writeFileSync(values.out, draft, { flag: 'wx' });

  const years = report.years;
  const doubtful = extraction.figures.filter(isDoubtful);
  const reasons = new Map<string, number>();
  for (const { reason } of extraction.excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const say = (line: string): void => console.error(line);
  say(
    `${file}: ${report.sections.length} sections, ${report.items.length} items, ${report.sentences.length} sentences`,
  );
  say(
    years
      ? `looks back on ${years.lastYear}, sets targets for ${years.thisYear}`
      : 'names no year: answers carry no period',
  );
  say(
    `${extraction.figures.length} figures, ${extraction.figures.filter(({ period }) => period?.kind === 'target').length} of them targets`,
  );
  say(
    `${extraction.excluded.length} numbers left out: ${[...reasons].map(([reason, count]) => `${count} ${reason}`).join(', ') || 'none'}`,
  );
  say(`${doubtful.length} figures to look at first (no words of their own, or no unit):`);
  for (const figure of doubtful) {
    const line = report.source.slice(0, figure.start).split('\n').length;
    say(`  ${file}:${line}: ${report.source.slice(figure.clause.start, figure.clause.end)}`);
  }
  say(
    `Review the names, then keep the draft as knowledge/figures/${id}.yaml and run npm run knowledge:check.`,
  );
}

function readSeed(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('input_invalid', `${file}: cannot be read; name a report in seeds/`, { cause });
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof AppError) && !(error instanceof Error && 'code' in error)) throw error;
  console.error(`knowledge:draft: ${error.message}`);
  process.exitCode = BAD_INPUT;
}
