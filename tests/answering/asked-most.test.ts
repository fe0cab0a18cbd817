import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

describe('what people ask for most', () => {
  it('comes first among the choices of a question that could mean many', () => {
    const { choices } = realAnswerer.answer('标准是多少');

    expect(
      choices
        .slice(0, 2)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['农村低保标准', '城市低保标准']);
  });

  it('comes first among the examples, one number of a sentence', () => {
    expect(realAnswerer.examples[0]).toBe('低保标准是多少？');
    expect(realAnswerer.examples).not.toContain('低保资金支出是多少？');
  });
});
