import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery, messageDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { fillForm } from '../../support/slack/fill-form.ts';
import { allButtons, findButton, findOption, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

const SEED =
  '青岚市民政事业发展报告(2022)\n\n青岚市民政局\n\n一、2022年发展回顾\n\n城市低保标准为每人每月715元。全年临时救助困难群众3120人次。新建养老服务站36所。\n';

/** Nothing answers it, and something comes near. */
const FAR = '城市低保家庭的住房面积有多少平方米';

let bot: Bot;
let root: string;

async function start(more: Record<string, string> = {}) {
  root = mkdtempSync(join(tmpdir(), 'review-'));
  mkdirSync(join(root, 'seeds'));
  writeFileSync(join(root, 'seeds/qinglan.txt'), SEED);
  bot = await startBot({ SEEDS_DIR: join(root, 'seeds'), KNOWLEDGE_DIR: join(root, 'knowledge'), ...more });
}
beforeEach(() => start());
afterEach(async () => {
  await bot.stop();
  rmSync(root, { recursive: true });
});

async function command(text: string): Promise<CallBody> {
  await bot.send(commandDelivery(bot.scene, text));
  await bot.settle();
  return (await bot.slack.take('response_url')).body;
}
const shown = async (text: string): Promise<string> => readBlocks((await command(text)).blocks);

async function press(blocks: unknown, label: string): Promise<void> {
  await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, findButton(blocks, label)));
  await bot.settle();
}
const answer = async (): Promise<CallBody> => (await bot.slack.take('response_url')).body;
const privately = async (): Promise<CallBody> => (await bot.slack.take('chat.postEphemeral')).body;

async function fill(fields: Parameters<typeof fillForm>[1]): Promise<CallBody> {
  const { view } = (await bot.slack.take('views.open')).body;
  await bot.send(fillForm(view, fields, bot.scene.user));
  await bot.settle();
  return privately();
}

