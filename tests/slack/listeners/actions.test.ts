import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  commandDelivery,
  mentionDelivery,
  messageDelivery,
  nextTs,
  type PressScene,
  pressDelivery,
} from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, findButton, findOption, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';
import { writeLongReport } from '../../support/slack/write-long-report.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(async () => {
  // What a press still shows anew must not come to the next test.
  await bot.settle();
  bot.slack.reset();
});
afterAll(() => bot.stop());

const DAY_MS = 24 * 3_600_000;

/** Asks by the command and returns the blocks of the private answer. */
const ask = async (text: string): Promise<CallBody[]> => {
  await bot.send(commandDelivery(bot.scene, text));
  return (await bot.slack.take('response_url')).body.blocks;
};
const press = (blocks: unknown, label: string, scene: Partial<PressScene> = {}) =>
  bot.send(pressDelivery({ ...bot.scene, isEphemeral: true, ...scene }, findButton(blocks, label)));
const badPress = (actionId: string, value = 'not json') =>
  bot.send(pressDelivery(bot.scene, { type: 'button', action_id: actionId, value }));

describe('分享到频道', () => {
  it('posts the answer for everybody, with who asked what', async () => {
    await press(await ask('低保标准？'), '分享到频道');

    const { body } = await bot.slack.take('response_url');

    expect(body).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(readBlocks(body.blocks)).toContain(`@${bot.slack.user} 问了这个问题：低保标准？`);
    expect(body.text).toContain('546元');
    expect(allButtons(body.blocks).map((b) => b.text.text)).not.toContain('分享到频道');
  });

  it('posts once, however often it is pressed', async () => {
    const blocks = await ask('低保标准？');
    const messageTs = nextTs();
    await press(blocks, '分享到频道', { messageTs });
    await bot.slack.take('response_url');
    await bot.slack.take('response_url');

    await press(blocks, '分享到频道', { messageTs });

    expect((await bot.slack.take('response_url')).body).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('已经分享过了'),
    });
  });

  it('takes the button away and says that it was shared', async () => {
    await press(await ask('低保标准？'), '分享到频道');
    await bot.slack.take('response_url');

    const { body } = await bot.slack.take('response_url');

    expect(body.replace_original).toBe(true);
    expect(allButtons(body.blocks).map((b) => b.text.text)).toEqual(['看上下文']);
    expect(readBlocks(body.blocks)).toMatch(/问：低保标准？\n.*546元.*已分享到频道/su);
  });

  it('posts by the Web API when the response_url has expired', async () => {
    const blocks = await ask('低保标准？');
    bot.slack.fail('response_url', { status: 404 });

    await press(blocks, '分享到频道');

    expect((await bot.slack.take('chat.postMessage')).body).toMatchObject({ channel: bot.slack.channel });
  });

  it('tells the person when neither way works, and posts when they try again', async () => {
    const blocks = await ask('低保标准？');
    const messageTs = nextTs();
    bot.slack.fail('response_url', { status: 404 });
    bot.slack.fail('chat.postMessage', { error: 'not_in_channel' });
    await press(blocks, '分享到频道', { messageTs });
    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能完成');
    bot.slack.reset();

    await press(blocks, '分享到频道', { messageTs });

    expect((await bot.slack.take('response_url')).body.response_type).toBe('in_channel');
  });

  it('says that the question is gone after its retention period', async () => {
    const blocks = await ask('低保标准？');
    const later = await startBot();
    await later.send(pressDelivery({ ...later.scene, isEphemeral: true }, findButton(blocks, '分享到频道')));

    expect((await later.slack.take('response_url')).body.text).toContain('已过保存期');
    await later.stop();
  });
});

