import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../../src/answering/scoring/fitted-model.ts';
import { gramsOfAsking } from '../../../src/answering/scoring/operation-classifier.ts';

describe('how a question asks', () => {
  it.each([
    ['梨子比苹果多卖了多少斤', 'difference'],
    ['平均每棵树结了多少个梨', 'per'],
    ['卖出去的梨占总数的几成', 'share'],
    ['梨子和苹果加起来一共多少斤', 'sum'],
    ['梨子和苹果各卖了多少', 'each'],
    ['园里有几棵梨树、几棵苹果树', 'each'],
    ['去年卖了多少斤梨、多少斤苹果', 'each'],
  ])('tells what is to be done, whatever the things are: %s', (question, operation) => {
    expect(OPERATIONS.read({ text: question, terms: [] })[0]?.operation).toBe(operation);
  });

  it('tells nothing of a plain question', () => {
    const asked = OPERATIONS.read({ text: '去年卖了多少斤梨', terms: [] }).reduce(
      (sum, { probability }) => sum + probability,
      0,
    );

    expect(asked).toBeLessThan(0.2);
  });

  it('is the same whatever the numbers are', () => {
    expect(gramsOfAsking({ text: '2018年梨多少', terms: [] })).toEqual(
      gramsOfAsking({ text: '1999年梨多少', terms: [] }),
    );
  });
});
