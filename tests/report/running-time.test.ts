import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Period } from '../../src/report/report.ts';
import { sliceSpan } from '../../src/report/span.ts';

const label = (period: Period | null): string =>
  period ? `${period.kind} ${period.fromYear ? `${period.fromYear}–` : ''}${period.year}` : 'none';

/** The time of the clause that holds some words, in a report of these paragraphs. */
function timeOf(words: string, paragraphs: readonly string[]): string {
  const report = parseReport('made-up', paragraphs.join('\n\n'));
  const clause = report.sentences
    .flatMap(({ clauses }) => clauses)
    .find((each) => sliceSpan(report.source, each).includes(words));
  return label(clause?.period ?? null);
}

const HEADLINE = '政府工作报告(2022年1月)';
const REVIEW = [
  HEADLINE,
  '一、2021年和过去五年工作回顾',
  '2021年,渔业产值增长6%,两年平均增长5%,捕捞量下降2%。三年累计减船90艘,拆解旧船70艘。',
  '(一)渔港更加完善',
  '扩建渔港3座。',
  '(二)渔民更加富裕',
  '五年来,渔民人均收入年均增长9%。',
  '培训渔民800人。',
  '(三)海域更加清洁',
  '清理海漂垃圾40吨。',
  '各位代表!本届政府任期届满。过去五年,是不平凡的五年。我们取得了新的成绩:一是渔港大变样。改造渔港11座。二是渔业大发展。新增养殖面积5万亩。',
  '2021年3月召开了渔业大会,签约项目19个。',
  '我们也清醒地认识到,还存在不少困难:冷链能力不足。',
  '二、今后五年目标任务和2022年重点工作',
  '(一)今后五年总体要求',
  '建设海洋牧场6处。落实“十四五”渔业规划,到2025年水产品产量达到30万吨,深加工率达到50%。制定2030年海域规划,新增泊位8个。',
  '(二)2022年主要目标',
  '渔业产值增长8%。',
  '(三)抓好渔港建设',
  '扩建渔港4座。',
  '三、加强自身建设',
  '全年开展督查6次。',
];

describe('a part that is about several times', () => {
  it.each([
    ['渔业产值增长6%', 'actual 2021'],
    ['两年平均增长5%', 'actual 2020–2021'],
    ['捕捞量下降2%', 'actual 2021'],
    ['三年累计减船90艘', 'actual 2019–2021'],
    ['拆解旧船70艘', 'actual 2019–2021'],
    ['扩建渔港3座', 'actual 2021'],
    // A paragraph among sections turns back for itself alone.
    ['渔民人均收入年均增长9%', 'actual 2017–2021'],
    ['培训渔民800人', 'actual 2021'],
    ['清理海漂垃圾40吨', 'actual 2021'],
    // An address turns to the years that follow, also where they are named later.
    ['本届政府任期届满', 'actual 2017–2021'],
    ['改造渔港11座', 'actual 2017–2021'],
    ['新增养殖面积5万亩', 'actual 2017–2021'],
    ['2021年3月召开了渔业大会', 'actual 2021'],
    ['冷链能力不足', 'actual 2021'],
    ['建设海洋牧场6处', 'target 2022–2026'],
    ['水产品产量达到30万吨', 'target 2025'],
    ['深加工率达到50%', 'target 2025'],
    ['渔业产值增长8%', 'target 2022'],
    ['扩建渔港4座', 'target 2022'],
    ['全年开展督查6次', 'target 2022'],
  ])('%s: %s', (words, expected) => {
    expect(timeOf(words, REVIEW)).toBe(expected);
  });

  it('ends the sections below it where it turns to another time', () => {
    const report = parseReport('made-up', REVIEW.join('\n\n'));
    const sentence = report.sentences.find((each) => sliceSpan(report.source, each).includes('改造渔港11座'));
    const section = report.sections.find(({ id }) => id === sentence?.sectionId);

    expect(section && sliceSpan(report.source, section.heading)).toBe('一、2021年和过去五年工作回顾');
  });

  it.each([
    ['the last part of it where no section follows', '扩建渔港1座', 'actual 2017–2021'],
    ['a target that begins with its basis', '增殖放流90万尾', 'target 2022'],
  ])('goes on with %s', (_, words, expected) => {
    expect(
      timeOf(words, [
        HEADLINE,
        '一、2021年和本届政府工作回顾',
        '(一)渔港建设加快',
        '扩建渔港3座。',
        '过去的五年,我们牢记嘱托、开拓奋进。',
        '扩建渔港1座。',
        '二、今后五年奋斗目标和2022年工作安排',
        '建设海洋牧场6处。',
        '围绕上述目标,2022年要重点做好以下工作:',
        '增殖放流90万尾。',
      ]),
    ).toBe(expected);
  });
});

