import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { startTargetBot, type TargetBot } from './target-bot.ts';

/** The digest comes on Monday 24 June, 09:00 in China; the working day before is Friday the 21st. */
const FRIDAY = '2019-06-21';
let office: TargetBot;
const ZONES: Record<string, string> = { U0CHINA: 'Asia/Shanghai', U0BERLIN: 'Europe/Berlin' };
const TARGETS = ['2019-3-1-01', '2019-3-1-02'];

beforeEach(async () => {
  office = await startTargetBot();
  office.bot.clock = new Date('2019-06-19T00:00:00Z');
  office.bot.slack.reply('chat.postMessage', { ok: true, channel: 'D1', ts: '1.1' });
});
afterEach(() => office.stop());

async function subscribeAndAssign(userId: string): Promise<void> {
  office.bot.slack.reply('users.info', { ok: true, user: { id: userId, tz: ZONES[userId] } });
  await office.records.subscriptions.add(makeNewSubscription(), new Date('2019-06-19T00:00:00Z'));
  for (const targetId of TARGETS) {
    await office.records.owners.assign({ targetId, userIds: [userId], assignedBy: 'U1', now: new Date() });
  }
}

/** Runs the scheduler at these times and returns the reminders sent by then. */
async function remindersAt(...times: readonly string[]) {
  for (const time of times) {
    office.bot.clock = new Date(time);
    await office.bot.runScheduler();
  }
  return office.bot.slack.callsOf('chat.postMessage').filter(({ body }) => body.channel.startsWith('U0'));
}

describe('a reminder', () => {
  it('comes once, on the morning of the working day before, with a round through what is to be reported', async () => {
    await subscribeAndAssign('U0CHINA');

    expect(await remindersAt(`${FRIDAY}T00:50:00Z`)).toEqual([]);
    const sent = await remindersAt(`${FRIDAY}T01:05:00Z`, `${FRIDAY}T03:00:00Z`, '2019-06-23T03:00:00Z');

    expect(sent).toHaveLength(1);
    expect(sent[0]?.body.channel).toBe('U0CHINA');
    const shown = readBlocks(sent[0]?.body.blocks);
    expect(shown).toContain('6月24日发目标进度通报。您负责的目标里有2项需要填报：');
    expect(shown).toContain('⚪ 未填报 社区养老服务站');
    await office.press(sent[0]?.body.blocks, '逐项填报（2项）', { user: 'U0CHINA' });
    expect(readBlocks((await office.openedForm()).blocks)).toContain('建设社区养老服务站400个');
  });

  it('lists what is due in the order in which the forms come', async () => {
    // A task of the first section, which the report tells before the numbers.
    const task = { targetId: '2019-1-3-04', userIds: ['U0CHINA'], assignedBy: 'U1', now: new Date() };
    await office.records.owners.assign(task);
    await subscribeAndAssign('U0CHINA');

    const [sent] = await remindersAt(`${FRIDAY}T01:05:00Z`);

    const shown = readBlocks(sent?.body.blocks);
    expect(shown.indexOf('社区养老服务站')).toBeLessThan(shown.indexOf('“两学一做”常态化'));
    await office.press(sent?.body.blocks, '逐项填报（3项）', { user: 'U0CHINA' });
    expect(readBlocks((await office.openedForm()).blocks)).toContain('# 社区养老服务站');
  });

  it('keeps to the owner’s clock', async () => {
    await subscribeAndAssign('U0BERLIN');

    expect(await remindersAt(`${FRIDAY}T01:05:00Z`, `${FRIDAY}T06:55:00Z`)).toEqual([]);
    expect(await remindersAt(`${FRIDAY}T07:05:00Z`)).toHaveLength(1);
  });

  it('keeps to the subscription’s clock when the owner’s is not known', async () => {
    await subscribeAndAssign('U0CHINA');
    office.bot.slack.fail('users.info', { error: 'missing_scope' });

    expect(await remindersAt(`${FRIDAY}T01:05:00Z`)).toHaveLength(1);
  });

  it('leaves out those who have just reported, and what stands well', async () => {
    await subscribeAndAssign('U0CHINA');
    await office.records.ledger.append([
      makeValueEntry({
        targetId: '2019-3-1-01',
        asOf: '2019-06-18',
        value: '20',
        recordedAt: new Date('2019-06-19T05:00:00Z'),
      }),
      makeValueEntry({ targetId: '2019-3-1-02', asOf: '2019-06-01', value: '30' }),
    ]);

    expect(await remindersAt(`${FRIDAY}T01:05:00Z`, `${FRIDAY}T07:05:00Z`)).toEqual([]);
  });

  it('is not sent for a subscription that rests, nor at night', async () => {
    await subscribeAndAssign('U0CHINA');
    const [subscription] = await office.records.subscriptions.list();
    const id = subscription?.id ?? '';
    await office.records.subscriptions.pause(id, 'by-person', office.bot.clock);
    expect(await remindersAt(`${FRIDAY}T01:05:00Z`)).toEqual([]);

    await office.records.subscriptions.resume(id, office.bot.clock);

    expect(await remindersAt(`${FRIDAY}T14:00:00Z`, `${FRIDAY}T20:00:00Z`)).toEqual([]);
    expect(await remindersAt('2019-06-22T01:05:00Z')).toHaveLength(1);
  });

  it('that cannot be delivered is logged and not tried again', async () => {
    await subscribeAndAssign('U0CHINA');
    office.bot.slack.fail('chat.postMessage', { error: 'user_not_found' });

    expect(await remindersAt(`${FRIDAY}T01:05:00Z`, `${FRIDAY}T03:05:00Z`)).toHaveLength(1);
    expect(office.bot.lines.some((line) => line.includes('owner.not_reminded'))).toBe(true);
  });

  it('is one for all digests of a day, about the sections of any', async () => {
    await subscribeAndAssign('U0CHINA');
    const [first] = await office.records.subscriptions.list();
    await office.records.subscriptions.change(first?.id ?? '', { sections: ['二、别处'] }, office.bot.clock);
    await office.records.subscriptions.add(
      makeNewSubscription({ time: '15:00', sections: ['二、2019年发展目标'] }),
      office.bot.clock,
    );

    const sent = await remindersAt(`${FRIDAY}T01:05:00Z`, `${FRIDAY}T03:05:00Z`);

    expect(sent).toHaveLength(1);
    expect(readBlocks(sent[0]?.body.blocks)).toContain('有2项需要填报');
  });
});
