import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery } from '../../support/slack/deliveries.ts';
import { allButtons, liveParts, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.slack.reset());
afterAll(() => bot.stop());

const ask = async (text: string) => {
  const response = await bot.send(commandDelivery(bot.scene, text));
  return { response, reply: await bot.slack.take('response_url') };
};
const labels = (blocks: unknown) => allButtons(blocks).map((button) => button.text.text);

describe('/policy', () => {
  it('answers privately with the numbers, their sentence and section', async () => {
    const { response, reply } = await ask('低保标准？');

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(reply.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    const shown = readBlocks(reply.body.blocks);
    expect(shown).toContain('问：低保标准？');
    expect(shown).toContain(
      '> 全面落实困难群众基本生活保障自然增长机制,城乡低保标准分别提高到每人每月**546元**、**410元**',
    );
    expect(shown).toContain(
      '《重庆经济年鉴(2019)·民政工作》 › 一、2018年发展回顾 › (二)实施基本民生保障行动',
    );
    expect(labels(reply.body.blocks)).toEqual(['分享到频道', '看上下文']);
  });

  it('carries the numbers in the text that notifications and screen readers get', async () => {
    const { reply } = await ask('低保标准？');

    expect(reply.body.text).toMatch(/546元.*410元/u);
  });

  it('offers no sharing where there is no channel', async () => {
    await bot.send(commandDelivery({ ...bot.scene, channel: 'D123' }, '低保标准？'));

    const reply = await bot.slack.take('response_url');

    expect(labels(reply.body.blocks)).not.toContain('分享到频道');
  });

  it.each(['', '  ', '帮助', 'help', '?'])('shows help with examples for “%s”', async (text) => {
    const { reply } = await ask(text);

    expect(reply.body.text).toContain('/policy ');
    expect(readBlocks(reply.body.blocks)).toContain('可以这样问');
    expect(labels(reply.body.blocks).length).toBeGreaterThan(1);
  });

  it('shows the outline, with a button for each section', async () => {
    const { reply } = await ask('目录');

    const shown = readBlocks(reply.body.blocks);
    expect(shown).toContain('**二、2019年发展目标**');
    expect(shown).toContain('(八)围绕“稳中求进”,加快构建“大保障”格局[展开]');
  });

  it('takes a subcommand within a sentence for part of the question', async () => {
    const { reply } = await ask('帮助贫困群众多少人');

    expect(readBlocks(reply.body.blocks)).toContain('问：帮助贫困群众多少人');
  });

  it('asks back with a button for each reading of an ambiguous question', async () => {
    const { reply } = await ask('标准是多少？');

    expect(labels(reply.body.blocks)).toEqual(expect.arrayContaining(['城市低保标准', '农村低保标准']));
  });

  it('says what the report does not hold', async () => {
    const { reply } = await ask('房价是多少');

    expect(reply.body.text).toContain('房价');
    expect(readBlocks(reply.body.blocks)).toContain('没有找到“房价”');
    expect(labels(reply.body.blocks)).not.toContain('分享到频道');
  });

  it('refuses a question as long as a document and keeps to the limits', async () => {
    const { reply } = await ask('低保标准是多少。'.repeat(2_000));

    expect(reply.body.text).toContain('太长');
    expect(JSON.stringify(reply.body.blocks).length).toBeLessThan(3_000);
  });

  it.each([
    { text: '<!channel> 低保标准', live: '<!channel>' },
    { text: '<@U123ABC> 低保标准', live: '<@U123ABC>' },
    { text: '房价 &lt;!channel&gt;', live: '<!channel>' },
    { text: '房价 <https://evil.example|点我>', live: '<https://evil.example' },
    { text: '房价 <!here|@here> & <b>', live: '<b>' },
  ])('never brings “$text” back to life', async ({ text, live }) => {
    const { reply } = await ask(text);

    expect(reply.body.text).not.toContain(live);
    expect(liveParts(reply.body.blocks)).toEqual([]);
  });

  it('falls back to a message only the person sees when the response_url has expired', async () => {
    bot.slack.fail('response_url', { status: 404 });

    await bot.send(commandDelivery(bot.scene, '低保标准？'));

    const reply = await bot.slack.take('chat.postEphemeral');
    expect(reply.body).toMatchObject({ channel: bot.slack.channel, user: bot.slack.user });
    expect(reply.body.text).toContain('546元');
  });

  it('falls back to a direct message when the bot is not in the channel either', async () => {
    bot.slack.fail('response_url', { status: 404 });
    bot.slack.fail('chat.postEphemeral', { error: 'not_in_channel' });

    await bot.send(commandDelivery(bot.scene, '低保标准？'));

    const reply = await bot.slack.take('chat.postMessage');
    expect(reply.body.channel).toBe(bot.slack.user);
    expect(reply.body.text).toContain('546元');
  });

  it('logs a code and lives on when every way to the person is closed', async () => {
    bot.slack.fail('response_url', { status: 404 });
    bot.slack.fail('chat.postEphemeral', { error: 'not_in_channel' });
    bot.slack.fail('chat.postMessage', { error: 'account_inactive' });
    await bot.send(commandDelivery(bot.scene, '低保标准？'));
    await bot.settle();

    const failures = bot.lines
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'listener.failed');

    expect(failures.at(-1)).toMatchObject({ code: 'slack_webapi_platform_error', where: '/policy' });
    bot.slack.reset();
    expect((await ask('低保标准？')).reply.body.text).toContain('546元');
  });
});
