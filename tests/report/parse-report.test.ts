import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/report/figures.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import { contains, type Span, sliceSpan } from '../../src/report/span.ts';

const ID = '000_756653252c613bca';
const SEED = readFileSync(`seeds/${ID}.txt`);
const SOURCE = SEED.toString('utf8');
const seed = parseReport(ID, SOURCE);

const text = (report: Report, span: Span): string => sliceSpan(report.source, span);
const headings = (report: Report): string[] => report.sections.map(({ heading }) => text(report, heading));
const sentences = (report: Report): string[] => report.sentences.map((span) => text(report, span));

/** What the report consists of: every heading, sentence and line that is not content, in order. */
function leaves(report: Report): Span[] {
  return [...report.sections.map(({ heading }) => heading), ...report.sentences, ...report.exclusions]
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

/** Fails unless the leaves follow one another and leave out nothing but white space (and stops after run-in headings). */
function expectWhole(report: Report): void {
  let last = 0;
  for (const leaf of leaves(report)) {
    expect(leaf.start).toBeGreaterThanOrEqual(last);
    expect(report.source.slice(last, leaf.start)).toMatch(/^[\s。]*$/u);
    expect(text(report, leaf)).toBe(text(report, leaf).trim());
    last = leaf.end;
  }
  expect(report.source.slice(last)).toMatch(/^\s*$/u);
}

/** Fails unless every part lies inside the one it belongs to. */
function expectNested(report: Report): void {
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  const items = new Map(report.items.map((item) => [item.id, item]));
  const inside = (outer: Span | undefined, inner: Span): void => {
    expect(outer).toBeDefined();
    if (outer) expect(contains(outer, inner)).toBe(true);
  };
  for (const section of report.sections) {
    inside(section, section.heading);
    if (section.parentId !== null) inside(sections.get(section.parentId), section);
  }
  for (const item of report.items) {
    inside(sections.get(item.sectionId), item);
    if (item.lead) inside(item, item.lead);
  }
  for (const sentence of report.sentences) {
    inside(items.get(sentence.itemId), sentence);
    expect(items.get(sentence.itemId)?.sectionId).toBe(sentence.sectionId);
    for (const clause of sentence.clauses) inside(sentence, clause);
  }
}

/** Fails unless every number of the report stands in exactly one clause and prints its own digits. */
function expectFigures(report: Report): void {
  const { figures, excluded } = extractFigures(report);
  for (const figure of figures) {
    const homes = report.sentences
      .flatMap(({ clauses }) => clauses)
      .filter((clause) => contains(clause, figure));
    expect(homes).toHaveLength(1);
    inOrder(figure, figure.value);
    for (const span of [...figure.own, ...figure.shared, ...figure.carried])
      expect(span.start).toBeLessThan(span.end);
  }
  const numbers = [...figures, ...excluded].sort((a, b) => a.start - b.start);
  for (const [index, number] of numbers.entries()) {
    expect(number.start).toBeGreaterThanOrEqual(numbers[index - 1]?.end ?? 0);
  }
  const body = report.sentences.map((span) => text(report, span)).join('');
  const digits = numbers.map((span) => text(report, span)).join('');
  expect(digits.match(/\d/gu)?.length ?? 0).toBe(body.match(/\d/gu)?.length ?? 0);
}

function inOrder(outer: Span, inner: Span): void {
  expect(contains(outer, inner)).toBe(true);
}

describe('the first report', () => {
  it('is the seed as received, byte for byte', () => {
    expect(createHash('sha256').update(SEED).digest('hex')).toBe(
      '2a3b6ceefceee3c2b6c53489622c963e3838d6e77f94be7f0c2a9d3aed0db284',
    );
  });

  it('has its titles, publisher and years', () => {
    expect(seed.titles.map((title) => text(seed, title))).toEqual(['重庆经济年鉴(2019)', '民政工作']);
    expect(seed.publisher && text(seed, seed.publisher)).toBe('重庆市民政局');
    expect(seed.years).toEqual({ lastYear: 2018, thisYear: 2019 });
  });

  it('has two parts with their sections', () => {
    expect(seed.sections.map(({ level, heading }) => `${level} ${text(seed, heading)}`)).toEqual([
      '1 一、2018年发展回顾',
      '2 (一)实施党的建设统领行动,党建保障作用更加彰显',
      '2 (二)实施基本民生保障行动,社会救助水平稳步提升',
      '2 (三)实施社会福利普惠行动,养老服务和慈善事业加快发展',
      '2 (四)实施基层治理共建行动,基层民主自治更具活力',
      '2 (五)实施军民融合拥军行动,优抚安置政策全面落实',
      '2 (六)实施专项事务优化行动,公共服务体系不断健全',
      '1 二、2019年发展目标',
      '2 (一)围绕“从严治党”,加快构建“大党建”格局',
      '2 (二)围绕“弱有所扶”,加快构建“大救助”格局',
      '2 (三)围绕“老有所养”,加快构建“大养老”格局',
      '2 (四)围绕“幼有所育”,加快构建“大关爱”格局',
      '2 (五)围绕“共建共治”,加快构建“大治理”格局',
      '2 (六)围绕“均等服务”,加快构建“大服务”格局',
      '2 (七)围绕“智能驱动”,加快构建“大数据”格局',
      '2 (八)围绕“稳中求进”,加快构建“大保障”格局',
    ]);
  });

  it('joins the headings above a section to its path', () => {
    expect(seed.sections[10]?.path).toBe('二、2019年发展目标/(三)围绕“老有所养”,加快构建“大养老”格局');
    expect(seed.sections[10]?.parentId).toBe(seed.sections[7]?.id);
  });

  it('tells what was done from what is aimed at, clause by clause', () => {
    const boundary = SOURCE.indexOf('二、2019年发展目标');

    for (const sentence of seed.sentences) {
      const expected =
        sentence.start < boundary ? { year: 2018, kind: 'actual' } : { year: 2019, kind: 'target' };
      for (const clause of sentence.clauses) expect(clause.period).toEqual(expected);
    }
  });

  it('names the points of a paragraph by their first sentence', () => {
    const section = seed.sections[10]?.id;

    const leads = seed.items
      .filter(({ sectionId }) => sectionId === section)
      .map(({ lead }) => lead && text(seed, lead));

    expect(leads).toEqual([
      '一是健全养老服务体系。',
      '二是完善养老服务法规政策。',
      '三是实施养老服务重点任务。',
    ]);
  });

  it('knows which lines are not content', () => {
    expect(seed.exclusions.map((line) => [line.reason, text(seed, line)])).toEqual([
      ['title', '重庆经济年鉴(2019)'],
      ['advertisement', '上QQ阅读APP看书,第一时间看更新'],
      ['title', '民政工作'],
      ['publisher', '重庆市民政局'],
      ['author-note', '(执笔人:梁万琴)'],
    ]);
    const body = sentences(seed).join('');
    for (const line of seed.exclusions.filter(({ reason }) => /advertisement|note/.test(reason))) {
      expect(body).not.toContain(text(seed, line));
    }
  });

  it('is covered by leaves that do not overlap, nested as they belong', () => {
    expectWhole(seed);
    expectNested(seed);
  });

  it('has every digit of its sentences in a figure or left out for a reason', () => {
    expectFigures(seed);
    expect(extractFigures(seed).figures).toHaveLength(95);
    expect(extractFigures(seed).excluded.map((number) => text(seed, number))).toEqual([
      '2018年',
      '2018年度',
      '2018',
      '2019年',
    ]);
  });
});

describe('parseReport', () => {
  it('reads short numbered sentences with nothing below them as sentences, not as headings', () => {
    const report = parseReport(
      'plan',
      `东河县2023年民政工作报告

二、2023年工作计划

(一)新建社区养老服务站12个,改造敬老院3所。

(二)将城市低保标准提高到每人每月760元以上。

三、2022年工作回顾

(一)养老床位突破400张。

全年新增养老床位85张。`,
    );

    expect(headings(report)).toEqual(['二、2023年工作计划', '三、2022年工作回顾', '(一)养老床位突破400张']);
    expect(extractFigures(report).figures.map(({ numeral }) => numeral)).toEqual(['12', '3', '760', '85']);
  });

  it('divides no paragraph that is headed as its neighbours are', () => {
    const paragraphs = [
      '校舍条件持续改善。新建学校6所,改造操场12片。开通城乡校车专线。新增学位3000个,聘用教师200名。',
      '看病难题逐步缓解。扩建县医院门诊楼,添置设备40台。开展名医下乡义诊。服务群众1.2万人次,减免费用90万元。',
    ];
    const items = (text: string): readonly string[] => {
      const report = parseReport('made-up', text);
      return report.items.map((item) => sliceSpan(report.source, item).slice(0, 8));
    };

    expect(items(`一、2018年工作回顾\n\n${paragraphs.join('\n\n')}`)).toEqual([
      '校舍条件持续改善',
      '看病难题逐步缓解',
    ]);
    // Alone, a paragraph with two such sentences is two points.
    expect(items(`一、2018年工作回顾\n\n${paragraphs[0]}`)).toEqual(['校舍条件持续改善', '开通城乡校车专线']);
  });

  it.each([
    { name: 'a byte-order mark', source: `\ufeff${SOURCE}` },
    { name: 'CRLF line ends', source: SOURCE.replaceAll('\n', '\r\n') },
    { name: 'CR line ends', source: SOURCE.replaceAll('\n', '\r') },
    { name: 'blank lines taken out', source: SOURCE.replace(/\n{2,}/gu, '\n') },
    { name: 'indented paragraphs', source: SOURCE.replace(/^(?=.)/gmu, '\u3000\u3000') },
    { name: 'full-width brackets', source: SOURCE.replaceAll('(', '\uff08').replaceAll(')', '\uff09') },
    {
      name: 'full-width punctuation',
      source: SOURCE.replaceAll(',', '\uff0c').replaceAll(';', '\uff1b').replaceAll(':', '\uff1a'),
    },
    {
      name: 'full-width digits',
      source: SOURCE.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    },
  ])('reads the same structure with $name', ({ source }) => {
    const report = parseReport(ID, source);

    expect(report.source).toBe(source);
    expect(report.years).toEqual(seed.years);
    expect(report.sections.map(({ level, period }) => [level, period])).toEqual(
      seed.sections.map(({ level, period }) => [level, period]),
    );
    expect(report.items).toHaveLength(seed.items.length);
    expect(report.sentences).toHaveLength(seed.sentences.length);
    expect(report.exclusions.map(({ reason }) => reason)).toEqual(
      seed.exclusions.map(({ reason }) => reason),
    );
    expect(extractFigures(report).figures.map(({ amount, base, owner }) => [amount, base, owner])).toEqual(
      extractFigures(seed).figures.map(({ amount, base, owner }) => [amount, base, owner]),
    );
    expectWhole(report);
    expectNested(report);
  });

  it('reads on without the headings of the sections', () => {
    const report = parseReport(ID, SOURCE.replace(/^\([一二三四五六七八]\).*$/gmu, ''));

    expect(headings(report)).toEqual(['一、2018年发展回顾', '二、2019年发展目标']);
    expect(report.sentences.length).toBe(seed.sentences.length);
    expectWhole(report);
    expectNested(report);
  });

  it('reads on without the headings of the parts', () => {
    const report = parseReport(ID, SOURCE.replace(/^[一二]、.*$/gmu, ''));

    expect(report.sections.map(({ level }) => level)).toEqual([0, ...new Array<number>(14).fill(1)]);
    expect(headings(report)[1]).toBe('(一)实施党的建设统领行动,党建保障作用更加彰显');
    expect(report.years).toEqual(seed.years);
    expectWhole(report);
    expectNested(report);
  });

  it('makes one section of a report without any heading', () => {
    const source = '全年新增养老服务站200所。其中示范中心20所。\n\n明年再建400所。';

    const report = parseReport('plain', source);

    expect(report.sections).toMatchObject([{ level: 0, path: '', parentId: null, period: null }]);
    expect(sentences(report)).toEqual(['全年新增养老服务站200所。', '其中示范中心20所。', '明年再建400所。']);
    expect(report.titles).toEqual([]);
    expect(report.publisher).toBeNull();
    expect(report.years).toBeNull();
    expectWhole(report);
    expectNested(report);
  });

  it('takes short lines above paragraphs for headings where nothing is numbered', () => {
    const report = parseReport(
      'plain',
      '民政工作\n\n2018年工作回顾\n全年建站200所。\n2019年工作目标\n建站400所。',
    );

    expect(headings(report)).toEqual(['2018年工作回顾', '2019年工作目标']);
    expect(report.sentences.map(({ clauses }) => clauses[0]?.period)).toEqual([
      { year: 2018, kind: 'actual' },
      { year: 2019, kind: 'target' },
    ]);
  });

  it.each([
    { name: 'a work report', lines: ['青岚县', '2019年政府工作报告'] },
    { name: 'a summary with a plan', lines: ['民政工作', '2018年工作总结和2019年工作计划'] },
    { name: 'one line alone', lines: ['2018年工作总结'] },
  ])('leaves the title of $name a title', ({ lines }) => {
    const report = parseReport('plain', `${lines.join('\n')}\n\n全年建站200所。`);

    expect(report.titles.map((title) => text(report, title))).toEqual(lines);
  });

  it('takes paragraphs that count up for headings, until one turns to the whole again', () => {
    const report = parseReport(
      'made-up',
      [
        '政府工作报告',
        '一、2025年工作总结和“十四五”发展成就',
        '一是经济跃上新台阶。全年增长5%。',
        '内需明显增强。投资增长6%。',
        '二是城乡迈出新步伐。改造道路。',
        '三是民生实现新提升。新建学校。',
        '这五年,我省经济更加坚实。累计投资9亿元。',
      ].join('\n\n'),
    );

    expect(headings(report)).toEqual([
      '一、2025年工作总结和“十四五”发展成就',
      '一是经济跃上新台阶',
      '二是城乡迈出新步伐',
      '三是民生实现新提升',
    ]);
    const [last] = report.sentences.slice(-1);
    expect(last?.sectionId).toBe('s1');
    expect(last?.clauses[0]?.period).toEqual({ fromYear: 2021, year: 2025, kind: 'actual' });
  });

  it('lets an introduction say what the paragraphs and headings after it are about', () => {
    const report = parseReport(
      'made-up',
      [
        '政府工作报告',
        '一、2021年及过去五年工作回顾',
        '过去五年,我们主要做了以下工作:',
        '(一)经济增长。',
        '投资9亿元。',
        '二、2022年工作安排',
        '投资2亿元。',
      ].join('\n\n'),
    );

    expect(report.sections.map(({ period }) => period)).toEqual([
      { year: 2021, kind: 'actual' },
      { fromYear: 2017, year: 2021, kind: 'actual' },
      { year: 2022, kind: 'target' },
    ]);
  });

  it('lets each paragraph set the time under a heading that names several', () => {
    const report = parseReport(
      'made-up',
      [
        '一、2022年和过去五年工作回顾',
        '五年来,我们攻坚克难。',
        '经济增长8%。',
        '2022年,经济增长5%。',
        '投资增长6%。',
        '二、2023年任务',
        '投资增长7%。',
      ].join('\n\n'),
    );

    expect(report.sentences.map(({ clauses }) => clauses.at(-1)?.period)).toEqual([
      { fromYear: 2018, year: 2022, kind: 'actual' },
      { fromYear: 2018, year: 2022, kind: 'actual' },
      { year: 2022, kind: 'actual' },
      { year: 2022, kind: 'actual' },
      { year: 2023, kind: 'target' },
    ]);
  });

  it('goes on with what the part before said where a part says nothing', () => {
    const report = parseReport(
      'made-up',
      ['一、2021年工作回顾', '好。', '二、2022年工作安排', '干。', '三、政府自身建设', '改。'].join('\n\n'),
    );

    expect(report.sections.at(-1)?.period).toEqual({ year: 2022, kind: 'target' });
  });

  it.each([
    { opening: '今年是开局之年。建站3所。', year: 2023, kind: 'actual' },
    { opening: '2023年是开局之年。今年建站3所。', year: 2024, kind: 'target' },
  ])('takes a review that begins with 今年 for written in its year: $opening', ({ opening, year, kind }) => {
    const report = parseReport(
      'made-up',
      `某市2024年政府工作报告\n\n一、2023年工作回顾\n\n${opening}\n\n二、2024年工作安排\n\n建站5所。`,
    );
    const built = report.sentences.find(({ start, end }) => report.source.slice(start, end).includes('3所'));

    expect(built?.clauses[0]?.period).toMatchObject({ year, kind });
  });

  it.each([
    { title: '2024年工作总结', text: '今年以来,建站3所。', period: { year: 2024, kind: 'actual' } },
    { title: '2023年一季度经济运行情况', text: '全市投资3亿元。', period: { year: 2023, kind: 'actual' } },
    {
      title: '2023年一季度经济运行情况',
      text: '全市计划投资3亿元。',
      period: { year: 2023, kind: 'target' },
    },
    { title: '2023年工作要点', text: '建站3所。', period: { year: 2023, kind: 'target' } },
    {
      title: '某市“十四五”养老规划',
      text: '建站3所。',
      period: { fromYear: 2021, year: 2025, kind: 'target' },
    },
    { title: '2023年统计公报', text: '建站3所。', period: { year: 2023, kind: 'actual' } },
  ])('reads “$text” under “$title”', ({ title, text: paragraph, period }) => {
    const report = parseReport('made-up', `${title}\n\n一、总体\n\n${paragraph}`);

    expect(report.sentences[0]?.clauses.at(-1)?.period).toEqual(period);
  });

  it('lets a time that opens a paragraph hold for all of it', () => {
    const report = parseReport('plain', '一、2018年回顾\n\n2017年,建站3所。培训7次。\n\n改造5所。');

    expect(report.sentences.map(({ clauses }) => clauses.at(-1)?.period?.year)).toEqual([2017, 2017, 2018]);
  });

  it.each([
    { name: 'empty', source: '', place: 'x:1' },
    { name: 'blank', source: ' \n\n\u3000\n', place: 'x:1' },
    { name: 'nothing but a title', source: '重庆经济年鉴(2019)', place: 'x:1' },
    {
      name: 'not UTF-8',
      source: Buffer.from('一、回顾\n\n\xb5\xcd\xb1\xa3', 'latin1').toString('utf8'),
      place: 'x:',
    },
    { name: 'UTF-16', source: Buffer.from('一、回顾。', 'utf16le').toString('utf8'), place: 'x:1' },
    { name: 'binary', source: '一、回顾\n建站\0\n', place: 'x:2' },
  ])('refuses a report that is $name, saying where', ({ source, place }) => {
    expect(() => parseReport('x', source)).toThrow(
      expect.objectContaining({ code: 'report_invalid', message: expect.stringContaining(place) }),
    );
  });

  it.each([
    '一、2018年发展回顾\n!\n:\n最后一句话。',
    '一、2018年发展回顾!建站3所。\n最后一句话。',
    '一、怎样保障民生?建站3所。\n最后一句话。',
  ])('keeps the mark that ends a heading, other than a full stop: %j', (source) => {
    const report = parseReport('any', source);

    expectWhole(report);
    expect(headings(report)[0]).toMatch(/[!?]$/u);
  });

  it('covers any text with leaves that do not overlap, slice to themselves and nest', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '一、2018年发展回顾',
        '二、2019年目标',
        '(一)养老服务',
        '(二)社会救助。全年支出5亿元。',
        '1.路网',
        '1.2 桥梁',
        '第一部分 回顾',
        '## 小结',
        '民政局',
        '上QQ阅读APP看书',
        '(执笔人:某某)',
        '工作回顾',
        '',
        '  ',
        '\u3000',
        '一是养老。建站2所。二是低保。城乡标准分别为5元、3元。',
        '他说:“好。不错”,然后(一。二',
        '由3元提高到5元;',
        '2017年,建站3所!培训7次?',
        '。。。',
        '——第十四届',
        '总投资1,234.5万元,占1∶0.76',
        '”)》',
        ';',
      ),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    const ends = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, ends), { maxLength: 14 }),
        fc.constantFrom('', '\ufeff'),
        (lines, bom) => {
          // One sentence that stands nowhere else makes sure there is something to read.
          const source = `${bom}${lines.map(([words, end]) => words.replace(/[\0\ufffd]/gu, '') + end).join('')}最后一句话。`;

          const report = parseReport('any', source);

          expectWhole(report);
          expectNested(report);
          expectFigures(report);
        },
      ),
      { numRuns: 500 },
    );
  });
});
