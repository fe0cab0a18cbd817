import { describe, expect, it } from 'vitest';
import { isChangeOf } from '../../../src/answering/computing/said-change.ts';
import { describeFigures } from '../../../src/answering/ranking/figure-context.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

const SENTENCES = [
  '实现旅游总收入12.5亿元,其中旅游业增加值占生产总值的5.4%',
  '新登记企业2.06万家,民营经济增加值占比61.7%',
  '全社会用电量27.6亿度,老年人口占比升至24.8%',
  '公共充电桩864个,当年新增147个',
  '地区生产总值319.96亿元,增长3.7%',
  '早稻产量52万吨,减产2.4%',
  '城镇居民人均缴费1980元,较城区平均水平低370元',
  '新建高标准农田2.8万亩,改造提升1.1万亩',
  '就业率达到92.5%,比上年提高0.9个百分点',
];

const text = `青溪县2024年经济公报\n一、经济运行\n${SENTENCES.map((sentence) => `${sentence}。\n`).join('')}`;
const knowledge = buildKnowledge({ seeds: [{ name: 'county.txt', text }], knowledge: WORD_LISTS });
const figures = knowledge.reports.flatMap((known) => describeFigures(known));

const contextOf = (printed: string) => {
  const found = figures.find(({ figure }) => text.slice(figure.start, figure.end) === printed);
  if (!found) throw new Error(`no number ${printed}`);
  return found;
};

describe('isChangeOf', () => {
  it.each([
    { level: '319.96亿元', change: '3.7%' },
    { level: '52万吨', change: '2.4%' },
    { level: '1980元', change: '370元' },
    { level: '864个', change: '147个' },
    { level: '92.5%', change: '0.9个百分点' },
  ])('takes $change for how $level changed', ({ level, change }) => {
    expect(isChangeOf(contextOf(level), contextOf(change))).toBe(true);
  });

  it.each([
    { level: '12.5亿元', change: '5.4%' },
    { level: '2.06万家', change: '61.7%' },
    { level: '27.6亿度', change: '24.8%' },
    { level: '2.8万亩', change: '1.1万亩' },
  ])('takes nothing else that is told beside $level for how that changed: $change', ({ level, change }) => {
    expect(isChangeOf(contextOf(level), contextOf(change))).toBe(false);
  });
});
