import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { eventDelivery } from '../../support/slack/deliveries.ts';
import { readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { NOW, startTargetBot, type TargetBot, text } from './target-bot.ts';

const office: TargetBot = await startTargetBot();
const { subscriptions, slots, ledger, owners } = office.records;
const me = office.bot.scene.user;
beforeEach(() => office.bot.slack.reset());
afterAll(() => office.stop());

const home = { isHome: true, isEphemeral: false } as const;

describe('the board of the App Home', () => {
  it('begins empty, and says how to begin', async () => {
    const shown = readBlocks((await office.openHome()).blocks);

    expect(shown).toContain('# 目标进度');
    expect(shown).toContain('**13个量化目标：13项未填报**\n128项工作任务：128项未填报');
    expect(shown).toContain('还没有频道订阅进度通报；在频道里输入 /policy 订阅。');
    expect(shown).toContain('还没有指定给您的目标。');
    expect(shown).toContain('[填报][全部目标][需要关注的]');
  });

  it('shows own targets, next and last digest, and what can be done', async () => {
    await ledger.append([makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-20', value: '150' })]);
    for (const targetId of ['2019-3-1-01', '2019-3-1-02', '2019-3-1-06']) {
      await owners.assign({ targetId, userIds: [me], assignedBy: 'U1', now: NOW });
    }
    const { id } = await subscriptions.add(makeNewSubscription(), new Date('2019-06-01T00:00:00Z'));
    const slot = { slotOn: '2019-06-17', nominalOn: '2019-06-17', skippedFor: null };
    await slots.open([
      { ...slot, subscriptionId: id, dueAt: new Date('2019-06-17T01:00:00Z'), skip: 'missed' },
    ]);

    const shown = readBlocks((await office.openHome()).blocks);

    expect(shown).toContain('下一次通报：6月24日 09:00；上一次通报：6月17日 没有发（当时没有运行');
    expect(shown).toContain('我负责的目标：3项，其中2项未填报或久未填报');
    expect(shown).toContain('🟡 有风险 社区养老服务站：150/400个（6月20日）[详情]');
    expect(shown).toContain('[逐项填报（2项）][填报][我的目标][全部目标][需要关注的]');
  });

  it('shows lists and cards in place, without the chart, above a fresh board', async () => {
    const view = await office.openHome();
    await office.press(view.blocks, '全部目标', home);
    const listed = (await office.bot.slack.take('views.publish')).body.view;
    expect(readBlocks(listed.blocks)).toMatch(/# 查到的结果\n# 目标\n.*第1–12项，共141项.*# 目标进度/su);
    expect(listed.blocks.length).toBeLessThanOrEqual(LIMITS.viewBlocks);

    await office.press(view.blocks, '我的目标', home);
    const mine = (await office.bot.slack.take('views.publish')).body.view;
    await office.press(mine.blocks, '详情', home);
    const card = (await office.bot.slack.take('views.publish')).body.view;

    expect(readBlocks(card.blocks)).toContain('> 建设社区养老服务站400个');
    expect(JSON.stringify(card.blocks)).not.toContain('data_visualization');
  });

  it('lets progress be recorded and taken back from there', async () => {
    const view = await office.openHome();
    await office.press(view.blocks, '逐项填报（2项）', home);
    const form = await office.openedForm();
    await office.submit(form, { value: text('9') });

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(body).toMatchObject({ channel: me });
    expect(body.text).toContain('已记录：市级示范社区养老服务中心 9个');
    await office.press(body.blocks, '撤销这次填报');
    expect((await office.answer()).text).toContain('已撤销');
  });

  it('is left as it was when Slack does not take it, and the log says so', async () => {
    office.bot.slack.fail('views.publish', { error: 'internal_error' });
    const event = { type: 'app_home_opened', user: me, channel: 'D1', tab: 'home', event_ts: '1.1' };
    await office.bot.send(eventDelivery(event));
    await office.bot.settle();

    expect(office.bot.lines.at(-1)).toContain('listener.failed');
    expect(office.bot.slack.callsOf('chat.postMessage')).toEqual([]);
  });
});
