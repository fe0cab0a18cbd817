import { describe, expect, it } from 'vitest';
import { readSuggestions } from '../../src/workspace/demo/read-suggestions.ts';
import {
  expectAccessible,
  expectFocused,
  expectInSight,
  expectSoon,
  openPlace,
  say,
} from './support/open-browser.ts';
import { keepPicture, useDemo } from './support/use-demo.ts';

/** The room below the composer, and no more. */
const FOOT = 40;

/** Asking, as a visitor of `npm run demo` does it: the real bot, the real report. */
describe('the demo, asked', () => {
  const demo = useDemo();

  it('answers within ten seconds of its start', async () => {
    // Seconds of this process at work: what else the machine does meanwhile is not the demo's fault.
    const before = process.cpuUsage();
    const another = await demo.startAnother();
    const { page, context } = await demo.openAt(another.url);
    await page.getByRole('button', { name: '一个数字' }).click();
    await page.getByText('546元').first().waitFor();

    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
    await context.close();
    await another.stop();
  });

  it('offers five suggestions and a digest, in both themes', async () => {
    const { page } = await demo.open();

    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(5);
    expect(readSuggestions()).toHaveLength(5);
    await page.getByRole('button', { name: '载入示例填报，看下周一的周报' }).waitFor();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  it.each([
    { title: '一个数字', answer: ['546元', '410元', '城乡低保标准分别提高到每人每月'] },
    { title: '一份清单', answer: ['一是健全养老服务体系。', '三是实施养老服务重点任务。'] },
    { title: '一个比较', answer: ['136元'] },
    { title: '报告没说的', answer: ['博物馆'] },
  ])('answers the suggestion “$title”, only to the person who asked', async ({ title, answer }) => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: title }).click();

    const message = page.getByRole('article').last();
    for (const text of answer) await message.getByText(text).first().waitFor();
    await message.getByText('仅你可见').waitFor();
    await expectAccessible(page);
  });

  it('shares an answer with the channel', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: '一个数字' }).click();
    await page.getByRole('button', { name: '分享到频道' }).click();
    const other = await demo.open();
    await openPlace(other.page, '民政政策');

    await other.page.getByText('546元').first().waitFor();
  });

  it('answers in direct messages, and follow-ups there from what was asked before', async () => {
    const { page } = await demo.open();
    await openPlace(page, '私信');
    await say(page, '城市低保标准是多少？');
    await page.getByText('546元').first().waitFor();
    await say(page, '那农村呢？');

    await page.getByRole('article').last().getByText('410元').first().waitFor();
  });

  it('answers a mention in its thread', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: '一份清单' }).click();
    await page.getByText('一是健全养老服务体系。').first().waitFor();
    const composer = page.getByRole('textbox', { name: '发到 #民政政策' });
    await composer.pressSequentially('@');
    await composer.press('Tab');
    await composer.pressSequentially('养老床位有多少张？');
    await composer.press('Enter');
    // The reply makes the last message longer; it stays in view.
    const replies = page.getByRole('button', { name: '1 条回复' });
    await expectInSight(page, replies);
    await replies.click();

    const thread = page.getByRole('complementary', { name: '讨论串' });
    await thread.getByText('21.8万张').first().waitFor();
    // In a channel nobody answers what does not mention them.
    await thread.getByRole('textbox', { name: '回复，@ policy-bot 才会得到回答' }).waitFor();
  });

  it('keeps a thread open while something unsent stands in its composer', async () => {
    const { page } = await demo.open();
    await openPlace(page, '民政政策');
    await say(page, '大家好');
    const message = page.getByRole('article').first();
    await message.hover();
    await message.getByRole('button', { name: '回复' }).click();
    const thread = page.getByRole('complementary', { name: '讨论串' });
    const composer = thread.getByRole('textbox');
    await composer.fill('写到一半');
    await composer.press('Escape');

    await expectSoon(() => composer.inputValue(), '写到一半');
    await composer.fill('');
    await composer.press('Escape');
    await thread.waitFor({ state: 'detached' });
  });

  it('brings the whole menu of an answer into sight on a phone', async () => {
    const { page } = await demo.open({ viewport: { width: 390, height: 844 } });
    await page.goto(`${demo.url()}#C0POLICY01`);
    await say(page, '/policy 养老床位');
    const message = page.getByRole('article').last();
    await message.getByText('21.8万张').first().waitFor();
    await message.locator('summary').first().click();

    await expectInSight(page, message.getByRole('button', { name: '出处与版本' }));
    const { x = 0, width = 0 } = (await message.locator('.menu-items').boundingBox()) ?? {};
    expect(x).toBeGreaterThan(0);
    expect(x + width).toBeLessThanOrEqual(390);
  });

  it('looks a message up by the shortcut', async () => {
    const { page } = await demo.open();
    await openPlace(page, '周报');
    await say(page, '养老床位');
    const message = page.getByRole('article').first();
    await message.hover();
    await message.locator('summary', { hasText: '更多' }).click();
    await message.getByRole('button', { name: '在报告中查找' }).click();

    await page.getByText('21.8万张').first().waitFor();
  });

  it('shows the stages of an answer', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: '一个数字' }).click();
    const message = page.getByRole('article').last();
    await message.hover();
    await message.getByRole('button', { name: '检查' }).click();
    const panel = page.getByRole('complementary', { name: '检查' });
    await panel.locator('summary', { hasText: '回答的步骤' }).click();

    await panel.locator('details[open]').getByText('问题（规范化）').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expectFocused(message.getByRole('button', { name: '检查' }));
  });

  it('keeps the conversation and the open form over a reload', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: '一个比较' }).click();
    await page.getByText('136元').first().waitFor();
    await say(page, '/policy 填报');
    await page.getByRole('dialog', { name: '填报进度' }).waitFor();
    await page.reload();

    await page.getByRole('dialog', { name: '填报进度' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('136元').first().waitFor();
  });

  it.each([
    { width: 1280, height: 860 },
    { width: 390, height: 844 },
  ])('keeps the composer of an empty conversation at the foot of a page $width wide', async (viewport) => {
    const { page } = await demo.openAt(`${demo.url()}#C0WEEKLY01`, { viewport });
    await page.getByText('还没有消息。').waitFor();

    const room = async () => {
      const box = await page.locator('.composer').boundingBox();
      return box !== null && viewport.height - box.y - box.height < FOOT;
    };
    await expectSoon(room, true);
  });

  it('answers on a phone in the dark; the sidebar opens over the page and closes beside it', async () => {
    const { page } = await demo.open({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
    await page.getByRole('button', { name: '频道列表' }).click();
    await openPlace(page, '主页');
    await page.getByRole('heading', { name: '报告目录' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '频道列表' }).click();
    await expectAccessible(page);
    await page.mouse.click(370, 400);
    await page.getByRole('navigation', { name: '频道和私信' }).waitFor({ state: 'hidden' });
    await page.goto(`${demo.url()}#C0POLICY01`);
    await say(page, '/policy 城乡低保标准差多少？');

    const message = page.getByRole('article').last();
    await message.getByText('136元').first().waitFor();
    await message.getByRole('button', { name: '检查' }).click();
    await page.getByRole('button', { name: '关闭检查' }).click();
    await expectAccessible(page);
    await keepPicture(page, 'workspace-phone');
  });
});
