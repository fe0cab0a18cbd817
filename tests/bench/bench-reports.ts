// Measures starts, answers and memory with 1, 10, 30 and 100 reports in the process and 1,000 in PostgreSQL, there with two
// replicas at once, and prints a table: `npm run bench:reports [-- FOLDER]`. The reports are those of tests, or the .txt files of
// the folder, each many times with other places and numbers. Half an hour at most; figures of one run compare with each other only.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { CIVIL_AFFAIRS, readAllParts, UNREVIEWED } from '../eval/question-sets.ts';
import { startPostgres } from '../support/start-postgres.ts';
import type { Measured, Taken } from './ask-reports.ts';
import { multiplyReports } from './support/multiply-reports.ts';

const IN_PROCESS = [1, 10, 30, 100];
const SHELVED = 1000;
const MOST_NAMED = 200;
const MOST_UNNAMED = 200;
/** A process that takes longer is ended, and its row is missing. */
const MOST_MS = 10 * 60_000;
/** The flags of `npm start`. */
const FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
/** What people ask about a place; the first two of them of each report. */
const NAMED = ['地区生产总值多少', '去年新增就业多少人', '今年一般公共预算收入目标', '养老床位有多少张'];

const [given] = process.argv.slice(2);
const texts = (given === undefined ? UNREVIEWED.map(({ seedsDir }) => seedsDir) : [given]).flatMap(
  (seedsDir) => readKnowledgeFiles({ seedsDir, knowledgeDir: 'none' }).seeds,
);
const asked = [...UNREVIEWED, CIVIL_AFFAIRS].flatMap((set) =>
  readAllParts(set).map(({ question }) => question),
);
const unnamed = asked
  .filter((_, at) => at % Math.floor(asked.length / MOST_UNNAMED) === 0)
  .slice(0, MOST_UNNAMED);

const scratch = mkdtempSync(join(tmpdir(), 'bench-reports-'));

function makeFolder(count: number): { readonly folder: string; readonly questions: string } {
  const folder = join(scratch, String(count));
  const places = multiplyReports(texts, count, folder);
  const named = places.flatMap((place) => NAMED.map((question) => `${place}${question}`));
  // All over the reports, so that most are asked for the first time.
  const step = Math.max(1, Math.floor(named.length / MOST_NAMED));
  const questions = join(folder, 'questions.json');
  writeFileSync(
    questions,
    JSON.stringify({ named: named.filter((_, at) => at % step === 0).slice(0, MOST_NAMED), unnamed }),
  );
  return { folder, questions };
}

async function measure(args: readonly string[]): Promise<Measured | null> {
  const child = spawn(process.execPath, [...FLAGS, 'tests/bench/ask-reports.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: MOST_MS,
  });
  const printed = await text(child.stdout);
  return printed === '' ? null : JSON.parse(printed);
}

const COLUMNS = ['reports', 'start', 'resident', 'a place is named', 'none is named', 'beside six at once'];

const printRow = (cells: readonly string[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};

const renderTaken = ({ p50CpuMs, p99CpuMs, p50Ms, p99Ms, failed }: Taken): string =>
  `${p50CpuMs} / ${p99CpuMs} (${p50Ms} / ${p99Ms})${failed === 0 ? '' : `, ${failed} given up`}`;

function print(kind: string, measured: Measured | null): void {
  if (!measured) {
    printRow([kind, `none within ${MOST_MS / 1000} s`]);
    return;
  }
  const { startCpuMs, startMs, residentMb, residentAfterMb, again, loopDelayMaxMs } = measured;
  printRow([
    `${measured.reports}${kind}`,
    `${startCpuMs} (${startMs})`,
    `${residentMb} … ${residentAfterMb}`,
    renderTaken(again.named),
    renderTaken(again.unnamed),
    String(loopDelayMaxMs),
  ]);
}

try {
  process.stdout.write(
    'CPU of the process in ms, in brackets what passed; answers at the median / the 99th percentile, when every question had been ' +
      'asked once;\nmemory in MB at the start … after all questions; the longest wait of the main thread in ms while six were answered.\n\n',
  );
  printRow(COLUMNS);
  printRow(COLUMNS.map(() => '---'));
  for (const count of IN_PROCESS) {
    const { folder, questions } = makeFolder(count);
    print('', await measure([folder, questions]));
  }
  const server = await startPostgres();
  try {
    const { folder, questions } = makeFolder(SHELVED);
    const args = [folder, questions, `${server.url}/postgres`];
    print(', and the shelf filled', await measure(args));
    const replicas = await Promise.all([measure(args), measure(args)]);
    for (const replica of replicas) print(', one of two replicas', replica);
  } finally {
    await server.stop();
  }
  process.stdout.write(`\nload of the machine at the end: ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
