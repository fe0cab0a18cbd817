import { describe, expect, it } from 'vitest';
import { isListQuestion, removeAsking } from '../../../src/answering/language/list-questions.ts';

describe('isListQuestion', () => {
  it.each([
    '今年养老准备搞些啥子',
    '去年都干了些什么',
    '今年要抓哪几样',
    '格局包括哪几块',
    '分几块',
    '做了哪几件事',
    '重点做好哪六个方面的工作',
    '主要做了哪几大行动',
    '今年咋整',
    '项目今年怎么安排',
    '平台2019年要怎样',
    '殡葬工作情况',
    '怎么加快发展,列一下',
  ])('%s', (question) => {
    expect(isListQuestion(question)).toBe(true);
  });

  it.each(['高速什么时候开工', '组长是谁', '展示中心建不建', '低保标准是多少', '哪个县出了条例'])(
    'not %s',
    (question) => {
      expect(isListQuestion(question)).toBe(false);
    },
  );
});

describe('removeAsking', () => {
  it.each([
    ['准备搞些啥子', '准备搞'],
    ['要抓哪几样', '要抓'],
    ['哪六个方面的工作', '的工作'],
    ['做了啥,分几块', '做了 ,'],
  ])('%s leaves %s', (question, rest) => {
    expect(removeAsking(question).replace(/ +/gu, ' ').trim()).toBe(rest);
  });
});
