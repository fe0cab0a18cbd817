import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { readPlaces } from '../src/places.ts';
import { readSecretFiles } from '../src/read-secret-files.ts';

let folder: string;
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readSecretFiles', () => {
  it('gives the bot the content of each file, without the line end most files have', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN_FILE: write('bot', 'xoxb-1\n'),
      SLACK_APP_TOKEN_FILE: write('app', ' xapp-2 \r\n'),
      DATABASE_URL_FILE: write('database', 'postgres://bot:secret@db/bot'),
    });

    expect(config).toMatchObject({
      slack: { botToken: 'xoxb-1', transport: { kind: 'socket', appToken: 'xapp-2' } },
      database: { url: 'postgres://bot:secret@db/bot' },
    });
  });

  it('gives the commands the same database', () => {
    const { database } = readPlaces({
      DATABASE_URL_FILE: write('database', 'postgres://bot:secret@db/bot\n'),
    });

    expect(database).toEqual({ url: 'postgres://bot:secret@db/bot' });
  });

  it('leaves everything else as it is, blank names of files too', () => {
    const environment = { PORT: '3000', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: ' ' };

    expect(readSecretFiles(environment)).toEqual(environment);
  });

  it('names every problem at once, and no secret', () => {
    const environment = {
      SLACK_BOT_TOKEN: 'xoxb-secret',
      SLACK_BOT_TOKEN_FILE: write('bot', 'xoxb-other'),
      SLACK_APP_TOKEN_FILE: join(folder, 'missing'),
      SLACK_SIGNING_SECRET_FILE: write('empty', '\n'),
      DATABASE_URL_FILE: folder,
    };

    expect(() => readSecretFiles(environment)).toThrow(
      new AppError(
        'config_invalid',
        [
          'the configuration has problems, see .env.example（配置有问题，每一项的说明见 .env.example）',
          '  SLACK_BOT_TOKEN_FILE is set, and so is SLACK_BOT_TOKEN; set one of them（两个都填了，只留一个）',
          `  SLACK_APP_TOKEN_FILE names a file that cannot be read (ENOENT): ${join(folder, 'missing')}（文件读不了，请检查路径和读权限）`,
          `  SLACK_SIGNING_SECRET_FILE names a file that is empty: ${join(folder, 'empty')}（文件是空的，请把值写进去）`,
          `  DATABASE_URL_FILE names a file that cannot be read (EISDIR): ${folder}（文件读不了，请检查路径和读权限）`,
        ].join('\n'),
      ),
    );
  });
});
