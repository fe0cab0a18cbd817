import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import { findButton, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.slack.reset());
afterAll(() => bot.stop());

const open = (tab: string) =>
  bot.send(
    eventDelivery({ type: 'app_home_opened', user: bot.slack.user, channel: 'D1', tab, event_ts: '1.1' }),
  );
const published = async () => (await bot.slack.take('views.publish')).body;
const homeScene = () => ({ ...bot.scene, isHome: true });
const typeIn = (value: string | null) =>
  bot.send(pressDelivery(homeScene(), { type: 'plain_text_input', action_id: 'home_ask', value }));

describe('the App Home', () => {
  it('shows ask box, examples, what is covered and the outline', async () => {
    // Examples are found after the bot has begun to answer.
    await expect
      .poll(
        async () => {
          await open('home');
          return readBlocks((await published()).view.blocks);
        },
        { timeout: 10_000 },
      )
      .toContain('可以这样问');
    await open('home');

    const { user_id, view } = await published();
    const shown = readBlocks(view.blocks);

    expect(user_id).toBe(bot.slack.user);
    expect(shown).toContain('想查什么？ [____]');
    expect(shown).toContain('可以这样问');
    expect(shown).toContain('重庆经济年鉴(2019)·民政工作 · 2018年实际 · 2019年目标');
    expect(shown).toContain('(三)围绕“老有所养”,加快构建“大养老”格局[展开]');
  });

  it('leaves the messages tab alone', async () => {
    await open('messages');
    await bot.settle();

    expect(bot.slack.calls).toEqual([]);
  });

  it('answers below the ask box', async () => {
    await typeIn(' 低保标准？ ');

    const { view } = await published();

    expect(readBlocks(view.blocks)).toMatch(/# 查到的结果\n问：低保标准？\n.*546元/u);
    expect(JSON.stringify(view.blocks)).not.toContain('context_actions');
  });

  it.each([null, '', '  '])('stays as it is when “%s” is asked', async (value) => {
    await typeIn(value);

    expect(readBlocks((await published()).view.blocks)).not.toContain('查到的结果');
  });

  it.each([
    { action: { type: 'plain_text_input', action_id: 'home_ask', value: '低保标准？' } },
    { action: { type: 'plain_text_input', action_id: 'home_ask', value: '' } },
    { action: { type: 'plain_text_input', action_id: 'home_ask', value: '2019年有哪些目标？' } },
    { action: { type: 'button', action_id: 'open_outline:1', value: '{"node":""}' } },
    { action: { type: 'button', action_id: 'ask:1', value: '{"ask":"火葬场有多少个"}' } },
  ])('keeps board and outline after $action', async ({ action }) => {
    await bot.send(pressDelivery(homeScene(), action));

    const shown = readBlocks((await published()).view.blocks);
    expect(shown).toContain('# 目标进度');
    expect(shown).toContain('# 报告目录');
  });

  it('begins its examples with what people ask first', async () => {
    await open('home');

    const shown = readBlocks((await published()).view.blocks);
    expect(shown).toMatch(/可以这样问：\*\*\n\[低保标准是多少？\]/u);
  });

  it('shows the context of an answer in place', async () => {
    await typeIn('低保标准？');
    const { view } = await published();

    await bot.send(pressDelivery(homeScene(), findButton(view.blocks, '看上下文')));

    expect(readBlocks((await published()).view.blocks)).toContain('二是社会救助水平稳步提升。');
  });

  it('drills down the outline in place', async () => {
    await open('home');
    const { view } = await published();
    const row = view.blocks.find((block: { text?: { text: string } }) => block.text?.text.startsWith('(七)'));

    await bot.send(pressDelivery(homeScene(), findButton(row, '展开')));

    expect(readBlocks((await published()).view.blocks)).toContain('一是建设统一平台。[看原文]');
  });

  it('keeps the result when the outline is opened, and the outline when there is another result', async () => {
    await typeIn('低保标准？');
    const answered = (await published()).view;
    const row = answered.blocks.find((block: { text?: { text: string } }) =>
      block.text?.text.startsWith('(七)'),
    );
    await bot.send(pressDelivery({ ...homeScene(), view: answered }, findButton(row, '展开')));

    const opened = (await published()).view;
    expect(readBlocks(opened.blocks)).toMatch(/# 查到的结果\n问：低保标准？\n.*546元/u);
    await bot.send(pressDelivery({ ...homeScene(), view: opened }, findButton(opened.blocks, '看原文')));

    const read = readBlocks((await published()).view.blocks);
    expect(read).toContain('所在的整段原文');
    expect(read).toContain('一是建设统一平台。[看原文]');
  });

  it('asks an example', async () => {
    await open('home');
    const example = findButton((await published()).view.blocks, '福彩销售额是多少？');

    await bot.send(pressDelivery(homeScene(), example));

    expect(readBlocks((await published()).view.blocks)).toContain('58.27亿元');
  });

  it.each([
    { error: 'invalid_arguments', told: '没能完成' },
    { error: 'internal_error', told: '没有回音' },
  ])('says “$told” by direct message when Slack answers $error', async ({ error, told }) => {
    bot.slack.fail('views.publish', { error });
    await typeIn('低保标准？');

    expect((await bot.slack.take('chat.postMessage')).body).toMatchObject({
      channel: bot.slack.user,
      text: expect.stringContaining(told),
    });
  });

  it('logs a failure to publish on opening and bothers nobody', async () => {
    bot.slack.fail('views.publish', { error: 'internal_error' });
    await open('home');
    await bot.settle();

    expect(bot.slack.callsOf('chat.postMessage')).toEqual([]);
    expect(JSON.parse(bot.lines.at(-1) ?? '')).toMatchObject({
      event: 'listener.failed',
      where: 'app_home_opened',
    });
  });
});
