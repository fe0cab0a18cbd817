import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../src/answering/scoring/fitted-model.ts';

const ask = (text: string) => FORMS.read({ relative: text, terms: [] });

describe('what form of answer a question asks for', () => {
  it.each([
    ['去年修桥花了多少钱', 'money', 'length'],
    ['新修的路有几公里长', 'length', 'money'],
    ['一共有多少人参加', 'people', 'money'],
    ['比上年涨了百分之几', 'percent-growth', 'people'],
    ['一个人一个月能领多少元', 'money-each', 'area'],
  ])('tells the kind of number by the way of asking: %s', (question, kind, other) => {
    const form = ask(question);

    expect(form.kindFits({ kind, side: null })).toBeGreaterThan(
      3 * form.kindFits({ kind: other, side: null }),
    );
  });

  it.each([
    ['今年打算修几座桥', 'target'],
    ['今年计划建成多少个', 'target'],
    ['去年修好了几座桥', 'actual'],
    ['已经建成了多少个', 'actual'],
  ] as const)('tells what is aimed at from what was done: %s', (question, side) => {
    expect(ask(question).sideFits({ kind: 'count', side })).toBeGreaterThan(0.5);
  });

  it('holds nothing against a candidate of no time, and nothing for a kind nobody asked for', () => {
    const form = ask('今年打算修几座桥');

    expect(form.sideFits({ kind: 'count', side: null })).toBe(0.5);
    expect(form.kindFits({ kind: 'constructor', side: null })).toBe(0);
  });

  it('knows ways of asking that no single number answers', () => {
    const computed = ask('两项加起来一共多少钱，平均每人摊到多少').probabilityOf('computed');

    expect(computed).toBeGreaterThan(ask('去年修桥花了多少钱').probabilityOf('computed'));
  });
});
