import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/report/figures.ts';
import { foldWidth } from '../../src/report/fold-width.ts';
import { joinText, readSpan } from '../../src/report/joined-text.ts';
import { findPageBreaks } from '../../src/report/page-breaks.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import { sliceSpan } from '../../src/report/span.ts';

const join = (text: string): string => joinText(text, findPageBreaks(text)).text;

const REPORTS = [
  'seeds/000_756653252c613bca.txt',
  'tests/fixtures/other-reports/seeds/qinglan-transport-2022.txt',
  'tests/fixtures/other-reports-2/seeds/tinglan-government-2017.txt',
  'tests/fixtures/several-times/seeds-forest/forest.txt',
  'tests/fixtures/several-times/seeds-harbour/harbour.txt',
];

/** Sets a text as a page does: so many columns a line, cut anywhere but before a closing mark. */
function setOnPage(text: string, width: number, indent: string): string {
  const setLine = (line: string): string => {
    let set = '';
    let columns = 0;
    for (const character of /[。;]/u.test(foldWidth(line)) ? indent + line : line) {
      if (columns >= width && !/[，。、；：！？）》”’%％,;:]/u.test(character)) {
        set += '\n';
        columns = 0;
      }
      set += character;
      columns += /\p{ASCII}/u.test(character) ? 1 : 2;
    }
    return set;
  };
  return text
    .split('\n')
    .map((line) => setLine(line.trim()))
    .join('\n');
}

describe('findPageBreaks', () => {
  it.each([
    ['地区生产总值增长5.\n3%，好于预期。', '地区生产总值增长5.3%，好于预期。'],
    ['税收较快增长，占比达77\n.4%。', '税收较快增长，占比达77.4%。'],
    ['教育支出稳步增加，全年1\n280亿元。', '教育支出稳步增加，全年1280亿元。'],
    ['新增学位充足，全年增加3\n.2万个。', '新增学位充足，全年增加3.2万个。'],
    ['客流回升，地铁日均运送旅客310万\n人次。', '客流回升，地铁日均运送旅客310万人次。'],
    ['医疗服务改善，床位达到4.6\n万张。', '医疗服务改善，床位达到4.6万张。'],
    ['旅游收入达到120亿元\n，增长8%。', '旅游收入达到120亿元，增长8%。'],
    ['高速公路、\n铁路里程均居全省前列。', '高速公路、铁路里程均居全省前列。'],
    ['空气质量好转，PM\n2.5\n年均浓度28微克/立方米。', '空气质量好转，PM2.5年均浓度28微克/立方米。'],
    ['单位产值能耗下降，CO\n2\n排放强度降低4%。', '单位产值能耗下降，CO2排放强度降低4%。'],
    [
      '面对困难，我们攻坚克难。全年民\n营经济增加值占比58.5%。',
      '面对困难，我们攻坚克难。全年民营经济增加值占比58.5%。',
    ],
    ['供热标准由18\n℃提高到20\n℃。', '供热标准由18℃提高到20℃。'],
    ['至 2023 年底，共有企业 13 户、资产 5.45 万亿元。', '至2023年底，共有企业13户、资产5.45万亿元。'],
    [
      '3 个项目开工；应于 2025 年前建成的 8 座水库完工 5 座。',
      '3 个项目开工；应于2025年前建成的8座水库完工5座。',
    ],
    ['森林覆盖率增长5%,\r\n达到45\r\n%。', '森林覆盖率增长5%,达到45%。'],
  ])('joins %j', (text, joined) => {
    expect(join(text)).toBe(joined);
  });

  it.each([
    '全年供水平稳。\n单位：亿m3\n2020年全市地表水1.2亿m3；2020年全市地下水0.3亿m3。',
    '2026年丙省政府工作报告\n——2026年1月20日在丙省人民代表大会会议上\n一、2025年工作回顾',
    '（一）扩大内需\n（二）做强产业\n（三）改善民生',
    '指标\n城镇新增就业\n141\n失业率\n4.6',
    '全年新增就业141万人。\n医院床位增加。',
    '一是支持高中改善条件\n二是改造养老服务中心\n三是建设健身点',
    '1.建设学校3所\n2.改造医院2家\n3.新建公路5条',
    '工业稳步回升\n全年增加值增长6%。\n农业再获丰收\n粮食总产量120万吨。',
    '一、突出稳增长、促转型，经济持续向好\n全年生产总值增长6%。',
    '猪年末存栏 万头 126.06 0.8\n牛年末存栏 万头 42.05 7.4',
    '全年，我们完成了各项任务\n　　工业增加值增长6%，好于预期。',
    '',
  ])('leaves %j as it is', (text) => {
    expect(join(text)).toBe(text);
  });

  it('leaves out the numbers of pages between the halves of a sentence', () => {
    const text = '民生持续改善。全年财政支出较快增长，教育投入达到\n— 3 —\n120亿元。';

    expect(join(text)).toBe('民生持续改善。全年财政支出较快增长，教育投入达到120亿元。');
  });

  it.each(
    REPORTS.flatMap((path) =>
      [
        { width: 56, indent: '　　' },
        { width: 74, indent: '　　' },
        { width: 88, indent: '' },
      ].map((page) => ({ path, ...page })),
    ),
  )('reads $path set on a page of $width columns as before', ({ path, width, indent }) => {
    const text = readFileSync(path, 'utf8');
    const plain = parseReport('plain', text);
    const set = parseReport('set', setOnPage(text, width, indent));
    const sentencesOf = (report: typeof plain) =>
      report.sentences.map((sentence) => readSpan(report, sentence).replace(/\s/gu, ''));
    const figuresOf = (report: typeof plain) =>
      extractFigures(report).figures.map((figure) => [
        readSpan(report, figure),
        figure.amount,
        figure.base,
        figure.owner,
        figure.period?.year,
      ]);

    expect(sentencesOf(set)).toEqual(sentencesOf(plain));
    expect(figuresOf(set)).toEqual(figuresOf(plain));
  });

  it('keeps every place one of the source', () => {
    const source = '一、回顾\n全年物价平稳，居民收入增长5.\n3%，就业120万\n人。';
    const report = parseReport('made-up', source);
    const { figures } = extractFigures(report);

    expect(figures.map((figure) => sliceSpan(source, figure))).toEqual(['5.\n3%', '120万\n人']);
    expect(figures.map((figure) => readSpan(report, figure))).toEqual(['5.3%', '120万人']);
  });
});
