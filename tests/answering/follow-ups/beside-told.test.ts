import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

const answerer = createAnswerer(
  buildKnowledge({
    seeds: [
      {
        name: 'a.txt',
        text: [
          '青山县2024年民政工作总结',
          '一、2024年工作',
          '全县火化遗体3120具，火化率86.4%，比上年提高2.1个百分点。',
          '实施临时救助4260人次，支出资金613万元，人均救助水平达到1439元。',
          '走访企业2146家，收集诉求1308件，办结1275件，办结率97.5%。',
          '城市低保标准由每人每月735元提高到776元。',
          '医院次均门诊费用342元，次均住院费用9168元，日均住院费用1091元。',
          '销售福利彩票9200万元，筹集公益金2800万元，同比分别增长4.9%、3.6%。',
          '',
        ].join('\n'),
      },
    ],
    knowledge: WORD_LISTS,
  }),
);

describe('what is asked after a number as it was told', () => {
  it.each([
    { told: '火化率86.4%', asking: '提高了多少', value: '2.1' },
    { told: '实施临时救助4260人次', asking: '花了多少钱', value: '613' },
    { told: '实施临时救助4260人次', asking: '人均救助水平是多少', value: '1439' },
    { told: '收集诉求1308件', asking: '办结了多少', value: '1275' },
    { told: '收集诉求1308件', asking: '办结率是多少', value: '97.5' },
    { told: '城市低保标准变为776元', asking: '上年是多少', value: '735' },
    // The changes of several numbers stand in the order of these.
    { told: '销售福利彩票9200万元', asking: '增长了多少', value: '4.9' },
    { told: '筹集公益金2800万元', asking: '增长了多少', value: '3.6' },
    // Called alike but for what is named: no average of a day.
    { told: '医院次均门诊费用342元', asking: '住院是多少', value: '9168' },
  ])('stands beside it: $told，$asking', ({ told, asking, value }) => {
    expect(answerer.answer(`${told}，${asking}`).answers).toMatchObject([{ value }]);
  });

  it.each([
    // How the rate changed says nothing of how many there were.
    { told: '全县火化遗体3120具', asking: '比上年变化了多少' },
    { told: '实施临时救助4260人次', asking: '受益多少户' },
  ])('is not taken from another number: $told，$asking', ({ told, asking }) => {
    expect(answerer.answer(`${told}，${asking}`).status).toBe('abstained');
  });
});
