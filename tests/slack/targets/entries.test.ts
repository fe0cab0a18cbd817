import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, findButton, readBlocks } from '../../support/slack/read-message.ts';
import { choice, day, startTargetBot, type TargetBot, text } from './target-bot.ts';

let office: TargetBot;
beforeAll(async () => {
  office = await startTargetBot();
});
beforeEach(() => office.bot.slack.reset());
afterAll(() => office.stop());

const STATIONS = '2019-3-1-01';
const LAW = '2019-3-2-08';

/** Opens the form of a target by its card. */
async function openForm(name: string): Promise<CallBody> {
  const list = await office.ask(`目标 ${name}`);
  await office.press(list.blocks, '详情');
  const card = (await office.bot.slack.take('response_url')).body;
  await office.press(card.blocks, '填报');
  return office.openedForm();
}

const filled = (changes: Record<string, CallBody> = {}): Record<string, CallBody> => ({
  value: text('185'),
  as_of: day('2019-06-20'),
  confidence: choice('high'),
  note: text('新开93个'),
  evidence: text(''),
  ...changes,
});

describe('填报', () => {
  it('shows the report’s sentence beside the field, records the value and says so', async () => {
    const form = await openForm('社区养老服务站');
    expect(readBlocks(form.blocks)).toContain('> 建设社区养老服务站400个');
    expect(readBlocks(form.blocks)).toContain('数值(个)');

    expect(await office.submit(form, filled())).toEqual({});

    const message = await office.privateMessage();
    expect(message.text).toBe('已记录:社区养老服务站 185个(有把握)(截至6月20日)。');
    expect(await office.records.ledger.entriesOf(STATIONS)).toMatchObject([
      {
        kind: 'value',
        value: '185',
        asOf: '2019-06-20',
        note: '新开93个',
        recordedBy: office.bot.scene.user,
      },
    ]);
  });

  it('records a repeated submission once', async () => {
    const form = { ...(await openForm('市级示范社区养老服务中心')), id: 'V-same' };

    await office.submit(form, filled({ value: text('9') }));
    await office.privateMessage();
    await office.submit(form, filled({ value: text('9') }));
    await office.bot.settle();

    expect(await office.records.ledger.entriesOf('2019-3-1-02')).toHaveLength(1);
  });

  it.each([
    {
      case: 'another unit',
      values: { value: text('1.2万个') },
      errors: { value: expect.stringContaining('12000') },
    },
    { case: 'words', values: { value: text('很多') }, errors: { value: expect.stringContaining('不是数') } },
    {
      case: 'tomorrow',
      values: { as_of: day('2019-06-25') },
      errors: { as_of: expect.stringContaining('今天之后') },
    },
    {
      case: 'no link',
      values: { evidence: text('见附件') },
      errors: { evidence: expect.stringContaining('网址') },
    },
  ])('refuses $case at the field and records nothing', async ({ values, errors }) => {
    const before = await office.records.ledger.allEntries();
    const form = await openForm('社区养老服务站');

    expect(await office.submit(form, filled(values))).toEqual({ response_action: 'errors', errors });

    expect(await office.records.ledger.allEntries()).toEqual(before);
  });

  it('asks again about a total that falls, and records it when it is meant', async () => {
    const form = await openForm('社区养老服务站');

    const answer = await office.submit(form, filled({ value: text('150'), as_of: day('2019-06-22') }));
    expect(answer.response_action).toBe('push');
    expect(readBlocks(answer.view.blocks)).toContain('累计数比6月20日的 185 还少,确定吗?');
    expect(await office.records.ledger.entriesOf(STATIONS)).toHaveLength(1);

    expect(await office.submit(answer.view, {})).toEqual({ response_action: 'clear' });
    expect((await office.privateMessage()).text).toContain('150个');
    expect(await office.records.ledger.entriesOf(STATIONS)).toHaveLength(2);
  });

  it('takes back what was recorded, by a new entry', async () => {
    await office.submit(await openForm('智慧养老'), { ...filled(), state: choice('done') });
    const message = await office.privateMessage();
    await office.press(message.blocks, '撤销这次填报');

    expect((await office.bot.slack.take('response_url')).body.text).toContain('已撤销');
    const [entry, undo] = (await office.records.ledger.allEntries()).slice(-2);
    expect(undo).toMatchObject({ kind: 'undo', undoes: entry?.seq });
    office.bot.slack.reset();
    await office.press(message.blocks, '撤销这次填报');
    expect((await office.bot.slack.take('response_url')).body.text).toContain('已经撤销过了');
  });

  it('lets the target be chosen when it is called without one', async () => {
    await office.ask('目标');
    office.bot.slack.reset();
    const { commandDelivery } = await import('../../support/slack/deliveries.ts');
    await office.bot.send(commandDelivery(office.bot.scene, '填报'));
    const form = await office.openedForm();
    const view = {
      id: 'V9',
      hash: 'h',
      type: 'modal',
      private_metadata: form.private_metadata,
      state: {
        values: { target: { target_choose: { type: 'static_select', selected_option: { value: LAW } } } },
      },
    };
    const choose = pressDelivery(
      { ...office.bot.scene, isHome: true },
      {
        type: 'static_select',
        action_id: 'target_choose',
        block_id: 'target',
        selected_option: { value: LAW, text: { type: 'plain_text', text: 'x' } },
      },
    );
    await office.bot.send({
      ...choose,
      body: { ...choose.body, view, container: { type: 'view', view_id: 'V9' } },
    });

    const { body } = await office.bot.slack.take('views.update');
    expect(readBlocks(body.view.blocks)).toContain('启动《重庆市养老服务条例》立法研究');
  });

  it('tells the person when the form cannot be opened', async () => {
    office.bot.slack.fail('views.open', { error: 'expired_trigger_id' });
    const list = await office.ask('目标 社区养老服务站');
    await office.press(list.blocks, '详情');
    const card = (await office.bot.slack.take('response_url')).body;
    await office.press(card.blocks, '填报');

    expect((await office.privateMessage()).text).toContain('没能完成');
  });

  it('tells the person about a button whose value cannot be read', async () => {
    await office.bot.send(
      pressDelivery(office.bot.scene, { type: 'button', action_id: 'target_record', value: 'x' }),
    );

    expect((await office.privateMessage()).text).toContain('没能完成');
  });
});