describe('/policy 未答', () => {
  it('lists what was not answered, once, with how often and what comes nearest', async () => {
    await command(FAR);
    await command(FAR);
    const list = await shown('未答');

    expect(list).toContain('没答上的和说数字有误的');
    expect(list).toContain(`**${FAR}**`);
    expect(list).toContain('问了2次，最近2026年11月24日');
    expect(list).toMatch(/「.+。」（《青岚市民政事业发展报告\(2022\)》 › 一、2022年发展回顾）/u);
    expect(list).toContain('[有个词不认识][是某个数的别名][报告没有]');
  });

  it('lists what people wrote, and how a follow-up was understood', async () => {
    const scene = { ...bot.scene, channel: bot.slack.directChannel };
    await bot.send(messageDelivery(scene, '城市低保标准是多少'));
    await bot.settle();
    await bot.send(messageDelivery(scene, '那2019年呢'));
    await bot.settle();

    const list = await shown('未答');

    expect(list).toMatch(/\*\*那2019年呢\*\*\n按“2019年城市低保标准.*”理解\n问了1次/u);
    expect(list).not.toContain('报告没有写');
  });

  it('says when there is nothing to go through', async () => {
    expect(await shown('未答')).toContain('没有要处理的');
  });

  it('takes a word, answers with it at once, and takes it back', async () => {
    await command('暖心包是多少');
    await press((await command('未答')).blocks, '有个词不认识');
    const told = await fill({ word: '暖心包', means: '城市低保标准' });

    expect(readBlocks(told.blocks)).toContain('记下了：“暖心包”就是“城市低保标准”');
    expect(readBlocks(told.blocks)).toContain('715元');
    expect(await shown('暖心包是多少')).toContain('715元');
    const list = await command('未答');
    expect(readBlocks(list.blocks)).toContain('没有要处理的');
    expect(readBlocks(list.blocks)).toContain(`由 @${bot.scene.user} 于2026年11月24日`);

    await press(list.blocks, '撤销');

    expect(readBlocks((await answer()).blocks)).toBe('已撤销：“暖心包”就是“城市低保标准”');
    expect(await shown('暖心包是多少')).not.toContain('715元');
  });

  it('says whether a word was of use: not for a question that does not have it', async () => {
    await command('房价补助是多少');
    await press((await command('未答')).blocks, '有个词不认识');
    const told = await fill({ word: '暖心包', means: '城市低保标准' });

    expect(readBlocks(told.blocks)).toContain('这句问话还是答不上：里面没有“暖心包”');
  });

  it('says whether a word was of use: not where the printed one answers as little', async () => {
    await command('房价补助是多少');
    await press((await command('未答')).blocks, '有个词不认识');
    const told = await fill({ word: '房价', means: '养老服务' });

    expect(readBlocks(told.blocks)).toContain('这句问话还是答不上：换成“养老服务补助是多少”来问，也没有查到');
  });

  it('takes no word for one that no report prints', async () => {
    await bot.stop();
    bot = await startBot();
    await command(FAR);
    await press((await command('未答')).blocks, '有个词不认识');
    const { view } = (await bot.slack.take('views.open')).body;
    const response = await bot.send(
      fillForm(view, { word: '住房面积', means: '博物馆标准' }, bot.scene.user),
    );

    expect(await response.text()).toContain('报告里没有“博物馆”，教了也查不到');
  });

  it('takes another name of a number nearby', async () => {
    await command(FAR);
    await press((await command('未答')).blocks, '是某个数的别名');
    const { view } = (await bot.slack.take('views.open')).body;
    const options: CallBody[] = view.blocks.find(({ block_id }: CallBody) => block_id === 'figure').element
      .options;
    const wanted = options.find(({ text }) => text.text.startsWith('715元'));
    await bot.send(fillForm(view, { figure: { choice: wanted?.value }, name: '暖心线' }, bot.scene.user));
    await bot.settle();

    expect(readBlocks((await privately()).blocks)).toContain('记下了：“715元”又叫“暖心线”');
    expect(await shown('暖心线是多少')).toContain('715元');
  });

  it('refuses from then on what no report answers', async () => {
    await command('房价是多少');
    await press((await command('未答')).blocks, '报告没有');

    expect(readBlocks((await answer()).blocks)).toContain('记下了：报告没有：“房价是多少”');
    expect(await shown('未答')).not.toContain('**房价是多少**');
  });

  it('lists what somebody called wrong, with what they wrote, until it was looked into', async () => {
    const asked = await command('城市低保标准是多少');
    await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, findOption(asked.blocks, '数字有误')));
    await bot.settle();
    const { view } = (await bot.slack.take('views.open')).body;
    await bot.send({
      ...fillForm(view, {}, bot.scene.user),
      body: {
        ...fillForm(view, {}, bot.scene.user).body,
        view: {
          id: 'VW1',
          ...view,
          state: { values: { comment: { text: { type: 'plain_text_input', value: '应为720元' } } } },
        },
      },
    });
    await privately();
    const list = await command('未答');

    expect(readBlocks(list.blocks)).toContain('有人说数字有误：“应为720元”');
    expect(readBlocks(list.blocks)).toContain('现在的回答：');
    await press(list.blocks, '看过了');
    expect(readBlocks((await answer()).blocks)).toBe('记下了，看过了。');
    expect(await shown('未答')).toContain('没有要处理的');
  });

  it('goes on to the next page', async () => {
    for (const word of ['甲甲', '乙乙', '丙丙', '丁丁', '戊戊', '己己']) await command(`${word}基金有多少`);
    const first = await command('未答');
    await press(first.blocks, '再看2条');
    const second = await answer();

    expect(allButtons(first.blocks).filter(({ text }) => text.text === '报告没有')).toHaveLength(4);
    expect(allButtons(second.blocks).filter(({ text }) => text.text === '报告没有')).toHaveLength(2);
  });
});

describe('what is taught', () => {
  it('is for managers', async () => {
    await bot.stop();
    await start({ TARGET_MANAGERS: 'U0MANAGER' });

    expect(await shown('未答')).toContain('要由管理员来做');
  });
});

describe('/policy 统计', () => {
  it('counts by week, channel and reason, without a question', async () => {
    await command('城市低保标准是多少');
    await command('房价是多少');
    bot.clock = new Date('2026-12-01T02:00:00.000Z');
    const again = await command('城市低保标准是多少');
    const rate = again.blocks.find(({ type }: CallBody) => type === 'context_actions').elements[0];
    await bot.send(
      pressDelivery(bot.scene, {
        type: 'feedback_buttons',
        action_id: rate.action_id,
        value: rate.positive_button.value,
      }),
    );
    await answer();
    const statistics = await command('统计');
    const text = readBlocks(statistics.blocks);

    expect(text).toContain(
      '2026年11月30日至12月6日：问1次，答上1次，没答上0次；有用1，没用0，数字有误0，要人工0',
    );
    expect(text).toContain('2026年11月23日至11月29日：问2次，答上1次，没答上1次');
    expect(text).toContain('：问3次，答上2次，没答上1次');
    expect(text).toContain('没有查到：1');
    expect(JSON.stringify(statistics)).not.toMatch(/低保|房价/u);
  });

  it('says when nobody has asked', async () => {
    expect(await shown('统计')).toContain('还没有人问过');
  });
});
