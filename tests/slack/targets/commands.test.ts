import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery, messageDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, findButton, readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { people, startTargetBot, type TargetBot } from './target-bot.ts';

const MANAGER = 'U0MANAGER1';
let office: TargetBot;
beforeAll(async () => {
  office = await startTargetBot({ TARGET_MANAGERS: MANAGER });
});
beforeEach(async () => {
  await office.bot.settle();
  office.bot.slack.reset();
});
afterAll(() => office.stop());

/** The field for how far a target has come. */
const measureOf = ({ blocks }: CallBody): CallBody =>
  blocks.find(({ block_id: id = '' }: CallBody) => /^(?:value|state)/u.test(id));
const labels = (blocks: unknown) => allButtons(blocks).map((button) => button.text.text);
const asManager = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const { user } = office.bot.scene;
  Object.assign(office.bot.scene, { user: MANAGER });
  try {
    return await work();
  } finally {
    Object.assign(office.bot.scene, { user });
  }
};

describe('commands as people type them', () => {
  it.each(['填报 社区养老服务站', '填报社区养老服务站', '填抱 社区养老服务站'])(
    '“%s” opens the form of that target',
    async (text) => {
      await office.bot.send(commandDelivery(office.bot.scene, text));

      expect(readBlocks((await office.openedForm()).blocks)).toContain('# 社区养老服务站');
    },
  );

  it('进度 with a target shows its card', async () => {
    expect(readBlocks((await office.ask('社区养老服务站进度')).blocks)).toContain(
      '> 建设社区养老服务站400个',
    );
  });

  it('撤销 leads to the last entry of whoever asks, or says that there is none', async () => {
    expect((await office.ask('撤销')).text).toContain('没有您自己填报、还可以撤销或更正的');
    await office.records.ledger.append([
      makeValueEntry({ targetId: '2019-3-1-01', recordedBy: office.bot.scene.user }),
    ]);

    const said = await office.ask('撤销');
    expect(said.text).toBe('“社区养老服务站”最近的填报是100个（3月31日）。撤销后就没有填报了。');
    expect(labels(said.blocks)).toEqual(['撤销这次填报', '更正这次填报', '详情']);
  });

  it('谁负责什么 tells who answers for what, and that a name alone says to nobody who it is', async () => {
    await office.records.owners.assign({
      targetId: '2019-3-1-01',
      userIds: [MANAGER],
      assignedBy: MANAGER,
      now: new Date(),
    });

    const shown = await office.ask('谁负责什么');
    expect(readBlocks(shown.blocks)).toContain('（1项）：社区养老服务站');
    expect(readBlocks(shown.blocks)).toContain('还没有指定负责人。');
    expect((await office.ask('王芳负责哪些目标')).text).toContain('只写名字认不出“王芳”是哪位同事');
    const theirs = readBlocks((await office.ask(`<@${MANAGER}> 负责哪些目标`)).blocks);
    expect(theirs).toContain('社区养老服务站');
    expect(theirs).toContain('共1项');
  });

  it('上半年 leads to the quarter that ends with it', async () => {
    for (const asked of ['上半年完成了哪些', '上半年目标完成情况', '周报 上半年', '导出 上半年'])
      expect((await office.ask(asked)).text).toContain(
        '到6月底共完成哪些，看二季度的：/policy 季报 二季度。',
      );
  });

  it('补发 says that nothing is posted by hand, and what there is', async () => {
    const { text } = await office.ask('补发');

    expect(text).toContain('不能手动发到频道');
    expect(text).toContain('诊断');
    expect((await office.ask('诊断')).text).not.toContain('不能手动发到频道');
  });

  it('负责人 lists what has none', async () => {
    expect(readBlocks((await office.ask('负责人')).blocks)).toContain('# 目标：没有负责人');
  });

  it('负责人 says to whoever may not assign who does', async () => {
    expect((await office.ask('负责人')).text).toContain('负责人由管理员指定。');
    expect((await asManager(() => office.ask('负责人'))).text).not.toContain('由管理员指定');
  });

  it('暂停 promises nobody a button they will not find', async () => {
    expect((await office.ask('暂停')).text).toBe('暂停目标和通报要由管理员来做。');
    expect((await asManager(() => office.ask('暂停'))).text).toContain('点“调整状态”');
  });

  it('a digest is narrowed by the words of a list, and so are its buttons', async () => {
    const { blocks } = await office.ask('周报 养老');

    expect(readBlocks(blocks)).toContain('只看：养老');
    expect(labels(blocks)).toContain('全部28项');
    expect(labels(blocks)).not.toContain('我的目标');
    const [attention = ''] = labels(blocks);
    await office.press(blocks, attention);
    expect(readBlocks((await office.answer()).blocks)).toContain('# 目标：需要关注、养老');
  });

  it('a digest of a day that is past counts nothing that its buttons would show otherwise', async () => {
    expect(labels((await office.ask('月报 5月')).blocks)[0]).toBe('现在需要关注的');
  });

  it('a digest of nothing says why, and what there is', async () => {
    expect((await office.ask('周报 暂停')).text).toContain('现在没有这样的目标。');
    expect((await office.ask('我的周报')).text).toContain('还没有指定给您的目标');
  });

  it('thanks are answered as thanks', async () => {
    expect((await office.ask('谢谢')).text).toContain('不客气');
  });

  it.each([
    { text: '暂停 社区养老服务站', chosen: '暂停' },
    { text: '恢复 社区养老服务站', chosen: '按规则判定（取消暂停）' },
    { text: '状态 社区养老服务站', chosen: undefined },
  ])('“$text” opens a form that begins with $chosen', async ({ text, chosen }) => {
    await asManager(() => office.bot.send(commandDelivery(office.bot.scene, text)));

    const form = await office.openedForm();
    expect(form.blocks[1].element.initial_option?.text.text).toBe(chosen);
  });

  it('撤销 with a target nobody reported says that there is nothing to undo', async () => {
    expect((await office.ask('撤销 婚姻辅导站')).text).toContain('这个目标没有您可以撤销或更正的填报。');
  });

  it.each([
    { text: '填报 社区养老服务站 200个', field: 'initial_value', said: '"200个"' },
    { text: '填报社区养老服务站200', field: 'initial_value', said: '"200"' },
    { text: '填报 县级界线联检 ８', field: 'initial_value', said: '"8"' },
    { text: '填报 民政能力提升工程 进行中', field: 'initial_option', said: '进行中' },
  ])('what was typed behind the target stands in the form: “$text”', async ({ text, field, said }) => {
    await office.bot.send(commandDelivery(office.bot.scene, text));

    expect(JSON.stringify(measureOf(await office.openedForm()).element[field])).toContain(said);
  });

  it.each(['填报 福彩 24.3', '填报福彩24.3', '填报 彩票 24.3', '上报 发行 24.3'])(
    'a value behind a part of several names is for the one reported as a number: “%s”',
    async (text) => {
      await office.bot.send(commandDelivery(office.bot.scene, text));

      const form = await office.openedForm();
      expect(readBlocks(form.blocks)).toContain('# 福利彩票发行总量');
      expect(measureOf(form).element.initial_value).toBe('24.3');
    },
  );

  it('a value behind a part of several numbers’ names waits until one is chosen', async () => {
    await office.bot.send(commandDelivery(office.bot.scene, '填报 低保 600'));
    const menu = await office.openedForm();
    const { option_groups: groups, action_id } = menu.blocks[0].accessory;
    const [farmers] = groups
      .flatMap(({ options }: CallBody) => options)
      .filter(({ text }: CallBody) => text.text === '农村低保标准提高');
    expect(JSON.stringify(groups)).not.toContain('社区养老服务站');

    const form = await office.pressInForm(menu, {
      type: 'static_select',
      action_id,
      selected_option: farmers,
    });

    expect(readBlocks(form.blocks)).toContain('# 农村低保标准提高');
    expect(measureOf(form).element.initial_value).toBe('600');
  });

  it('a value, its day and a note behind a name stand in their own fields', async () => {
    await office.bot.send(
      commandDelivery(office.bot.scene, '填报 社区养老服务站 128个 6月10日 大渡口、北碚集中开工'),
    );

    const form = await office.openedForm();
    expect(measureOf(form).element.initial_value).toBe('128个');
    expect(JSON.stringify(form.blocks)).toContain('"initial_date":"2019-06-10"');
    expect(JSON.stringify(form.blocks)).toContain('"initial_value":"大渡口、北碚集中开工"');
  });

  it.each([
    { text: '填报 社区养老服务站 -5个', said: '-5个' },
    { text: '填报 社区养老服务站 -3亿元', said: '-3亿元' },
    { text: '填报 社区养老服务站 －5', said: '-5' },
    { text: '填报社区养老服务站-5个', said: '-5个' },
    { text: '填报 社区养老服务站：−5', said: '−5' },
    { text: '填报 社区养老服务站 负5个', said: '-5个' },
    { text: '上报 社区养老服务站 6月10日 -5个', said: '-5个' },
    { text: '填报 社区养老服务站 -5个 撤并', said: '-5个' },
    { text: '填报 福彩 -24.3', said: '-24.3' },
  ])('a number below nothing stands so in the form: “$text”', async ({ text, said }) => {
    await office.bot.send(commandDelivery(office.bot.scene, text));

    expect(measureOf(await office.openedForm()).element.initial_value).toBe(said);
  });

  it('what the field cannot take of what was typed stands in the note', async () => {
    await office.bot.send(commandDelivery(office.bot.scene, '填报 家和计划 24.3'));

    const noteOf = ({ blocks }: CallBody) =>
      blocks.find(({ block_id: id = '' }: CallBody) => String(id).startsWith('note')).element.initial_value;
    expect(noteOf(await office.openedForm())).toBe('24.3');
  });

  it('a short name shows what is called so in full beside what has it in its name', async () => {
    const { text } = await office.ask('目标 福彩');

    expect(text).toContain('福利彩票发行总量');
    expect(text).toContain('福彩公益金信息公开和督查办法');
  });

  it('a value for several targets is said to be not recorded where no form opens', async () => {
    const scene = { ...office.bot.scene, channel: office.bot.slack.directChannel };
    await office.bot.send(messageDelivery(scene, '填报 低保 600'));

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(body.text).toContain('“600”还没有记下');
    expect(readBlocks(body.blocks)).toContain('共4项');
  });

  it('a value in a direct message, where no form opens, is said to be not recorded', async () => {
    const scene = { ...office.bot.scene, channel: office.bot.slack.directChannel };
    await office.bot.send(messageDelivery(scene, '填报 社区养老服务站 220'));

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(body.text).toContain('“220”还没有记下：请点下面的“填报”');
    office.bot.slack.reset();
    await office.press(body.blocks, '填报');
    expect(measureOf(await office.openedForm()).element.initial_value).toBe('220');
  });

  it('how far a target has come is a report from its owner, with the value in the form, and a question from others', async () => {
    const scene = { ...office.bot.scene, channel: office.bot.slack.directChannel };
    const said = async (text: string) => {
      await office.bot.send(messageDelivery(scene, text));
      const { body } = await office.bot.slack.take('chat.postMessage');
      office.bot.slack.reset();
      return body;
    };
    const asked = await said('婚姻辅导站做到16个了');
    expect(asked.text).not.toContain('还没有记下');
    expect(readBlocks(asked.blocks)).toContain(
      '这里只查了报告，“16个”没有记为进度。要填报：/policy 填报 婚姻辅导站(室) 16个',
    );
    await office.records.owners.assign({
      targetId: '2019-6-2-06',
      userIds: [scene.user],
      assignedBy: 'U9',
      now: office.bot.clock,
    });
    const before = await office.records.ledger.allEntries();
    expect((await office.ask('婚姻辅导站做到16个了')).text).toContain('“16个”还没有记下');

    const { text, blocks } = await said('婚姻辅导站做到16个了');

    expect(text).toContain('“16个”还没有记下：请点下面的“填报”');
    await office.press(blocks, '填报');
    expect(measureOf(await office.openedForm()).element.initial_value).toBe('16个');
    expect(await office.records.ledger.allEntries()).toEqual(before);
  });

  it('填报 without a name offers one’s own targets first', async () => {
    await office.records.owners.assign({
      targetId: '2019-6-2-06',
      userIds: [office.bot.scene.user],
      assignedBy: 'U9',
      now: office.bot.clock,
    });
    await office.bot.send(commandDelivery(office.bot.scene, '填报'));

    const [first, ...others] = (await office.openedForm()).blocks[0].accessory.option_groups;
    expect(first.label.text).toBe('我的目标');
    expect(first.options.map(({ value }: CallBody) => value)).toEqual(['2019-6-2-06']);
    expect(JSON.stringify(others)).not.toContain('"2019-6-2-06"');
  });

  it('负责人 with a colleague begins the form with them', async () => {
    await asManager(() =>
      office.bot.send(commandDelivery(office.bot.scene, '负责人 社区养老服务站 <@U555|zhang>')),
    );

    expect((await office.openedForm()).blocks[1].element.initial_users).toEqual(['U555']);
  });

  it('负责人 with a colleague alone shows what is theirs, and how to assign more', async () => {
    await office.records.owners.assign({
      targetId: '2019-6-2-06',
      userIds: ['U555'],
      assignedBy: 'U9',
      now: office.bot.clock,
    });

    const theirs = await asManager(() => office.ask('负责人 <@U555|zhang>'));

    expect(theirs.text).toContain('下面是这位同事现在负责的目标。要再指定一个，请把目标名也写上');
    expect(readBlocks(theirs.blocks)).toContain('婚姻辅导站(室)');
    expect(readBlocks(theirs.blocks)).toContain('共1项');
  });

  it('负责人 with a colleague in a direct message puts them into the form behind the button', async () => {
    const scene = { ...office.bot.scene, channel: office.bot.slack.directChannel, user: MANAGER };
    await office.bot.send(messageDelivery(scene, '负责人 社区养老服务站 <@U555>'));
    const { body } = await office.bot.slack.take('chat.postMessage');

    expect(body.text).toContain('还没有指定：请点下面的“指定负责人”');
    await asManager(() => office.press(body.blocks, '指定负责人'));
    expect((await office.openedForm()).blocks[1].element.initial_users).toEqual(['U555']);
  });

  it('负责人 with a name nobody has says so, and an empty form clears nobody', async () => {
    const form = await asManager(async () => {
      await office.bot.send(commandDelivery(office.bot.scene, '负责人 社区养老服务站 @张三'));
      return office.openedForm();
    });

    expect(readBlocks(form.blocks)).toContain('没认出“张三”是哪位同事，请在下面选人。');
    const told = await asManager(() => office.submit(form, { owners: people() }));
    expect(JSON.stringify(told)).toContain('没认出写的是哪位同事');
  });

  it('订阅 with a day and a time begins the form with them', async () => {
    await asManager(() => office.bot.send(commandDelivery(office.bot.scene, '订阅 每周五 17:00')));

    const form = JSON.stringify((await office.openedForm()).blocks);
    expect(form).toContain('"initial_time":"17:00"');
    expect(form).toMatch(/"initial_option":\{[^}]*\},"value":"week:5"/u);
  });

  it.each(['每周五下午3点 只看养老', '每周五15:00 只要养老的', '每周五下午3点 养老'])(
    '订阅 %s begins the form with what it is narrowed to',
    async (said) => {
      await asManager(() => office.bot.send(commandDelivery(office.bot.scene, `订阅 ${said}`)));

      const { blocks } = await office.openedForm();
      const narrowed = blocks.flatMap(({ element }: CallBody) => element?.initial_options ?? []);
      expect(narrowed.map(({ text }: CallBody) => text.text)).toEqual([
        '(三)围绕“老有所养”,加快构建“大养老”格局',
      ]);
    },
  );

  it('订阅 with a status begins the form with it', async () => {
    await asManager(() => office.bot.send(commandDelivery(office.bot.scene, '订阅 每周五 只看滞后')));

    expect(JSON.stringify((await office.openedForm()).blocks)).toMatch(/"initial_options":\[[^\]]*"behind"/u);
  });

  it('取消订阅 makes no subscription where there is none', async () => {
    const none = await asManager(() => office.ask('取消订阅'));

    expect(none.text).toContain('这个频道还没有订阅进度通报。');
    expect(labels(none.blocks)).toEqual(['新增订阅']);
    expect((await office.ask('我的订阅')).text).toContain('您还没有订阅自己负责的目标。');
  });

  it('订阅设置 and 暂停 lead to the subscriptions of the channel', async () => {
    const { channel } = office.bot.scene;
    await office.records.subscriptions.add(makeNewSubscription({ channelId: channel }), new Date());

    expect(readBlocks((await office.ask('订阅设置')).blocks)).toContain('# 进度通报订阅');
    expect(readBlocks((await office.ask('暂停')).blocks)).toContain('# 进度通报订阅');
  });

  it('a target that there is not is said to be none, with the ways on', async () => {
    const answer = await office.ask('填报 月球基地');

    expect(answer.text).toContain('没有找到叫这个名字的目标');
    expect(labels(answer.blocks)).toEqual(['填报', '全部目标']);
  });

  it('a follow-up in a direct message is about the target whose card was shown', async () => {
    const { directChannel } = office.bot.slack;
    const say = async (text: string) => {
      await office.bot.send(messageDelivery({ ...office.bot.scene, channel: directChannel }, text));
      return (await office.bot.slack.take('chat.postMessage')).body;
    };
    await say('低保标准是多少');
    await say('社区养老服务站进度');

    expect((await say('那目标是多少')).text).toContain('400个');
    await say('社区养老服务站进度');
    for (const asked of ['谁负责', '谁负责的', '由谁负责', '归谁管', '这个目标谁负责', '它是谁在负责'])
      expect((await say(asked)).text).toContain('社区养老服务站');
  });

  it('诊断 in a direct message speaks of no channel', async () => {
    const { directChannel } = office.bot.slack;
    await office.bot.send(messageDelivery({ ...office.bot.scene, channel: directChannel }, '诊断'));

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(body.text).not.toContain('这个频道');
    expect(readBlocks(body.blocks)).toContain('您还没有单独的通报');
  });

  it('are carried out in a direct message too, with a button for the form', async () => {
    const { directChannel } = office.bot.slack;
    await office.bot.send(
      messageDelivery({ ...office.bot.scene, channel: directChannel }, '填报 社区养老服务站'),
    );

    const { body } = await office.bot.slack.take('chat.postMessage');
    expect(readBlocks(body.blocks)).toContain('# 社区养老服务站');
    expect(findButton(body.blocks, '填报')).toBeDefined();
  });
});

