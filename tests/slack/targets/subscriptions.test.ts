import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewSubscription } from '../../../src/targets/subscription.ts';
import { commandDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription } from '../../support/target-builders.ts';
import { choice, choices, NOW, people, startTargetBot, type TargetBot } from './target-bot.ts';

const office: TargetBot = await startTargetBot();
const guarded: TargetBot = await startTargetBot({ TARGET_MANAGERS: 'U0MANAGER' });
const { subscriptions, slots } = office.records;
beforeEach(async () => {
  office.bot.slack.reset();
  office.bot.clock = NOW;
  for (const { id } of await subscriptions.list()) await subscriptions.remove(id, NOW);
});
afterAll(async () => {
  await office.stop();
  await guarded.stop();
});

/** Subscribed a week ago; Monday's digest comes in half an hour. */
const subscribe = (changes: Partial<NewSubscription> = {}) =>
  subscriptions.add(makeNewSubscription({ channelId: office.bot.scene.channel, ...changes }), NOW);

const command = (text: string, channel = office.bot.scene.channel) =>
  commandDelivery({ ...office.bot.scene, channel }, text);

const press = (action_id: string, value: object) =>
  office.bot.send(
    pressDelivery(office.bot.scene, { type: 'button', action_id, value: JSON.stringify(value) }),
  );

/** How often is chosen first; the form then has the days of that. */
const chooseEvery = (form: CallBody, every: string): Promise<CallBody> =>
  office.pressInForm(form, {
    type: 'static_select',
    block_id: 'every',
    action_id: 'subscription_every',
    ...choice(every),
  });

const daysIn = (form: CallBody): string[] =>
  form.blocks
    .find(({ block_id }: CallBody) => block_id.startsWith('cadence:'))
    .element.options.map(({ text }: CallBody) => text.text);

