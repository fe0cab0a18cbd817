import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBlocks } from '../../support/slack/read-message.ts';
import { makeValueEntry } from '../../support/target-builders.ts';
import { choice, people, startTargetBot, type TargetBot, text } from './target-bot.ts';

let office: TargetBot;
beforeAll(async () => {
  office = await startTargetBot();
});
beforeEach(() => office.bot.slack.reset());
afterAll(() => office.stop());

const NAME = '量化 县级界线联检';

async function openForm(label: string) {
  await office.press((await office.openCard(NAME)).blocks, label);
  return office.openedForm();
}

async function adjust(status: string, reason: string): Promise<string> {
  await office.submit(await openForm('调整状态'), { status: choice(status), reason: text(reason) });
  const told = await office.privateMessage();
  office.bot.slack.reset();
  return told.text;
}

const card = async () => readBlocks((await office.openCard(NAME)).blocks);
const history = () => office.records.ledger.allEntries();

describe('指定负责人', () => {
  it('names owners, keeps those there are in the form, and can clear them', async () => {
    await office.submit(await openForm('指定负责人'), { owners: people('U555', 'U666') });
    // What stands now is what one wants to know.
    expect((await office.privateMessage()).text).toBe('“县级界线联检”现在由<@U555>、<@U666>负责。');
    office.bot.slack.reset();
    expect(await card()).toContain('负责人：@U555、@U666');

    office.bot.slack.reset();
    const form = await openForm('指定负责人');
    expect(JSON.stringify(form.blocks)).toContain('"initial_users":["U555","U666"]');
    await office.submit(form, { owners: people() });
    expect((await office.privateMessage()).text).toBe('“县级界线联检”现在没有负责人。');
    office.bot.slack.reset();

    expect(await card()).toContain('负责人：还没有指定');
  });
});

describe('whoever is to own a target', () => {
  const told = () => office.bot.slack.callsOf('chat.postMessage').map(({ body }) => body);

  it('is told once, by themselves, how to report on it', async () => {
    await office.submit(await openForm('指定负责人'), { owners: people('U777', office.bot.scene.user) });
    await office.privateMessage();

    const [message = expect.fail(), ...others] = told();
    expect(others).toEqual([]);
    expect(message.channel).toBe('U777');
    expect(message.text).toContain('现在由您负责“县级界线联检”。有了进展，用 /policy 填报 县级界线联检 填报');
    expect(message.text).toContain('不归您负责的，请管理员改负责人，之后就不再提醒您。');
    expect(readBlocks(message.blocks)).toContain('[填报][详情][我的目标]');

    office.bot.slack.reset();
    await office.submit(await openForm('指定负责人'), { owners: people('U777', 'U888') });
    await office.privateMessage();
    expect(told().map(({ channel }) => channel)).toEqual(['U888']);
  });
});

describe('ids in forms', () => {
  it.each(['<!channel>', '<@U555>', '李科长', 'C123', 'u555', ''])(
    'takes no “%s” as an owner',
    async (typed) => {
      const before = await office.records.owners.all();
      const form = await openForm('指定负责人');

      const answer = await office.submit(form, { owners: people('U555', typed) });

      expect(answer).toEqual({
        response_action: 'errors',
        errors: { owners: expect.stringContaining('从名单里选人') },
      });
      expect(await office.records.owners.all()).toEqual(before);
    },
  );
});

describe('调整状态', () => {
  it('overrides with a reason, shows it as such beside the rule, and ends with the next entry', async () => {
    expect(await adjust('at-risk', '汛期无法外业')).toBe('已调整“县级界线联检”：人工判定为“有风险”。');
    const shown = await card();
    expect(shown).toMatch(/🟡 有风险\*\*（人工判定，@\w+：“汛期无法外业”；按规则为未填报）/u);
    expect(shown).toContain('人工判定：有风险');

    const [first] = await history();
    await office.records.ledger.append([
      makeValueEntry({ targetId: first?.targetId ?? expect.fail(), asOf: '2019-06-20', value: '8' }),
    ]);

    office.bot.slack.reset();
    expect(await card()).toContain('🟢 进展正常');
    expect(await card()).not.toContain('按规则为');
  });

  it('pauses with a reason and goes back to the rule, each as an entry', async () => {
    await adjust('pause', '等上级文件');
    expect(await card()).toMatch(/⏸ 暂停\*\*.*（@\w+：“等上级文件”）/u);
    office.bot.slack.reset();

    await adjust('by-rule', '文件已到');
    const shown = await card();

    expect(shown).toContain('🟢 进展正常');
    expect(shown).toContain('恢复按规则判定');
    expect((await history()).map(({ kind }) => kind)).toEqual(['override', 'value', 'pause', 'resume']);
  });

  it('records nothing for a choice nobody offered', async () => {
    const before = await history();
    const form = await openForm('调整状态');
    const answer = await office.submit(form, { status: choice('finished'), reason: text('随便') });

    expect(answer).toEqual({
      response_action: 'errors',
      errors: { status: expect.stringContaining('没能完成') },
    });
    expect(await history()).toEqual(before);
  });

  it('tells the person when the form cannot be opened', async () => {
    office.bot.slack.fail('views.open', { error: 'expired_trigger_id' });
    await office.press((await office.openCard(NAME)).blocks, '调整状态');

    expect((await office.privateMessage()).text).toContain('没能完成');
  });
});
