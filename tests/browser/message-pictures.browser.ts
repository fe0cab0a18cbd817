import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, openPlace, say } from './support/open-browser.ts';
import { keepPicture, useDemo } from './support/use-demo.ts';

const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

/** Keeps what is on the page as it is seen at a desk and on a phone, in light and dark, under `docs/pictures`. */
async function keepPictures(page: Page, name: string): Promise<void> {
  for (const [place, size] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      await keepPicture(page, `pictures/${name}-${place}-${colorScheme}`);
    }
  }
}

const lastMessage = (page: Page) => page.getByRole('article').last();

/** What answers look like, kept for whoever wants to see them and for whoever changes them. */
describe('pictures of', () => {
  const demo = useDemo();

  it.each([
    { name: 'number', text: '/policy 全年支出临时救助资金多少？', shown: '5.3亿元' },
    { name: 'pair', text: '/policy 低保标准', shown: '每人每月410元' },
    { name: 'comparison', text: '/policy 城乡低保标准差多少？', shown: '相差136元' },
    { name: 'list', text: '/policy 2019年养老有什么目标？', shown: '一是健全养老服务体系。' },
    { name: 'nearest', text: '/policy 养老院空着多少张床', shown: '下面是最接近的原文' },
    { name: 'refusal', text: '/policy 火葬场有多少个', shown: '报告里没有找到“火葬场”' },
    { name: 'clarify', text: '/policy 标准是多少', shown: '您问的是哪一项？' },
  ])('a $name', async ({ name, text, shown }) => {
    const { page } = await demo.open();
    await openPlace(page, '民政政策');
    await say(page, text);
    await lastMessage(page).getByText(shown).first().waitFor();

    await keepPictures(page, name);
    const box = await lastMessage(page).boundingBox();
    // At most one phone screen, what stands above and below it taken off.
    if (name !== 'list' && name !== 'refusal' && name !== 'nearest')
      expect(box?.height).toBeLessThan(PHONE.height - 200);
  });

  it('the first line of an answer, which is its number', async () => {
    const { page } = await demo.open({ viewport: PHONE });
    await page.goto(`${demo.url()}#C0POLICY01`);
    await say(page, '/policy 低保标准');
    await lastMessage(page).getByText('每人每月546元').first().waitFor();

    expect(await lastMessage(page).textContent()).toMatch(
      /问：低保标准\s*每人每月546元（城市低保标准，2018年）/u,
    );
  });

  it('the form for an entry', async () => {
    const { page } = await demo.open();
    await openPlace(page, '民政政策');
    await say(page, '/policy 填报 社区养老服务站');
    await page
      .getByRole('dialog', { name: '填报进度' })
      .getByRole('heading', { name: '社区养老服务站' })
      .waitFor();

    await keepPictures(page, 'entry-form');
  });

  it('the home', async () => {
    const { page } = await demo.open();
    await openPlace(page, '主页');
    await page.getByRole('heading', { name: '目标进度' }).waitFor();

    await keepPictures(page, 'home');
  });
});