describe('/policy 订阅', () => {
  it('offers the days of how often was chosen, and keeps the rest of the form', async () => {
    await office.bot.send(command('订阅'));
    const weekly = await office.openedForm();
    expect(daysIn(weekly)).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日']);

    const monthly = await chooseEvery(weekly, 'month');

    expect(daysIn(monthly).slice(0, 3)).toEqual(['第一个工作日', '最后一天', '1日']);
    expect(daysIn(await chooseEvery(monthly, 'quarter')).slice(0, 3)).toEqual([
      '第一个工作日',
      '首月最后一天',
      '首月1日',
    ]);
    const kept = ({ blocks }: CallBody) =>
      blocks.slice(2).map(({ block_id, element }: CallBody) => [block_id, element.action_id]);
    expect(kept(monthly)).toEqual(kept(weekly));
  });

  it('opens the form in a channel that has none, and says when the first digest comes', async () => {
    await office.bot.send(command('订阅'));
    const form = await office.openedForm();
    expect(JSON.stringify(form.blocks)).toContain('北京时间（Asia/Shanghai）');

    const answer = await office.submit(form, {
      cadence: choice('week:5'),
      time: { selected_time: '16:30' },
      sections: choices('2', '3'),
      holiday_rule: choice('skip'),
    });

    expect(answer).toEqual({});
    expect((await office.privateMessage()).text).toBe(
      '已订阅：每周五 16:30（北京时间），遇节假日不发。下一次：6月28日 16:30。',
    );
    expect(await subscriptions.listByChannel(office.bot.scene.channel)).toMatchObject([
      {
        cadence: { every: 'week', weekday: 5 },
        time: '16:30',
        timeZone: 'Asia/Shanghai',
        holidayRule: 'skip',
        ownerId: office.bot.scene.user,
        pausedFor: null,
        sections: [expect.stringContaining('(三)'), expect.stringContaining('(四)')],
      },
    ]);
  });

  it('takes no second one of the same time and content, and one that differs', async () => {
    await office.bot.send(command('订阅'));
    await office.submit(await office.openedForm(), {});
    await office.privateMessage();
    office.bot.slack.reset();
    await press('subscription_new', { channel: office.bot.scene.channel, subscription: null });
    const form = await office.openedForm();

    expect(await office.submit(form, {})).toEqual({
      response_action: 'errors',
      errors: { 'cadence:week': expect.stringContaining('已经有一个时间和内容都相同的订阅') },
    });
    expect(await subscriptions.listByChannel(office.bot.scene.channel)).toHaveLength(1);
    expect(await office.submit(form, { time: { selected_time: '16:30' } })).toEqual({});
    await expect.poll(() => subscriptions.listByChannel(office.bot.scene.channel)).toHaveLength(2);
  });

  it('says of a time that was typed where there is a subscription that nothing was changed', async () => {
    await office.bot.send(command('订阅'));
    await office.submit(await office.openedForm(), {});
    await office.privateMessage();

    await office.bot.send(command('订阅 每周五下午3点'));
    expect((await office.answer()).text).toContain('“每周五下午3点”还没有订上：要改，请点下面的“修改”');
    await office.bot.send(command('订阅'));
    expect((await office.answer()).text).not.toContain('还没有订上');
  });

  it.each(['修改', '新增订阅'])(
    'what was typed where there is a subscription is what the form behind “%s” begins with',
    async (label) => {
      await office.bot.send(command('订阅'));
      await office.submit(await office.openedForm(), {});
      await office.privateMessage();
      office.bot.slack.reset();

      await office.bot.send(command('订阅 每周五下午3点 只看养老'));
      await office.press((await office.answer()).blocks, label);
      const blocks: CallBody[] = (await office.openedForm()).blocks;
      const elementOf = (name: string) => blocks.find(({ block_id }) => block_id === name)?.element;
      expect(elementOf('cadence:week').initial_option.text.text).toBe('周五');
      expect(elementOf('time').initial_time).toBe('15:00');
      expect(elementOf('sections').initial_options.map(({ text }: CallBody) => text.text)).toEqual([
        expect.stringContaining('养老'),
      ]);
    },
  );

  it('warns at once, by direct message, when the bot may not speak in the channel', async () => {
    await office.bot.send(command('订阅'));
    office.bot.slack.fail('chat.postEphemeral', { error: 'not_in_channel' });
    await office.submit(await office.openedForm(), {});

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(body.channel).toBe(office.bot.scene.user);
    expect(body.text).toContain('已订阅：每周一 09:00');
    expect(body.text).toContain('not_in_channel');
    expect(body.text).toContain('/invite');
    expect(await subscriptions.list()).toHaveLength(1);
  });

  it.each([
    { field: 'time', value: { selected_time: null }, error: '请选择时间。' },
    { field: 'time', value: { selected_time: '25:00' }, error: '请选择时间。' },
    { field: 'time_zone', value: choice('Mars/Olympus'), error: '不认识这个时区。' },
    { field: 'cadence', value: choice('month:0'), error: '请选择哪一天。', block: 'cadence:week' },
    {
      field: 'every',
      value: choice('month'),
      error: '多久发一次改过了，请再选一次是哪一天。',
      block: 'cadence:week',
    },
    { field: 'owners', value: people('!channel'), error: '这里有不是同事的内容。请从名单里选人。' },
  ])('refuses $value for $field and keeps nothing', async ({ field, value, error, block = field }) => {
    await office.bot.send(command('订阅'));

    expect(await office.submit(await office.openedForm(), { [field]: value })).toEqual({
      response_action: 'errors',
      errors: { [block]: error },
    });
    expect(await subscriptions.list()).toEqual([]);
  });

  it('takes months and quarters, owners and statuses', async () => {
    await office.bot.send(command('订阅'));
    await office.submit(await chooseEvery(await office.openedForm(), 'month'), {
      owners: people('U0OWNER'),
      statuses: choices('behind', 'at-risk'),
    });

    expect((await office.privateMessage()).text).toBe(
      '已订阅：每月第一个工作日 09:00（北京时间）。下一次：7月1日 09:00。',
    );
    expect(await subscriptions.list()).toMatchObject([
      {
        cadence: { every: 'month', day: 'first-working-day' },
        owners: ['U0OWNER'],
        statuses: ['behind', 'at-risk'],
      },
    ]);
    const list = await office.ask('订阅');
    expect(readBlocks(list.blocks)).toContain('只看：@U0OWNER负责的；滞后、有风险\n下一次：7月1日 09:00');
    await office.press(list.blocks, '修改');
    const form = await chooseEvery(await office.openedForm(), 'quarter');
    await office.submit(form, { cadence: choice('quarter:15'), owners: people() });
    expect((await office.privateMessage()).text).toMatch(
      /^已修改：每季度首月15日 09:00（北京时间），遇节假日顺延.*；只看：滞后、有风险。下一次：/u,
    );
    expect(await subscriptions.list()).toMatchObject([
      { cadence: { every: 'quarter', day: 15 }, owners: [], statuses: ['behind', 'at-risk'] },
    ]);
  });

  it.each([
    { text: '订阅 我的目标', channel: 'C0ANY' },
    { text: '订阅', channel: 'D0DIRECT' },
  ])('“$text” in $channel is a person’s own, whatever their rights', async ({ text, channel }) => {
    const staff = 'U0STAFF';
    await guarded.bot.send(commandDelivery({ ...guarded.bot.scene, user: staff, channel }, text));
    const form = await guarded.openedForm();
    expect(readBlocks(form.blocks)).toContain('单独发给您，只含您负责的目标。');
    await guarded.submit(form, {}, staff);

    const { body } = await guarded.bot.slack.take('chat.postMessage');
    expect(body.channel).toBe(staff);
    expect(body.text).toContain('已订阅：每周一 09:00');
    const [mine] = await guarded.records.subscriptions.listByChannel(staff);
    expect(mine).toMatchObject({ channelId: staff, ownerId: staff, owners: [staff] });
    await guarded.records.subscriptions.remove(mine?.id ?? '', NOW);
    guarded.bot.slack.reset();
  });

  it('is nobody else’s: a form for a colleague’s own digest is refused', async () => {
    await guarded.bot.send(commandDelivery({ ...guarded.bot.scene, user: 'U0STAFF' }, '订阅 我的目标'));
    const form = await guarded.openedForm();
    const forged = { ...form, private_metadata: JSON.stringify({ channel: 'U0OTHER', subscription: null }) };

    const answer = await guarded.submit(forged, {}, 'U0STAFF');

    expect(JSON.stringify(answer)).toContain('没有这项权限');
    expect(await guarded.records.subscriptions.list()).toEqual([]);
  });

  it('of one’s own comes by direct message with one’s own targets only', async () => {
    const me = office.bot.scene.user;
    await office.records.owners.assign({
      targetId: '2019-3-1-01',
      userIds: [me],
      assignedBy: 'U1',
      now: NOW,
    });
    const { id } = await subscriptions.add(
      makeNewSubscription({ channelId: me, ownerId: me, owners: [me] }),
      new Date('2019-06-20T00:00:00Z'),
    );
    office.bot.clock = new Date('2019-06-24T01:00:00Z');
    await office.bot.runScheduler();

    const posted = office.bot.slack.callsOf('chat.postMessage').filter(({ body }) => body.metadata);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.body.channel).toBe(me);
    const shown = readBlocks(posted[0]?.body.blocks);
    expect(shown).toContain(`只看：@${me}负责的`);
    expect(shown).toContain('量化目标1项都还没有填报。');
    expect(await slots.find({ subscriptionId: id, slotOn: '2019-06-24' })).toMatchObject({ state: 'sent' });
    await office.records.owners.assign({ targetId: '2019-3-1-01', userIds: [], assignedBy: 'U1', now: NOW });
  });

  it('lists every subscription of a channel, with next and last digest and what can be done', async () => {
    const first = await subscribe();
    await subscribe({
      cadence: { every: 'week', weekday: 5 },
      timeZone: 'Europe/Berlin',
      sections: ['二、x/(三)养老'],
    });
    await subscribe({ channelId: 'C0OTHER' });
    await slots.open([
      { ...slotOf(first.id, '2019-06-10'), skip: 'holiday' },
      { ...slotOf(first.id, '2019-06-17'), skip: 'missed' },
    ]);

    const list = await office.ask('订阅');

    const shown = readBlocks(list.blocks);
    expect(shown).toContain('每周一 09:00（北京时间），遇节假日照常发\n全部目标\n下一次：6月24日 09:00');
    expect(shown).toContain('上一次：6月17日 没有发（当时没有运行，已过补发时限）');
    expect(shown).toContain('每周五 09:00（柏林），遇节假日照常发\n只看：(三)养老\n下一次：6月28日 09:00');
    expect(shown).toContain('上一次：还没有发过');
    expect(shown).toContain('出问题时通知：');
    expect(allButtons(list.blocks).map(({ text }) => text.text)).toEqual([
      ...['预览', '修改', '暂停', '删除'],
      ...['预览', '修改', '暂停', '删除'],
      '新增订阅',
    ]);
  });

  it('stays a message however many there are', async () => {
    for (let count = 0; count < 12; count += 1) await subscribe();

    expect(readBlocks((await office.ask('订阅')).blocks)).toContain('另有4个订阅没有列出。');
  });
});

