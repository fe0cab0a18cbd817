import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageDelivery, nextTs } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { NOW, startTargetBot, type TargetBot } from './target-bot.ts';

let office: TargetBot;
let thread: string;
beforeAll(async () => {
  office = await startTargetBot();
  await office.records.ledger.append([
    makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-03-31', value: '80' }),
    makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-20', value: '150' }),
  ]);
});
beforeEach(async () => {
  await office.bot.settle();
  office.bot.slack.reset();
  thread = nextTs();
});
afterAll(() => office.stop());

/** What the bot says to a message in a thread of a direct message. */
async function say(text: string): Promise<CallBody> {
  const scene = { ...office.bot.scene, channel: office.bot.slack.directChannel };
  await office.bot.send(messageDelivery(scene, text, { thread_ts: thread }));
  return (await office.bot.slack.take('chat.postMessage')).body;
}

describe('after a digest', () => {
  it('another week, month or quarter is that digest, of the same targets', async () => {
    await say('周报 养老');

    expect((await say('上个月呢')).text).toContain('2019年5月目标进度');
    expect((await say('那4月呢')).text).toContain('2019年4月目标进度');
    expect((await say('一季度呢')).text).toContain('2019年第一季度目标进度');
    expect((await say('那4月呢')).text).toContain('未填报：量化目标4项');
  });

  it('上周 is the week before the one that was shown, also where that is the last one', async () => {
    expect((await say('本周进展')).text).toContain('2019年第25周');

    expect((await say('上周呢')).text).toContain('2019年第24周');
    expect((await say('本周呢')).text).toContain('2019年第25周');
  });

  it('上上周 is told from the one that was shown first', async () => {
    await say('周报');

    expect((await say('上周呢')).text).toContain('2019年第24周');
    expect((await say('上上周呢')).text).toContain('2019年第23周');
  });

  it('a question that was refused in between leaves it standing', async () => {
    await say('周报');
    expect((await say('北京的地铁有几条')).text).not.toContain('目标进度');

    expect((await say('上个月呢')).text).toContain('2019年5月目标进度');
  });

  it('whether it will be done in time is told by the digest', async () => {
    await say('周报');

    for (const asked of ['年底能完成吗', '能按时完成吗', '照这个速度年底建得完吗', '来得及吗'])
      expect((await say(asked)).text).toContain('2019年第25周目标进度');
  });

  it.each([
    '年底能完成吗',
    '年底能不能完成',
    '年底都能完成吗',
    '这些年底能全部完成吗',
    '能按时都完成吗',
    '到年底来得及吗',
  ])('“%s” is no forecast, but what is done and left, before what needs a look', async (text) => {
    await say('周报 养老');

    const told = await say(text);
    expect(told.text).toMatch(
      /^不做预测：到6月23日28项里完成0项，还差28项（1项有风险，27项未填报）。\n2019年/u,
    );
    expect(readBlocks(told.blocks)).toContain('只看：需要关注、养老');
  });

  it('of a field the same is said without a digest before', async () => {
    expect((await say('养老这块年底能完成吗')).text).toMatch(/^不做预测：到6月23日28项里完成0项/u);
  });

  it('whether a part will be done is told by the digest of that part', async () => {
    await say('周报 养老');

    expect((await say('年底能完成吗')).text).toContain('未填报：量化目标4项、工作任务23项');
  });

  it.each([
    '哪几项最要紧',
    '哪些最紧急',
    '这里面哪几项最要紧',
    '哪个最该盯',
    '其中哪些最严重',
    '哪项最让人担心',
  ])('“%s” is what needs a look in it, also after a question that was refused', async (text) => {
    await say('周报 养老');
    await say('北京的地铁有几条');

    const told = await say(text);
    expect(told.text).toContain('2019年第25周目标进度');
    expect(readBlocks(told.blocks)).toContain('只看：需要关注、养老');
  });

  it('what is most urgent in an older one is told of that one', async () => {
    await say('月报 2019年5月 养老');

    expect((await say('哪几项最要紧')).text).toContain('2019年5月目标进度');
  });

  it.each(['什么时候变的', '什么时候变黄的', '哪天变成这样的'])(
    '“%s” is answered with the day of each that needs a look',
    async (text) => {
      await say('周报 养老');

      const told = await say(text);
      expect(told.text).toMatch(/^社区养老服务站：6月23日由进展正常变为有风险（/u);
      expect(told.text).toContain('2019年第25周目标进度');
    },
  );

  it('where none of it was reported, the day asks for a name', async () => {
    await say('周报 救助');

    expect((await say('什么时候变的')).text).toContain('请把目标名也写上');
  });

  it.each(['谁负责', '由谁负责', '是谁在管', '归谁管的', '谁在负责'])(
    '“%s” is told of the targets in it, whatever card was shown before',
    async (text) => {
      await say('进度 社区养老服务站');
      await say('养老这一块整体怎么样');

      const told = await say(text);
      expect(told.text).toMatch(/^目标：养老\n都还没有指定负责人。/u);
      expect(readBlocks(told.blocks)).toContain('共28项');
    },
  );

  it('who answers for what some own is told with their names', async () => {
    const assigned = { targetId: '2019-3-1-01', assignedBy: 'U1', now: NOW };
    await office.records.owners.assign({ ...assigned, userIds: ['U0OWNER'] });
    await say('周报 养老');

    const told = await say('谁负责');
    expect(told.text).toContain('<@U0OWNER>（1项）：社区养老服务站');
    expect(told.text).toContain('27项还没有指定负责人。');
    await office.records.owners.assign({ ...assigned, userIds: [] });
  });

  it('which are due next is told with their day', async () => {
    await say('周报');

    expect((await say('哪几个快到期了')).text).toContain('最近的期限是2019年12月31日，141项到期。');
  });
});