describe('a target’s card', () => {
  it('shows sentence, goal, last year, history with a chart of the same numbers, and what can be done', async () => {
    await office.records.owners.assign({
      targetId: STATIONS,
      userIds: ['U777'],
      assignedBy: 'U1',
      now: new Date(),
    });
    const list = await office.ask('目标 社区养老服务站');
    await office.press(list.blocks, '详情');

    const card = (await office.bot.slack.take('response_url')).body;
    const shown = readBlocks(card.blocks);
    expect(shown).toContain('> 建设社区养老服务站400个');
    expect(shown).toContain('目标值:400个');
    expect(shown).toContain('上年200所(仅供参考');
    expect(shown).toContain('@U777');
    expect(shown).toContain('150个(有把握)');
    expect(JSON.stringify(card.blocks)).toContain('"value":150');
    expect(allButtons(card.blocks).map((button) => button.text.text)).toEqual([
      '填报',
      '指定负责人',
      '调整状态',
      '撤销最近一次填报',
    ]);
  });

  it('comes without the chart when Slack refuses it', async () => {
    const list = await office.ask('目标 社区养老服务站');
    office.bot.slack.fail('response_url', { status: 400 });
    await office.press(list.blocks, '详情');

    const card = await office.privateMessage();
    expect(JSON.stringify(card.blocks)).not.toContain('data_visualization');
    expect(readBlocks(typeof card.blocks === 'string' ? JSON.parse(card.blocks) : card.blocks)).toContain(
      '150个',
    );
  });
});

describe('/policy 目标', () => {
  it('lists and filters, page by page', async () => {
    const all = await office.ask('目标');
    expect(readBlocks(all.blocks)).toContain('第12项为止,共141项');
    await office.press(all.blocks, '再看12项');
    expect(readBlocks((await office.bot.slack.take('response_url')).body.blocks)).toContain(
      '第24项为止,共141项',
    );
  });

  it.each([
    { words: '量化', count: 13 },
    { words: '量化 养老', count: 5 },
    { words: '滞后', count: 1 },
    { words: '没有负责人 量化', count: 12 },
  ])('$words gives $count', async ({ words, count }) => {
    const list = await office.ask(`目标 ${words}`);

    expect(readBlocks(list.blocks)).toMatch(new RegExp(`共${count}项`, 'u'));
  });

  it('says what can be filtered when nothing fits', async () => {
    expect((await office.ask('目标 房价')).text).toContain('没有符合条件的目标');
  });

  it('leaves questions to the report', async () => {
    expect((await office.ask('目标是建设多少个社区养老服务站')).text).toContain('400个');
  });
});

describe('指定负责人 and 调整状态', () => {
  it('change the records and are shown', async () => {
    const list = await office.ask('目标 县级界线联检');
    await office.press(list.blocks, '详情');
    const card = (await office.bot.slack.take('response_url')).body;
    await office.press(card.blocks, '指定负责人');
    await office.submit(await office.openedForm(), {
      owners: { type: 'multi_users_select', selected_users: ['U555'] },
    });
    expect((await office.privateMessage()).text).toContain('已更新');
    office.bot.slack.reset();

    await office.press(card.blocks, '调整状态');
    await office.submit(await office.openedForm(), {
      status: choice('at-risk'),
      reason: text('汛期无法外业'),
    });
    expect((await office.privateMessage()).text).toContain('已调整');
    office.bot.slack.reset();

    await office.press((await office.ask('目标 县级界线联检')).blocks, '详情');
    await office.bot.slack.take('response_url');
    const shown = readBlocks(office.bot.slack.callsOf('response_url').at(-1)?.body.blocks ?? []);
    expect(shown).toContain('有风险(人工判定');
    expect(shown).toContain('汛期无法外业');
    expect(shown).toContain('@U555');
    expect(findButton(office.bot.slack.callsOf('response_url').at(-1)?.body.blocks, '填报')).toBeDefined();
  });
});
