import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressDelivery } from '../../support/slack/deliveries.ts';
import { allButtons, readBlocks } from '../../support/slack/read-message.ts';
import { makeEntry, makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { startTargetBot, type TargetBot } from './target-bot.ts';

let office: TargetBot;
beforeAll(async () => {
  office = await startTargetBot();
  const { ledger, owners } = office.records;
  await ledger.append([
    makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-20', value: '60' }),
    makeValueEntry({ targetId: '2019-3-1-02', asOf: '2019-04-01', value: '25' }),
    makeEntry('state', {
      targetId: '2019-3-2-08',
      asOf: '2019-06-19',
      state: 'in-progress',
      origin: 'sample',
    }),
  ]);
  for (const targetId of ['2019-3-1-01', '2019-3-1-02']) {
    const userIds = [office.bot.scene.user];
    await owners.assign({ targetId, userIds, assignedBy: 'U1', now: new Date() });
  }
});
beforeEach(() => office.bot.slack.reset());
afterAll(() => office.stop());

const choose = (action: object) => office.bot.send(pressDelivery(office.bot.scene, action));

describe('/policy 目标', () => {
  it('offers their own digest to whoever does not get it yet', async () => {
    const offer = '要定期收到自己的目标';
    expect(readBlocks((await office.ask('我的目标')).blocks)).toContain(offer);
    const { user } = office.bot.scene;
    const { id } = await office.records.subscriptions.add(
      makeNewSubscription({ channelId: user, ownerId: user, owners: [user] }),
      new Date(),
    );

    expect(readBlocks((await office.ask('我的目标')).blocks)).not.toContain(offer);
    await office.records.subscriptions.remove(id, new Date());
  });

  it('lists page by page', async () => {
    const all = await office.ask('目标');
    expect(readBlocks(all.blocks)).toContain('第1–12项，共141项');
    await office.press(all.blocks, '再看12项');
    expect(readBlocks((await office.answer()).blocks)).toContain('第13–24项，共141项');
  });

  it.each([
    { words: '量化', count: 13 },
    { words: '量化 养老', count: 5 },
    { words: '滞后', count: 1 },
    { words: '需要关注 量化', count: 13 },
    { words: '正常', count: 2 },
    { words: '没有负责人 量化', count: 11 },
    { words: '久未填报 量化', count: 12 },
    { words: '我的', count: 2 },
    { words: '我的 久未填报', count: 1 },
  ])('$words gives $count', async ({ words, count }) => {
    const list = await office.ask(`目标 ${words}`);

    expect(readBlocks(list.blocks)).toMatch(new RegExp(`共${count}项`, 'u'));
  });

  it('shows what needs a look first, then numbers; and all thirteen numbers at once', async () => {
    const names = readBlocks((await office.ask('目标')).blocks)
      .split('\n')
      .slice(1, 6);
    expect(names[0]).toContain('滞后 社区养老服务站');
    expect(names[1]).toContain('进展正常 市级示范社区养老服务中心：25/40个（4月1日）（久未填报）');
    expect(names[2]).toContain('城市低保标准提高');
    const numbers = readBlocks((await office.ask('目标 量化')).blocks);
    expect(numbers).toContain('共13项');
    expect(numbers).not.toContain('再看');
  });

  it('shows value, day and goal of each on one line, and what is stale', async () => {
    const shown = readBlocks((await office.ask('目标 我的')).blocks);

    expect(shown).toContain('🔴 滞后 社区养老服务站：60/400个（6月20日）');
    expect(shown).toContain('市级示范社区养老服务中心：25/40个（4月1日）（久未填报）');
    expect(shown).toContain('[逐项填报（1项）]');
  });

  it('marks what a sample entry says', async () => {
    expect(readBlocks((await office.ask('目标 正常')).blocks)).toContain('进行中（6月19日，示例）');
  });

  it('says what can be filtered when nothing fits, however much was typed', async () => {
    const none = await office.ask('目标 暂停');
    expect(none.text).toContain('现在没有这样的目标。其余的：1项滞后，138项未填报，2项进展正常。');
    expect(allButtons(none.blocks).map((button) => button.text.text)).toEqual([
      '需要关注和未填报的140项',
      '全部141项',
    ]);
    await office.press(none.blocks, '需要关注和未填报的140项');
    expect(readBlocks((await office.answer()).blocks)).toContain('# 目标：需要关注');
    expect((await office.ask('目标 房价')).text).toContain('没有符合条件的目标');
    expect((await office.ask(`目标 ${'很长的词'.repeat(600)}`)).text).toContain('没有符合条件的目标');
  });

  it('leaves questions to the report', async () => {
    expect((await office.ask('目标是建设多少个社区养老服务站')).text).toContain('400个');
  });

  it.each([
    { menu: 'list_status', chosen: 'behind', title: '目标：滞后', count: 1 },
    { menu: 'list_status', chosen: 'stale', title: '目标：未填报或久未填报', count: 139 },
    { menu: 'list_status', chosen: 'numeric', title: '目标：量化目标', count: 13 },
    { menu: 'list_status', chosen: 'no-owner', title: '目标：没有负责人', count: 139 },
    { menu: 'list_section', chosen: '0', title: '目标：(一)', count: 16 },
  ])('the menu $menu with $chosen shows $title', async ({ menu, chosen, title, count }) => {
    await choose({ type: 'static_select', action_id: menu, selected_option: { value: chosen } });

    const shown = readBlocks((await office.answer()).blocks);
    expect(shown).toContain(`# ${title}`);
    expect(shown).toContain(`共${count}项`);
  });

  it('the menu of owners shows what a colleague answers for', async () => {
    await choose({
      type: 'users_select',
      action_id: 'list_owner',
      selected_user: office.bot.scene.user,
    });

    const shown = readBlocks((await office.answer()).blocks);
    expect(shown).toContain('# 这位同事的目标');
    expect(shown).toContain('共2项');
  });

  it('the menu of owners says of a colleague without targets that there are none', async () => {
    await choose({ type: 'users_select', action_id: 'list_owner', selected_user: 'U0NOBODY' });

    expect((await office.answer()).text).toContain('还没有指定给这位同事的目标');
  });

  it('an unknown choice gets a plain answer', async () => {
    await choose({ type: 'static_select', action_id: 'list_section', selected_option: { value: '99' } });

    expect((await office.answer()).text).toContain('不在');
  });

  it('reaches the person when the response_url has expired', async () => {
    office.bot.slack.fail('response_url', { status: 404 });
    const value = JSON.stringify({
      filter: {
        words: [],
        statuses: [],
        kind: 'numeric',
        ownerId: null,
        isStale: false,
        isWithoutOwner: false,
        subscriptionId: null,
      },
      from: 0,
    });
    await choose({ type: 'button', action_id: 'target_list:0', value });

    expect(readBlocks((await office.privateMessage()).blocks)).toContain('共13项');
  });
});

describe('going through the silent targets one by one', () => {
  it('opens form after form, past those skipped, and records each with its own fields', async () => {
    const list = await office.ask('目标 未填报 量化');
    await office.press(list.blocks, '逐项填报（11项）');
    const first = await office.openedForm();
    expect(readBlocks(first.blocks)).toContain('这一项之后还有10项');
    expect(readBlocks(first.blocks)).toContain('城市低保标准提高');

    const skip = allButtons(first.blocks).find(({ action_id }) => action_id === 'target_skip');
    const second = await office.pressInForm(first, skip ?? expect.fail());
    expect(readBlocks(second.blocks)).toContain('农村低保标准提高');
    const answer = await office.submit(second, { value: { value: '440' } });

    expect(answer.response_action).toBe('update');
    expect(readBlocks(answer.view.blocks)).toContain('特困供养标准提高');
    expect(readBlocks(answer.view.blocks)).toContain('还有8项');
    expect(JSON.stringify(answer.view.blocks)).not.toContain('value:2019-2-2-02');
    expect((await office.privateMessage()).text).toContain('农村低保标准提高 440元');
    expect(await office.records.ledger.entriesOf('2019-2-2-01')).toEqual([]);
    expect(await office.records.ledger.entriesOf('2019-2-2-02')).toMatchObject([{ value: '440' }]);
  });

  it('asks about a doubt in place, and goes on with the next after it', async () => {
    const list = await office.ask('目标 久未填报 量化 城市低保');
    await office.press(list.blocks, '逐项填报（1项）');
    const last = await office.openedForm();
    expect(allButtons(last.blocks)).toEqual([]);
    office.bot.slack.reset();
    await office.press((await office.ask('目标 久未填报 量化 标准提高')).blocks, '逐项填报（2项）');
    const form = await office.openedForm();
    await office.records.ledger.append([
      makeValueEntry({ targetId: '2019-2-2-01', asOf: '2019-06-01', value: '580' }),
    ]);

    const doubt = await office.submit(form, { value: { value: '50' } });
    expect(doubt.response_action).toBe('update');
    expect(readBlocks(doubt.view.blocks)).toContain('相差十倍以上');
    const next = await office.submit(doubt.view, {});

    expect(next.response_action).toBe('update');
    expect(readBlocks(next.view.blocks)).toContain('特困供养标准提高');
    expect((await office.privateMessage()).text).toContain('城市低保标准提高 50元');
    expect(await office.submit(next.view, { value: { value: '750' } })).toEqual({});
  });

  it('says so when nothing is left', async () => {
    const value = JSON.stringify({
      filter: {
        words: ['没有这样的目标'],
        statuses: [],
        kind: null,
        ownerId: 'me',
        isStale: true,
        isWithoutOwner: false,
        subscriptionId: null,
      },
      isDue: true,
    });
    await choose({ type: 'button', action_id: 'target_record_stale', value });

    expect((await office.answer()).text).toBe('没有需要填报的目标了。');
  });

  it('fits hundreds of targets into a view, with the longest note in doubt', async () => {
    await office.press((await office.ask('目标 未填报 任务')).blocks, '逐项填报（127项）');
    const form = await office.openedForm();
    const longest = '"'.repeat(400);
    const draft = { note: { value: longest }, evidence: { value: `https://e.org/${'"'.repeat(386)}` } };

    expect(form.private_metadata.length).toBeLessThan(1_000);
    const state = { state: { selected_option: { value: 'done' } } };
    await office.submit({ ...form, id: 'V1' }, { ...state, ...draft });
    await office.privateMessage();
    const queued = JSON.parse(form.private_metadata);
    await office.press((await office.openCard('贯彻党支部')).blocks, '填报');
    const again = {
      ...(await office.openedForm()),
      private_metadata: JSON.stringify({ ...queued, target: '2019-1-3-01' }),
    };
    const doubt = await office.submit(again, {
      state: { selected_option: { value: 'in-progress' } },
      ...draft,
    });

    expect(doubt.response_action).toBe('update');
    expect(doubt.view.private_metadata.length).toBeLessThanOrEqual(3_000);
  });
});

describe('who has not reported', () => {
  it('is named above the list of what is not reported, with what is theirs, on its first page', async () => {
    await office.records.owners.assign({
      targetId: '2019-3-1-04',
      userIds: ['U555'],
      assignedBy: 'U1',
      now: new Date(),
    });
    const { blocks, text } = await office.ask('谁还没有填');

    expect(readBlocks(blocks)).toContain('# 目标：未填报');
    expect(readBlocks(blocks)).toMatch(/• @U555（1项）：\S+\n• 133项还没有指定负责人。/u);
    expect(text).toContain('<@U555>（1项）');
    await office.press(blocks, '再看12项');
    expect(readBlocks((await office.answer()).blocks)).not.toContain('@U555');
  });
});

describe('a digest of a time that is over', () => {
  it('of what nobody had reported names who should have', async () => {
    expect(readBlocks((await office.ask('3月谁没有填')).blocks)).toContain('@U555 1项');
  });

  it('is narrowed by how targets stood then', async () => {
    const april = await office.ask('周报 4月 久未填报');
    const march = await office.ask('3月滞后的有哪些');

    expect(readBlocks(april.blocks)).toContain('2019年4月目标进度');
    expect(march.text).toContain('到3月31日为止没有这样的目标（滞后）。下面是现在的。');
    expect(readBlocks(march.blocks)).toContain('# 目标：滞后');
  });

  it('says of what is done how much was new then', async () => {
    await office.records.ledger.append([
      makeEntry('state', { targetId: '2019-3-1-03', asOf: '2019-04-12', state: 'done' }),
      makeEntry('state', { targetId: '2019-3-1-07', asOf: '2019-05-20', state: 'done' }),
      makeEntry('state', { targetId: '2019-3-1-08', asOf: '2019-06-20', state: 'done' }),
    ]);

    const { blocks } = await office.ask('5月完成了哪些');

    expect(readBlocks(blocks)).toContain('到5月31日共2项已完成，其中5月1日以来新完成1项。');
    expect(allButtons(blocks).map(({ text: { text: label } }) => label)).toContain('现在的名单');
    expect(readBlocks((await office.ask('4月完成了几项')).blocks)).toContain('到4月30日共1项已完成');
    expect((await office.ask('3月完成了几项')).text).toContain('到3月31日为止没有这样的目标（已完成）');
    expect(readBlocks((await office.ask('上周完成了几项')).blocks)).toContain('新完成1项');
  });
});