describe('under a digest that the bot posted', () => {
  beforeEach(async () => {
    const { subscriptions, slots } = office.records;
    const channelId = office.bot.slack.directChannel;
    const { id } = await subscriptions.add(
      makeNewSubscription({ channelId }),
      new Date('2019-06-20T00:00:00Z'),
    );
    const key = { subscriptionId: id, slotOn: '2019-06-24' };
    const dueAt = new Date('2019-06-24T00:00:00Z');
    await slots.open([{ ...key, nominalOn: '2019-06-24', dueAt, skip: null, skippedFor: null }]);
    const leaseUntil = new Date('2019-06-24T00:05:00Z');
    await slots.claimNext({ attemptId: 'a', now: dueAt, leaseUntil });
    await slots.markSending({ key, attemptId: 'a', renderedAt: dueAt, leaseUntil });
    const outcome = { kind: 'sent', channelId, messageTs: thread } as const;
    await slots.settle({ key, attemptId: 'a', outcome, now: dueAt });
    return () => subscriptions.remove(id, dueAt);
  });

  it.each([
    ['上周呢', '第24周'],
    ['那上周呢', '第24周'],
    ['上一周呢', '第24周'],
    ['上上周呢', '第23周'],
    ['上个月呢', '2019年5月'],
  ])('“%s” is %s, told from it, also after a question that was refused', async (text, time) => {
    expect((await say(text)).text).toContain(time);
    await say('北京的地铁有几条');

    expect((await say(text)).text).toContain(time);
  });

  it('each week before is told from it, one after the other', async () => {
    expect((await say('上周呢')).text).toContain('第24周');
    expect((await say('上上周呢')).text).toContain('第23周');
    expect((await say('本周呢')).text).toContain('第25周');
  });

  it('what is most urgent is what needs a look in it', async () => {
    const told = await say('这里面哪几项最要紧');

    expect(told.text).toContain('2019年第25周目标进度');
    expect(readBlocks(told.blocks)).toContain('只看：需要关注');
  });
});

