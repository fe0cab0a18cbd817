// Measures what starts cost and what the main thread has left, and prints one JSON object: `npm run bench:start`. Figures
// of one run compare with each other only. CPU is that of the process with its threads, up to the moment named. Linux only.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { startAnswerThread } from '../../src/answers/answer-thread.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { createLog } from '../../src/logging.ts';
import { SIGNING_SECRET } from '../support/slack/deliveries.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';

/** Each start is measured so often, all kinds in turn, so that what else the machine does falls on all alike. */
const RUNS = 3;
const QUESTIONS = 200;
const PEOPLE = 20;
const START_DEADLINE_MS = 30_000;
/** The kernel counts CPU time in hundredths of a second. */
const TICK_MS = 10;

type Program = {
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** The line at which it is ready. */
  readonly ready: RegExp;
};
type Start = { readonly readyMs: number; readonly cpuMs: number; readonly residentMb: number };

/** CPU of a process, and of its children that have ended. */
function cpuMs(pid: number | 'self' | undefined): { readonly own: number; readonly children: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in brackets, may hold spaces; the times are the 14th to 17th field.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) * TICK_MS, children: (childUser + childSystem) * TICK_MS };
}

function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
}

/** Resolves at the line at which a program says that it is ready. */
function waitUntilReady(child: ChildProcess, ready: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${child.spawnargs} did not start`)), START_DEADLINE_MS);
    for (const input of [child.stdout, child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        if (!ready.test(line)) return;
        clearTimeout(timer);
        resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`${child.spawnargs} ended with ${code}`)));
  });
}

async function measureStart({ args, env, ready }: Program): Promise<Start> {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await waitUntilReady(child, ready);
    const readyMs = Math.round(performance.now() - began);
    return { readyMs, cpuMs: cpuMs(child.pid).own, residentMb: residentMb(child.pid) };
  } finally {
    child.kill();
  }
}

/** A command runs to its end; what it took is then counted among this process's children. */
function measureCommand(args: readonly string[]): { readonly readyMs: number; readonly cpuMs: number } {
  const began = performance.now();
  const before = cpuMs('self').children;
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { readyMs: Math.round(performance.now() - began), cpuMs: cpuMs('self').children - before };
}

/** Asks many questions at once and watches how long the event loop of this thread waits meanwhile. */
async function measureMainThread() {
  const lines = readFileSync('tests/eval/questions.unseen.jsonl', 'utf8').split('\n');
  const questions = lines.filter((line) => line !== '').map((line): string => JSON.parse(line).question);
  const log = createLog({
    level: 'error',
    now: () => new Date(),
    write: (line) => process.stderr.write(line),
  });
  const files = readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });
  const thread = startAnswerThread({ files, log });
  await thread.whenReady;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const began = performance.now();
  delay.enable();
  const answered = await Promise.all(
    questions
      .slice(0, QUESTIONS)
      .map((question, index) => thread.call('answer', { question }, `U${index % PEOPLE}`)),
  );
  delay.disable();
  const ms = performance.now() - began;
  await thread.close();
  const seconds = answered.map((timed) => timed.seconds).sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((seconds[Math.floor(seconds.length * share)] ?? 0) * 1e4) / 10;
  return {
    questions: answered.length,
    answeredInMs: Math.round(ms),
    answerP50Ms: at(0.5),
    answerP99Ms: at(0.99),
    // Of the main thread; the timer that measures it is itself late by its resolution.
    eventLoopDelayP99Ms: Math.round(delay.percentile(99) / 1e5) / 10,
    eventLoopDelayMaxMs: Math.round(delay.max / 1e5) / 10,
  };
}

/** The run with the least CPU: the rest is what else the machine did. */
const best = <Measured extends { readonly cpuMs: number }>(runs: readonly Measured[]): Measured | undefined =>
  [...runs].sort((a, b) => a.cpuMs - b.cpuMs)[0];

const slack = await startFakeSlack();
const botEnvironment = { ...testEnvironment(slack), LOG_LEVEL: 'info' };
const programs: Record<string, Program> = {
  bareBolt: { args: ['tests/bench/bare-bolt.ts'], env: { SIGNING_SECRET }, ready: /^port \d+$/ },
  // The flag is that of npm start.
  bot: {
    args: ['--max-semi-space-size=8', '--heap-growing-percent=50', 'dist/main.js'],
    env: botEnvironment,
    ready: /"event":"bot\.ready"/,
  },
  demo: { args: ['src/workspace/demo.ts'], env: {}, ready: /^机器人已经准备好/ },
};
const measured: Record<string, Start[]> = {};
const asked: { readonly readyMs: number; readonly cpuMs: number }[] = [];
try {
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, program] of Object.entries(programs)) {
      const runs = measured[name] ?? [];
      runs.push(await measureStart(program));
      measured[name] = runs;
    }
    asked.push(measureCommand(['-r', './scripts/require-node.cjs', 'src/cli/ask.ts', '低保标准?']));
  }
  const starts = Object.fromEntries(Object.entries(measured).map(([name, runs]) => [name, best(runs)]));
  const mainThread = await measureMainThread();
  process.stdout.write(`${JSON.stringify({ ...starts, ask: best(asked), mainThread }, null, 2)}\n`);
} finally {
  await slack.close();
}