describe('看上下文', () => {
  it('shows the whole paragraph with the number marked', async () => {
    await press(await ask('临时救助资金支出多少'), '看上下文');

    const shown = readBlocks((await bot.slack.take('response_url')).body.blocks);

    expect(shown).toContain('> 一是脱贫攻坚兜底保障有力。制定民政领域打赢脱贫攻坚战三年行动实施方案');
    expect(shown).toContain('**5.3亿元**');
    expect(shown).toContain('72万名受灾群众基本生活得到有效保障。');
  });

  it('of several places shows what stands beside each, and whole paragraphs behind buttons', async () => {
    await press(await ask('撤县设区'), '看上下文');

    const { body } = await bot.slack.take('response_url');
    const shown = readBlocks(body.blocks);
    expect(shown).toContain('前后的原文：');
    expect(shown).toContain('**完成第四轮渝鄂省界和17条县界联检,深化平安边界建设。**');
    expect(shown.length).toBeLessThan(1_400);
    await press(body.blocks, '第1处的整段');

    const whole = readBlocks((await bot.slack.take('response_url')).body.blocks);
    expect(whole).toContain('一是区划地名服务更加优化。');
    expect(whole).toContain('新改扩建救助管理站和未成年人保护中心7个。');
  });

  it('stays in the thread the answer stands in', async () => {
    await bot.send(mentionDelivery(bot.scene, '低保标准？'));
    const post = await bot.slack.take('chat.postMessage');

    await press(post.body.blocks, '看上下文', { isEphemeral: false, threadTs: '1700000000.000001' });

    expect((await bot.slack.take('response_url')).body).toMatchObject({
      response_type: 'ephemeral',
      thread_ts: '1700000000.000001',
    });
  });

  it('answers a value it cannot read with words', async () => {
    await badPress('show_context');

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能完成');
  });
});

describe('the menu of an answer', () => {
  const pick = (blocks: unknown, label: string) =>
    bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, findOption(blocks, label)));

  it('gives a citation to paste: the quote, the report, part and section', async () => {
    await pick(await ask('城乡低保标准差多少'), '复制引用');

    const { body } = await bot.slack.take('response_url');

    expect(body.text).toBe(
      '「全面落实困难群众基本生活保障自然增长机制,城乡低保标准分别提高到每人每月546元、410元,全年支出低保资金45.35亿元,保障低保对象89.2万人;」，《重庆经济年鉴(2019)·民政工作》，一、2018年发展回顾/(二)实施基本民生保障行动,社会救助水平稳步提升',
    );
    expect(JSON.stringify(body.blocks)).toContain('rich_text_preformatted');
  });

  it('says where exactly it stands and of which version', async () => {
    await pick(await ask('低保标准？'), '出处与版本');

    const shown = readBlocks((await bot.slack.take('response_url')).body.blocks);

    expect(shown).toContain('(二)实施基本民生保障行动,社会救助水平稳步提升');
    expect(shown).toMatch(/第1538–1612字\n引文逐字取自报告；知识版本 [0-9a-f]{12}/u);
  });

  it('answers a value it cannot read with words', async () => {
    await bot.send(
      pressDelivery(bot.scene, {
        type: 'overflow',
        action_id: 'answer_menu',
        selected_option: { value: '{}' },
      }),
    );

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能完成');
  });
});

describe('a reading of the question', () => {
  it('pressed in a private answer is answered privately', async () => {
    await press(await ask('标准是多少？'), '城市低保标准');

    const { body } = await bot.slack.take('response_url');

    expect(body.response_type).toBe('ephemeral');
    expect(body.text).toContain('546元');
  });

  it('pressed in a thread is answered there for everybody, and follow-ups know it', async () => {
    await bot.send(mentionDelivery(bot.scene, '标准是多少？'));
    const post = await bot.slack.take('chat.postMessage');
    const threadTs = String(post.body.thread_ts);

    await press(post.body.blocks, '城市低保标准', { isEphemeral: false, threadTs });
    const answer = await bot.slack.take('chat.postMessage');
    await bot.send(mentionDelivery(bot.scene, '那农村呢？', { thread_ts: threadTs }));
    const followUp = await bot.slack.take('chat.postMessage');

    expect(answer.body).toMatchObject({ thread_ts: threadTs, text: expect.stringContaining('546元') });
    expect(followUp.body.text).toContain('410元');
  });

  it('that Slack does not let through is told to the person', async () => {
    bot.slack.fail('chat.postMessage', { error: 'is_archived' });

    await bot.send(
      pressDelivery(bot.scene, {
        type: 'button',
        action_id: 'ask:0',
        value: JSON.stringify({ ask: '低保标准？' }),
      }),
    );

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能完成');
  });
});

