// Measures starts, answers and memory with 1, 10, 30 and 100 reports in the process and 1,000 in PostgreSQL, there with two
// replicas at once, and prints a line of JSON for each: `npm run bench:reports [-- FOLDER]`. The reports are those of tests,
// or the .txt files of the folder, each many times with other places and numbers. Figures of one run compare with each other only.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { CIVIL_AFFAIRS, readAllParts, UNREVIEWED } from '../eval/question-sets.ts';
import { startPostgres } from '../support/start-postgres.ts';
import { multiplyReports } from './support/multiply-reports.ts';

const IN_PROCESS = [1, 10, 30, 100];
const SHELVED = 1000;
const MOST_NAMED = 200;
const MOST_UNNAMED = 100;
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

async function measure(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, ['tests/bench/ask-reports.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout));
}

const print = (kind: string, result: unknown): void => {
  process.stdout.write(`${JSON.stringify({ kind, ...(result as object) })}\n`);
};

try {
  for (const count of IN_PROCESS) {
    const { folder, questions } = makeFolder(count);
    print('in the process', await measure([folder, questions]));
  }
  const server = await startPostgres();
  try {
    const { folder, questions } = makeFolder(SHELVED);
    const args = [folder, questions, `${server.url}/postgres`];
    print('filling the shelf', await measure(args));
    const replicas = await Promise.all([measure(args), measure(args)]);
    for (const replica of replicas) print('one of two replicas', replica);
  } finally {
    await server.stop();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
