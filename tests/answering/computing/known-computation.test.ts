import { describe, expect, it } from 'vitest';
import { printComputation, readComputation } from '../../../src/answering/computing/known-computation.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

describe('a computation by its name', () => {
  it.each([
    { operation: 'share', form: 'percent', isYearly: false, places: ['figure:1-3', 'figure:7-9'] },
    { operation: 'difference', form: 'plain', isYearly: true, places: ['figure:7-9', 'figure:1-3'] },
    { operation: 'yearly', form: 'plain', isYearly: false, places: ['figure:1-3'] },
  ] as const)('is read as it was printed: $operation', (computation) => {
    expect(readComputation(printComputation(computation))).toEqual(computation);
  });

  it('is none where there is no such operation or form', () => {
    expect(readComputation('guess/plain figure:1-3')).toBeNull();
    expect(readComputation('sum/loud figure:1-3 figure:7-9')).toBeNull();
  });
});

describe('what known questions had computed', () => {
  it.each([
    ['低保户和五保户两拨人加拢来有好多', '107.74'],
    ['按月吃救济的跟五保户两拨人加拢是多少', '107.74'],
    ['干部上课,一个班平均坐了多少人', '130'],
    ['没儿没女公家养的,一年到头能领好多', '8520'],
  ])('is computed in other words: %s', (question, result) => {
    const [answer] = realAnswerer.answer(question).answers;
    expect(answer?.kind).toBe('comparison');
    expect(answer && 'computed' in answer ? answer.computed : '').toContain(result);
  });

  it('is one thing in several halves', () => {
    const { answers } = realAnswerer.answer('福彩公益金比慈善捐赠多几个亿?给个准数');
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ kind: 'comparison', computed: '6.76亿元' });
  });

  it.each(['低保资金多少', '卖一百块彩票,店主能提几块', '干部上课一个班平均几天'])(
    'is not computed where one number, or nothing, is asked for: %s',
    (question) => {
      expect(realAnswerer.answer(question).answers[0]?.kind).not.toBe('comparison');
    },
  );

  it('makes sense of its numbers: no share is spread over things', () => {
    const { answers } = realAnswerer.answer('2019年计划建设的市级示范社区养老服务中心是2018年新增数的几倍');
    expect(answers[0]).toMatchObject({ kind: 'comparison', computed: '2倍' });
  });
});