describe('目录', () => {
  it('drills down to the text and back', async () => {
    const section = '(二)围绕“弱有所扶”,加快构建“大救助”格局';
    const outline = await ask('目录');
    const row = outline.find((block) => block.text?.text === section);
    await press(row, '展开');
    const points = (await bot.slack.take('response_url')).body.blocks;
    expect(readBlocks(points)).toContain('二是提升社会救助保障水平。[看原文]');

    await press(points[2], '看原文');
    expect(readBlocks((await bot.slack.take('response_url')).body.blocks)).toContain(
      '确保城乡低保差距缩小到不低于1∶0.76',
    );

    await press(points, '返回上一级');
    expect(readBlocks((await bot.slack.take('response_url')).body.blocks)).toContain(section);
  });

  it('says when a node is gone', async () => {
    await badPress('open_outline:1', JSON.stringify({ node: 'gone' }));

    expect((await bot.slack.take('response_url')).body.text).toContain('重新打开');
  });

  it('says when a place is gone', async () => {
    await badPress('open_place:1', JSON.stringify({ source: 'gone', start: 0, end: 5 }));

    expect((await bot.slack.take('response_url')).body.text).toContain('重新问一次');
  });

  it('falls back to an ephemeral message when the response_url has expired', async () => {
    bot.slack.fail('response_url', { status: 404 });
    await badPress('open_outline:1', JSON.stringify({ node: '' }));

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('目录');
  });
});

describe('a section longer than a message', () => {
  const points = 60;
  let long: Bot;
  beforeAll(async () => {
    const { seedsDir, knowledgeDir } = writeLongReport(points);
    long = await startBot({ SEEDS_DIR: seedsDir, KNOWLEDGE_DIR: knowledgeDir });
  });
  afterAll(() => long.stop());

  it('comes in pages that together hold every point once, whole and in order', async () => {
    await long.send(commandDelivery(long.scene, '2019年学前教育有什么目标'));
    let page = (await long.slack.take('response_url')).body;
    const shown = [readBlocks(page.blocks)];
    let next = allButtons(page.blocks).find((button) => button.text.text.startsWith('显示其余'));
    while (next && shown.length < points) {
      await long.send(
        pressDelivery({ ...long.scene, isEphemeral: true }, findButton(page.blocks, next.text.text)),
      );
      page = (await long.slack.take('response_url')).body;
      shown.push(readBlocks(page.blocks));
      next = allButtons(page.blocks).find((button) => button.text.text.startsWith('显示其余'));
    }

    const leads = [
      ...shown.join('\n').matchAll(/> \*\*[一二三四五六七八九十]+是办好第(\d+)片区学前教育。\*\*/gu),
    ];
    expect(leads.map((match) => Number(match[1]))).toEqual(Array.from({ length: points }, (_, i) => i + 1));
    expect(shown.join('\n').match(/让孩子就近入园。/gu)).toHaveLength(points);
    expect(shown.length).toBeGreaterThan(1);
  });
});

describe('in a direct message', () => {
  it('buttons are answered there', async () => {
    await bot.send(messageDelivery({ ...bot.scene, channel: bot.slack.directChannel }, '低保标准？'));
    const post = await bot.slack.take('chat.postMessage');

    await press(post.body.blocks, '看上下文', { isEphemeral: false, channel: bot.slack.directChannel });

    expect((await bot.slack.take('chat.postMessage')).body).toMatchObject({
      channel: bot.slack.directChannel,
      text: expect.stringContaining('整段原文'),
    });
  });
});

describe('retention', () => {
  it('forgets question texts after the configured days', async () => {
    const forgetful = await startBot({ QUESTION_RETENTION_DAYS: '1' });
    await forgetful.send(commandDelivery(forgetful.scene, '低保标准？'));
    const { blocks } = (await forgetful.slack.take('response_url')).body;
    forgetful.clock = new Date(forgetful.clock.getTime() + 2 * DAY_MS);

    await forgetful.application.forgetOldRecords();

    await forgetful.send(
      pressDelivery({ ...forgetful.scene, isEphemeral: true }, findButton(blocks, '看上下文')),
    );
    expect((await forgetful.slack.take('response_url')).body.text).toContain('已过保存期');
    await forgetful.stop();
  });
});