describe('a subscription', () => {
  it('is paused, resumed without making up for the pause, and removed after a question', async () => {
    const { id } = await subscribe();
    await office.press((await office.ask('订阅')).blocks, '暂停');
    expect((await office.answer()).text).toContain('已暂停');
    expect(await subscriptions.find(id)).toMatchObject({ pausedFor: 'by-person' });

    office.bot.clock = new Date('2019-06-25T00:00:00Z');
    const paused = await office.ask('订阅');
    expect(readBlocks(paused.blocks)).toContain('已暂停');
    await office.press(paused.blocks, '恢复');
    expect((await office.answer()).text).toContain('下一次：7月1日 09:00');
    expect(await subscriptions.find(id)).toMatchObject({ pausedFor: null, activeSince: office.bot.clock });

    const list = await office.ask('订阅');
    expect(allButtons(list.blocks).find(({ text }) => text.text === '删除')?.confirm.title.text).toBe(
      '删除这个订阅？',
    );
    await office.press(list.blocks, '删除');
    expect((await office.answer()).text).toContain('已删除');
    expect(await subscriptions.list()).toEqual([]);
  });

  it('is changed in the form it was made in; its owner stays', async () => {
    const { id } = await subscribe({ ownerId: 'U0FIRST', timeZone: 'Pacific/Auckland' });
    await office.press((await office.ask('订阅')).blocks, '修改');
    const form = await office.openedForm();
    expect(JSON.stringify(form.blocks)).toContain('Pacific/Auckland');

    await office.submit(form, { time: { selected_time: '10:00' } });

    expect((await office.privateMessage()).text).toMatch(
      /^已修改：每周一 10:00（Pacific\/Auckland）.*；全部目标。下一次：/u,
    );
    expect(await subscriptions.find(id)).toMatchObject({
      time: '10:00',
      timeZone: 'Pacific/Auckland',
      ownerId: 'U0FIRST',
    });
  });

  it('says after a change whose targets it shows, with a mention', async () => {
    await subscribe({ owners: ['U0OWNER'] });
    await office.press((await office.ask('订阅')).blocks, '修改');
    await office.submit(await office.openedForm(), { cadence: choice('week:2') });

    expect((await office.privateMessage()).text).toContain('；只看：<@U0OWNER>负责的。');
  });

  it('that rests still rests after a change, and says so', async () => {
    const { id } = await subscribe();
    await subscriptions.pause(id, 'by-person', NOW);
    await office.press((await office.ask('订阅')).blocks, '修改');
    await office.submit(await office.openedForm(), { cadence: choice('week:2') });

    expect((await office.privateMessage()).text).toMatch(/^已修改：每周二.*；全部目标。这个订阅还在暂停/u);
    expect(await subscriptions.find(id)).toMatchObject({
      cadence: { every: 'week', weekday: 2 },
      pausedFor: 'by-person',
    });
  });

  it.each(['subscription_pause:0', 'subscription_resume:0', 'subscription_remove:0', 'digest_preview:0'])(
    'that is gone gets a plain answer from %s',
    async (action) => {
      await press(action, { subscription: 'gone' });

      expect((await office.answer()).text).toBe('这个订阅已经删除了。');
    },
  );

  it('that is gone cannot be changed, by an old button or an old form', async () => {
    const { id } = await subscribe();
    await office.press((await office.ask('订阅')).blocks, '修改');
    const form = await office.openedForm();
    await subscriptions.remove(id, NOW);

    await office.submit(form, {});
    expect((await office.privateMessage()).text).toContain('已经删除了');
    await press('subscription_change:0', { channel: office.bot.scene.channel, subscription: id });
    expect((await office.answer()).text).toContain('已经删除了');
    expect(await subscriptions.list()).toEqual([]);
  });

  it('tells the person when its form cannot be opened', async () => {
    office.bot.slack.fail('views.open', { error: 'expired_trigger_id' });
    await office.bot.send(command('订阅'));

    expect((await office.privateMessage()).text).toContain('没能完成');
  });

  it('shows its own sections when previewed', async () => {
    await subscribe({ sections: ['二、2019年发展目标/(三)围绕“老有所养”,加快构建“大养老”格局'] });
    await office.press((await office.ask('订阅')).blocks, '预览');

    const shown = readBlocks((await office.answer()).blocks);
    expect(shown).toContain('2019年第25周目标进度');
    expect(shown).toContain('只看：(三)围绕“老有所养”,加快构建“大养老”格局');
    expect(shown).toContain('量化目标5项');
  });
});

function slotOf(subscriptionId: string, slotOn: string) {
  return {
    subscriptionId,
    slotOn,
    nominalOn: slotOn,
    dueAt: new Date(`${slotOn}T01:00:00Z`),
    skippedFor: null,
  };
}
