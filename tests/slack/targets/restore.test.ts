import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery } from '../../support/slack/deliveries.ts';
import { allButtons } from '../../support/slack/read-message.ts';
import { makeValueEntry } from '../../support/target-builders.ts';
import { startTargetBot, type TargetBot } from './target-bot.ts';

const MANAGER = 'U0MANAGER1';
const STATION = '2019-3-1-01';
const COUNSEL = '2019-6-2-06';
const office: TargetBot = await startTargetBot({ TARGET_MANAGERS: MANAGER });
beforeAll(async () => {
  const by = { recordedBy: office.bot.scene.user };
  await office.records.ledger.append([
    makeValueEntry({ targetId: STATION, value: '170', ...by }),
    makeValueEntry({ targetId: COUNSEL, value: '13', ...by }),
  ]);
  await undo('社区养老服务站');
  await undo('婚姻辅导站');
});
beforeEach(async () => {
  await office.bot.settle();
  office.bot.slack.reset();
});
afterAll(() => office.stop());
const labels = (blocks: unknown) => allButtons(blocks).map((button) => button.text.text);

async function undo(name: string): Promise<void> {
  await office.press((await office.ask(`撤销 ${name}`)).blocks, '撤销这次填报');
  await office.answer();
}

async function as<Result>(user: string, work: () => Promise<Result>): Promise<Result> {
  const before = office.bot.scene.user;
  Object.assign(office.bot.scene, { user });
  try {
    return await work();
  } finally {
    Object.assign(office.bot.scene, { user: before });
  }
}

describe('what was taken back by mistake', () => {
  it.each([
    '恢复 社区养老服务站',
    '恢复社区养老服务站',
    '恢复 养老服务站',
    '撤错了 社区养老服务站',
    '社区养老服务站撤错了',
    '取消撤销 社区养老服务站',
    '恢复填报 社区养老服务站',
    '恢复撤销的填报 社区养老服务站',
  ])('is offered for the target that is named: “%s”', async (text) => {
    const { text: said, blocks } = await office.ask(text);

    expect(said).toBe(
      '您撤销的“社区养老服务站”的填报是170个（3月31日），记录还在。点“恢复这次填报”，它又算数。',
    );
    expect(labels(blocks)).toEqual(['恢复这次填报', '详情']);
  });

  it('is offered without a name for the target it was last done with', async () => {
    expect((await office.ask('恢复')).text).toContain('婚姻辅导站');
  });

  it('is offered to who manages, and to nobody else whose it is not', async () => {
    const shown = await as(MANAGER, () => office.ask('恢复 社区养老服务站'));
    expect(shown.text).toContain('已撤销的“社区养老服务站”的填报是170个');

    const others = await as('U0OTHER', () => office.ask('恢复 社区养老服务站'));
    expect(others.text).toContain('您没有这项权限');
    expect(labels(others.blocks)).not.toContain('恢复这次填报');
    expect((await as('U0OTHER', () => office.ask('撤错了 社区养老服务站'))).text).toContain(
      '这个目标没有您可以恢复的填报。',
    );
  });

  it('leaves 恢复 for a paused target to who may end the pause', async () => {
    const paused = makeValueEntry({ targetId: COUNSEL, recordedBy: MANAGER });
    const { targetId, asOf, note, recordedBy, recordedAt, saidIn, origin } = paused;
    const act = { targetId, asOf, note, recordedBy, recordedAt, saidIn, origin, requestKey: 'pause:1' };
    await office.records.ledger.append([{ kind: 'pause', ...act }]);

    await as(MANAGER, () => office.bot.send(commandDelivery(office.bot.scene, '恢复 婚姻辅导站')));

    const form = await office.openedForm();
    expect(form.blocks[1].element.initial_option?.text.text).toBe('按规则判定（取消暂停）');
    expect((await office.ask('恢复 婚姻辅导站')).text).toContain('您撤销的“婚姻辅导站(室)”的填报是13个');
  });

  it('counts again once the button is pressed', async () => {
    await office.press((await office.ask('恢复 社区养老服务站')).blocks, '恢复这次填报');

    expect((await office.answer()).text).toBe('已恢复“社区养老服务站”的填报；现在算数的是170个（3月31日）。');
    expect((await office.ask('恢复 社区养老服务站')).text).toContain('您没有这项权限');
  });
});
