import { describe, expect, it } from 'vitest';
import { readOwnStretch, readPlaces } from '../../src/knowledge/places.ts';
import { parseReport } from '../../src/report/parse-report.ts';

describe('readPlaces', () => {
  it.each([
    { head: '重庆经济年鉴(2019)\n民政工作\n重庆市民政局', names: ['重庆市', '重庆'] },
    { head: '青岚县交通运输工作报告\n青岚县交通运输局', names: ['青岚县', '青岚'] },
    { head: '重庆经济年鉴(2019)', names: ['重庆'] },
    { head: '深圳市龙岗区2024年政府工作报告', names: ['深圳市龙岗区', '龙岗区', '龙岗', '全区'] },
    { head: '深圳市大鹏新区2024年工作报告', names: ['深圳市大鹏新区', '大鹏新区', '大鹏', '全区'] },
    { head: '2026年河北省政府工作报告', names: ['河北省', '河北', '全省', '我省'] },
    {
      head: '政府工作报告\n——2017年1月11日在汀岚县第十六届人民代表大会第一次会议上',
      names: ['汀岚县', '汀岚', '全县'],
    },
    {
      head: '2015年政府工作报告(在深圳市罗湖区第六届人民代表大会第四次会议上)',
      names: ['深圳市罗湖区', '罗湖区', '罗湖', '全区'],
    },
    {
      head: '政府工作报告\n——2023年1月5日在恩施土家族苗族自治州建始县第九届人民代表大会上',
      names: ['建始县', '建始', '全县'],
    },
    {
      head: '政府工作报告\n——2026年2月3日在宁夏回族自治区第十三届人民代表大会第四次会议上',
      names: ['宁夏回族自治区', '宁夏', '全区'],
    },
  ])('reads $names from “$head”', ({ head, names }) => {
    const report = parseReport('seed', `${head}\n\n一、2018年回顾\n\n建站3所。`);

    const places = readPlaces(report);

    for (const name of names) expect(places).toContain(name);
  });

  it.each([
    ['各位代表:现在,我代表市人民政府向大会报告工作。', '芜湖产值增长。', ['芜湖市', '芜湖', '全市']],
    ['各位代表:现在,我代表市人民政府向大会报告工作。', '全市建站,天门产值增长。', ['天门市', '天门', '全市']],
    ['各位代表:现在,请予审议。', '高阳县建站,高阳产值增长。', ['高阳县', '高阳', '全县']],
    ['2024年事业发展统计公报', '全国建站。', ['全国', '我国']],
  ])('reads the place that a report without a title names most: “%s”', (opening, sentence, names) => {
    const report = parseReport('seed', `${opening}\n\n一、2018年回顾\n\n${sentence.repeat(6)}`);

    expect(readPlaces(report)).toEqual(expect.arrayContaining(names));
  });

  it('takes a new district for no part of the report on its city', () => {
    const report = parseReport('seed', '深圳市大鹏新区2024年工作报告\n\n一、2023年回顾\n\n建站3所。');

    expect(readPlaces(report)).not.toContain('深圳');
  });

  it('takes no ordinary word for the place, however often it stands there', () => {
    const report = parseReport('seed', `各位代表:\n\n一、2018年回顾\n\n${'资源增长3%,振兴产业。'.repeat(9)}`);

    expect(readPlaces(report)).not.toContain('资源');
    expect(readPlaces(report)).not.toContain('振兴');
  });

  it('takes a district for no report of its city', () => {
    const places = readPlaces(parseReport('seed', '深圳市龙岗区2024年政府工作报告\n\n一、回顾\n\n建站3所。'));

    expect(places).not.toContain('深圳');
    expect(places).not.toContain('全市');
  });

  it('tells the level of a place from the end of its name', () => {
    const places = readPlaces(parseReport('seed', '2026年苏州市政府工作报告\n\n一、回顾\n\n建站3所。'));

    expect(places).toContain('全市');
    expect(places).not.toContain('全州');
  });

  it('knows how a report speaks of its place where it names none', () => {
    const places = readPlaces(parseReport('seed', '民政工作\n\n一、回顾\n\n建站3所。'));

    expect(places).toContain('全市');
    expect(places.every((place) => place.length >= 2)).toBe(true);
  });
});

describe('readOwnStretch', () => {
  const read = (title: string) =>
    readOwnStretch(parseReport('seed', `${title}\n\n一、总体\n\n${'一季度投资3亿元。'.repeat(5)}`));

  it('names the part of a year a report is about in the ways people do', () => {
    expect(read('2023年一季度经济运行情况')).toEqual(expect.arrayContaining(['一季度', '首季', '前三个月']));
  });

  it('names none for a report on whole years', () => {
    expect(read('政府工作报告')).toEqual([]);
  });
});
