import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { realAnswerer } from '../support/real-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

/** A made-up report written as city governments write theirs. */
const REPORT = `汀洲市2019年政府工作报告
各位代表:
我代表市人民政府向大会作政府工作报告,请予审议。
2018年:铆足干劲抓落实
过去一年,我们主要做了以下工作。
一、主要指标稳中有进,实现“十三五”良好开局
全市生产总值突破400亿元,达418亿元,增长7.6%。财政收入突破40亿元大关,达到44.35亿元。
城镇居民人均可支配收入31580元,农村居民人均可支配收入13471元。酸雨率42.2%,同比上升8.2个百分点。
县域生产总值达275亿元,占全市生产总值的66%。完成国省道改造119公里。
森林覆盖率提高到45.6%,比2015年提高3.5个百分点。登记失业率下降到2.9%,比上年下降0.4个百分点。
公共图书馆藏书增加到85万册,比上年增加6万册。
2018年,福利彩票销售 14.2 亿元,比上年减少 2.3 亿元,下降 13.9%。救助站 12 个,比上年增加 3 个。离婚率为 2.0‰。
至 2016 年底,重点检查的 13 户企业负债总额 19.55 亿元。获得2017年度省级科技奖励10项。
细颗粒物(PM2.5)和可吸入颗粒物(PM10)平均浓度分别下降6微克、4微克。
2019年:砥砺前行开新局
今年,我们将重点做好以下工作。
一、夯实发展基础
完成87公里国省道改造,实施重点项目181项。
`;

const answerer = createAnswerer(
  buildKnowledge({ seeds: [{ name: 'tingzhou.txt', text: REPORT }], knowledge: WORD_LISTS }),
);

const firstOf = (question: string) => answerer.answer(question).answers[0];

describe('a report as city governments write theirs', () => {
  it.each([
    ['2018年全市生产总值是多少?', '418'],
    ['去年全市财政收入是多少', '44.35'],
    ['2018年完成了多少公里国省道改造?', '119'],
    ['2019年要完成多少公里国省道改造?', '87'],
    ['2019年计划实施多少项重点项目?', '181'],
    ['酸雨率2018年比2017年上升了多少?', '8.2'],
    // What it came to is not by how much it changed.
    ['森林覆盖率提高多少', '3.5'],
    ['森林覆盖率提高了几个百分点', '3.5'],
    ['登记失业率下降了多少', '0.4'],
    ['公共图书馆藏书增加多少', '6'],
    ['森林覆盖率是多少', '45.6'],
    ['公共图书馆藏书有多少万册', '85'],
    ['2018年离婚率', '2.0'],
    // Reports print that it grew by so much, people ask for its rate.
    ['去年GDP增速是多少', '7.6'],
    ['2018年全市生产总值增长率', '7.6'],
    // Printed with blanks around the numbers.
    ['去年福利彩票销售下降了百分之几', '13.9'],
    ['救助站比上年增加多少个', '3'],
    ['到2016年底,重点检查的企业负债总额有多少', '19.55'],
    // The year of what is counted, not of the counting.
    ['2017年度省级科技奖励我市拿到了几项', '10'],
  ])('answers %s with %s', (question, value) => {
    expect(firstOf(question)).toMatchObject({ value });
  });

  it('tells one of two parallel numbers where the question says which', () => {
    expect(firstOf('2018年PM2.5平均浓度下降了多少?')).toMatchObject({ value: '6' });
  });

  it('reckons back from a change that is printed with blanks', () => {
    expect(firstOf('2017年福利彩票卖了多少亿元?按减少额倒推一下')).toMatchObject({ computed: '16.5亿元' });
  });

  it.each([
    ['2017年公共图书馆藏书有多少万册', '79万册'],
    ['前年救助站有几个', '9个'],
    ['2017年登记失业率是多少', '3.3%'],
    ['2017年福利彩票销售多少亿元', '16.5亿元'],
  ])(
    'works out the year before from what it came to and by how much that is more or less: %s',
    (question, computed) => {
      expect(firstOf(question)).toMatchObject({ kind: 'comparison', computed });
    },
  );

  it.each(['2016年公共图书馆藏书有多少万册', '2017年森林覆盖率是多少', '2017年国省道改造多少公里'])(
    'does not work out what no printed change leads back to: %s',
    (question) => {
      expect(answerer.answer(question).status).toBe('abstained');
    },
  );

  it('sets averages against each other', () => {
    expect(firstOf('城镇居民人均可支配收入比农村居民高多少元?')).toMatchObject({ computed: '18109元' });
  });

  it('does not take what a place came to for what its parts did', () => {
    expect(firstOf('2018年县域生产总值是多少?')).toMatchObject({ value: '275' });
  });
});

describe('an amount of money asked of a task that names none', () => {
  it.each(['“大数据”格局投入多少资金建设统一平台', '“大救助”格局一共安排多少钱'])(
    '%s is refused',
    (question) => {
      expect(realAnswerer.answer(question).status).toBe('abstained');
    },
  );
});
