import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery, mentionDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { fillForm } from '../../support/slack/fill-form.ts';
import { findButton, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

let bot: Bot;
let root: string;

const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'scope-'));
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'knowledge'));
  for (const [id, place, standard] of [
    ['qinglan', '青岚市', 715],
    ['yunling', '云岭县', 640],
  ])
    write(
      `seeds/${id}.txt`,
      `${place}民政事业发展报告(2022)\n\n${place}民政局\n\n一、2022年发展回顾\n\n城市低保标准为每人每月${standard}元。\n`,
    );
  write('knowledge/catalogue.yaml', 'reports:\n  - { id: yunling, collection: 县报告 }\n');
  bot = await startBot({ SEEDS_DIR: join(root, 'seeds'), KNOWLEDGE_DIR: join(root, 'knowledge') });
});
afterEach(async () => {
  await bot.stop();
  rmSync(root, { recursive: true });
});

async function command(text: string): Promise<CallBody> {
  await bot.send(commandDelivery(bot.scene, text));
  await bot.settle();
  return (await bot.slack.take('response_url')).body;
}

async function choose(label: string): Promise<string> {
  await bot.send(commandDelivery(bot.scene, '设置'));
  await bot.settle();
  const { view } = (await bot.slack.take('views.open')).body;
  const { options } = view.blocks[0].element;
  const option = options.find(({ text }: CallBody) => text.text === label);
  await bot.send(fillForm(view, { scope: { choice: option?.value } }, bot.scene.user));
  await bot.settle();
  return readBlocks((await bot.slack.take('chat.postEphemeral')).body.blocks);
}

describe('/policy 设置', () => {
  it('lets a channel keep to one report, in commands, mentions and their buttons', async () => {
    expect(await choose('云岭县民政事业发展报告(2022)')).toBe(
      '设置好了：这个频道默认查“云岭县民政事业发展报告(2022)”。',
    );
    const answer = await command('城市低保标准是多少');
    await bot.send(
      pressDelivery({ ...bot.scene, isEphemeral: true }, findButton(answer.blocks, '分享到频道')),
    );
    const shared = (await bot.slack.take('response_url')).body;
    await bot.send(mentionDelivery(bot.scene, `<@${bot.slack.botUser}> 城市低保标准是多少`));
    const mentioned = (await bot.slack.take('chat.postMessage')).body;

    for (const { text } of [answer, shared, mentioned]) {
      expect(text).toContain('640元');
      expect(text).not.toContain('715元');
    }
  });

  it('lets it keep to a collection, and ask all again', async () => {
    await choose('一组：县报告');
    expect((await command('城市低保标准是多少')).text).not.toContain('715元');
    expect((await command('青岚市城市低保标准是多少')).text).toContain('715元');

    expect(await choose('全部报告')).toContain('默认查全部报告');
    expect((await command('城市低保标准是多少')).text).toContain('715元');
  });

  it('says below an answer that what the channel was set to has been withdrawn', async () => {
    await choose('云岭县民政事业发展报告(2022)');
    const value = JSON.stringify({ report: 'yunling' });
    await bot.send(pressDelivery(bot.scene, { type: 'button', action_id: 'report_withdraw', value }));
    await bot.settle();
    await bot.slack.take('response_url');

    const { text, blocks } = await command('城市低保标准是多少');

    expect(text).toContain('715元');
    expect(readBlocks(blocks)).toContain('这个频道原来设定的报告已经撤回，现在查的是全部报告');
  });

  it('holds for its channel only', async () => {
    await choose('一组：县报告');
    await bot.send(commandDelivery({ ...bot.scene, channel: 'C0OTHER' }, '城市低保标准是多少'));

    expect((await bot.slack.take('response_url')).body.text).toContain('715元');
  });
});