describe('after a card', () => {
  it.each(['年底能完成吗', '能按时完成吗', '完得成吗', '来得及吗', '谁负责', '还差多少', '什么时候变黄的'])(
    '“%s” is asked of that target, also after a question that was refused',
    async (text) => {
      await say('进度 社区养老服务站');
      expect((await say(text)).text).toContain('150/400个（6月20日），还差250个');
      await say('北京的地铁有几条');

      expect((await say(text)).text).toContain('150/400个（6月20日），还差250个');
    },
  );

  it('says since when it has stood so, or that it never has', async () => {
    await say('进度 社区养老服务站');

    expect((await say('什么时候变黄的')).text).toContain('6月23日由进展正常变为有风险');
    expect((await say('社区养老服务站是什么时候变红的')).text).toContain('上一次是6月14日由有风险变为滞后');
    expect((await say('社区养老服务站什么时候过期的')).text).toContain('今年没有变成过已过期');
  });

  it.each([
    '年底能完成吗',
    '年底能不能完成',
    '年底都能完成吗',
    '它年底完得成吗',
    '会不会完不成',
    '能如期建成吗',
  ])('“%s” is no forecast, but what is done and left, before the card', async (text) => {
    await say('进度 社区养老服务站');

    expect((await say(text)).text).toMatch(
      /^不做预测：到6月20日完成150个，目标400个，还差250个。\n社区养老服务站/u,
    );
  });

  it('where nothing was reported, no forecast says so', async () => {
    await say('进度 市级示范社区养老服务中心');

    expect((await say('年底能完成吗')).text).toMatch(
      /^不做预测：还没有人填报，目标40个，期限2019年12月31日。/u,
    );
  });

  it.each(['什么时候变的', '它是什么时候变的', '哪天开始变成这样的', '这个目标何时变的', '颜色是几号变的'])(
    '“%s” is answered with the day it turned last',
    async (text) => {
      await say('进度 社区养老服务站');

      expect((await say(text)).text).toMatch(/^6月23日由进展正常变为有风险（/u);
    },
  );

  it('the day is told of one that is named, too', async () => {
    expect((await say('社区养老服务站什么时候变的')).text).toMatch(/^6月23日由进展正常变为有风险（/u);
  });

  it('what the report answers is asked of the report', async () => {
    await say('进度 社区养老服务站');
    await say('城市低保标准是多少');

    expect((await say('年底能完成吗')).text).not.toContain('150/400个');
  });
});

describe('after an aim of the report', () => {
  it('whether it will be done is told by its card', async () => {
    await say('2019年要建多少个市级示范社区养老服务中心');

    expect((await say('年底能完成吗')).text).toContain('目标值40个');
  });

  it('who answers for it is told by its card', async () => {
    await say('2019年要建多少个市级示范社区养老服务中心');

    const card = await say('谁负责');
    expect(card.text).toContain('目标值40个');
    expect(readBlocks(card.blocks)).toContain('负责人：还没有指定');
  });
});

describe('an entry that was taken back by mistake', () => {
  it.each(['恢复一下', '撤错了', '刚才撤错了，恢复一下', '恢复'])('“%s” brings it back', async (text) => {
    await office.records.ledger.append([
      makeValueEntry({
        targetId: '2019-3-1-02',
        asOf: '2019-06-14',
        value: '10',
        recordedBy: office.bot.scene.user,
      }),
    ]);
    const asked = await office.ask('撤销 市级示范社区养老服务中心');
    await office.press(asked.blocks, '撤销这次填报');
    expect((await office.answer()).text).toContain('撤错了，用 /policy 恢复 找回来。');

    const offered = await say(text);
    expect(offered.text).toContain('您撤销的“市级示范社区养老服务中心”的填报是10个（6月14日），记录还在。');
    await office.press(offered.blocks, '恢复这次填报', { channel: office.bot.slack.directChannel });
    expect((await office.answer()).text).toContain(
      '已恢复“市级示范社区养老服务中心”的填报；现在算数的是10个',
    );
  });

  it('there is none where nothing was taken back', async () => {
    const told = await say('撤错了');

    expect(told.text).toContain('没有您撤销过、可以恢复的填报');
    expect(allButtons(told.blocks)).toEqual([]);
  });
});
