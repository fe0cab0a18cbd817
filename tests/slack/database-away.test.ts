import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockByOtherProcess } from '../storage/support/lock-by-other-process.ts';
import { commandDelivery } from '../support/slack/deliveries.ts';
import { readBlocks } from '../support/slack/read-message.ts';
import { type Bot, startBot } from '../support/slack/start-bot.ts';

let folder: string;
let file: string;
let bot: Bot;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'away-'));
  file = join(folder, 'bot.sqlite');
  bot = await startBot({ DATABASE_FILE: file });
});

afterEach(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

const readiness = async () => {
  const response = await fetch(`${bot.address}/readyz`);
  return { status: response.status, body: await response.json() };
};
/** Sends a command, waits until the bot is done with it, and returns the last thing it said by that way. */
const ask = async (text: string, method = 'response_url') => {
  await bot.send(commandDelivery(bot.scene, text));
  await bot.settle();
  return bot.slack.callsOf(method).at(-1)?.body ?? {};
};

describe('a bot whose database file was moved away', () => {
  beforeEach(() => renameSync(file, `${file}.old`));

  it('is not ready', async () => {
    expect(await readiness()).toMatchObject({ status: 503, body: { checks: { database: false } } });
  });

  it('says so when it is asked for a diagnosis', async () => {
    expect(readBlocks((await ask('诊断')).blocks)).toContain('数据库文件被删除、移走或换掉了');
  });

  it('answers from the report all the same, whether it knows the answer or not', async () => {
    expect((await ask('低保标准？')).text).toContain('546元');
    expect((await ask('高铁票价多少钱')).text).toContain('没有');
    expect(bot.lines.join('')).toContain('question.not_kept');
  });

  it('says that it cannot read targets instead of being silent, and works again when the file is back', async () => {
    expect((await ask('目标', 'chat.postEphemeral')).text).toContain('没能完成');

    renameSync(`${file}.old`, file);

    expect((await ask('目标')).text).not.toContain('没能完成');
    expect(await readiness()).toMatchObject({ body: { checks: { database: true } } });
  });
});

describe('a bot whose database another process holds locked', () => {
  it('is not ready, says so in a diagnosis, and is well again afterwards', async () => {
    const lock = await lockByOtherProcess(file);

    expect(await readiness()).toMatchObject({ status: 503, body: { checks: { database: false } } });
    expect(readBlocks((await ask('诊断')).blocks)).toContain('数据库被别的程序锁住了');

    await lock.release();
    expect(readBlocks((await ask('诊断')).blocks)).toContain('✅ 数据库可以读写。');
  });
});
