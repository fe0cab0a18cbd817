// A process that answers from a folder of reports with the built code, as the bot does, and prints what that took as one JSON
// object. Memory is what is resident of the process (VmRSS), its threads included:
//   node tests/bench/ask-reports.ts <folder> <file of questions> [address of PostgreSQL]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const AT_ONCE = 6;
/** Questions naming a place that are asked once more. */
const MOST_AGAIN = 100;

/** What answers took: CPU of the process, garbage collection included, and what passed meanwhile. */
export type Taken = Readonly<
  Record<'questions' | 'failed' | 'p50Ms' | 'p99Ms' | 'p50CpuMs' | 'p99CpuMs', number>
>;
export type Measured = {
  readonly reports: number;
  readonly problems: number;
  readonly startMs: number;
  readonly startCpuMs: number;
  readonly residentMb: number;
  readonly first: Readonly<Record<'named' | 'unnamed', Taken>>;
  readonly again: Readonly<Record<'named' | 'unnamed', Taken>>;
  readonly residentAfterMb: number;
  readonly loopDelayMaxMs: number;
};

/** Compiled, as the bot runs: what reads types away takes memory and time that no bot does. */
const importBuilt = (path: string) => import(new URL(`../../dist/${path}.js`, import.meta.url).href);
const { startAnswerThread }: typeof import('../../src/answers/answer-thread.ts') =
  await importBuilt('answers/answer-thread');
const { readKnowledgeFiles }: typeof import('../../src/loading/read-knowledge-files.ts') = await importBuilt(
  'loading/read-knowledge-files',
);
const { createLog }: typeof import('../../src/logging.ts') = await importBuilt('logging');

const [folder = '', questionFile = '', databaseUrl] = process.argv.slice(2);
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1e6);
const log = createLog({ level: 'warn', now: () => new Date(), write: (line) => process.stderr.write(line) });

const began = performance.now();
const thread = startAnswerThread({
  files: readKnowledgeFiles({ seedsDir: join(folder, 'seeds'), knowledgeDir: join(folder, 'knowledge') }),
  databaseUrl,
  log,
});
const { reports, problems } = await thread.whenReady;
const start = {
  reports: reports.length,
  problems: problems.length,
  startMs: Math.round(performance.now() - began),
  startCpuMs: Math.round(cpuMs()),
  residentMb: residentMb(),
};

/** Asks one after another; a question takes what the process computes meanwhile, garbage collection included. */
async function ask(questions: readonly string[]): Promise<Taken> {
  const times: { readonly ms: number; readonly cpu: number }[] = [];
  let failed = 0;
  for (const question of questions) {
    const [from, cpu] = [performance.now(), cpuMs()];
    // One that takes too long is told so, and its thread is replaced: the time it took counts like any other.
    await thread.call('answer', { question }, 'U1').catch(() => {
      failed += 1;
    });
    times.push({ ms: performance.now() - from, cpu: cpuMs() - cpu });
  }
  const share = (of: 'ms' | 'cpu', part: number): number => {
    const sorted = times.map((time) => time[of]).sort((a, b) => a - b);
    return Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)) / 10;
  };
  return {
    questions: questions.length,
    failed,
    p50Ms: share('ms', 0.5),
    p99Ms: share('ms', 0.99),
    p50CpuMs: share('cpu', 0.5),
    p99CpuMs: share('cpu', 0.99),
  };
}

const { named, unnamed }: Record<'named' | 'unnamed', string[]> = JSON.parse(
  readFileSync(questionFile, 'utf8'),
);
const [firstNamed, firstUnnamed] = [await ask(named), await ask(unnamed)];
const [againNamed, againUnnamed] = [await ask(named.slice(0, MOST_AGAIN)), await ask(unnamed)];
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
await Promise.all(
  unnamed.slice(0, AT_ONCE).map((question, at) => thread.call('answer', { question }, `U${at}`)),
);
delay.disable();
const result: Measured = {
  ...start,
  first: { named: firstNamed, unnamed: firstUnnamed },
  again: { named: againNamed, unnamed: againUnnamed },
  residentAfterMb: residentMb(),
  loopDelayMaxMs: Math.round(delay.max / 1e6),
};
await thread.close();
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
