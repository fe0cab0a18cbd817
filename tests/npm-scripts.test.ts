import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from './support/slack/fake-slack.ts';
import { testEnvironment } from './support/slack/start-bot.ts';

/** Generous: a build goes before the start, and other tests run beside it. */
const START_MS = 90_000;
const STOP_MS = 15_000;

let slack: FakeSlack;
let npm: ChildProcess | undefined;

beforeAll(async () => {
  slack = await startFakeSlack();
});
afterEach(() => {
  if (npm?.pid !== undefined && isGroupAlive(npm.pid)) process.kill(-npm.pid, 'SIGKILL');
});
afterAll(() => slack.close());

/** Whether any process is left of those npm started: it leads a group of its own. */
function isGroupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

async function waitForEnd(leader: number): Promise<boolean> {
  for (const end = performance.now() + STOP_MS; performance.now() < end; await sleep(100)) {
    if (!isGroupAlive(leader)) return true;
  }
  return false;
}

describe('SIGTERM to npm', () => {
  it.each([
    { script: 'start', isReady: (output: string) => output.includes('"event":"bot.ready"') },
    { script: 'demo', isReady: (output: string) => output.includes('http://') },
  ])(
    'ends everything that npm run $script started',
    async ({ script, isReady }) => {
      const started = spawn('npm', ['run', script], {
        detached: true,
        env: { PATH: process.env.PATH, ...testEnvironment(slack), LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      npm = started;
      let output = '';
      await new Promise<void>((resolve, reject) => {
        const read = (text: Buffer): void => {
          output += String(text);
          if (isReady(output)) resolve();
        };
        started.stdout.on('data', read);
        started.stderr.on('data', read);
        started.once('exit', () => reject(new Error(output)));
      });
      const leader = started.pid ?? 0;
      const hasExited = once(started, 'exit');

      process.kill(leader, 'SIGTERM');

      await hasExited;
      expect(await waitForEnd(leader)).toBe(true);
    },
    START_MS + STOP_MS,
  );
});
