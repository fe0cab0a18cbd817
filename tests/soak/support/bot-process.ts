import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ProbeOrder, ProbeReport } from './probe.ts';

/** The bot as it is run in production, as a process of its own, with a probe in it. */
export type BotProcess = {
  readonly port: number;
  readonly healthPort: number;
  /** Lines it wrote, log and all. */
  readonly lines: readonly string[];
  /** Stalls of its event loop since it was ready. */
  readonly stalls: readonly Stall[];
  /** How long, all in all, the machine has not let it run when it would have. */
  heldUpSoFarMs(): number;
  moveClock(offsetMs: number): void;
  memory(): Promise<Memory>;
  /** Whether it ended without having been told to. */
  hasFallen(): boolean;
  /** Ends it without a word (SIGKILL), and resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end (SIGTERM), and resolves with the status it ended by. */
  stop(): Promise<number | null>;
};

export type Stall = Omit<Extract<ProbeReport, { kind: 'stall' }>, 'kind'>;
export type Memory = Omit<Extract<ProbeReport, { kind: 'memory' }>, 'kind'>;

type WaitingForMemory = {
  readonly resolve: (memory: Memory) => void;
  readonly reject: (error: Error) => void;
};

export class NotStartedError extends Error {}

/** As `npm start` runs it, but for the TypeScript that is run directly. */
const FLAGS = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=50',
  '--import',
  new URL('./probe.ts', import.meta.url).href,
];

/** Bots are started again and again; what one of them compiled the others need not. */
const COMPILED = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'node-compile-cache');

/** Those that run, so that none outlives the soak, whatever ends it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A bot that stops by itself takes at most eight seconds. */
const STOP_DEADLINE_MS = 12_000;

/**
 * Starts the bot and waits until it is ready.
 *
 * @throws NotStartedError with what it said when it ended before.
 */
export async function startBotProcess(
  environment: Readonly<Record<string, string>>,
  offsetMs = 0,
): Promise<BotProcess> {
  const child: ChildProcess = spawn(process.execPath, [...FLAGS, 'src/main.ts'], {
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      NODE_COMPILE_CACHE: COMPILED,
      ...environment,
      PROBE_CLOCK_OFFSET_MS: String(offsetMs),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const closed = once(child, 'close');
  running.add(child);
  child.once('exit', () => running.delete(child));
  const lines: string[] = [];
  const stalls: Stall[] = [];
  const waitingForMemory: WaitingForMemory[] = [];
  let isToldToEnd = false;
  let hasFallen = false;
  child.on('message', (report: ProbeReport) => {
    if (report.kind === 'stall') stalls.push(report);
    else waitingForMemory.shift()?.resolve(report);
  });
  child.once('exit', () => {
    hasFallen = !isToldToEnd;
    for (const { reject } of waitingForMemory) reject(new Error('the bot ended'));
  });
  const tell = (order: ProbeOrder) => {
    if (child.connected) child.send(order, () => undefined);
  };
  const ports = await new Promise<Pick<BotProcess, 'port' | 'healthPort'>>((resolve, reject) => {
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        lines.push(line);
        if (line.includes('"event":"bot.ready"')) resolve(JSON.parse(line));
      });
    }
    void closed.then(() => reject(new NotStartedError(lines.join('\n'))));
  });
  tell({ kind: 'watch' });

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    isToldToEnd = true;
    child.kill(signal);
    await closed;
    return child.exitCode;
  }

  return {
    port: ports.port,
    healthPort: ports.healthPort,
    lines,
    stalls,
    heldUpSoFarMs: () => stalls.reduce((sum, { ms, cpuMs }) => sum + ms - cpuMs, 0),
    moveClock: (to) => tell({ kind: 'clock', offsetMs: to }),
    memory() {
      tell({ kind: 'memory' });
      return new Promise((resolve, reject) => waitingForMemory.push({ resolve, reject }));
    },
    hasFallen: () => hasFallen,
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
      const status = await end('SIGTERM');
      clearTimeout(tooLong);
      return status;
    },
  };
}
