import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../src/extraction/extract-document.ts';
import type { Extraction } from '../../src/extraction/extraction.ts';
import { listLostNumbers, readOrigin } from './digits.ts';

const FOLDER = 'tests/fixtures/documents';

const extractFixture = (name: string): Promise<Extraction> =>
  extractDocument({ name, bytes: readFileSync(join(FOLDER, name)) });

const extractText = (name: string, text: string): Promise<Extraction> =>
  extractDocument({ name, bytes: Buffer.from(text) });

const linesOf = ({ text, paragraphs }: Extraction): string[] =>
  paragraphs.map(({ start, end }) => text.slice(start, end));

const DOCUMENTS = ['civil-affairs', 'statistics'].flatMap((name) =>
  ['pdf', 'docx', 'html'].map((format) => ({ name, format })),
);

describe('extractDocument', () => {
  it.each(DOCUMENTS)('loses no number of $name as $format', async ({ name, format }) => {
    const extraction = await extractFixture(`${name}.${format}`);

    expect(listLostNumbers(readOrigin(join(FOLDER, `${name}.fodt`)), extraction)).toEqual([]);
  });

  it.each(DOCUMENTS)('reads tables and paragraphs of $name as $format alike', async ({ name, format }) => {
    const [read, reference] = await Promise.all([
      extractFixture(`${name}.${format}`),
      extractFixture(`${name}.docx`),
    ]);

    // Where a note stands depends on the format.
    expect(linesOf(read).toSorted()).toEqual(linesOf(reference).toSorted());
  });

  it('addresses every paragraph by its span, in order', async () => {
    const { text, paragraphs, pages } = await extractFixture('civil-affairs.pdf');

    expect(paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text.trimEnd());
    expect(pages.map(({ page }) => page)).toEqual([1, 2]);
    expect(pages[1]?.start).toBe(text.indexOf('东部望山县'));
  });

  it('names cells by row and column, a covered cell by its own words', async () => {
    const lines = linesOf(await extractFixture('civil-affairs.pdf'));

    expect(lines).toContain(
      '2021年城市低保标准680元/月；2022年城市低保标准715元/月；2022年城市低保标准增长5.1%。',
    );
    // On the next page the cell `东部` is blank.
    expect(lines).toContain(
      '东部望山县养老服务机构18个；东部望山县养老服务床位2376张；东部望山县低保对象城市5318人；东部望山县低保对象农村21740人。',
    );
  });

  it('says a merged cell once, with all it covers', async () => {
    const { text } = await extractFixture('statistics.docx');

    expect(text.match(/低保标准715/gu)).toHaveLength(1);
    expect(text).toContain('望江街道、南桥街道、北门街道低保标准715元/月');
  });

  it('joins lines and numbers that the page breaks, and reads columns one after the other', async () => {
    const { text } = await extractFixture('civil-affairs.pdf');

    expect(text).toContain(
      '其中护理型床位10252张，占55.0%。建成社区养老服务站384个，城市社区覆盖率达到100%。',
    );
    expect(text).toContain('低收入人口动态监测覆盖45万人，主动发现率不低于90%。对困难群众');
    expect(text).toContain('新建街道综合养老服务中心12个');
  });

  it('says what it left out of a page, and why', async () => {
    const { leftOut } = await extractFixture('civil-affairs.pdf');

    expect(leftOut).toEqual(
      [1, 2].flatMap((page) => [
        { text: '青岚市民政局2023年第7号', page, reason: 'page-header' },
        { text: `—${page}—`, page, reason: 'page-number' },
      ]),
    );
  });

  it('reads a web page without what stands around its text', async () => {
    const extraction = await extractFixture('web-page.html');

    expect(linesOf(extraction)).toEqual([
      '云台县2023年政府工作报告',
      '发布时间：2023-01-17　浏览次数：1024',
      '各位代表：',
      '一、2022年工作回顾',
      '全年地区生产总值完成186.4亿元，增长5.2%；城镇新增就业6218人。空气中PM2.5浓度降到29微克/立方米，新建公园3.6万m²，二氧化碳减排1.2×10⁵吨。',
      '1.新建学校4所，增加学位3150个。',
      '2.改造老旧小区27个。',
      '主要指标（单位：万元）',
      '2022年财政收入预算85,000万元；2022年财政收入决算87,216万元；2022年财政收入比上年6.1%。',
      '2022年财政支出预算312,000万元；2022年财政支出决算318,450万元；2022年财政支出比上年-2.4%。',
      '2022年医疗和养老补助预算、决算12,800万元。',
      '二、2023年工作安排',
      '地区生产总值增长6%左右，城镇新增就业6000人以上。',
    ]);
    expect(extraction.leftOut).toEqual([
      { text: '首页 政务公开 政府文件2023', page: null, reason: 'navigation' },
      { text: '当前位置：首页 > 工作报告', page: null, reason: 'navigation' },
      { text: '[1]', page: null, reason: 'note-mark' },
      { text: '校对码 8842', page: null, reason: 'hidden' },
      { text: '云台县人民政府办公室主办 联系电话：023-55512345', page: null, reason: 'page-footer' },
    ]);
  });

  it.each([
    { encoding: 'UTF-8', bytes: [0xe4, 0xb8, 0xad] },
    { encoding: 'UTF-16LE', bytes: [0xff, 0xfe, 0x2d, 0x4e] },
    { encoding: 'UTF-16BE', bytes: [0xfe, 0xff, 0x4e, 0x2d] },
    { encoding: 'UTF-16LE', bytes: [0x2d, 0x4e, 0x0a, 0x00] },
    { encoding: 'GB18030', bytes: [0xd6, 0xd0] },
  ])('reads text in $encoding', async ({ encoding, bytes }) => {
    const extraction = await extractDocument({ name: 'a.txt', bytes: Uint8Array.from(bytes) });

    expect(extraction.encoding).toBe(encoding);
    expect(linesOf(extraction)).toEqual(['中']);
  });

  it.each([
    { name: 'a.txt', bytes: [0xff, 0xff, 0x80], says: 'a.txt: is text in none of UTF-8, UTF-16 and GB18030' },
    { name: 'a.doc', bytes: [0xd0, 0xcf, 0x11, 0xe0], says: 'save it as .docx' },
    { name: 'a.docx', bytes: [0x50, 0x4b, 0x03, 0x04], says: 'a.docx: is no .docx that can be opened' },
    { name: 'a.pdf', bytes: [...Buffer.from('%PDF-1.7\n')], says: 'a.pdf: is no .pdf that can be opened' },
    { name: 'a.xlsx', bytes: [0x50], says: 'this format is not read' },
    { name: 'a.bin', bytes: [1], says: 'holds none of .docx, .pdf, .html and .txt' },
    { name: 'a.txt', bytes: [], says: 'is empty' },
  ])('says why $name cannot be read: $says', async ({ name, bytes, says }) => {
    await expect(extractDocument({ name, bytes: Uint8Array.from(bytes) })).rejects.toMatchObject({
      code: 'input_invalid',
      message: expect.stringContaining(says),
    });
  });

  it('takes a web page in the encoding it names', async () => {
    const head = Buffer.from('<html><head><meta charset="gb2312"></head><body><p>');
    const bytes = Buffer.concat([head, Buffer.from([0xd6, 0xd0]), Buffer.from('</p></body></html>')]);

    expect(linesOf(await extractDocument({ name: 'a.htm', bytes }))).toEqual(['中']);
  });

  it.each([
    {
      head: '<meta name="ArticleTitle" content="2024年政府工作报告">',
      above: '',
      said: ['2024年政府工作报告'],
    },
    {
      head: '',
      above: '<div class="bt"><h1>2024年政府 工作报告</h1><p>阅读 37</p></div>',
      said: ['2024年政府 工作报告'],
    },
    { head: '', above: '<h1>首页</h1>', said: [] },
    { head: '', above: '<h1>各位代表：</h1>', said: [] },
  ])('keeps the title that stands above the main part: $said', async ({ head, above, said }) => {
    const main = '<div class="TRS_Editor"><p>各位代表：</p><p>新增就业5万人。</p></div>';
    const page = `<html><head>${head}</head><body>${above}${main}</body></html>`;

    expect(linesOf(await extractText('a.html', page))).toEqual([...said, '各位代表：', '新增就业5万人。']);
  });

  it('leaves out what stands around the text in a page that is laid out by a table', async () => {
    const page =
      '<table><tr><td><table><tr><td>新增就业5万人。</td></tr></table></td></tr><tr><td class="copyright">访问量 12345</td></tr></table>';
    const extraction = await extractText('a.html', page);

    expect(linesOf(extraction)).toEqual(['新增就业5万人。']);
    expect(extraction.leftOut).toEqual([{ text: '访问量 12345', page: null, reason: 'page-footer' }]);
  });

  it.each([
    { kind: 'parts', page: `${'<div>'.repeat(60_000)}新增就业5万人。` },
    { kind: 'tables', page: '<table><tr><td>支出12亿元。'.repeat(3000) },
  ])('refuses a page whose $kind are nested too deep', async ({ page }) => {
    await expect(extractText('a.html', page)).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('reads a table of very many cells', async () => {
    const page = `<table>${`<tr>${'<td>12</td>'.repeat(2500)}</tr>`.repeat(60)}</table>`;

    expect((await extractText('a.html', page)).paragraphs.length).toBeGreaterThan(0);
  });

  it('tells a .pdf under a password from a damaged one', async () => {
    const bytes = readFileSync(join(FOLDER, 'locked.pdf'));

    await expect(extractDocument({ name: 'a.pdf', bytes })).rejects.toMatchObject({ fault: 'password' });
  });

  it('counts pictures, whose words cannot be read', async () => {
    const { unread } = await extractText('a.html', '<p>图<img src="a.png"></p>');

    expect(unread).toEqual([{ page: null, reason: 'picture', count: 1 }]);
  });
});
