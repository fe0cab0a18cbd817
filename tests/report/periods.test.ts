import { describe, expect, it } from 'vitest';
import {
  findPeriodMentions,
  readHeadingKind,
  readHeadingPeriod,
  readLeadingPeriod,
} from '../../src/report/periods.ts';
import { readReportYears } from '../../src/report/report-years.ts';

const YEARS = { lastYear: 2018, thisYear: 2019 };

describe('findPeriodMentions', () => {
  it.each([
    { text: '2018年,全市', period: { year: 2018, kind: 'actual' } },
    { text: '二〇一八年', period: { year: 2018, kind: 'actual' } },
    { text: '到2020年建成', period: { year: 2020, kind: 'target' } },
    { text: '2016—2018年', period: { fromYear: 2016, year: 2018, kind: 'actual' } },
    { text: '2019年至2021年', period: { fromYear: 2019, year: 2021, kind: 'target' } },
    { text: '“十三五”时期', period: { fromYear: 2016, year: 2020, kind: 'target' } },
    { text: '十四五规划', period: { fromYear: 2021, year: 2025, kind: 'target' } },
    { text: '过去五年', period: { fromYear: 2014, year: 2018, kind: 'actual' } },
    { text: '近3年来', period: { fromYear: 2016, year: 2018, kind: 'actual' } },
    { text: '今后五年', period: { fromYear: 2019, year: 2023, kind: 'target' } },
    { text: '去年', period: { year: 2018, kind: 'actual' } },
    { text: '上年度', period: { year: 2018, kind: 'actual' } },
    { text: '今年', period: { year: 2019, kind: 'target' } },
    { text: '明年', period: { year: 2020, kind: 'target' } },
    { text: '过去一年', period: { year: 2018, kind: 'actual' } },
    { text: '一年来', period: { year: 2018, kind: 'actual' } },
    { text: '刚刚过去的2018年', period: { year: 2018, kind: 'actual' } },
    { text: '过去的五年', period: { fromYear: 2014, year: 2018, kind: 'actual' } },
    { text: '未来五年', period: { fromYear: 2019, year: 2023, kind: 'target' } },
    { text: '2016年以来', period: { fromYear: 2016, year: 2018, kind: 'actual' } },
    { text: '“十三五”以来', period: { fromYear: 2016, year: 2018, kind: 'actual' } },
    { text: '“十三五”末', period: { year: 2020, kind: 'target' } },
    { text: '“十二五”末', period: { year: 2015, kind: 'actual' } },
    { text: '“十五五”时期', period: { fromYear: 2026, year: 2030, kind: 'target' } },
    { text: '今年以来', period: { year: 2019, kind: 'actual' } },
  ])('reads “$text”', ({ text, period }) => {
    expect(findPeriodMentions(text, YEARS).map((mention) => mention.period)).toEqual([period]);
  });

  it.each([
    '比2015年增长',
    '较上年增长',
    '按照上年度收入',
    '与2017年持平',
    '十五个班次',
    '2018',
    '全年',
    '当年专利授权量',
  ])('finds no time in “%s”', (text) => {
    expect(findPeriodMentions(text, YEARS)).toEqual([]);
  });

  it('keeps what is compared with when asked to', () => {
    expect(findPeriodMentions('比2017年多', YEARS, { keepsComparisonBases: true })).toMatchObject([
      { period: { year: 2017, kind: 'actual' } },
    ]);
  });

  it('reads 今年 as the year looked back on in a review written then', () => {
    const mentions = findPeriodMentions('今年比去年好,明年更好', YEARS, { isWrittenThen: true });

    expect(mentions.map(({ period }) => period)).toEqual([
      { year: 2018, kind: 'actual' },
      { year: 2019, kind: 'target' },
    ]);
  });

  it('takes a year under way for done', () => {
    expect(findPeriodMentions('今年', YEARS, { isUnderway: true })).toMatchObject([
      { period: { year: 2019, kind: 'actual' } },
    ]);
  });

  it('leaves out relative phrases where the report names no year', () => {
    expect(findPeriodMentions('去年和2018年', null).map(({ period }) => period.year)).toEqual([2018]);
  });

  it('says where a phrase stands', () => {
    const text = '力争到2020年建成';

    const [mention] = findPeriodMentions(text, YEARS);

    expect(text.slice(mention?.start, mention?.end)).toBe('2020年');
  });
});

