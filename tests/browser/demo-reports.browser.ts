import { describe, expect, it } from 'vitest';
import { expectAccessible, openPlace, say } from './support/open-browser.ts';
import { useDemo } from './support/use-demo.ts';

/** Adding a report, as a visitor of `npm run demo` does it. */
describe('the demo, given a report', () => {
  const demo = useDemo();

  it.each([
    { file: 'civil-affairs.docx', question: '青岚市2022年城市低保标准是多少', answer: '715元' },
    { file: 'civil-affairs.pdf', question: '青岚市东部望山县养老服务床位有多少张', answer: '2376张' },
  ])(
    'answers from $file, dropped into a direct message, after one confirmation',
    async ({ file, question, answer }) => {
      const { page } = await demo.open();
      await page.getByLabel('我是').selectOption('管理员');
      await openPlace(page, '私信');
      await page.getByLabel('选择文件').setInputFiles(`tests/fixtures/documents/${file}`);
      await page.getByText(file).first().waitFor();
      await page.getByText('题目：青岚市民政事业发展报告').first().waitFor();
      await expectAccessible(page);

      await page.getByRole('button', { name: '确认加入' }).click();
      // The knowledge of all reports is built anew first.
      await page.getByText('已加入“青岚市民政事业发展报告').first().waitFor({ timeout: 60_000 });
      await say(page, question);
      await page.getByText(answer).first().waitFor();

      await say(page, '/policy 报告');
      await page.getByText('报告（2）').waitFor();
      expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(2);
    },
  );

  it('tells staff who may not add reports whom to ask', async () => {
    const { page } = await demo.open();
    await openPlace(page, '私信');
    await page.getByLabel('选择文件').setInputFiles('tests/fixtures/documents/civil-affairs.docx');

    await page.getByText('要由管理员来做').first().waitFor();
  });
});
