import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { realAnswerer } from '../support/real-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

/** A made-up report with rows of numbers as bulletins print them. */
const REPORT = `丙市2026年政府工作报告
一、2025年工作回顾
2025年,全市常住人口320.5万人,比上年末增加2.1万人。户籍人口298.4万人。城镇常住人口201.3万人。
清河县、临泉市、东山区的水质优良率分别为91%、88%、95%,空气优良天数分别为301天、287天、310天。
新评定一星级饭店3家、二星级饭店5家、三星级饭店8家。
门诊次均药费(86.2元)占次均门诊费用的40.1%,比上年(42.3%)下降2.2个百分点。
铁路、公路、水路运输占比由2020年的9%、80%、11%调整为12%、75%、13%。
全市7岁以下儿童健康管理率95%。城区PM2.5年均浓度31μg/m3。
全市居委会412个,村委会1305个。农村低保对象1200人,标准580元/人月。
完成农村公路改造260公里。市财政对农业投入增长3%、林业投入增长5%、水利投入增长8%。
甲钢铁、乙石化、丙纺织产值分别达到120亿元、98亿元、45亿元。聘请省设计院修编城市总体规划。
二、2026年工作安排
2026年,计划完成农村公路改造180公里。利用三年时间完成植树2.3万亩。
`;

const answerer = createAnswerer(
  buildKnowledge({ seeds: [{ name: 'bing.txt', text: REPORT }], knowledge: WORD_LISTS }),
);

const textOf = (question: string): string =>
  answerer
    .answer(question)
    .answers.map(({ text }) => text)
    .join();

describe('a number of a row', () => {
  it.each([
    ['临泉的空气优良天数是多少', ['287天']],
    ['东山区空气优良天数比清河县多多少天', ['相差9天', '301天']],
    ['2020年水路运输占比多少', ['11%']],
    ['公路运输占比现在是多少', ['75%']],
    ['林业投入增长了百分之几', ['5%']],
    ['一星、二星、三星级饭店各评了多少家', ['3家', '5家', '8家']],
    ['甲钢铁、乙石化、丙纺织的产值各多少', ['120亿元', '98亿元', '45亿元']],
    ['清河县、东山区的水质优良率分别是多少', ['91%', '95%']],
    ['门诊药费占门诊费用的百分之多少', ['40.1%']],
    ['7岁以下儿童健康管理率', ['95%']],
    ['城区PM2.5浓度多少', ['31μg/m3']],
    ['农村低保标准每人每月多少钱', ['580元/人月']],
    ['居委会有多少个', ['居委会412个']],
    ['村委会比居委会多多少个', ['893个']],
    ['常住人口比户籍人口多多少', ['22.1万人']],
  ])('is told by whose it is: %s', (question, told) => {
    const text = textOf(question);
    const others = ['301天', '9%', '12%', '3%', '88%'].filter((other) => !told.join().includes(other));

    expect(told.filter((each) => !text.includes(each))).toEqual([]);
    expect(others.filter((other) => new RegExp(`(?<![\\d.])${other}`, 'u').test(text))).toEqual([]);
  });
});

describe('a time that is told apart', () => {
  it.each([
    ['去年改造了多少公里农村公路(不是今年的计划)', '260公里'],
    ['农村公路改造多少公里,我要2025年的,不要今年的计划数', '260公里'],
    ['今年计划改造多少公里农村公路(不是去年的)', '180公里'],
    ['准备三年植树多少万亩', '2.3万亩'],
    ['城市总体规划请谁修编', '省设计院'],
  ])('is not asked for: %s', (question, told) => {
    expect(textOf(question)).toContain(told);
  });
});

describe('what two parallel numbers are asked for alike', () => {
  it.each([
    '养老床位建设补贴标准是多少',
    '养老床位建设补贴标准',
    '床位建设补贴标准是多少',
    '养老机构床位建设补贴标准是多少',
    '养老床位补贴多少',
  ])('is answered with both: %s', (question) => {
    expect(realAnswerer.answer(question).answers[0]?.text).toMatch(/1万元.*5000元/u);
  });

  it('is answered with the one that is named', () => {
    const [first] = realAnswerer.answer('自有产权养老床位补贴标准是多少').answers;

    expect(first?.text).toContain('1万元');
    expect(first?.text).not.toContain('5000元');
  });
});