describe('readHeadingKind', () => {
  it.each([
    { heading: '一、2018年发展回顾', kind: 'actual' },
    { heading: '二、2019年发展目标', kind: 'target' },
    { heading: '下一步工作安排', kind: 'target' },
    { heading: '工作完成情况', kind: 'actual' },
    { heading: '重点工作', kind: 'target' },
    { heading: '社会救助', kind: null },
    { heading: '2026年主要工作', kind: null },
    { heading: '2025年目标任务完成情况', kind: 'actual' },
    { heading: '规划实施情况', kind: 'actual' },
    { heading: '“十四五”发展成就', kind: 'actual' },
    { heading: '下半年工作打算', kind: 'target' },
    { heading: '上半年工作', kind: 'actual' },
  ])('reads “$heading” as $kind', ({ heading, kind }) => {
    expect(readHeadingKind(heading)).toBe(kind);
  });
});

describe('readHeadingPeriod', () => {
  const above = { year: 2019, kind: 'target' } as const;

  it.each([
    { heading: '2018年发展回顾', above: null, period: { year: 2018, kind: 'actual' } },
    { heading: '2019年发展目标', above: null, period: { year: 2019, kind: 'target' } },
    { heading: '下一步工作', above: null, period: { year: 2019, kind: 'target' } },
    { heading: '工作回顾', above: null, period: { year: 2018, kind: 'actual' } },
    { heading: '养老服务发展', above, period: above },
    { heading: '社会救助', above: null, period: null },
    {
      heading: '一、指标排全区前列,实现“十三五”良好开局',
      above: { year: 2018, kind: 'actual' } as const,
      period: { year: 2018, kind: 'actual' },
    },
    { heading: '(一)“十三五”时期目标', above, period: { fromYear: 2016, year: 2020, kind: 'target' } },
    { heading: '(四)建议提案办理', above: null, period: null },
  ])('reads “$heading”', ({ heading, above: parent, period }) => {
    expect(readHeadingPeriod(heading, parent, YEARS)).toEqual(period);
  });
});

describe('readReportYears', () => {
  it.each([
    { name: 'both headings', title: '', headings: ['2018年发展回顾', '2019年发展目标'], body: '' },
    { name: 'the heading that looks back', title: '', headings: ['2018年工作回顾', '下一步'], body: '' },
    { name: 'the heading that looks ahead', title: '', headings: ['工作回顾', '2019年重点工作'], body: '' },
    { name: 'the title of a yearbook', title: '重庆经济年鉴(2019)', headings: [], body: '2017年2017年' },
    { name: 'the title of a work report', title: '2019年政府工作报告', headings: [], body: '' },
    { name: 'the title of a summary', title: '2018年工作总结', headings: [], body: '' },
    { name: 'the year named most', title: '民政工作', headings: [], body: '2018年、2018年、2019年' },
    { name: 'the later of two years named as often', title: '', headings: [], body: '2017年2018年' },
  ])('goes by $name', ({ title, headings, body }) => {
    expect(readReportYears({ title, headings, body })).toEqual(YEARS);
  });

  it('gives null when no year is named', () => {
    expect(readReportYears({ title: '民政工作', headings: ['工作回顾'], body: '全年完成。' })).toBeNull();
  });
});

describe('readLeadingPeriod', () => {
  it.each([
    { clause: '2017年底床位达到20万张', period: { year: 2017, kind: 'actual' } },
    { clause: '力争到2020年建成', period: { year: 2020, kind: 'target' } },
    { clause: '截至2018年底', period: { year: 2018, kind: 'actual' } },
    { clause: '全面贯彻落实关于2017年工作的部署', period: null },
    { clause: '全年支出低保资金', period: null },
    { clause: 'GDP从2015年的3亿元增长到5亿元', period: null },
    { clause: '4件结转下年度继续办理', period: null },
  ])('reads “$clause”', ({ clause, period }) => {
    expect(readLeadingPeriod(clause, YEARS)).toEqual(period);
  });
});
