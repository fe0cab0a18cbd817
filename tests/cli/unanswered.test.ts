import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseLocation, openDatabase } from '../../src/storage/database.ts';
import { createUnansweredQuestions } from '../../src/storage/unanswered-questions.ts';
import { createPostgresDatabase } from '../support/engines.ts';

let folder: string;
const databaseFile = () => join(folder, 'bot.sqlite');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unanswered-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Output = { readonly status: number | string; readonly stdout: string; readonly stderr: string };

const run = (...options: string[]): Promise<Output> => runOn({ DATABASE_FILE: databaseFile() }, ...options);

const runOn = (database: Record<string, string>, ...options: string[]): Promise<Output> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...database };
    execFile(process.execPath, ['src/cli/unanswered.ts', ...options], { env }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    );
  });

const keep = async (
  questions: readonly (readonly [question: string, askedAt: string])[],
  location: DatabaseLocation = { file: databaseFile() },
) => {
  const database = await openDatabase(location);
  const store = createUnansweredQuestions(database.db);
  for (const [question, askedAt] of questions) {
    await store.add({ question, askedAs: question, reason: 'not-covered' }, new Date(askedAt));
  }
  await database.close();
};

describe('npm run unanswered', () => {
  it('lists questions with count, last day and reason, the most frequent first', async () => {
    await keep([
      ['天气\t怎样', '2026-11-20T08:00:00Z'],
      ['房价', '2026-11-21T08:00:00Z'],
      ['房价', '2026-11-22T08:00:00Z'],
    ]);

    const { status, stdout } = await run();

    expect(status).toBe(0);
    expect(stdout).toBe('2\t2026-11-22\tnot-covered\t房价\n1\t2026-11-20\tnot-covered\t天气 怎样\n');
  });

  it('gives lines of JSON', async () => {
    await keep([['房价', '2026-11-21T08:00:00Z']]);

    const { stdout } = await run('--json');

    expect(JSON.parse(stdout)).toEqual({
      question: '房价',
      askedAs: '房价',
      reason: 'not-covered',
      count: 1,
      lastAskedAt: '2026-11-21T08:00:00.000Z',
    });
  });

  it('reads PostgreSQL where the bot does, whatever file is named beside it', async () => {
    const place = await createPostgresDatabase();
    const url = 'url' in place.location ? place.location.url : '';
    await keep([['在文件里', '2026-11-20T08:00:00Z']]);
    await keep([['在服务器里', '2026-11-21T08:00:00Z']], place.location);

    const { status, stdout } = await runOn({ DATABASE_URL: url, DATABASE_FILE: databaseFile() });

    expect(status).toBe(0);
    expect(stdout).toBe('1\t2026-11-21\tnot-covered\t在服务器里\n');
    await place.drop();
  });

  it('says that an address is none, and does not repeat it', async () => {
    const { status, stderr } = await runOn({ DATABASE_URL: 'mysql://bot:secret@db/bot' });

    expect(status).toBe(1);
    expect(stderr).toContain('DATABASE_URL is not an address like postgres://');
    expect(stderr).not.toContain('secret');
  });

  it.each([
    { what: 'a missing database', options: [], says: 'DATABASE_FILE' },
    { what: 'an unknown argument', options: ['--all'], says: '--all' },
  ])('answers $what with one reason and status 2', async ({ options, says }) => {
    const { status, stderr } = await run(...options);

    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
