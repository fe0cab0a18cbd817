import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { messageDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import { findButton, readBlocks } from '../../support/slack/read-message.ts';
import { makeValueEntry } from '../../support/target-builders.ts';
import { startTargetBot, type TargetBot } from './target-bot.ts';

const office: TargetBot = await startTargetBot();
const QUESTION = '2019年要建多少社区养老服务站？';
beforeEach(async () => {
  await office.bot.settle();
  office.bot.slack.reset();
});
afterAll(() => office.stop());

describe('an answer about a target', () => {
  it('says nothing of progress before anybody has reported any', async () => {
    expect(readBlocks((await office.ask(QUESTION)).blocks)).not.toContain('最近填报');
  });

  it('says that nobody has reported where it was asked how far it has come', async () => {
    const { blocks } = await office.ask('社区养老服务站还差多少');

    expect(readBlocks(blocks)).toContain('“社区养老服务站”今年还没有人填报过进度，这里的数都是报告里的。');
  });

  it('says so in a conversation, too, where what is left of an aim that was told is asked', async () => {
    const scene = { ...office.bot.scene, channel: office.bot.slack.directChannel };
    await office.bot.send(messageDelivery(scene, '示范中心今年建多少'));
    await office.bot.slack.take('chat.postMessage');

    await office.bot.send(messageDelivery(scene, '还要建几个'));

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(readBlocks(body.blocks)).toContain('“市级示范社区养老服务中心”今年还没有人填报过进度');
  });

  it('points in one line to what was reported last', async () => {
    await office.records.ledger.append([
      makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-10', value: '80' }),
      makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-20', value: '150' }),
    ]);

    const { blocks } = await office.ask(QUESTION);

    const line = '最近填报：150个（6月20日）。看进度：/policy 进度 社区养老服务站';
    expect(readBlocks(blocks).split('\n')).toContain(line);
    const scene = { ...office.bot.scene, isEphemeral: true };
    await office.bot.send(pressDelivery(scene, findButton(blocks, '分享到频道')));
    expect(readBlocks((await office.bot.slack.take('response_url')).body.blocks)).toContain(line);
  });

  it('is the card once people have reported and it is asked how far it has come', async () => {
    const shown = readBlocks((await office.ask('社区养老服务站还差多少')).blocks);

    expect(shown).toContain('# 社区养老服务站');
    expect(shown).toContain('150/400个');
  });

  it.each(['社区养老服务站今年还要建几个', '社区养老服务站还剩多少没建', '社区养老服务站还需建多少才够'])(
    'is the card with what is left when that is asked: “%s”',
    async (asked) => {
      expect(readBlocks((await office.ask(asked)).blocks)).toContain('150/400个（6月20日），还差250个');
    },
  );

  it.each([
    ...['社区养老服务站差多少', '社区养老服务站完成多少了，差多少', '那个社区养老服务站现在多少了'],
    ...['社区养老站进展怎么样', '社区养老服务站现在建了多少个', '社区养老服务站到哪一步了'],
  ])('is the card, not a number of last year: “%s”', async (asked) => {
    expect(readBlocks((await office.ask(asked)).blocks)).toContain('150/400个（6月20日），还差250个');
  });

  it('“一共完成几项了” after a card is asked of all targets', async () => {
    const { bot } = office;
    const scene = { ...bot.scene, channel: bot.slack.directChannel };
    await bot.send(messageDelivery(scene, '进度 社区养老服务站'));
    await bot.slack.take('chat.postMessage');

    await bot.send(messageDelivery(scene, '一共完成几项了'));

    const { body } = await bot.slack.take('chat.postMessage');
    expect(readBlocks(body.blocks)).toContain('# 目标：已完成');
  });

  it.each(['差多少', '谁填的', '还差多少', '还要建几个', '上次填的是多少', '什么时候变红的'])(
    '“%s” after a card is asked of that target',
    async (asked) => {
      const { bot } = office;
      const scene = { ...bot.scene, channel: bot.slack.directChannel };
      const cardOf = async () => readBlocks((await bot.slack.take('chat.postMessage')).body.blocks);
      await bot.send(messageDelivery(scene, '进度 社区养老服务站'));
      await cardOf();

      await bot.send(messageDelivery(scene, asked));

      expect(await cardOf()).toContain('# 社区养老服务站');
    },
  );

  it.each(['2018年新增了多少社区养老服务站？', '市级示范社区养老服务中心2019年建多少？', '2018年低保标准？'])(
    '“%s” is about another number',
    async (question) => {
      expect(readBlocks((await office.ask(question)).blocks)).not.toContain('最近填报');
    },
  );

  it('names the targets when it tells several', async () => {
    await office.records.ledger.append([
      makeValueEntry({ targetId: '2019-3-1-02', asOf: '2019-06-21', value: '12', origin: 'sample' }),
    ]);

    const { blocks } = await office.ask('2019年社区养老服务站、市级示范社区养老服务中心分别建多少？');

    expect(readBlocks(blocks)).toContain(
      '最近填报：社区养老服务站150个（6月20日），市级示范社区养老服务中心12个（6月21日，示例）。看进度：',
    );
  });
});
