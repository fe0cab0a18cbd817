import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

const texts = (question: string) => {
  const answer = realAnswerer.answer(question);
  return { status: answer.status, texts: answer.answers.map(({ text }) => text) };
};

describe('a question that quotes a number and asks what it is', () => {
  it.each([
    { question: '1403个是什么机构', says: ['养老机构'] },
    { question: '一千四百零三个是啥子机构', says: ['养老机构'] },
    { question: '398.4万人次说的是啥', says: ['祭扫'] },
    { question: '546元指的是什么', says: ['城市低保标准'] },
    { question: '23.18万是什么数', says: ['扶贫对象'] },
    { question: '58.27亿是哪一块的钱', says: ['福彩销售'] },
    { question: '八十九万二千是什么数', says: ['低保对象'] },
    { question: '稿子写二十一万八千张,对吗', says: ['养老床位'] },
    { question: '5000元指的是什么', says: ['租赁产权', '自有产权'] },
    { question: '89.2万', says: ['低保对象'] },
    { question: '89.2万是啥', says: ['低保对象'] },
    { question: '710是啥', says: ['特困供养标准'] },
    { question: '39.5万指啥', says: ['婚姻登记'] },
    { question: '5.3亿', says: ['临时救助'] },
  ])('$question', ({ question, says }) => {
    const answer = texts(question);

    expect(answer.status).toBe('answered');
    for (const words of says) expect(answer.texts.join('\n')).toContain(words);
  });

  it.each([
    ['政府运营床位数比例缩小到60%,是哪一年的目标?', '60%', 2019],
    ['那30个婚姻辅导站是去年就弄好了,还是今年才准备弄?', '30个', 2019],
    ['建社区养老服务站400个,是去年的还是今年的', '400个', 2019],
    ['新增社区养老服务站200所是哪一年的事', '200所', 2018],
    ['公益金17.36亿元是哪年筹的', '17.36亿元', 2018],
    ['精减46%的审批事项是2018年还是2019年', '46%', 2018],
  ])('and asks of which year it is: %s', (question, number, year) => {
    const { answers } = realAnswerer.answer(question);
    expect(answers[0]).toMatchObject({ text: expect.stringContaining(number), period: { year } });
  });

  it('does not take another unit for the same number', () => {
    expect(texts('546对是什么').texts).toEqual([]);
  });

  it('is not asked where one is sought that is first', () => {
    const { answers, nearest } = realAnswerer.answer('全国首个互联网+地名服务平台是哪个');
    expect([...answers, ...nearest][0]?.quote).toContain('互联网+地名');
  });

  it.each([
    ['新中国成立70周年是哪一年?', '2019年是新中国成立70周年'],
    ['程氏父子获得的是哪一年度的“感动重庆十大人物”称号?', '荣获2018年度'],
  ])('is not asked where a number only belongs to what is asked about: %s', (question, quote) => {
    const { answers } = realAnswerer.answer(question);
    expect(answers.map((answer) => answer.quote)).toEqual([expect.stringContaining(quote)]);
  });

  it('says that no report prints the number', () => {
    expect(realAnswerer.answer('12.3亿是什么钱')).toMatchObject({ status: 'abstained', missing: ['12.3亿'] });
  });

  it.each([
    ['材料里写低保资金四十五亿三千五百万元,对不对', '与报告一致。'],
    ['材料写福彩销售五十八亿元,对吗', '与报告不一致，请以报告原文为准。'],
    // What is reckoned is held against its result, not against what it is made of.
    [
      '稿子写特困供养标准每人每年710元,对吗',
      '与报告不一致，请以报告原文为准。稿子写的是每年的数，报告写的是每月的数。',
    ],
    ['稿子写平均每天办理婚姻登记1082对,对吗', '与报告一致。'],
  ])('checks a number written out: %s', (question, message) => {
    expect(realAnswerer.answer(question)).toMatchObject({ status: 'answered', message });
  });
});
