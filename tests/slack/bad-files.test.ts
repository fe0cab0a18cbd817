import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBadFolders } from '../support/bad-folders.ts';
import { commandDelivery } from '../support/slack/deliveries.ts';
import { readBlocks } from '../support/slack/read-message.ts';
import { type Bot, startBot } from '../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot(makeBadFolders().env);
});
afterAll(() => bot.stop());

describe('a bot with bad files in its folders', () => {
  it('is ready, and names them', async () => {
    const response = await fetch(`${bot.address}/readyz`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ready: true,
      warnings: expect.arrayContaining([
        'seeds/other.docx: format_not_read',
        'seeds/noise.txt: encoding_unknown',
      ]),
    });
  });

  it('logs each of them at start', () => {
    const events = bot.lines.map((line) => JSON.parse(line));
    const problems = events.filter(({ event }) => event === 'knowledge.file_problem');

    expect(problems).toHaveLength(10);
    expect(problems).toContainEqual(
      expect.objectContaining({ level: 'warn', code: 'encoding_unknown', file: 'seeds/noise.txt' }),
    );
  });

  it('says in 诊断 what is missing and what to do', async () => {
    await bot.send(commandDelivery(bot.scene, '诊断'));
    await bot.settle();

    const shown = readBlocks(
      bot.slack.calls.flatMap(({ body }) => (Array.isArray(body.blocks) ? body.blocks : [])),
    );

    expect(shown).toContain('有10个文件没有读入或没有全部采用');
    expect(shown).toContain('seeds/noise.txt：编码不是 UTF-8、UTF-16、GB18030，请另存为 UTF-8。');
    expect(shown).toContain('seeds/other.docx：这种格式不直接读，请用 npm run report:add 加入。');
    expect(shown).toContain('seeds/gbk.txt 按 GB18030 读入');
  });
});
