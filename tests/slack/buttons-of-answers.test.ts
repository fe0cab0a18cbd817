import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery, messageDelivery, pressDelivery } from '../support/slack/deliveries.ts';
import type { CallBody } from '../support/slack/fake-slack.ts';
import { findButton, findOption, readBlocks } from '../support/slack/read-message.ts';
import { type Bot, startBot } from '../support/slack/start-bot.ts';

const QINGLAN = '青岚市民政事业发展报告(2022)\n\n一、2022年发展回顾\n\n城市低保标准为每人每月715元。\n';
const YUNLING =
  '云岭县民政事业发展报告(2022)\n\n一、2022年发展回顾\n\n城市低保标准为每人每月640元。新建养老服务站36所。\n';

let bot: Bot;
let root: string;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'given-'));
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'knowledge'));
  write('seeds/qinglan.txt', QINGLAN);
  write('seeds/yunling.txt', YUNLING);
  bot = await startBot({ SEEDS_DIR: join(root, 'seeds'), KNOWLEDGE_DIR: join(root, 'knowledge') });
});
afterEach(async () => {
  await bot.stop();
  rmSync(root, { recursive: true });
});

async function ask(text: string): Promise<CallBody[]> {
  await bot.send(commandDelivery(bot.scene, text));
  return (await bot.slack.take('response_url')).body.blocks;
}

/** What is written is taken once it has been the same for two looks. */
async function refresh(): Promise<void> {
  await bot.application.refreshKnowledge();
  await bot.application.refreshKnowledge();
}

async function press(blocks: unknown, label: string): Promise<CallBody> {
  bot.slack.reset();
  await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, findButton(blocks, label)));
  return (await bot.slack.take('response_url')).body;
}
async function pick(blocks: unknown, label: string): Promise<CallBody> {
  bot.slack.reset();
  await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, findOption(blocks, label)));
  return (await bot.slack.take('response_url')).body;
}

const WITHDRAWN = '这份报告已撤下，这条回答不再引用，也不能分享。请重新问一次。';
const CHANGED = '这份报告的原文已经改过，和这条回答引用的不一样，所以不再引用，也不能分享。请重新问一次。';

describe('buttons under an answer', () => {
  it.each([
    { button: '看上下文', how: press },
    { button: '分享到频道', how: press },
    { button: '复制引用', how: pick },
    { button: '出处与版本', how: pick },
  ])('say that its report was withdrawn, and show no other: $button', async ({ button, how }) => {
    const answer = await ask('青岚市城市低保标准是多少');
    rmSync(join(root, 'seeds/qinglan.txt'));
    await refresh();

    const said = await how(answer, button);

    expect(readBlocks(said.blocks)).toBe(WITHDRAWN);
    expect(said.response_type).toBe('ephemeral');
  });

  it.each([
    { button: '看上下文', how: press },
    { button: '分享到频道', how: press },
    { button: '复制引用', how: pick },
  ])('say that its text was changed, and quote nothing else: $button', async ({ button, how }) => {
    const answer = await ask('青岚市城市低保标准是多少');
    write('seeds/qinglan.txt', QINGLAN.replace('715', '725'));
    await refresh();

    expect(readBlocks((await how(answer, button)).blocks)).toBe(CHANGED);
  });

  it('share the answer they stand under, whatever would be answered by now', async () => {
    rmSync(join(root, 'seeds/yunling.txt'));
    await refresh();
    const answer = await ask('城市低保标准是多少');
    write('seeds/yunling.txt', YUNLING);
    await refresh();

    const shared = await press(answer, '分享到频道');

    expect(shared.response_type).toBe('in_channel');
    expect(readBlocks(shared.blocks)).toContain('715元');
    expect(readBlocks(shared.blocks)).not.toContain('640元');
    await bot.settle();
    bot.slack.reset();
    expect(readBlocks(await ask('城市低保标准是多少'))).toContain('640元');
  });

  it('of a place say that its text was changed', async () => {
    rmSync(join(root, 'seeds/yunling.txt'));
    const long = '全市民政工作平稳推进。'.repeat(60);
    write(
      'seeds/qinglan.txt',
      QINGLAN.replace('城市低保', `${long}\n\n新建养老服务站12所。\n\n${long}城市低保`),
    );
    await refresh();
    const around = (await press(await ask('城市低保标准和新建养老服务站各多少'), '看上下文')).blocks;
    const open = findButton(around, '第1处的整段');
    write(
      'seeds/qinglan.txt',
      QINGLAN.replace('城市低保', `${long}\n\n新建养老服务站21所。\n\n${long}城市低保`).replace('715', '725'),
    );
    await refresh();

    await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, open));

    expect((await bot.slack.take('response_url')).body.text).toContain('报告已经更新，原来的位置找不到了。');
  });

  it('show again, when a thumb was pressed, what was answered', async () => {
    const post = async (text: string) => {
      await bot.send(messageDelivery({ ...bot.scene, channel: bot.slack.directChannel }, text));
      return (await bot.slack.take('chat.postMessage')).body.blocks;
    };
    const answer = await post('青岚市城市低保标准是多少');
    rmSync(join(root, 'seeds/qinglan.txt'));
    await refresh();

    const scene = { ...bot.scene, channel: bot.slack.directChannel };
    await bot.send(
      pressDelivery(scene, {
        type: 'feedback_buttons',
        action_id: 'rate',
        value: ratingValue(answer),
      }),
    );

    expect(readBlocks((await bot.slack.take('response_url')).body.blocks)).toContain('715元');
  });

  it('typed in a conversation, act on the last answer given there', async () => {
    const scene = { ...bot.scene, channel: bot.slack.directChannel };
    await bot.send(messageDelivery(scene, '青岚市城市低保标准是多少'));
    await bot.slack.take('chat.postMessage');
    rmSync(join(root, 'seeds/qinglan.txt'));
    await refresh();

    await bot.send(messageDelivery(scene, '复制引用'));

    expect((await bot.slack.take('chat.postMessage')).body.text).toBe(WITHDRAWN);
  });
});

function ratingValue(blocks: CallBody[]): string {
  const row = blocks.find(({ type }) => type === 'context_actions');
  return row?.elements[0].positive_button.value;
}
