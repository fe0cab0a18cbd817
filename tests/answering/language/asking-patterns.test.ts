import { describe, expect, it } from 'vitest';
import { ASKING_PATTERNS } from '../../../src/answering/language/comparison-patterns.ts';
import { readComparison } from '../../../src/answering/language/comparisons.ts';

describe('ways of asking for a computation', () => {
  const asked = ASKING_PATTERNS.flatMap(({ name, operation, asks }) =>
    asks.map((question) => [question, operation, name] as const),
  );
  const others = ASKING_PATTERNS.flatMap(({ name, pattern, not }) =>
    not.map((question) => [question, name, pattern] as const),
  );

  it.each(asked)('%s asks for %s (%s)', (question, operation) => {
    expect(readComparison(question)?.operation).toBe(operation);
  });

  it.each(others)('%s is not read by “%s”', (question, _, pattern) => {
    expect(question).not.toMatch(new RegExp(pattern, 'u'));
  });
});
