import { describe, expect, it } from 'vitest';
import {
  isUnderway,
  isWrittenThen,
  readReportPeriod,
  readReportYears,
} from '../../src/report/report-years.ts';

const read = (parts: { title?: string; headings?: readonly string[]; body?: string }) =>
  readReportYears({ title: '', headings: [], body: '', ...parts })?.thisYear;

describe('readReportYears', () => {
  it.each([
    // A title's year means one thing in a report of government and another in a summary.
    { title: '2026年河北省政府工作报告', thisYear: 2026 },
    { title: '2025年国民经济和社会发展统计公报', thisYear: 2026 },
    { title: '2022～2023年度人力资源和社会保障事业发展统计公报', thisYear: 2024 },
    { title: '2024年民政工作总结', thisYear: 2025 },
    { title: '2024年工作总结和2025年工作计划', thisYear: 2025 },
    { title: '2025年农业农村工作要点', thisYear: 2025 },
    { title: '关于2025年预算执行情况和2026年预算草案的报告', thisYear: 2026 },
    { title: '统计年鉴(2019)', thisYear: 2019 },
    { title: '2020年工作和“十三五”发展回顾-某县年鉴', thisYear: 2021 },
    { title: '某县国民经济和社会发展规划(2021-2025年)', thisYear: 2021 },
    { title: '政府工作报告 ——2017年1月11日在某县第十六届人民代表大会第一次会议上', thisYear: 2017 },
    { title: '政府工作报告 ——2021年12月28日在某县人民代表大会上', thisYear: 2022 },
    { title: '2026年河北省政府工作报告 ——2026年1月26日在人民代表大会上', thisYear: 2026 },
  ])('goes by the title “$title”', ({ title, thisYear }) => {
    expect(read({ title })).toBe(thisYear);
  });

  it.each([
    { headings: ['一、“十四五”时期经济社会发展回顾', '二、“十五五”时期的主要目标任务'], thisYear: 2026 },
    { headings: ['一、2025年工作总结', '三、2026年重点工作'], thisYear: 2026 },
    { headings: ['一、2023年主要工作', '二、2024年主要工作'], thisYear: 2024 },
    { headings: ['一、过去五年工作回顾', '二、今后五年的奋斗目标', '三、2017年工作安排'], thisYear: 2017 },
    { headings: ['一、2022年目标任务完成情况', '二、下一步工作打算'], thisYear: 2023 },
  ])('goes by the headings $headings', ({ headings, thisYear }) => {
    expect(read({ headings })).toBe(thisYear);
  });

  it.each([
    { body: '刚刚过去的2025年,我们……2026年、2026年、2026年', thisYear: 2026 },
    { body: '今年是“十五五”起步之年。', thisYear: 2026 },
    { body: '2021年是“十四五”开局之年。', thisYear: 2021 },
    { body: '2017年一季度,全市……2016年2016年', thisYear: 2017 },
    { body: '2018年、2018年、2019年', thisYear: 2019 },
  ])('goes by the text “$body”', ({ body, thisYear }) => {
    expect(read({ body })).toBe(thisYear);
  });

  it('weighs what the sources say against each other', () => {
    const thisYear = read({
      title: '2026年河北省政府工作报告 ——2026年1月26日',
      headings: ['一、“十四五”时期经济社会发展回顾', '三、2026年主要工作'],
      body: '2020年、2020年、2020年、2020年',
    });

    expect(thisYear).toBe(2026);
  });
});

describe('readReportPeriod', () => {
  const years = { lastYear: 2020, thisYear: 2021 };

  it.each([
    { title: '2020年统计公报', period: { year: 2020, kind: 'actual' } },
    { title: '2021年工作要点', period: { year: 2021, kind: 'target' } },
    { title: '发展规划(2021-2025年)', period: { fromYear: 2021, year: 2025, kind: 'target' } },
    { title: '“十四五”发展规划', period: { fromYear: 2021, year: 2025, kind: 'target' } },
    { title: '政府工作报告', period: { year: 2020, kind: 'actual' } },
  ])('takes the whole of “$title” for it', ({ title, period }) => {
    expect(readReportPeriod(title, years)).toEqual(period);
  });
});

describe('when a report was written', () => {
  it.each([
    { title: '2024年工作总结', isThen: true },
    { title: '政府工作报告', isThen: false },
    { title: '2023年11月20日在市人民代表大会第一次会议上', isThen: true },
    { title: '2024年1月20日在市人民代表大会第一次会议上', isThen: false },
  ])('“$title”', ({ title, isThen }) => {
    expect(isWrittenThen(title, { lastYear: 2023, thisYear: 2024 })).toBe(isThen);
  });

  it.each([
    { title: '2023年一季度经济运行情况', body: '', underway: true },
    { title: '全市经济运行良好', body: '一季度增长2%,一季度投资,一季度消费。', underway: true },
    { title: '政府工作报告', body: '一季度、二季度、三季度都好。', underway: false },
  ])('“$title” is $underway', ({ title, body, underway }) => {
    expect(isUnderway(title, body)).toBe(underway);
  });
});
