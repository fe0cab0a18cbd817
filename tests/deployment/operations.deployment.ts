import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';
import { copyCheckout } from './support/checkout.ts';

/** The shell blocks under a heading of the operations guide, as they are printed there. */
function readBlocks(heading: string): string[] {
  const guide = readFileSync('docs/operations.md', 'utf8');
  const section = guide.split(/^## /mu).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, block]) => block ?? '');
}

/**
 * Stands in for systemd: starts and stops what the unit names, in the folder it is called from, and waits as
 * systemctl does. `enable` starts, too.
 */
const SYSTEMCTL = `#!/bin/sh
set -eu
start() {
  $(sed -n 's#^ExecStart=/opt/report-quote-bot/##p' deploy/report-quote-bot.service) >>bot.log 2>&1 &
  echo $! >bot.pid
}
stop() {
  kill "$(cat bot.pid)"
  while kill -0 "$(cat bot.pid)" 2>/dev/null; do sleep 0.1; done
}
case "$1" in
  start | stop) "$1" ;;
  enable) start ;;
  *) exit 2 ;;
esac
`;

let folder: string;
let checkout: string;
let slack: FakeSlack;
let environment: NodeJS.ProcessEnv;

const run = (block: string): string =>
  execFileSync('sh', ['-e', '-c', block], {
    cwd: checkout,
    env: environment,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** Waits until the bot that was started last has said that it is ready. */
async function waitForBot(starts: number): Promise<void> {
  const log = join(checkout, 'bot.log');
  for (let tries = 0; tries < 600; tries += 1) {
    if (existsSync(log) && readFileSync(log, 'utf8').split('"bot.ready"').length - 1 >= starts) return;
    await sleep(100);
  }
  throw new Error(readFileSync(log, 'utf8'));
}

/** Leaves a trace in the database as a colleague's work would, and looks for it. */
const withDatabase = <T>(use: (database: Sqlite.Database) => T): T => {
  const database = new Sqlite(join(checkout, 'data/bot.sqlite'));
  try {
    return use(database);
  } finally {
    database.close();
  }
};
const writeMark = (text: string) =>
  withDatabase((database) => {
    database.exec('create table if not exists marks (text text)');
    database.prepare('insert into marks values (?)').run(text);
  });
const readMarks = () => withDatabase((database) => database.prepare('select text from marks').pluck().all());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operations-'));
  checkout = join(folder, 'checkout');
  const tools = join(folder, 'tools');
  for (const path of [checkout, tools]) mkdirSync(path);
  copyCheckout(checkout);
  // What takes root or an engine only notes that it was called; installing into system folders, too.
  for (const [name, script] of Object.entries({
    systemctl: SYSTEMCTL,
    useradd: `#!/bin/sh\necho "useradd $*" >>"${folder}/called"\n`,
    chown: `#!/bin/sh\necho "chown $*" >>"${folder}/called"\n`,
    docker: `#!/bin/sh\necho "docker $*" >>"${folder}/called"\n`,
    install: `#!/bin/sh\necho "install $*" >>"${folder}/called"\n[ "$*" != "--directory --owner=report-quote-bot --mode=700 data" ] || mkdir -p data\n`,
  })) {
    writeFileSync(join(tools, name), script);
    chmodSync(join(tools, name), 0o755);
  }
  slack = await startFakeSlack();
  const { DATABASE_FILE: _, ...bot } = testEnvironment(slack);
  environment = { ...process.env, ...bot, LOG_LEVEL: 'info', PATH: `${tools}:${process.env.PATH}` };
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...words], {
      cwd: checkout,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a release');
  git('tag', 'v1.1.0');
});
afterAll(async () => {
  if (existsSync(join(checkout, 'bot.pid'))) run('systemctl stop || true');
  await slack?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the operations guide, word for word', () => {
  it('installs under systemd, backs up, upgrades, and goes back to the backup', async () => {
    const [install = ''] = readBlocks('Under systemd');
    const [backup = '', upgrade = '', restore = ''] = readBlocks('Upgrade, backup, restore');

    run(install);
    await waitForBot(1);
    writeMark('before the backup');
    run(backup);
    // Copies are named by the second.
    await sleep(1_100);
    run(upgrade);
    await waitForBot(2);
    writeMark('after the upgrade');
    const marksAfterUpgrade = readMarks();
    run(restore);
    await waitForBot(3);

    expect(marksAfterUpgrade).toEqual(['before the backup', 'after the upgrade']);
    expect(readMarks()).toEqual(['before the backup']);
    expect(readFileSync(join(folder, 'called'), 'utf8')).toContain(
      'chown report-quote-bot data/bot.sqlite\n',
    );
  });

  it('makes the secrets of the containers, and speaks to the services compose.yaml has', () => {
    const blocks = readBlocks('In containers, PostgreSQL');

    for (const block of blocks) {
      environment.SLACK_APP_TOKEN = 'xapp-1';
      run(block);
    }

    const read = (name: string) => readFileSync(join(checkout, 'secrets', name), 'utf8');
    expect(statSync(join(checkout, 'secrets')).mode & 0o777).toBe(0o700);
    expect(read('slack_app_token')).toBe('xapp-1');
    expect(read('database_password')).toMatch(/^[0-9a-f]{48}$/u);
    expect(read('database_url')).toBe(`postgres://bot:${read('database_password')}@database/bot`);
    const services = readFileSync(join(folder, 'called'), 'utf8').matchAll(
      /^docker compose (?:exec -T|stop|start) (\w+)/gmu,
    );
    expect(new Set([...services].map(([, service]) => service))).toEqual(new Set(['database', 'bot']));
  });
});
