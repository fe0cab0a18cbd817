import { describe, expect, it } from 'vitest';
import { readPlaces } from '../../src/knowledge/places.ts';
import { parseReport } from '../../src/report/parse-report.ts';

describe('readPlaces', () => {
  it.each([
    { head: '重庆经济年鉴(2019)\n民政工作\n重庆市民政局', names: ['重庆市', '重庆'] },
    { head: '青岚县交通运输工作报告\n青岚县交通运输局', names: ['青岚县', '青岚'] },
    { head: '重庆经济年鉴(2019)', names: ['重庆'] },
    { head: '2026年河北省政府工作报告', names: ['河北省', '河北', '全省', '我省'] },
    {
      head: '政府工作报告\n——2017年1月11日在汀岚县第十六届人民代表大会第一次会议上',
      names: ['汀岚县', '汀岚', '全县'],
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

  it('knows how a report speaks of its place where it names none', () => {
    const places = readPlaces(parseReport('seed', '民政工作\n\n一、回顾\n\n建站3所。'));

    expect(places).toContain('全市');
    expect(places.every((place) => place.length >= 2)).toBe(true);
  });
});
