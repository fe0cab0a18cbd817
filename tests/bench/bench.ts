// Measures the built bot and prints one JSON object: `npm run bench`. Figures of one run compare with each other only.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { commandDelivery, type Scene, SIGNING_SECRET, signDelivery } from '../support/slack/deliveries.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';

const WARM_UPS = 50;
const REQUESTS = 300;
/** Pause after each request: people do not ask while the answer before is being sent. */
const PAUSE_MS = 20;
const START_DEADLINE_MS = 15_000;

const round = (value: number): number => Math.round(value * 1000) / 1000;

type Started = { readonly process: ChildProcess; readonly port: number; readonly readyMs: number };

/** Starts a server process and waits for the line that names its port. */
function start(
  args: readonly string[],
  options: { readonly env: Record<string, string>; readonly port: RegExp },
): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const timer = globalThis.setTimeout(
      () => reject(new Error(`${args.join(' ')} did not start`)),
      START_DEADLINE_MS,
    );
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        const port = options.port.exec(line)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve({ process: child, port: Number(port), readyMs: performance.now() - began });
      });
    }
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
  });
}

/** Times signed slash commands, one after the other, until the response is read. Milliseconds, sorted. */
async function timeCommands(port: number, scene: Scene): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < WARM_UPS + REQUESTS; count += 1) {
    const request = signDelivery(commandDelivery(scene, '特困供养标准是多少?'));
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...request });
    await response.text();
    if (count >= WARM_UPS) times.push(performance.now() - began);
    await setTimeout(PAUSE_MS);
    if (response.status !== 200) throw new Error(`a slash command was answered with ${response.status}`);
  }
  return times.sort((a, b) => a - b);
}

/** Resident memory of a process in megabytes, as the kernel counts it. */
function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000;
}

const core = spawnSync(process.execPath, ['dist/cli/bench.js'], { encoding: 'utf8' });
if (core.status !== 0) throw new Error(core.stderr);

const targets = spawnSync(process.execPath, ['tests/bench/bench-targets.ts'], {
  encoding: 'utf8',
});
if (targets.status !== 0) throw new Error(targets.stderr);

const slack = await startFakeSlack();
const scene: Scene = { channel: slack.channel, user: slack.user, responseUrl: slack.responseUrl };
// The flag is that of npm start: a small young generation keeps resident memory down.
const bot = await start(['--max-semi-space-size=8', '--heap-growing-percent=50', 'dist/main.js'], {
  env: { ...testEnvironment(slack), LOG_LEVEL: 'info' },
  port: /bot\.ready.*"?port"?[=:]\s*"?(\d+)/,
});
const bare = await start(['tests/bench/bare-bolt.ts'], {
  env: { SIGNING_SECRET },
  port: /^port (\d+)$/,
});
try {
  const bareTimes = await timeCommands(bare.port, scene);
  const botTimes = await timeCommands(bot.port, scene);
  const middle = (times: readonly number[]): number => times[Math.floor(times.length / 2)] ?? 0;
  process.stdout.write(
    `${JSON.stringify(
      {
        ...JSON.parse(core.stdout),
        slashCommandP50Ms: round(middle(botTimes)),
        bareBoltP50Ms: round(middle(bareTimes)),
        slashCommandRatio: round(middle(botTimes) / middle(bareTimes)),
        botReadyMs: round(bot.readyMs),
        bareBoltReadyMs: round(bare.readyMs),
        botResidentMb: round(residentMb(bot.process.pid)),
        targets: JSON.parse(targets.stdout),
      },
      null,
      2,
    )}\n`,
  );
} finally {
  bot.process.kill();
  bare.process.kill();
  await slack.close();
}
