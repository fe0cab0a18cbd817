import { describe, expect, it } from 'vitest';
import { holdsNumber } from '../../src/report/holds-number.ts';
import { findNumbers, type PrintedFigure } from '../../src/report/numbers.ts';

const read = (text: string): PrintedFigure => {
  const [number] = findNumbers(text);
  if (number?.kind !== 'figure') throw new Error(`${text} is no number`);
  return number;
};

describe('a stated number', () => {
  it.each([
    ['546元', '546元'],
    ['超过500元', '546元'],
    ['500元以上', '546元'],
    ['不到550元', '546元'],
    ['不低于546元', '546元'],
    ['约550元', '546元'],
    ['近550元', '546元'],
    ['500多元', '546元'],
    ['45亿元左右', '45.35亿元'],
    ['70余家', '70余家'],
    ['超过60家', '70余家'],
    ['70家以上', '70余家'],
    ['不超过80家', '70余家'],
  ])('%s is borne out by a printed %s', (stated, printed) => {
    expect(holdsNumber(read(stated), read(printed))).toBe(true);
  });

  it.each([
    ['550元', '546元'],
    ['超过546元', '546元'],
    ['不到546元', '546元'],
    ['约500元', '546元'],
    ['近540元', '546元'],
    ['近600元', '520元'],
    ['550多元', '546元'],
    ['70家', '70余家'],
    ['80余家', '70余家'],
    ['超过40%', '40%以上'],
  ])('%s is not borne out by a printed %s', (stated, printed) => {
    expect(holdsNumber(read(stated), read(printed))).toBe(false);
  });
});
