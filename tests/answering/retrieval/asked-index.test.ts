import { describe, expect, it } from 'vitest';
import { createAskedIndex } from '../../../src/answering/retrieval/asked-index.ts';

const EXAMPLES = [
  { question: '城里吃低保的一个月拿多少', from: 'a', answers: ['figure:r:1-2'] },
  { question: '城市低保标准是多少', from: 'b', answers: ['figure:r:1-2'] },
  { question: '彩票去年卖了多少钱', from: 'a', answers: ['figure:r:5-6'] },
  { question: '离婚的有多少对', from: 'a', answers: [] },
];

describe('createAskedIndex', () => {
  const index = createAskedIndex(EXAMPLES);

  it('recognises what people call a number by the questions known for it', () => {
    const { nearest } = index.compare('吃低保的拿好多');

    expect(nearest.get('figure:r:1-2') ?? 0).toBeGreaterThan(nearest.get('figure:r:5-6') ?? 0);
  });

  it('knows a question again', () => {
    expect(index.compare('彩票去年卖了多少钱').nearest.get('figure:r:5-6')).toBeCloseTo(1);
  });

  it('tells what is known to have no answer', () => {
    const { refused, answered } = index.compare('去年离婚的有多少');

    expect(refused).toBeGreaterThan(answered);
  });

  it('leaves out what it is told to', () => {
    const { nearest } = index.compare('城市低保标准是多少', ({ from }) => from === 'b');

    expect(nearest.get('figure:r:1-2') ?? 0).toBeLessThan(0.9);
  });

  it('says how much of the nearest refused question is asked', () => {
    const whole = index.compare('离婚有多少对').refusedSaid;
    const part = index.compare('结婚有多少对').refusedSaid;

    expect(whole).toBeGreaterThan(part);
    expect(part).toBeLessThan(0.95);
  });

  it('finds nothing among no questions', () => {
    const likeness = createAskedIndex([]).compare('低保标准');

    expect(likeness).toMatchObject({ best: 0, second: 0, refused: 0, refusedSaid: 0, answered: 0 });
    expect(likeness.nearest.get('figure:r:1-2')).toBeUndefined();
  });

  it('tells the nearest of all candidates and the next one from the likeness to each', () => {
    const { nearest, best, second } = index.compare('城里低保标准');

    expect(best).toBe(nearest.get('figure:r:1-2'));
    expect(second).toBe(nearest.get('figure:r:5-6'));
  });
});
