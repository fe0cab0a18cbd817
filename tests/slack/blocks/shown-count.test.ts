import { describe, expect, it } from 'vitest';
import { shownCount } from '../../../src/slack/blocks/shown-count.ts';

describe('shownCount', () => {
  it.each([
    { length: 2, limit: 3, shown: 2 },
    { length: 3, limit: 3, shown: 3 },
    { length: 4, limit: 3, shown: 4 },
    { length: 5, limit: 3, shown: 3 },
    { length: 1, limit: 0, shown: 0 },
  ])('of $length with room for $limit is $shown', ({ length, limit, shown }) => {
    expect(shownCount(length, limit)).toBe(shown);
  });
});
