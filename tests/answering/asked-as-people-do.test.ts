import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

/** What is said beside an answer, and what a person reads first of each thing shown. */
function read(question: string): string {
  const { answers, message = '' } = realAnswerer.answer(question);
  return [message, ...answers.map(({ text }) => text)].join('\n');
}

describe('by how much in percent one thing is less or more than another', () => {
  it.each([
    ['农村低保比城市低百分之几', '低约24.9%'],
    ['城市低保比农村高百分之多少', '高约33.2%'],
    ['农村低保标准比城市的少百分之多少', '低约24.9%'],
    ['城市低保标准比农村高出百分之几', '高约33.2%'],
    ['福彩公益金比慈善捐赠多百分之几', '多约63.8%'],
    ['特困供养比临时救助的钱多百分之几', '多约211.1%'],
    ['农村低保占城市的百分之几', '75.1%'],
  ])('%s: %s', (question, said) => {
    expect(read(question)).toContain(said);
  });
});

describe('all that was done of a kind', () => {
  it.each([
    [
      '2018年出台了哪些文件',
      ['农村低保制度与扶贫开发有效衔接', '城市特殊困难群众救助帮扶', '城乡社区治理实施意见'],
    ],
    ['2019年要出台哪些办法', ['养老机构综合监管办法', '项目督查办法', '流浪乞讨人员救助管理']],
  ])('%s', (question, parts) => {
    for (const part of parts) expect(read(question)).toContain(part);
  });

  it('is no section of which one point alone is about the doing', () => {
    const { status, nearest } = realAnswerer.answer('2019年打算修订哪些条例');
    expect(status).toBe('abstained');
    expect(nearest[0]?.quote).toContain('重庆市地名管理条例');
  });
});

describe('the second of two questions where no report has the first', () => {
  it('is answered, and the first is named', () => {
    expect(read('结婚登记多少对?收养的呢')).toBe(
      '“结婚登记多少对”：报告里没有找到能确定回答的内容。\n收养登记例数:162例',
    );
  });

  it('is named beside the first where no report has it either', () => {
    expect(read('结婚登记有多少对,离婚呢')).toContain('“结婚登记”、“离婚”');
  });
});

describe('the words of the report on a topic', () => {
  it.each([
    ['报告里关于志愿服务是怎么说的,原话给我', '志愿服务'],
    ['婚姻登记怎么说的,原文给我', '婚姻'],
    ['临时救助原话是什么', '救助'],
  ])('%s', (question, said) => {
    expect(realAnswerer.answer(question).status).toBe('answered');
    expect(read(question)).toContain(said);
  });
});

describe('two numbers that are printed one after the other', () => {
  it.each([
    ['5000元提高到1万元是什么补贴', '自有产权养老床位补贴'],
    ['5000元提高到1万是啥补贴', '自有产权养老床位补贴'],
    ['从1000元提高到5000元的是什么', '租赁产权养老床位补贴'],
    ['546元和410元是什么标准', '农村低保标准:410元'],
  ])('%s: %s', (question, said) => {
    expect(read(question)).toContain(said);
  });

  it('are not told of in the other order', () => {
    expect(realAnswerer.answer('1万元提高到5000元是什么').status).toBe('abstained');
  });
});

describe('whether something may be written so', () => {
  it.each([
    ['那慈善组织写90家行不行', '与报告不一致'],
    ['稿子写“婚姻登记39万多对”可以吗', '与报告一致，报告写的是“39.5万对”'],
    ['近90家慈善组织可以吗', '与报告一致，报告写的是“89家”'],
    ['写低保标准546块行吗', '一致'],
    ['养老床位21万张可不可以', '与报告不一致'],
  ])('%s: %s', (question, said) => {
    expect(read(question)).toContain(said);
  });
});
