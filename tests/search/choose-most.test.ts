import { expect, test } from 'vitest';
import { chooseMost } from '../../src/search/choose-most.ts';

test('the places of the largest numbers are chosen, largest first, the first of equal ones', () => {
  expect(chooseMost([3, 9, 1, 9, 4], 3)).toEqual([1, 3, 4]);
});

test('all places are chosen where there are fewer than asked for, and none of none', () => {
  expect(chooseMost([2, 7], 5)).toEqual([1, 0]);
  expect(chooseMost([], 3)).toEqual([]);
  expect(chooseMost([1, 2], 0)).toEqual([]);
});
