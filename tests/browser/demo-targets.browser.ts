import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFocused, expectSoon, openPlace, say } from './support/open-browser.ts';
import { keepPicture, useDemo } from './support/use-demo.ts';

const form = (page: Page) => page.getByRole('dialog', { name: '填报进度' });
const lastMessage = (page: Page) => page.getByRole('article').last();

/** Opens the form for a counted target from the suggestion of the start page. */
async function openForm(page: Page, target: string): Promise<void> {
  await page.getByRole('button', { name: '填报进展' }).click();
  await form(page).getByRole('combobox').selectOption({ label: target });
  await form(page).getByRole('heading', { name: target }).waitFor();
  // How sure they are is chosen for nobody.
  await form(page).getByRole('radio', { name: '有把握', exact: true }).check();
}

/** Recording progress and the weekly digest, as a visitor of `npm run demo` meets them. */
describe('the demo, followed through the year', () => {
  const demo = useDemo();

  it('records progress from its suggestion: a mistake is shown at its field, corrected, recorded, undone', async () => {
    const { page } = await demo.open();
    await openForm(page, '社区养老服务站');
    const value = form(page).getByLabel('数值（个）');
    await expectAccessible(page);

    await value.fill('很多');
    await form(page).getByRole('button', { name: '提交' }).click();
    await form(page).getByText('不是数').waitFor();
    await expectSoon(() => value.getAttribute('aria-invalid'), 'true');
    await expectAccessible(page);
    await value.fill('260');
    await form(page).getByRole('button', { name: '提交' }).click();
    await form(page).waitFor({ state: 'detached' });
    await lastMessage(page).getByText('社区养老服务站 260个').waitFor();
    await page.getByRole('button', { name: '撤销这次填报' }).click();

    await page.getByText('已撤销').first().waitFor();
  });

  it('submits no form with a day in it that cannot be read', async () => {
    const { page } = await demo.open();
    await openForm(page, '社区养老服务站');
    await form(page).getByLabel('数值（个）').fill('260');
    const day = form(page).getByLabel('截至哪一天');
    await day.fill('6月31日');
    await form(page).getByRole('button', { name: '提交' }).click();

    await expectSoon(
      () => day.evaluate((field: HTMLInputElement) => field.validationMessage),
      '请写成：年-月-日，如 2019-06-24',
    );
    await day.fill('2019年6月19日');
    await form(page).getByRole('button', { name: '提交' }).click();
    await form(page).waitFor({ state: 'detached' });
    await lastMessage(page).getByText('截至6月19日').waitFor();
  });

  it('asks in a second window before it records what is unlikely', async () => {
    const { page } = await demo.open();
    await openForm(page, '社区养老服务站');
    await form(page).getByLabel('数值（个）').fill('40000');
    await form(page).getByRole('button', { name: '提交' }).click();
    const question = page.getByRole('dialog', { name: '请再确认' });
    await question.getByRole('button', { name: '返回修改' }).click();
    await expectSoon(() => form(page).getByLabel('数值（个）').inputValue(), '40000');
    await form(page).getByRole('button', { name: '提交' }).click();
    await question.getByRole('button', { name: '确认提交' }).click();

    await lastMessage(page).getByText('社区养老服务站 40000个').waitFor();
    await expectSoon(() => page.getByRole('dialog').count(), 0);
  });

  it('shows a digest with one click, with samples marked as such, in both themes', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: /载入示例填报.看下周一的周报/u }).click();

    const digest = lastMessage(page);
    await digest.getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
    await digest.getByText('填报都是示例，不是实际进度。').waitFor();
    await digest.getByRole('row', { name: '社区养老服务站' }).getByText('216/400个').waitFor();
    await digest.getByRole('img', { name: '完成进度与应到进度' }).waitFor();
    await page.getByRole('region', { name: '工作区时钟' }).getByText('2019年6月24日星期一').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'workspace-digest');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  it('subscribes by how often, and then by a day of that', async () => {
    const { page } = await demo.open();
    await page.getByLabel('我是').selectOption({ label: '管理员' });
    await openPlace(page, '民政政策');
    await say(page, '/policy 订阅');
    const subscription = page.getByRole('dialog', { name: '订阅进度通报' });
    await subscription.getByLabel('哪一天').selectOption({ label: '周五' });
    await subscription.getByLabel('多久发一次').selectOption({ label: '每月' });
    await expectSoon(() => subscription.getByLabel('哪一天').inputValue(), 'month:first-working-day');
    await expectAccessible(page);
    await subscription.getByRole('button', { name: '提交' }).click();

    await page.getByText('已订阅：每月第一个工作日 09:00').waitFor();
  });

  it('hands a digest up as a Word document and a sheet, in the direct message with the bot', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: /载入示例填报.看下周一的周报/u }).click();
    await lastMessage(page).getByRole('button', { name: '导出' }).click();
    await page.getByText('的 Word 文档和表格私信发给您。').waitFor();
    await openPlace(page, '私信');
    await expectAccessible(page);
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name: '2019年第25周目标进度（6月17日至6月23日）.docx' }).click();
    const path = await (await arriving).path();

    expect((await mammoth.extractRawText({ path })).value).toContain('本周3项有风险');
    await page.getByRole('link', { name: '2019年第25周目标进度（6月17日至6月23日）.csv' }).waitFor();
  });

  it('brings a digest every Monday the clock is moved to, in every tab, and marks it unread elsewhere', async () => {
    const { page, context } = await demo.open();
    const second = await context.newPage();
    await second.goto(`${demo.url()}#C0WEEKLY01`);
    await openPlace(page, '民政政策');
    await page.getByRole('button', { name: '到下周一 09:00' }).click();

    await page.getByRole('button', { name: '周报 1 条新消息' }).click();
    await page.getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
    await second.getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
    await page.getByRole('button', { name: '到下周一 09:00' }).click();
    await page.getByRole('heading', { name: '2019年第26周目标进度' }).waitFor();
    expect(await page.getByRole('button', { name: '条新消息' }).count()).toBe(0);
  });

  it('goes to any day: after a holiday the digest comes on the next working day, and only the last one', async () => {
    const { page } = await demo.open();
    await openPlace(page, '周报');
    await page.getByLabel('把时钟调到').fill('2019-10-08T09:30');
    await page.getByRole('button', { name: '前往' }).click();

    await page.getByRole('heading', { name: '2019年第40周目标进度' }).waitFor();
    await page.getByText('2019年10月8日星期二').first().waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('sends a digest to the channel the administrator subscribes; the staff may not', async () => {
    const { page } = await demo.open();
    await openPlace(page, '民政政策');
    await say(page, '/policy 订阅');
    await page.getByText('您没有这项权限').waitFor();
    await page.getByLabel('我是').selectOption('管理员');
    await say(page, '/policy 订阅');
    const dialog = page.getByRole('dialog', { name: '订阅进度通报' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '提交' }).click();
    await page.getByText('已订阅').waitFor();
    await page.getByRole('button', { name: '到下周一 09:00' }).click();

    await page.getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
  });

  it('takes all samples back with one click and leaves what people recorded', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: '载入示例填报', exact: true }).click();
    await page.getByRole('button', { name: '清除示例填报' }).waitFor();
    await openForm(page, '社区养老服务站');
    await form(page).getByText('，示例）').waitFor();
    await form(page).getByLabel('数值（个）').fill('260');
    await form(page).getByRole('button', { name: '提交' }).click();
    await page.getByText('社区养老服务站 260个').waitFor();
    await page.getByRole('button', { name: '清除示例填报' }).click();
    await page.getByRole('button', { name: '载入示例填报', exact: true }).waitFor();
    await say(page, '/policy 周报');

    const preview = lastMessage(page);
    const row = preview.getByRole('row', { name: '社区养老服务站' });
    await row.getByText('260/400个').waitFor();
    expect(await preview.getByText('示例').count()).toBe(0);
  });

  it('shows the board in the home, and lists and cards behind its buttons', async () => {
    const { page } = await demo.open();
    await openPlace(page, '主页');
    await page.getByText('下一次通报：6月24日 09:00').waitFor();
    await page.getByText('13个量化目标：13项未填报').waitFor();
    await page.getByRole('button', { name: '载入示例填报', exact: true }).click();
    await page.getByText('13个量化目标：1项完成').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '全部目标' }).click();
    await page.getByText('受阻（6月19日，示例）').first().waitFor();
    await page.getByRole('button', { name: '详情' }).first().click();

    await page.getByText('填报记录').waitFor();
    await expectFocused(page.getByRole('region', { name: '主页内容' }));
    await expectAccessible(page);
  });

  it('can be used by keyboard alone, from the first suggestion to a recorded entry', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: '一个数字' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('546元').first().waitFor();
    // Straight into the composer: whoever uses the keyboard is where one goes on.
    await page.keyboard.type('/policy 填报');
    await page.keyboard.press('Enter');
    await form(page).waitFor();
    await page.keyboard.press('Escape');
    await form(page).waitFor({ state: 'detached' });
    await page.keyboard.type('/policy 填报');
    await page.keyboard.press('Enter');
    const choice = form(page).getByRole('combobox');
    await choice.waitFor();
    await expectFocused(choice);
    await page.keyboard.press('ArrowDown');
    const state = form(page).getByRole('radio').first();
    await state.waitFor();
    await expectFocused(state);
    await page.keyboard.press('Space');
    await form(page).getByRole('radio', { name: '有把握', exact: true }).press('Space');
    await page.keyboard.press('Enter');

    await form(page).waitFor({ state: 'detached' });
    await page.getByText('已记录').waitFor();
    await page.getByRole('button', { name: '到下周一 09:00' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '周报 1 条新消息' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
  });

  it('starts over: no entries, no messages, the clock where it was', async () => {
    const { page } = await demo.open();
    await page.getByRole('button', { name: /载入示例填报.看下周一的周报/u }).click();
    await page.getByRole('heading', { name: '2019年第25周目标进度' }).waitFor();
    await page.getByRole('button', { name: '重新开始' }).click();
    await page.getByRole('heading', { name: '先试五件事' }).waitFor();
    await page.getByRole('region', { name: '工作区时钟' }).getByText('2019年6月20日星期四').waitFor();
    await openPlace(page, '民政政策');
    await say(page, '/policy 周报');

    await page.getByText('量化目标13项、工作任务128项都还没有填报。').first().waitFor();
  });
});
