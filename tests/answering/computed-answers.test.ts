import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

/** What a person reads first of an answer: the result of a computation, or the number as printed. */
function firstsOf({ answers }: Answer): string[] {
  return answers.map((item) =>
    item.kind === 'comparison' ? item.computed : 'value' in item ? item.value + item.unit : item.text,
  );
}

describe('answers computed from two numbers', () => {
  it.each([
    ['慈善捐赠款除以受益人次,平均多少钱', '530元'],
    ['养老床位总数除以养老机构数,平均一家多少张', '155.38张'],
    ['公益金除以福彩销售额是多少', '0.298'],
    ['租房办养老院的,每张床补贴增加了多少元', '4000元'],
    ['养老床位补贴,自有产权的涨了多少', '5000元'],
    ['儿童政策创新指数的全国名次比城市公益指数靠前几位', '9位'],
    ['纳入医疗救助的贫困人口,比慈善组织帮扶的贫困群众多多少', '62.73万名'],
  ])('%s: %s', (question, result) => {
    expect(firstsOf(realAnswerer.answer(question))[0]).toBe(result);
  });

  it.each(['婚姻登记量比上一年下降了多少', '低保支出比上一年增加了多少', '慈善捐赠比去年多了多少'])(
    'tells no change where none is printed: %s',
    (question) => {
      expect(realAnswerer.answer(question)).toMatchObject({ status: 'abstained', reason: 'no-number' });
    },
  );
});

describe('a number and how it changed', () => {
  it.each([
    ['福彩公益金多少,同比涨了几个点', ['17.36亿元', '3.62%']],
    ['福彩 sales 2018 以及 growth rate', ['58.27亿元', '4.94%']],
    ['福彩销售和增速', ['58.27亿元', '4.94%']],
    ['福彩卖了多少,涨了多少', ['58.27亿元', '4.94%']],
    ['社区养老服务站去年建了多少、今年目标多少', ['200所', '400个']],
  ])('%s', (question, values) => {
    expect(firstsOf(realAnswerer.answer(question)).slice(0, 2)).toEqual(values);
  });

  it('gives the number and says that its change is not given', () => {
    const answer = realAnswerer.answer('慈善捐赠多少,同比增长多少');

    expect(firstsOf(answer)).toEqual(['10.6亿元']);
    expect(answer.message).toContain('没有给出所问的数');
  });
});
