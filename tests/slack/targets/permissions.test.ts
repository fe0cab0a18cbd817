import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressDelivery } from '../../support/slack/deliveries.ts';
import { readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { choice, people, startTargetBot, type TargetBot, text } from './target-bot.ts';

let office: TargetBot;
const MANAGER = 'U0MANAGER';
const GROUP = 'S0MANAGERS';
beforeAll(async () => {
  office = await startTargetBot({ TARGET_MANAGERS: `${MANAGER},${GROUP}` });
});
beforeEach(() => office.bot.slack.reset());
afterAll(() => office.stop());

const press = (action_id: string, value: object, user = office.bot.scene.user) =>
  office.bot.send(
    pressDelivery({ ...office.bot.scene, user }, { type: 'button', action_id, value: JSON.stringify(value) }),
  );
const TARGET = '2019-3-1-01';
const NOT_ALLOWED = '您没有这项权限，请联系管理员。';

describe('somebody without the right to manage', () => {
  it('is told by the App Home whom to ask for a digest, and the manager how to subscribe', async () => {
    const shown = async (user?: string) => readBlocks((await office.openHome(user)).blocks);

    expect(await shown()).toContain('还没有频道订阅进度通报；要订阅，请找管理员。');
    expect(await shown(MANAGER)).toContain('在频道里输入 /policy 订阅');
  });

  it.each([
    { action: 'target_assign', value: { target: TARGET } },
    { action: 'target_adjust', value: { target: TARGET } },
    { action: 'subscription_new', value: { channel: 'C1', subscription: null } },
  ])('is told so by $action, and no form opens', async ({ action, value }) => {
    await press(action, value);

    expect((await office.answer()).text).toMatch(new RegExp(`^${NOT_ALLOWED}`, 'u'));
    expect(office.bot.slack.callsOf('views.open')).toEqual([]);
  });

  it.each(['subscription_pause', 'subscription_resume', 'subscription_remove'])(
    'changes nothing by %s',
    async (action) => {
      const { id } = await office.records.subscriptions.add(makeNewSubscription(), new Date());
      const before = await office.records.subscriptions.find(id);
      await press(`${action}:0`, { subscription: id });

      expect((await office.answer()).text).toBe(NOT_ALLOWED);
      expect(await office.records.subscriptions.find(id)).toEqual(before);
    },
  );

  it.each([
    // Who may not assign may want to know who it is.
    { name: '负责人', said: '指定负责人要由管理员来做；现在由谁负责，见下面。' },
    { name: '暂停', said: NOT_ALLOWED },
  ])('is told so by /policy $name and a target, above its card', async ({ name, said }) => {
    const { text: told, blocks } = await office.ask(`${name} 社区养老服务站`);

    expect(told).toContain(said);
    expect(JSON.stringify(blocks)).toContain(said);
    expect(office.bot.slack.callsOf('views.open')).toEqual([]);
  });

  it('is refused by /policy 订阅', async () => {
    const { subscriptions } = office.records;
    for (const { id } of await subscriptions.list()) await subscriptions.remove(id, new Date());

    // What everybody may do instead is said as well.
    expect((await office.ask('订阅')).text).toBe(
      `${NOT_ALLOWED}只看自己负责的，可以用 /policy 订阅 我的目标，单独发给您。`,
    );
  });

  it('cannot undo what somebody else recorded for a target of others', async () => {
    const [entry] = await office.records.ledger.append([
      makeValueEntry({ targetId: TARGET, recordedBy: 'U0OTHER' }),
    ]);
    await press('entry_undo', { target: TARGET, seq: entry?.seq });
    expect((await office.answer()).text).toContain('只能撤销自己的');
    expect(await office.records.ledger.entriesOf(TARGET)).toHaveLength(1);

    const userIds = [office.bot.scene.user];
    await office.records.owners.assign({ targetId: TARGET, userIds, assignedBy: MANAGER, now: new Date() });
    await press('entry_undo', { target: TARGET, seq: entry?.seq });

    expect((await office.answer()).text).toContain('已撤销');
  });
});

describe('a form that comes back after the right was lost', () => {
  it.each([
    { action: 'target_assign', values: { owners: people('U0EVIL') } },
    { action: 'target_adjust', values: { status: choice('done'), reason: text('硬说完成') } },
  ])('of $action changes nothing', async ({ action, values }) => {
    const before = [await office.records.ledger.allEntries(), await office.records.owners.all()];
    await press(action, { target: TARGET }, MANAGER);
    const form = await office.openedForm();

    const { errors } = await office.submit(form, values);

    expect(Object.values(errors)).toEqual([NOT_ALLOWED]);
    expect([await office.records.ledger.allEntries(), await office.records.owners.all()]).toEqual(before);
  });

  it('of a subscription changes nothing', async () => {
    await press('subscription_new', { channel: office.bot.scene.channel, subscription: null }, MANAGER);
    const form = await office.openedForm();
    const { errors } = await office.submit(form, {});

    expect(Object.values(errors)).toEqual([NOT_ALLOWED]);
    expect(await office.records.subscriptions.list()).toEqual([]);
  });
});

describe('a user group', () => {
  it('lets its members in, and is asked for once in a while only', async () => {
    office.bot.slack.reply('usergroups.users.list', { ok: true, users: ['U0MEMBER'] });
    await press('target_assign', { target: TARGET }, 'U0MEMBER');
    await office.openedForm();
    await press('target_assign', { target: TARGET }, 'U0STRANGER');
    expect((await office.answer()).text).toBe(NOT_ALLOWED);

    expect(office.bot.slack.callsOf('usergroups.users.list').map(({ body }) => body.usergroup)).toEqual([
      GROUP,
    ]);
  });

  it('that cannot be read lets nobody in; people named by id are not affected', async () => {
    office.bot.clock = new Date(office.bot.clock.getTime() + 10 * 60_000);
    office.bot.slack.fail('usergroups.users.list', { error: 'missing_scope' });
    await press('target_assign', { target: TARGET }, 'U0MEMBER');
    expect((await office.answer()).text).toBe(NOT_ALLOWED);

    await press('target_assign', { target: TARGET }, MANAGER);
    await office.openedForm();
  });
});
