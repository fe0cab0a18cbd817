import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/targets/entry.ts';
import { commandDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, findButton, readBlocks } from '../../support/slack/read-message.ts';
import { makeEntry, makeValueEntry } from '../../support/target-builders.ts';
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
async function openForm(name: string, label = '填报'): Promise<CallBody> {
  const card = await office.openCard(name);
  await office.press(card.blocks, label);
  return office.openedForm();
}

const filled = (changes: Record<string, CallBody> = {}): Record<string, CallBody> => ({
  value: text('185'),
  as_of: day('2019-06-20'),
  note: text('新开93个'),
  ...changes,
});

describe('填报', () => {
  it('shows the report’s sentence beside the field, records the value and says so', async () => {
    const form = await openForm('社区养老服务站');
    const shown = readBlocks(form.blocks);
    expect(shown).toContain('> 建设社区养老服务站400个');
    expect(shown).toContain('目标值 400个；还没有人填报');
    expect(shown).toContain('数值（个）');

    expect(await office.submit(form, filled())).toEqual({});

    const message = await office.privateMessage();
    expect(message.text).toBe(
      '已记录：社区养老服务站 185个（有把握），截至6月20日。现在是 🟢 进展正常（按进度应到192个）。',
    );
    expect(await office.records.ledger.entriesOf(STATIONS)).toMatchObject([
      {
        kind: 'value',
        value: '185',
        asOf: '2019-06-20',
        note: '新开93个',
        confidence: 'high',
        recordedBy: office.bot.scene.user,
        saidIn: office.bot.scene.channel,
      },
    ]);
  });

  it('of a target with a ceiling says what is asked, and why the light is yellow where the number is in order', async () => {
    const form = await openForm('政府运营养老床位占比');
    expect(readBlocks(form.blocks)).toContain('目标值 不高于60%');

    await office.submit(
      form,
      filled({ value: text('63'), as_of: day('2019-06-24'), confidence: choice('low') }),
    );

    expect((await office.privateMessage()).text).toContain(
      '现在是 🟡 有风险（还没有达到要求；没有上年的数，还算不出应到多少，填报人没有把握）。',
    );
    expect(readBlocks((await office.ask('目标 政府运营')).blocks)).toContain('63%/不高于60%（6月24日）');
    const card = readBlocks((await office.openCard('政府运营养老床位占比')).blocks);
    expect(card).toContain('**🟡 有风险**：还没有达到要求；没有上年的数，还算不出应到多少，填报人没有把握');
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
      errors: { [`value:${STATIONS}`]: expect.stringContaining('12000') },
    },
    {
      case: 'words',
      values: { value: text('很多') },
      errors: { [`value:${STATIONS}`]: expect.stringContaining('不是数') },
    },
    {
      case: 'nothing',
      values: { value: text('') },
      errors: { [`value:${STATIONS}`]: expect.stringContaining('请填写数值') },
    },
    {
      case: 'tomorrow',
      values: { as_of: day('2019-06-25') },
      errors: { [`as_of:${STATIONS}`]: expect.stringContaining('今天之后') },
    },
    {
      case: 'no link',
      values: { evidence: text('见附件') },
      errors: { [`evidence:${STATIONS}`]: expect.stringContaining('网址') },
    },
  ])('refuses $case at the field and records nothing', async ({ values, errors }) => {
    const before = await office.records.ledger.allEntries();
    const form = await openForm('社区养老服务站');

    expect(await office.submit(form, filled(values))).toEqual({ response_action: 'errors', errors });

    expect(await office.records.ledger.allEntries()).toEqual(before);
  });

  it('asks about a total that is beyond the goal all at once', async () => {
    const form = await openForm('社区养老服务站');

    const answer = await office.submit(form, filled({ value: text('410'), as_of: day('2019-06-22') }));

    expect(answer.response_action).toBe('push');
    expect(readBlocks(answer.view.blocks)).toContain(
      '累计数从6月20日的185个一下超过了目标（400个），确定吗？',
    );
  });

  it('asks again about a total that falls, and records it when it is meant', async () => {
    const form = await openForm('社区养老服务站');

    const answer = await office.submit(form, filled({ value: text('150'), as_of: day('2019-06-22') }));
    expect(answer.response_action).toBe('push');
    const asked = readBlocks(answer.view.blocks);
    expect(asked).toContain('社区养老服务站：150个（截至6月22日）');
    expect(asked).toContain('累计数比6月20日的185个还少，确定吗？');
    expect(await office.records.ledger.entriesOf(STATIONS)).toHaveLength(1);

    expect(await office.submit(answer.view, {})).toEqual({ response_action: 'clear' });
    expect((await office.privateMessage()).text).toContain('150个');
    expect(await office.records.ledger.entriesOf(STATIONS)).toHaveLength(2);
  });

  it('lets the target be chosen when it is called without one', async () => {
    await office.bot.send(commandDelivery(office.bot.scene, '填报'));
    const form = await office.openedForm();

    const view = await office.pressInForm(form, {
      type: 'static_select',
      action_id: 'target_choose',
      selected_option: { value: LAW, text: { type: 'plain_text', text: 'x' } },
    });

    expect(readBlocks(view.blocks)).toContain('启动《重庆市养老服务条例》立法研究');
  });

  it('tells the person when the form cannot be opened', async () => {
    office.bot.slack.fail('views.open', { error: 'expired_trigger_id' });
    const card = await office.openCard('社区养老服务站');
    await office.press(card.blocks, '填报');

    expect((await office.privateMessage()).text).toContain('没能完成');
  });

  it('says it when a target is no longer there', async () => {
    const value = JSON.stringify({ target: 'gone' });
    await office.bot.send(
      pressDelivery(office.bot.scene, { type: 'button', action_id: 'target_record', value }),
    );

    expect((await office.answer()).text).toContain('已不在报告的目标清单里');
    expect(office.bot.slack.callsOf('views.open').map(({ body }) => body)).toEqual([]);
  });

  it.each([
    'target_record',
    'target_card',
    'target_list:1',
    'target_record_stale',
    'entry_undo',
    'entry_correct',
  ])('answers %s with a value that cannot be read in plain words', async (action_id) => {
    await office.bot.send(pressDelivery(office.bot.scene, { type: 'button', action_id, value: '{"x":1}' }));

    expect((await office.privateMessage()).text).toBe(
      '没能完成：这个按钮或表单已经过时。请重新打开，或重新问一次。',
    );
  });
});

