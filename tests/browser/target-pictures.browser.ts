import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, openPlace, say } from './support/open-browser.ts';
import { keepMessagePictures, PHONE_SCREEN, useDemo } from './support/use-demo.ts';

const lastMessage = (page: Page) => page.getByRole('article').last();

/** What people see of targets, with the samples loaded, on the Monday after. */
describe('pictures of targets', () => {
  const demo = useDemo();

  async function openWithSamples(): Promise<Page> {
    const { page } = await demo.open();
    await page.getByRole('button', { name: /载入示例填报.看下周一的周报/u }).click();
    await lastMessage(page).getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
    return page;
  }

  it('the digest of the week: at most two phone screens before the first button, nothing beside the screen', async () => {
    const page = await openWithSamples();

    const { firstButton } = await keepMessagePictures(page, lastMessage(page), 'digest-weekly');

    expect(firstButton).toBeLessThanOrEqual(2 * PHONE_SCREEN);
    const table = lastMessage(page).getByRole('region', { name: '量化目标' });
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: PHONE_SCREEN });
      expect(await table.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    }
    await expectAccessible(page);
  });

  it('the digest of the month', async () => {
    const page = await openWithSamples();
    await openPlace(page, '周报');
    await page.getByLabel('把时钟调到').fill('2019-07-01T09:30');
    await page.getByRole('button', { name: '前往' }).click();
    await page.getByRole('heading', { name: '2019年第26周目标进度' }).waitFor();
    await say(page, '/policy 月报');
    await lastMessage(page).getByRole('heading', { name: '2019年6月目标进度' }).waitFor();

    const { firstButton } = await keepMessagePictures(page, lastMessage(page), 'digest-monthly');

    expect(firstButton).toBeLessThanOrEqual(2 * PHONE_SCREEN);
  });

  it('the list of targets and a card, which is one screen', async () => {
    const page = await openWithSamples();
    await say(page, '/policy 目标');
    await lastMessage(page).getByText('第1–12项').waitFor();
    await keepMessagePictures(page, lastMessage(page), 'target-list');
    await say(page, '/policy 目标 社区养老服务站');
    await lastMessage(page).getByRole('img', { name: '填报与应到' }).waitFor();

    const { height } = await keepMessagePictures(page, lastMessage(page), 'target-card');

    expect(height).toBeLessThanOrEqual(PHONE_SCREEN);
    await expectAccessible(page);
  });
});
