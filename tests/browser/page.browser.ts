import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSampler } from '../workspace/support/start-sampler.ts';
import {
  expectAccessible,
  expectFocused,
  expectSoon,
  openBrowser,
  openPage,
  openPlace,
  say,
} from './support/open-browser.ts';

/** The page by itself, with a bot behind it that sends every kind of block. */
describe('the page', () => {
  let browser: Browser;
  let workspace: Awaited<ReturnType<typeof startSampler>>;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    workspace = await startSampler();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await workspace.stop();
  });

  const open = (options = {}) => openPage(browser, workspace.url, options);

  it('draws every block, loads nothing from outside but the picture, and reports no problem', async () => {
    const { page, problems, outside } = await open();
    await page.getByRole('button', { name: '每种块各一个' }).click();

    await page.getByRole('heading', { name: '各种块' }).waitFor();
    for (const text of ['引文里的数字', '这是一段引文。', '第二点', '组里的文字', '来源:样例']) {
      await page.getByText(text).waitFor();
    }
    for (const name of ['bar 图', 'line 图', 'area 图', 'pie 图', '一张示意图']) {
      await page.getByRole('img', { name }).waitFor();
    }
    await page.getByRole('cell', { name: '甲' }).waitFor();
    expect(await page.getByText('546元').evaluate((node) => node.tagName)).toBe('STRONG');
    await expectAccessible(page);
    expect(outside).toEqual(['https://example.invalid/chart.png']);
    expect(problems).toEqual([]);
  });

  it('sorts a data table by value and leafs through its pages', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: '每种块各一个' }).click();
    const table = page.getByRole('region', { name: '进度表' });
    const values = () => table.locator('td').allTextContents();
    await table.waitFor();
    await expectSoon(values, ['30个', '4个', '200个']);

    await table.getByRole('button', { name: '完成' }).click();
    await expectSoon(values, ['4个', '17个', '30个']);
    await table.getByRole('button', { name: '完成' }).click();
    await expectSoon(values, ['200个', '30个', '17个']);
    await page.getByRole('button', { name: '下一页' }).click();
    await expectSoon(values, ['4个']);
  });

  it('presses buttons, asks first where the bot wants it, picks from menus and dates', async () => {
    const { page, problems } = await open();
    await page.getByRole('button', { name: '每种块各一个' }).click();

    await page.getByRole('button', { name: '先问' }).click();
    await page.getByRole('dialog', { name: '真的?' }).getByRole('button', { name: '否' }).click();
    await page.getByRole('button', { name: '先问' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '是' }).click();
    await page.getByText('收到 {"type":"button"}').waitFor();

    await page.getByRole('combobox', { name: '选一个' }).selectOption('蓝');
    await page.getByText(/"selected_option".*"blue"/).waitFor();
    await page.getByRole('textbox', { name: '选择' }).fill('2019年7月1日');
    await page.getByRole('textbox', { name: '选择' }).press('Tab');
    await page.getByText(/"selected_date":"2019-07-01"/).waitFor();
    await page.locator('summary[aria-label="更多选项"]').click();
    await page.getByRole('button', { name: '乙项' }).click();
    await page.getByText(/"type":"overflow".*"b"/).waitFor();
    await page.getByRole('button', { name: '没用' }).click();
    await page.getByText(/"feedback_buttons","value":"down"/).waitFor();
    await expectSoon(() => page.getByRole('button', { name: '没用' }).getAttribute('aria-pressed'), 'true');
    expect(problems).toEqual([]);
  });

  it('shows the mistakes of a form beside its fields, and takes it once they are corrected', async () => {
    const { page, problems } = await open();
    await openPlace(page, '民政政策');
    await say(page, '/sampler 表单');
    const form = page.getByRole('dialog', { name: '填一张表' });
    const submit = () => form.getByRole('button', { name: '提交' }).click();
    await form.waitFor();
    await expectAccessible(page);

    await submit();
    await form.getByText('请填写此项。').waitFor();
    await expectFocused(form.getByLabel('数值'));
    await form.getByLabel('数值').fill('5');
    await submit();
    await form.getByText('要大于 10,请再看一眼。').waitFor();
    await expectAccessible(page);
    await form.getByLabel('数值').fill('50');
    await form.getByLabel('累计').check();
    await submit();

    await form.waitFor({ state: 'detached' });
    await page.getByText('记下了 50').waitFor();
    expect(problems).toEqual([]);
  });

  it('works by keyboard alone: completion, sending, tools of a message, closing a form', async () => {
    const { page } = await open();
    await openPlace(page, '民政政策');
    const composer = page.getByRole('textbox', { name: '发到 #民政政策' });
    await composer.focus();
    await page.keyboard.type('/sa');
    await page.getByRole('option', { name: '/sampler' }).waitFor();
    await page.keyboard.press('Enter');
    await expectSoon(() => composer.inputValue(), '/sampler ');
    await page.keyboard.type('表单');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '填一张表' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('没有提交').waitFor();

    await composer.focus();
    await page.keyboard.type('问 @样');
    await page.keyboard.press('Tab');
    await expectSoon(() => composer.inputValue(), '问 @样例助手 ');
    await page.keyboard.type('在吗');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 条回复' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: '讨论串' }).getByText('在讨论串里回答').waitFor();
  });

  it('marks what only one person sees, and shows it to nobody else', async () => {
    const staff = await open();
    const admin = await open();
    await admin.page.getByLabel('我是').selectOption('管理员');
    await openPlace(staff.page, '民政政策');
    await openPlace(admin.page, '民政政策');
    await say(staff.page, '/sampler 悄悄话');
    await say(staff.page, '大家好');

    await staff.page.getByText('只对你说:悄悄话').waitFor();
    await staff.page.getByText('仅你可见').waitFor();
    await admin.page.getByText('大家好').waitFor();
    expect(await admin.page.getByText('悄悄话').count()).toBe(0);
  });

  it('keeps the conversation over a reload and shows it in a second tab at once', async () => {
    const { page, context, problems } = await open();
    await openPlace(page, '民政政策');
    const second = await context.newPage();
    await second.goto(page.url());
    await say(page, '第一句');
    await second.getByText('第一句').waitFor();
    await page.reload();

    await page.getByText('第一句').waitFor();
    await say(second, '第二句');
    await page.getByText('第二句').waitFor();
    expect(problems).toEqual([]);
  });

  it('starts over on reset, in every tab', async () => {
    const { page, context } = await open();
    await openPlace(page, '民政政策');
    await say(page, '旧话');
    await page.getByText('旧话').waitFor();
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByText('旧话').waitFor();
    await page.getByRole('button', { name: '重新开始' }).click();

    await page.getByRole('heading', { name: '先试五件事' }).waitFor();
    await second.getByText('还没有消息').waitFor();
  });

  it('shows what is done until the bot has started over, in every tab, and then does what was asked meanwhile', async () => {
    const { page, context } = await open();
    const second = await context.newPage();
    await second.goto(page.url());
    const release = workspace.holdBot();
    await page.getByRole('button', { name: '重新开始' }).click();

    for (const tab of [page, second]) {
      await tab.getByRole('status').getByText('正在等样例机器人……').waitFor();
      await tab.getByRole('progressbar', { name: '启动进度' }).waitFor();
    }
    await expectAccessible(page);
    await page.getByRole('button', { name: '每种块各一个' }).click();
    release();

    await page.getByRole('heading', { name: '各种块' }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  it('lets the keyboard past the sidebar with one Tab', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', { name: '跳到正文' });
    await expectFocused(skip);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    await expectFocused(page.getByRole('button', { name: '每种块各一个' }));
    expect(new URL(page.url()).hash).toBe('');
  });

  it('writes days and hours the Chinese way whatever language the browser has', async () => {
    const { page, problems } = await open({ locale: 'en-US' });
    const clock = page.getByLabel('把时钟调到');
    expect(await clock.inputValue()).toBe('2019-06-20 10:00');

    await clock.fill('2019年6月24日 9:00');
    await clock.press('Enter');
    await page.getByRole('region', { name: '工作区时钟' }).getByText('2019年6月24日星期一').waitFor();
    await clock.fill('24.06.2019');
    await page.getByRole('button', { name: '前往' }).click();

    expect(await clock.evaluate((input: HTMLInputElement) => input.validationMessage)).toBe(
      '请写成：日期和时间，如 2019-06-24 09:00',
    );
    expect(workspace.clockMoves).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('fits a phone, without scrolling sideways, in light and dark', async () => {
    const { page } = await open({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
    await page.getByRole('button', { name: '每种块各一个' }).click();
    await page.getByRole('heading', { name: '各种块' }).waitFor();
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await expectAccessible(page);

    await page.getByRole('button', { name: '频道列表' }).click();
    await expectAccessible(page);
    await openPlace(page, '主页');
    await page.getByRole('heading', { name: '样例主页' }).waitFor();
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page);
  });

  it('shows what Slack would refuse, with its code, instead of the message', async () => {
    const { page } = await open();
    await openPlace(page, '民政政策');
    await say(page, '/sampler 太长');

    await page.getByText('Slack 不会接受这条消息：').waitFor();
    await page.getByText(/must be less than 3001 characters/).waitFor();
    await page.getByText('被拒绝:invalid_blocks').waitFor();
  });

  it('inspects a message: limits, what went back and forth, the stages, the blocks', async () => {
    const { page, problems } = await open();
    await page.getByRole('button', { name: '每种块各一个' }).click();
    const message = page.getByRole('article').first();
    await message.hover();
    await message.getByRole('button', { name: '检查' }).click();
    const panel = page.getByRole('complementary', { name: '检查' });
    await panel.getByText('13 / 50').waitFor();
    await panel.getByText('command /sampler').click();
    await panel.getByText('"trigger_id"').waitFor();
    await panel.locator('summary', { hasText: 'Block Kit JSON' }).click();
    await panel.locator('details[open]').getByText('"data_visualization"').first().waitFor();
    await expectAccessible(page);
    expect(problems).toEqual([]);
  });

  it('says when the local server is gone', async () => {
    const { page } = await open();
    await workspace.stop();

    await page.getByText('和本地服务断开了').waitFor();
    workspace = await startSampler();
  });
});
