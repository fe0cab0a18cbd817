import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shortcutDelivery } from '../../support/slack/deliveries.ts';
import { readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.slack.reset());
afterAll(() => bot.stop());

describe('在报告中查找', () => {
  it('answers privately what the message says, without its markup', async () => {
    await bot.send(shortcutDelivery(bot.scene, '<@U9> 低保标准是多少？'));

    const { body } = await bot.slack.take('response_url');

    expect(body.response_type).toBe('ephemeral');
    expect(readBlocks(body.blocks)).toContain('问：低保标准是多少？');
    expect(body.text).toContain('546元');
  });

  it.each([undefined, '', '<@U9>'])('says that there is nothing to look for in “%s”', async (text) => {
    await bot.send(shortcutDelivery(bot.scene, text));

    expect((await bot.slack.take('response_url')).body.text).toContain('没有文字');
  });

  it('falls back to an ephemeral message when the response_url has expired', async () => {
    bot.slack.fail('response_url', { status: 404 });

    await bot.send(shortcutDelivery(bot.scene, '低保标准是多少？'));

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('546元');
  });
});
