import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { adviseSetup } from '../src/setup-advice.ts';
import { commandDelivery, type Delivery, signDelivery } from './support/slack/deliveries.ts';
import { type FakeSlack, startFakeSlack, type Workspace } from './support/slack/fake-slack.ts';
import { testEnvironment } from './support/slack/start-bot.ts';

let slack: FakeSlack & Workspace;
let child: ChildProcess | undefined;
beforeAll(async () => {
  slack = await startFakeSlack();
});
afterEach(() => {
  child?.kill('SIGKILL');
  slack.reset();
});
afterAll(() => slack.close());

type Process = {
  readonly exit: Promise<number | null>;
  readonly stderr: () => string;
  /** Resolves with the fields of the first log line of that event. */
  readonly event: (name: string) => Promise<Record<string, unknown>>;
};

function startMain(environment: Record<string, string>): Process {
  const started = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child = started;
  let written = '';
  const waiting: { name: string; resolve: (fields: Record<string, unknown>) => void }[] = [];
  createInterface({ input: started.stderr }).on('line', (line) => {
    written += `${line}\n`;
    if (!line.startsWith('{')) return;
    const fields: Record<string, unknown> = JSON.parse(line);
    for (const waiter of waiting) if (waiter.name === fields.event) waiter.resolve(fields);
  });
  return {
    exit: new Promise((resolve) => started.once('close', resolve)),
    stderr: () => written,
    event: (name) => new Promise((resolve) => waiting.push({ name, resolve })),
  };
}

const lines = (text: string) => text.trim().split('\n');

describe('main', () => {
  it('lists every problem of the configuration and exits with 1', async () => {
    const main = startMain({ PORT: 'x' });

    expect(await main.exit).toBe(1);
    expect(main.stderr()).toMatch(/^config_invalid: .*\n.*SLACK_BOT_TOKEN.*\n.*PORT.*\n.*SLACK_APP_TOKEN/u);
  });

  it('says in one line of each language that the token is bad and exits with 1', async () => {
    slack.fail('auth.test', { error: 'invalid_auth' });
    const main = startMain({ ...testEnvironment(slack), LOG_LEVEL: 'error' });

    expect(await main.exit).toBe(1);
    expect(lines(main.stderr())).toEqual([
      expect.stringMatching(/^slack_failed: .*SLACK_BOT_TOKEN.*invalid_auth/u),
      adviseSetup('slack_failed').trimEnd(),
    ]);
  });

  it('says in one line of each language that Slack cannot be reached and exits with 1', async () => {
    const main = startMain({
      ...testEnvironment(slack),
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      LOG_LEVEL: 'error',
    });

    expect(await main.exit).toBe(1);
    expect(lines(main.stderr())).toEqual([
      expect.stringMatching(/^slack_failed: .*SLACK_API_URL/u),
      adviseSetup('slack_failed').trimEnd(),
    ]);
  });

  it.each(['PORT', 'HEALTH_PORT'])(
    'says in one line of each language that %s is taken, before it looks at any report, and exits with 1',
    async (variable) => {
      const port = new URL(slack.apiUrl).port;
      const main = startMain({
        ...testEnvironment(slack),
        [variable]: port,
        LOG_LEVEL: 'error',
        SEEDS_DIR: 'no-such-folder',
      });

      expect(await main.exit).toBe(1);
      expect(lines(main.stderr())).toEqual([
        expect.stringMatching(
          new RegExp(
            `^address_unavailable: .*127\\.0\\.0\\.1:${port}: another process has port ${port}; .*set ${variable} to`,
          ),
        ),
        adviseSetup('address_unavailable').trimEnd(),
      ]);
    },
  );

  it('names a knowledge folder that was set and is not there, and exits with 1', async () => {
    const main = startMain({ ...testEnvironment(slack), LOG_LEVEL: 'error', KNOWLEDGE_DIR: 'knowlege' });

    expect(await main.exit).toBe(1);
    expect(lines(main.stderr())).toEqual([
      expect.stringMatching(/^config_invalid: KNOWLEDGE_DIR: there is no folder “knowlege”.*没有这个文件夹/u),
      adviseSetup('config_invalid').trimEnd(),
    ]);
  });

  it('on SIGTERM while it starts ends at once and exits with 0', async () => {
    const release = slack.hold('auth.test');
    const main = startMain({ ...testEnvironment(slack), LOG_LEVEL: 'info' });
    await main.event('knowledge.loaded');

    child?.kill('SIGTERM');

    expect(await main.exit).toBe(0);
    release();
  });

  it('on SIGTERM takes no more work, finishes what was acknowledged, and exits with 0', async () => {
    const main = startMain(testEnvironment(slack));
    const { port } = await main.event('bot.ready');
    const send = (delivery: Delivery) =>
      fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...signDelivery(delivery) });
    const scene = { channel: slack.channel, user: slack.user, responseUrl: slack.responseUrl };
    const release = slack.hold('response_url');
    expect((await send(commandDelivery(scene, '低保标准?'))).status).toBe(200);

    child?.kill('SIGTERM');
    await main.event('bot.stopping');
    await expect(send(commandDelivery(scene, '低保标准?'))).rejects.toThrow();
    release();

    expect(await main.exit).toBe(0);
    expect(slack.callsOf('response_url')).toHaveLength(1);
    expect(slack.callsOf('response_url')[0]?.body.text).toContain('546元');
  });

  it('goes on, and ends when it is told to, after whoever read its log has gone away', async () => {
    const main = startMain({ ...testEnvironment(slack), LOG_LEVEL: 'info' });
    const { port } = await main.event('bot.ready');
    const scene = { channel: slack.channel, user: slack.user, responseUrl: slack.responseUrl };
    const ask = () =>
      fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        ...signDelivery(commandDelivery(scene, '低保标准?')),
      });

    child?.stderr?.destroy();
    const answers = [];
    for (let asked = 0; asked < 3; asked += 1) {
      expect((await ask()).status).toBe(200);
      answers.push((await slack.take('response_url')).body.text);
    }
    child?.kill('SIGTERM');

    expect(answers.every((text) => String(text).includes('546元'))).toBe(true);
    expect(await main.exit).toBe(0);
  });
});