describe('a part of one time', () => {
  it.each([
    ['改造渔港11座', 'actual 2017–2021'],
    ['落实“十四五”规划任务', 'target 2022'],
    ['2000年底前建成的渔港', 'target 2022'],
    ['做好2023年展会筹备', 'target 2022'],
    ['到2024年深加工率达到45%', 'target 2024'],
  ])('%s: %s', (words, expected) => {
    expect(
      timeOf(words, [
        HEADLINE,
        '一、2021年工作回顾',
        '扩建渔港3座。',
        '各位代表!过去五年,我们始终奋勇争先。',
        '改造渔港11座。',
        '二、2022年工作安排',
        '落实“十四五”规划任务,改造2000年底前建成的渔港。做好2023年展会筹备。到2024年深加工率达到45%。',
      ]),
    ).toBe(expected);
  });
});

describe('a part that tells of years and then of one', () => {
  const GIVEN_IN_NOVEMBER = [
    '政府工作报告',
    '——2011年11月20日在市第五届人民代表大会第一次会议上',
    '一、五年工作回顾',
    '五年来,渔民人均收入年均增长9%。',
    '今年是本届政府的最后一年,也是任务最重的一年。',
    '(一)渔港更加完善',
    '扩建渔港3座。',
    '各位代表,过去的五年,我们改造渔港11座。',
    '二、今后五年的目标和2012年的工作',
    '各位代表,根据规划,今后五年建设海洋牧场6处。',
    '各位代表,省里提出了新的要求。任务光荣。2012年,我们要抓好渔港建设。',
    '(一)抓好渔业生产',
    '投放鱼苗90万尾。',
  ];

  it.each([
    ['渔民人均收入年均增长9%', 'actual 2007–2011'],
    // Said before the year was over, 今年 is the year looked back on.
    ['扩建渔港3座', 'actual 2011'],
    ['改造渔港11座', 'actual 2007–2011'],
    ['建设海洋牧场6处', 'target 2012–2016'],
    ['抓好渔港建设', 'target 2012'],
    ['投放鱼苗90万尾', 'target 2012'],
  ])('%s: %s', (words, expected) => {
    expect(timeOf(words, GIVEN_IN_NOVEMBER)).toBe(expected);
  });
});

describe('a part whose heading names years and a year', () => {
  it.each([
    ['建设海洋牧场6处', 'target 2022–2026'],
    ['扩建渔港4座', 'target 2022'],
    ['投放鱼苗90万尾', 'target 2022'],
  ])('turns where a paragraph says what the year is: %s', (words, expected) => {
    expect(
      timeOf(words, [
        HEADLINE,
        '一、过去五年工作回顾',
        '改造渔港11座。',
        '二、新一届政府的目标和2022年的安排',
        '今后五年,要做好以下工作:',
        '一是兴渔业。建设海洋牧场6处。',
        '2022年,是新一届政府的开局之年,要扩建渔港4座。',
        '一是稳生产。投放鱼苗90万尾。',
      ]),
    ).toBe(expected);
  });
});