describe('撤销', () => {
  it('takes back what was recorded, by a new entry, once', async () => {
    await office.submit(await openForm('智慧养老'), { as_of: day('2019-06-20'), state: choice('done') });
    const message = await office.privateMessage();
    await office.press(message.blocks, '撤销这次填报');

    expect((await office.answer()).text).toContain('已撤销');
    const [entry, undo] = (await office.records.ledger.allEntries()).slice(-2);
    expect(undo).toMatchObject({ kind: 'undo', undoes: entry?.seq });
    await office.press(message.blocks, '撤销这次填报');
    expect((await office.answer()).text).toContain('已经撤销或更正过了');
    expect((await office.records.ledger.allEntries()).at(-1)).toEqual(undo);
  });

  it.each([
    { case: 'an entry that is not there', find: () => 9_999 },
    { case: 'an undo', find: (entries: readonly Entry[]) => entries.at(-1)?.seq },
  ])('refuses $case', async ({ find }) => {
    const entries = await office.records.ledger.allEntries();
    const seq = find(entries);
    const target = entries.at(-1)?.targetId;
    const undo = { type: 'button', action_id: 'entry_undo', value: JSON.stringify({ target, seq }) };
    await office.bot.send(pressDelivery(office.bot.scene, undo));

    expect((await office.answer()).text).toContain('找不到这次填报');
    expect(await office.records.ledger.allEntries()).toEqual(entries);
  });
});

describe('更正', () => {
  it('opens with what was said, and a new entry takes its place', async () => {
    const form = await openForm('社区养老服务站', '更正最近一次');
    expect(form.title.text).toBe('更正填报');
    expect(readBlocks(form.blocks)).toMatch(/更正第\d+号：150个（6月22日）/u);

    const answer = await office.submit(form, { value: text('190') });
    expect(answer).toEqual({});

    expect((await office.privateMessage()).text).toContain(
      '已更正：社区养老服务站 190个（有把握），截至6月22日',
    );
    const history = await office.records.ledger.entriesOf(STATIONS);
    expect(history.at(-1)).toMatchObject({ value: '190', corrects: history.at(-2)?.seq, note: '新开93个' });
    const card = readBlocks((await office.openCard('社区养老服务站')).blocks);
    expect(card).toMatch(/150个，@\w+“新开93个”（已撤销或更正，不作数）/u);
    expect(card).toContain('190/400个（6月22日），还差210个，应到192个');
  });

  it('does not put right what was put right already', async () => {
    const history = await office.records.ledger.entriesOf(STATIONS);
    const value = JSON.stringify({ target: STATIONS, seq: history.at(-2)?.seq });
    await office.bot.send(
      pressDelivery(office.bot.scene, { type: 'button', action_id: 'entry_correct', value }),
    );

    expect((await office.answer()).text).toContain('已经撤销或更正过了');
  });

  it('records only the first of two corrections of one entry', async () => {
    const first = await openForm('社区养老服务站', '更正最近一次');
    office.bot.slack.reset();
    const second = await openForm('社区养老服务站', '更正最近一次');
    await office.submit({ ...first, id: 'V1' }, { value: text('191') });
    await office.privateMessage();
    const before = await office.records.ledger.entriesOf(STATIONS);

    const answer = await office.submit({ ...second, id: 'V2' }, { value: text('192') });

    expect(answer).toEqual({
      response_action: 'errors',
      errors: { [`as_of:${STATIONS}`]: expect.stringContaining('已经撤销或更正过了') },
    });
    expect(await office.records.ledger.entriesOf(STATIONS)).toEqual(before);
  });
});