describe('buttons somebody may not use', () => {
  it('are not on a card', async () => {
    await office.records.ledger.append([makeValueEntry({ targetId: '2019-3-1-02', recordedBy: 'U0OTHER' })]);

    expect(labels((await office.ask('进度 市级示范社区养老服务中心')).blocks)).toEqual(['填报']);
    expect(labels((await asManager(() => office.ask('进度 市级示范社区养老服务中心'))).blocks)).toEqual([
      '填报',
      '更正最近一次',
      '撤销最近一次',
      '指定负责人',
      '调整状态',
    ]);
  });

  it('are not in the list of subscriptions', async () => {
    expect(labels((await office.ask('订阅')).blocks)).toEqual(['预览']);
    expect(labels((await asManager(() => office.ask('订阅'))).blocks)).toContain('新增订阅');
  });
});

describe('the form for an entry', () => {
  it('leaves to the person how sure they are', async () => {
    await office.bot.send(
      pressDelivery(office.bot.scene, {
        type: 'button',
        action_id: 'target_record',
        value: JSON.stringify({ target: '2019-3-1-01' }),
      }),
    );

    const { blocks } = await office.openedForm();
    const confidence = blocks.find(({ block_id }: { block_id?: string }) =>
      block_id?.startsWith('confidence'),
    );
    expect(confidence.element).not.toHaveProperty('initial_option');
  });
});

