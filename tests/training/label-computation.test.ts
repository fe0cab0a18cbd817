import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/answering/library.ts';
import type { EvaluationQuestion } from '../../src/evaluation/question.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { labelComputation } from '../../src/training/label-computation.ts';

const text = [
  '苹果县农业报告',
  '一、2020年工作回顾',
  '全年收苹果300吨,收梨200吨。奖励果农200户。',
  '二、2021年主要任务',
  '收苹果400吨。',
].join('\n');
const library = createLibrary(buildKnowledge({ seeds: [{ name: 'town.txt', text }], knowledge: [] }));
const ask = (question: string, inputs: string[], computed: string[]): EvaluationQuestion => ({
  id: 'q',
  kind: 'comparison',
  question,
  expect: { status: 'answered', computed, inputs },
});
const placeOf = (printed: string, from = 0): string => {
  const start = text.indexOf(printed, from);
  return `figure:${start}-${start + printed.length}`;
};

describe('labelComputation', () => {
  it('finds the operation that comes to what is expected, and its numbers in order', () => {
    const labelled = labelComputation(ask('苹果是梨的几倍', ['300', '200'], ['1.5']), library);
    expect(labelled?.computation).toBe(`ratio/multiple ${placeOf('300吨')} ${placeOf('200吨')}`);
  });

  it('takes of a number printed twice the one that can be computed with', () => {
    const labelled = labelComputation(ask('苹果和梨一共几吨', ['200', '300'], ['500', '500吨']), library);
    expect(labelled?.computation).toBe(`sum/plain ${placeOf('300吨')} ${placeOf('200吨')}`);
  });

  it('knows the numbers even where no operation comes to it, if each stands in one place', () => {
    const labelled = labelComputation(ask('苹果再加一百', ['300'], ['777']), library);
    expect(labelled).toMatchObject({
      computation: null,
      operands: [expect.stringContaining('figure:town:')],
    });
  });

  it('is null for numbers that are not printed', () => {
    expect(labelComputation(ask('苹果和桃', ['300', '999'], ['1299']), library)).toBeNull();
  });
});