describe('of entries for several days', () => {
  const [SITES, SITES_NAME] = ['2019-3-1-06', '区域性特困供养服务机构改造'];

  it('says which one counts, before and after, and leads to any other', async () => {
    const [counted] = await office.records.ledger.append([
      makeValueEntry({ targetId: SITES, asOf: '2019-06-18', value: '18' }),
      makeValueEntry({ targetId: SITES, asOf: '2019-05-31', value: '12' }),
    ]);
    const asked = await office.ask(`撤销 ${SITES_NAME}`);
    expect(asked.text).toContain(
      '最近的填报是12个（5月31日），现在算数的不是它，是18个（6月18日）；撤销后还是18个（6月18日）算数。',
    );

    await office.bot.send(
      pressDelivery(office.bot.scene, {
        type: 'static_select',
        action_id: 'entry_choose',
        selected_option: { value: JSON.stringify({ target: SITES, seq: counted?.seq }) },
      }),
    );
    const other = await office.answer();
    expect(other.text).toContain('的这次填报是18个（6月18日）。撤销后算数的是12个（5月31日）。');
    await office.press(other.blocks, '更正这次填报');
    expect(readBlocks((await office.openedForm()).blocks)).toContain('18个（6月18日）');

    office.bot.slack.reset();
    await office.press(asked.blocks, '撤销这次填报');
    expect((await office.answer()).text).toContain('标为已撤销。算数的仍是18个（6月18日）。');
  });

  it('the card leads to the one that counts, too', async () => {
    await office.records.ledger.append([
      makeValueEntry({ targetId: SITES, asOf: '2019-05-30', value: '11' }),
    ]);

    await office.press((await office.openCard(SITES_NAME)).blocks, '更正另一次');

    expect((await office.answer()).text).toContain('的这次填报是18个（6月18日）');
  });
});

describe('a target’s card', () => {
  it('leads to everything that was ever said, undone entries among it, where that is more than it shows', async () => {
    const [targetId, name] = ['2019-6-2-06', '婚姻辅导站(室)'];
    const days = ['2019-01-31', '2019-02-28', '2019-03-31', '2019-04-30', '2019-05-31', '2019-06-20'];
    const entries = await office.records.ledger.append(
      days.map((asOf, index) =>
        makeValueEntry({ targetId, asOf, value: String(index + 1), note: `第${index + 1}批` }),
      ),
    );
    await office.records.ledger.append([
      makeEntry('undo', { targetId, undoes: entries[5]?.seq ?? 0, asOf: '2019-06-21' }),
    ]);
    const { blocks } = await office.openCard(name);
    expect(readBlocks(blocks)).toContain('更早的4条没有列出。');

    await office.press(blocks, '全部记录');

    const shown = readBlocks((await office.answer()).blocks);
    expect(shown).toContain(`# ${name}：全部记录（新的在前）`);
    expect(shown.match(/第\d+号/gu)?.length).toBeGreaterThanOrEqual(7);
    for (const index of days.keys()) expect(shown).toContain(`“第${index + 1}批”`);
    expect(shown).toContain('6个，U1“第6批”（已撤销或更正，不作数）');
  });

  it('shows sentence, goal, last year, history with a chart of the same numbers, and what can be done', async () => {
    await office.records.owners.assign({
      targetId: STATIONS,
      userIds: ['U777', '李科长'],
      assignedBy: 'U1',
      now: new Date(),
    });

    const card = await office.openCard('社区养老服务站');

    const shown = readBlocks(card.blocks);
    expect(shown).toContain('> 建设社区养老服务站400个');
    expect(shown).toContain('进展正常**：完成47.8%，应到47.9%，差0.1个百分点，在允许的10个百分点以内');
    expect(shown).toContain(
      '191/400个（6月22日），还差209个，应到192个；期限2019年12月31日；负责人：@U777、李科长',
    );
    expect(shown).toContain('上年200所（仅供参考');
    expect(card.text).toContain('填报与应到（个）：6月20日 185（应到187），6月22日 191（应到190）');
    expect(card.blocks.find(({ type }: CallBody) => type === 'data_visualization')).toBeUndefined();
    expect(allButtons(card.blocks).map((button) => button.text.text)).toEqual([
      '填报',
      '更正最近一次',
      '撤销最近一次',
      '更正另一次',
      '指定负责人',
      '调整状态',
    ]);
  });

  it.each([{ status: 400 }, { error: 'invalid_blocks' }])(
    'comes without the chart when Slack refuses it with %j',
    async (failure) => {
      const list = await office.ask('目标 量化 社区养老服务站');
      office.bot.slack.fail('response_url', failure);
      await office.press(list.blocks, '详情');

      const card = await office.privateMessage();
      expect(JSON.stringify(card.blocks)).not.toContain('data_visualization');
      expect(readBlocks(card.blocks)).toContain('191（应到190）');
      expect(findButton(card.blocks, '填报')).toBeDefined();
    },
  );
});
