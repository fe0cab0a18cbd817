import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

describe('computed answers', () => {
  it.each([
    { question: '城乡低保差多少?', computed: '136元', values: ['546', '410'] },
    { question: '农村低保是城市低保的百分之几?', computed: '75.1%', values: ['410', '546'] },
    { question: '自有产权床位补贴涨了多少?', computed: '5000元', values: ['1', '5000'] },
    { question: '低保对象比特困对象多多少人?', computed: '70.66万人', values: ['89.2', '18.54'] },
    { question: '福彩公益金占销售额的比例', computed: '29.8%', values: ['17.36', '58.27'] },
    { question: '社区养老服务站的目标是去年的几倍?', computed: '2倍', values: ['400', '200'] },
  ])('answers $question with $computed', ({ question, computed, values }) => {
    const [first] = realAnswerer.answer(question).answers;

    expect(first).toMatchObject({ kind: 'comparison', computed });
    expect(first?.kind === 'comparison' && first.inputs.map(({ value }) => value)).toEqual(values);
  });

  it('says whether a ratio that is aimed at is reached already', () => {
    const [first] = realAnswerer.answer('城乡低保比例达到目标没有?').answers;

    expect(first).toMatchObject({ kind: 'comparison', computed: '0.751' });
    expect(first?.text).toMatch(/^没有达到/u);
  });

  it('says when a multiple is reached by a hair', () => {
    const [first] = realAnswerer.answer('特困达到城市低保1.3倍了吗?').answers;

    expect(first).toMatchObject({ kind: 'comparison', computed: '1.30倍' });
    expect(first?.text).toMatch(/^达到/u);
  });

  it('warns when an aim is computed with a fact', () => {
    const [first] = realAnswerer.answer('社区养老服务站的目标是去年的几倍?').answers;

    expect(first?.kind === 'comparison' && first.caveat).toMatch(/口径/u);
  });

  it('refuses to subtract money from people', () => {
    expect(realAnswerer.answer('养老床位数比福彩销售额大多少?')).toMatchObject({
      status: 'abstained',
      reason: 'units-differ',
    });
  });
});
