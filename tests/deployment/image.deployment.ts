import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT_TOKEN, type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';
import { copyCheckout } from './support/checkout.ts';
import { type Image, runDockerfile } from './support/run-dockerfile.ts';

let folder: string;
let image: Image;
let slack: FakeSlack;
let bot: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'image-'));
  const context = join(folder, 'context');
  mkdirSync(context);
  copyCheckout(context);
  image = runDockerfile('Dockerfile', context, folder);
  slack = await startFakeSlack();
});
afterAll(async () => {
  bot?.kill('SIGKILL');
  await slack?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the image', () => {
  it('holds what the bot runs on and nothing it is built with', () => {
    const has = (path: string): boolean => existsSync(join(image.root, image.workingDirectory, path));

    expect(has('node_modules/better-sqlite3')).toBe(true);
    for (const path of [
      'node_modules/typescript',
      'node_modules/vitest',
      'node_modules/.bin/node',
      'src',
      'tests',
    ]) {
      expect(has(path), path).toBe(false);
    }
  });

  it('is healthy once the bot answers, reads its secret from a file, and ends on SIGTERM', async () => {
    const secret = join(folder, 'token');
    writeFileSync(secret, `${BOT_TOKEN}\n`);
    const { SLACK_BOT_TOKEN: _, DATABASE_FILE: __, ...environment } = testEnvironment(slack);
    const cwd = join(image.root, image.workingDirectory);
    const [program = '', ...options] = image.command;
    const started = spawn(program, options, {
      cwd,
      env: { PATH: process.env.PATH, ...image.environment, ...environment, SLACK_BOT_TOKEN_FILE: secret },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    bot = started;
    const port = await new Promise<string>((resolve, reject) => {
      let log = '';
      started.stderr.on('data', (text: Buffer) => {
        log += String(text);
        const ready = /"bot\.ready".*"port":(\d+)/u.exec(log);
        if (ready?.[1]) resolve(ready[1]);
      });
      started.once('exit', () => reject(new Error(log)));
    });
    const checkHealth = () => {
      const [check = '', ...words] = image.healthCommand;
      return spawnSync(check, words, { env: { PATH: process.env.PATH, PORT: port } }).status;
    };
    const healthWhileUp = checkHealth();

    started.kill('SIGTERM');
    const [status] = await once(started, 'exit');

    expect({ healthWhileUp, status, healthAfterwards: checkHealth() }).toEqual({
      healthWhileUp: 0,
      status: 0,
      healthAfterwards: 1,
    });
    expect(existsSync(join(cwd, 'data/bot.sqlite'))).toBe(true);
  });
});