describe('progress its owner tells', () => {
  const assignMe = (targetId: string) =>
    office.records.owners.assign({
      targetId,
      userIds: [office.bot.scene.user],
      assignedBy: 'U9',
      now: office.bot.clock,
    });
  const STATIONS = '2019-3-1-01';
  const openBegun = async (blocks: unknown) => {
    await office.press(blocks, '填报');
    return office.openedForm();
  };

  it.each([
    '社区养老服务站 本周新开5个',
    '社区养老服务站新增5个',
    '社区养老服务站又开了五个',
    '社区养老服务站 +5个',
    '本周新开5个社区养老服务站',
    '这个月新增社区养老服务站5个',
    '填报 社区养老服务站 新增5个',
  ])('“%s” is an increase: the form begins with the total it leads to', async (text) => {
    await assignMe(STATIONS);
    await office.records.ledger.append([
      makeValueEntry({ targetId: STATIONS, asOf: '2019-06-20', value: '212' }),
    ]);
    const before = await office.records.ledger.allEntries();

    const told = await office.ask(text);

    expect(told.text).toMatch(/还没有记下。填报要填累计数：最近填报212个（6月20日），加上5个是217个。/u);
    expect(measureOf(await openBegun(told.blocks)).element.initial_value).toBe('217个');
    expect(await office.records.ledger.allEntries()).toEqual(before);
  });

  it('a state of what is counted asks for the number', async () => {
    await assignMe(STATIONS);

    expect((await office.ask('社区养老服务站 进展正常')).text).toContain(
      '还没有记下：这个目标要填数（个），不是进展到哪一步',
    );
  });

  it('an increase of these days is no draft of the report, whoever tells it', async () => {
    const told = await office.ask('市级示范社区养老服务中心 本周新建2个');

    expect(told.text).toContain('“本周新建2个”还没有记下');
    expect(told.text).not.toContain('不一致');
  });

  it('an increase on nothing asks for the total', async () => {
    await assignMe('2019-6-2-06');

    const told = await office.ask('婚姻辅导站 本周新增3个');

    expect(told.text).toContain('这个目标还没有人填报，算不出来');
    expect(measureOf(await openBegun(told.blocks)).element.initial_value).toBeUndefined();
  });

  it('a number spelled out is one, and a day that is told stands in the form', async () => {
    await assignMe(STATIONS);

    expect((await office.ask('社区养老服务站 两百二十五个')).text).toContain('“225个”还没有记下');
    const told = await office.ask('社区养老服务站 截至6月20日 214个');
    expect(told.text).toContain('“214个”还没有记下');
    const form = await openBegun(told.blocks);
    expect(measureOf(form).element.initial_value).toBe('214个');
    expect(JSON.stringify(form.blocks)).toContain('"initial_date":"2019-06-20"');
  });

  it('what was reported last can be told to be another value', async () => {
    await assignMe(STATIONS);
    await office.records.ledger.append([
      makeValueEntry({
        targetId: STATIONS,
        asOf: '2019-06-21',
        value: '18',
        recordedBy: office.bot.scene.user,
      }),
    ]);

    const told = await office.ask('改成17个');

    expect(told.text).toContain('最近的填报是18个（6月21日），还没有改成“17个”：请点“更正”');
    await office.press(told.blocks, '更正这次填报');
    expect(measureOf(await office.openedForm()).element.initial_value).toBe('17个');
  });
});
