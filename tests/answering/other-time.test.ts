import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

describe('a question about a year that the report says nothing of', () => {
  it.each([
    ['2019年低保标准是多少', '低保标准'],
    ['2019年特困供养标准是多少', '特困供养标准:710元/月'],
    ['今年低保资金支出多少', '低保资金支出:45.35亿元'],
  ])('is told what the other year has of the same thing: %s', (question, told) => {
    const { status, message } = realAnswerer.answer(question);

    expect(status).toBe('abstained');
    expect(message).toMatch(/^报告没有2019年的数；2018年的情况：/u);
    expect(message).toContain(told);
  });
});
