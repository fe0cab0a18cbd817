import { describe, expect, it } from 'vitest';
import { ASKING_PATTERNS } from '../../../src/answering/language/comparison-patterns.ts';
import { readComparison } from '../../../src/answering/language/comparisons.ts';

/** For each way of asking, questions that ask so and questions that only look like it. */
const EXAMPLES: Readonly<
  Record<string, { readonly asks: readonly string[]; readonly not: readonly string[] }>
> = {
  'worked back': {
    asks: ['按增幅倒推,前年产量多少', '前年收了多少,按增长倒着算一下'],
    not: ['怎么推动增长'],
  },
  'whether it came to something': {
    asks: ['种树的任务完成没得', '票价达到1.3倍了吗'],
    not: ['种了多少棵树'],
  },
  'whether it is enough': {
    asks: ['产量达标没', '棵数够不够'],
    not: ['还不达标的有几家'],
  },
  'whether it has come to': {
    asks: ['产量是否达到目标'],
    not: ['产量是不是多了'],
  },
  'growth in percent': {
    asks: ['门票涨了百分之几', '产量提高了几成'],
    not: ['门票涨了多少钱'],
  },
  'extent of the growth': {
    asks: ['门票的涨幅是多少', '产量增幅多大', '门票提高的幅度有多大'],
    not: ['比例提高了多少'],
  },
  'how many times': {
    asks: ['苹果是梨的几倍', '产量翻了几番', '苹果相当于梨的多少倍'],
    not: ['加倍努力种了多少树'],
  },
  'one to another': {
    asks: ['苹果和梨的产量之比是多少', '苹果和梨几比几'],
    not: ['人数比去年多'],
  },
  'part of a whole': {
    asks: ['苹果占水果的几成', '苹果占多大比例'],
    not: ['果园占地多少亩', '苹果占水果的比重提高了几个百分点', '苹果占比下降多少'],
  },
  'percent of another': {
    asks: ['苹果相当于梨的百分之几', '苹果抵得上梨的几成'],
    not: ['门票涨了百分之几'],
  },
  'by the day': {
    asks: ['门票平均每天卖多少张', '果园日均收多少', '门票每天合多少张'],
    not: ['每天开门几小时', '奖金按人头摊每天多少'],
  },
  'by the month': {
    asks: ['门票平均一个月卖多少张', '果园月均收多少', '门票每月合多少张'],
    not: ['学徒每月领多少'],
  },
  'by heads': {
    asks: ['奖金按人头摊是多少'],
    not: ['人头税是多少'],
  },
  'on average': {
    asks: ['果园平均几个人', '人均产量', '奖金摊到每个人是多少'],
    not: ['水平均衡吗', '城里人均住房面积比乡下高多少'],
  },
  'added up': {
    asks: ['苹果和梨加起来收了多少', '苹果加梨合计多少', '苹果、梨拢共收了多少'],
    not: ['参加一起活动的有多少人'],
  },
  'in all': {
    asks: ['苹果和梨一共有多少', '苹果+梨,total多少'],
    not: ['苹果收了多少'],
  },
  'joined in all': {
    asks: ['苹果和梨一共收了多少', '苹果和梨总共卖出多少'],
    not: ['苹果、梨这类一共收了多少种'],
  },
  'which is most': {
    asks: ['苹果、梨、桃哪样卖得最好钱最多', '苹果和梨哪个多'],
    not: ['哪条路入选全国十大最美公路'],
  },
  'the most is': {
    asks: ['苹果、梨、桃里产量最少的是哪种'],
    not: ['最多的时候有多少人'],
  },
  'one or the other': {
    asks: ['苹果贵还是梨贵', '苹果还是梨多'],
    not: ['还是有多少'],
  },
  'differs by': {
    asks: ['苹果和梨的产量相差几多', '两边差多少'],
    not: ['出差的人是谁'],
  },
  'the difference': {
    asks: ['苹果和梨的差额', '苹果和梨的产量之差'],
    not: ['差旅费'],
  },
  'more or fewer': {
    asks: ['苹果比梨多多少', '去苹果园的群众比去梨园的群众多多少'],
    not: ['种了多少棵树', '群众最多多少人'],
  },
  'done more or less': {
    asks: ['苹果比梨多收了多少吨', '今年比去年少办几件'],
    not: ['多少人'],
  },
  'risen or fallen': {
    asks: ['门票涨了多少', '门票便宜了多少钱'],
    not: ['涨价的有哪些'],
  },
  'higher or lower': {
    asks: ['苹果的名次比梨靠前几位', '苹果比梨高多少'],
    not: ['高中有多少所'],
  },
};

describe('ways of asking for a computation', () => {
  const asked = ASKING_PATTERNS.flatMap(({ name, operation }) =>
    (EXAMPLES[name]?.asks ?? []).map((question) => [question, operation, name] as const),
  );
  const others = ASKING_PATTERNS.flatMap(({ name, pattern }) =>
    (EXAMPLES[name]?.not ?? []).map((question) => [question, name, pattern] as const),
  );

  it('each have examples', () => {
    expect(ASKING_PATTERNS.map(({ name }) => name)).toEqual(Object.keys(EXAMPLES));
  });

  it.each(asked)('%s asks for %s (%s)', (question, operation) => {
    expect(readComparison(question)?.operation).toBe(operation);
  });

  it.each(others)('%s is not read by “%s”', (question, _, pattern) => {
    expect(question).not.toMatch(new RegExp(pattern, 'u'));
  });
});
