import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { readBlocks } from '../../support/slack/read-message.ts';
import { startTargetBot, type TargetBot, text } from './target-bot.ts';

let office: TargetBot;
/** Only these may record; the person of the scene may not. */
const RECORDER = 'U0RECORDER';
const OWNER = 'U0OWNER';
beforeAll(async () => {
  office = await startTargetBot({ TARGET_RECORDERS: RECORDER, TARGET_MANAGERS: 'U0MANAGER' });
});
beforeEach(() => {
  office.bot.slack.reset();
  // The emulated workspace does not know these people.
  office.bot.slack.reply('chat.postMessage', { ok: true, channel: 'D1', ts: '1.1' });
});
afterAll(() => office.stop());

const assign = (targetId: string, ...userIds: string[]) =>
  office.records.owners.assign({ targetId, userIds, assignedBy: 'U1', now: new Date() });

/** Reports a value without the right to; returns what the proposer and the owner get. */
async function propose(name: string, value: string): Promise<{ told: string; asked: CallBody | undefined }> {
  await office.press((await office.openCard(name)).blocks, '填报');
  const form = await office.openedForm();
  expect(readBlocks(form.blocks)).toContain('您没有直接填报的权限');
  await office.submit(form, { value: text(value), note: text('街道报来') });
  const told = (await office.privateMessage()).text;
  return { told, asked: office.bot.slack.callsOf('chat.postMessage').at(-1)?.body };
}

const entriesOf = (targetId: string) => office.records.ledger.entriesOf(targetId);

describe('a proposal', () => {
  it('goes to the owner, is recorded under the proposer’s name when accepted, and both are told', async () => {
    await assign('2019-3-1-01', OWNER);
    const { told, asked } = await propose('社区养老服务站', '185');
    expect(told).toContain('采纳后才算数');
    expect(asked?.channel).toBe(OWNER);
    const shown = readBlocks(asked?.blocks);
    expect(shown).toContain(
      `@${office.bot.scene.user} 提交了“社区养老服务站”的填报：**185个（有把握），截至6月24日；街道报来**`,
    );
    expect(shown).toContain('> 建设社区养老服务站400个');
    expect(await entriesOf('2019-3-1-01')).toEqual([]);
    // Whoever handed it in looks at the card and must not read that nobody has.
    expect(readBlocks((await office.openCard('社区养老服务站')).blocks)).toContain(
      `等负责人采纳、还不作数的填报：185个（有把握），6月24日，@${office.bot.scene.user}。`,
    );

    await office.press(asked?.blocks, '采纳', { user: OWNER });

    expect((await office.answer()).text).toContain('已采纳“社区养老服务站”的填报并记录');
    expect(await entriesOf('2019-3-1-01')).toMatchObject([
      { value: '185', recordedBy: office.bot.scene.user },
    ]);
    await office.bot.settle();
    expect(office.bot.slack.callsOf('chat.postMessage').at(-1)?.body).toMatchObject({
      channel: office.bot.scene.user,
      text: '您提交的“社区养老服务站”填报已被采纳。',
    });
  });

  it('is decided once: a second press, of either button, changes nothing', async () => {
    await assign('2019-3-1-02', OWNER);
    const { asked } = await propose('市级示范社区养老服务中心', '9');
    await office.press(asked?.blocks, '不采纳', { user: OWNER });
    expect((await office.answer()).text).toContain('没有采纳');

    await office.press(asked?.blocks, '采纳', { user: RECORDER });

    expect((await office.answer()).text).toContain('已经有人处理过了');
    expect(await entriesOf('2019-3-1-02')).toEqual([]);
  });

  it('cannot be accepted by the proposer or anybody else without the right', async () => {
    await assign('2019-3-1-06', OWNER);
    const { asked } = await propose('区域性特困供养服务机构改造', '9');
    await office.press(asked?.blocks, '采纳');

    expect((await office.answer()).text).toContain('只有这个目标的负责人');
    expect(await entriesOf('2019-3-1-06')).toEqual([]);
  });

  it('waits on the boards of its owner and of those who may record', async () => {
    const other = readBlocks((await office.openHome()).blocks);
    const owner = await office.openHome(OWNER);
    const recorder = readBlocks((await office.openHome(RECORDER)).blocks);
    expect(other).not.toContain('等您采纳');
    expect(readBlocks(owner.blocks)).toContain('有1条填报等您采纳');
    expect(recorder).toContain('有1条填报等您采纳');

    await office.press(owner.blocks, '采纳', { user: OWNER, isHome: true });

    const fresh = readBlocks((await office.bot.slack.take('views.publish')).body.view.blocks);
    expect(fresh).toContain('已采纳“区域性特困供养服务机构改造”');
    expect(fresh).not.toContain('等您采纳');
    expect(await entriesOf('2019-3-1-06')).toHaveLength(1);
  });

  it('is kept when there is no owner, and when the owner cannot be reached', async () => {
    expect((await propose('婚姻辅导站', '3')).told).toContain('还没有可以联系的负责人');
    office.bot.slack.reset();
    await assign('2019-3-1-05', OWNER);
    office.bot.slack.fail('chat.postMessage', { error: 'user_not_found' });

    const { told } = await propose('城市普惠性养老床位', '5000');

    expect(told).toContain('已记下');
    expect(await office.records.proposals.listWaiting()).toHaveLength(2);
  });

  it('stands although its proposer cannot be told', async () => {
    const [proposal] = await office.records.proposals.listWaiting();
    const home = await office.openHome(RECORDER);
    office.bot.slack.fail('chat.postMessage', { error: 'account_inactive' });
    await office.press(home.blocks, '采纳', { user: RECORDER, isHome: true });
    await office.bot.slack.take('views.publish');
    await office.bot.settle();

    expect(await entriesOf(proposal?.entry.targetId ?? '')).toHaveLength(1);
    expect(office.bot.slack.callsOf('chat.postEphemeral')).toEqual([]);
  });

  it('with an unknown number gets a plain answer', async () => {
    const { pressDelivery } = await import('../../support/slack/deliveries.ts');
    const value = JSON.stringify({ proposal: 'none' });
    await office.bot.send(
      pressDelivery(office.bot.scene, { type: 'button', action_id: 'proposal_accept', value }),
    );

    expect((await office.answer()).text).toContain('已经有人处理过了');
  });
});

describe('a correction without the right', () => {
  it('is a proposal too', async () => {
    await office.press((await office.openCard('社区养老服务站')).blocks, '更正最近一次');
    await office.submit(await office.openedForm(), { value: text('186') });

    expect((await office.privateMessage()).text).toContain('采纳后才算数');
    const [stated] = await entriesOf('2019-3-1-01');
    expect((await office.records.proposals.listWaiting()).map(({ entry }) => entry)).toContainEqual(
      expect.objectContaining({ value: '186', corrects: stated?.seq }),
    );
  });
});
