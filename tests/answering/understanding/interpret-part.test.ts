import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../../src/answering/library.ts';
import { interpretPart } from '../../../src/answering/understanding/interpret-part.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';

const REPORT = `2026年青禾县政府工作报告
——2026年1月10日在青禾县第十八届人民代表大会第五次会议上
一、2025年工作回顾
森林覆盖率提高到45.6%,比2020年提高3.5个百分点。PM2.5年平均浓度为19微克/立方米。
二、2026年主要目标
地区生产总值增长6%以上。
`;

const library = createLibrary(
  buildKnowledge({ seeds: [{ name: '青禾县.txt', text: REPORT }], knowledge: [] }),
);
const read = (text: string) => interpretPart({ text, context: null }, library);

describe('interpretPart', () => {
  it.each(['森林覆盖率比2020年提高多少', '森林覆盖率较2020年提高几个百分点'])(
    'reads a year that something is measured from as printed beside the number: %s',
    (question) => {
      const { period, terms } = read(question);

      expect(period).toBeNull();
      expect(terms).toContainEqual(expect.objectContaining({ text: '2020年', role: 'scope', isKnown: true }));
    },
  );

  it.each(['2020年森林覆盖率多少', '森林覆盖率比2019年提高多少'])(
    'keeps a year that is asked about, or that the report does not print: %s',
    (question) => {
      expect(read(question).period).not.toBeNull();
    },
  );

  it('finds no years in a decimal', () => {
    expect(read('pm2.5年平均浓度是多少').period).toBeNull();
  });

  it.each([
    ['供热标准提高到多少度', 'count'],
    ['用电量是多少度', 'energy'],
  ])('takes 度 for warmth or for electricity: %s', (question, dimension) => {
    expect(read(question).dimensions).toContain(dimension);
  });
});
