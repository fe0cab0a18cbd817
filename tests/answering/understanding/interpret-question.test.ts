import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../../src/answering/library.ts';
import { interpretQuestion } from '../../../src/answering/understanding/interpret-question.ts';
import { normalizeText } from '../../../src/search/normalize.ts';
import { realKnowledge } from '../../support/real-knowledge.ts';

const library = createLibrary(realKnowledge);
const interpret = (question: string) => interpretQuestion(normalizeText(question), library);

describe('interpretQuestion', () => {
  it.each([
    { question: '2018年低保标准', year: 2018, kind: null },
    { question: '18年低保标准', year: 2018, kind: null },
    { question: '二〇一八年低保标准', year: 2018, kind: null },
    { question: '\uff12\uff10\uff11\uff18年低保标准', year: 2018, kind: null },
    { question: '去年低保标准', year: 2018, kind: null },
    { question: '上一年低保标准', year: 2018, kind: null },
    { question: '今年要建多少养老服务站', year: 2019, kind: null },
    { question: '前年低保标准', year: 2017, kind: null },
    { question: '养老服务站的目标是多少', year: null, kind: 'target' },
    { question: '计划建多少养老服务站', year: null, kind: 'target' },
    { question: '已经建了多少养老服务站', year: null, kind: 'actual' },
  ])('reads the time of $question', ({ question, year, kind }) => {
    expect(interpret(question).period).toEqual({ year, fromYear: null, kind });
  });

  it.each(['低保标准', '收养登记多少例', '第十四届老博会'])('finds no time in %s', (question) => {
    expect(interpret(question).period).toBeNull();
  });

  it.each([
    { question: '低保支出多少钱', dimensions: ['money'] },
    { question: '救助了多少人次', dimensions: ['person-times', 'people'] },
    { question: '合格率是多少', dimensions: ['percent', 'percentage-points', 'ratio', 'multiple'] },
    { question: '排第几', dimensions: ['ordinal'] },
    { question: '志愿服务多少小时', dimensions: ['duration'] },
    { question: '低保标准', dimensions: [] },
    { question: '审批精减了百分之好多', dimensions: ['percent', 'percentage-points', 'ratio', 'multiple'] },
    { question: '程氏父子奖金是多少', dimensions: ['money'] },
    { question: '孤儿一个月发多少生活费', dimensions: ['money'] },
    { question: '低保一年发了几个亿', dimensions: ['money'] },
    { question: '守陵的父子多大年纪', dimensions: ['age'] },
    { question: '临时救助 钱和人次', dimensions: ['money', 'person-times', 'people'] },
  ])('reads what kind of number $question wants', ({ question, dimensions }) => {
    expect(interpret(question).dimensions).toEqual(dimensions);
  });

  it.each([
    { question: '请问一下城市低保标准是多少?谢谢', topics: ['城市', '低保'] },
    { question: '麻烦帮我查一下去年婚姻登记办了多少对', topics: ['婚姻登记'] },
    { question: '重庆全市特困供养标准', topics: ['特困', '供养'] },
    { question: '新闻稿核数:收养登记几例', topics: ['收养', '登记'] },
    { question: '收养登记几例,写总结要用', topics: ['收养', '登记'] },
    { question: '财务处要个数:婚姻登记多少对', topics: ['婚姻登记'] },
    { question: '婚姻登记这一项我们局里办了多少对', topics: ['婚姻登记'] },
    { question: '今年婚姻辅导站要设几个', topics: ['婚姻辅导站'] },
    { question: '咱市实名注册的志愿者有好多人', topics: ['实名', '注册', '志愿者'] },
    { question: '市一级的审批事项', topics: ['市级', '审批事项'] },
  ])('keeps what $question is about', ({ question, topics }) => {
    const words = interpret(question)
      .terms.filter(({ role }) => role !== 'soft')
      .map(({ text }) => text);

    expect(words.join('')).toBe(topics.join(''));
  });

  it.each([
    { question: '离婚登记多少对', missing: '离婚' },
    { question: '养老护理员多少人', missing: '护理员' },
    { question: '成都低保标准', missing: '成都' },
  ])('knows that the report does not hold $missing', ({ question, missing }) => {
    expect(interpret(question).terms.find(({ isKnown }) => !isKnown)?.text).toBe(missing);
  });
});
