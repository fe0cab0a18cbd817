import { describe, expect, it } from 'vitest';
import { openAssociations } from '../../../src/answering/scoring/associations.ts';
import { explainWording, readMeant, readRewording } from '../../../src/answering/scoring/rewording.ts';
import { createTermTable } from '../../../src/search/term-table.ts';
import { type AlignedPair, fitAssociations } from '../../../src/training/fit-associations.ts';

/** People say 铺 where 床 is printed, and 碗 where 饭 is; every question has 问. */
const PAIRS: readonly AlignedPair[] = [
  { asked: ['问', '铺'], printed: ['床', '张'] },
  { asked: ['问', '铺', '新'], printed: ['床', '新'] },
  { asked: ['问', '碗'], printed: ['饭', '张'] },
  { asked: ['问', '碗', '新'], printed: ['饭', '新'] },
  { asked: ['问', '旧'], printed: ['旧', '张'] },
];

describe('what people mean by words of their own', () => {
  const table = fitAssociations(PAIRS);
  const associations = openAssociations(table);

  it('is learned from what answers their questions', () => {
    const [likeliest] = [...associations.printedFor('铺')].sort((a, b) => b[1] - a[1]);
    expect(likeliest?.[0]).toBe('床');
    expect(associations.printedFor('铺').get('床')).toBeGreaterThan(
      4 * (associations.printedFor('铺').get('张') ?? 0),
    );
  });

  it('is the same whenever it is learned', () => {
    expect(fitAssociations(PAIRS)).toEqual(table);
  });

  it('lets words count less that every question has', () => {
    expect(associations.weightOf('问')).toBeLessThan(associations.weightOf('铺'));
    expect(associations.chanceOf('问')).toBeGreaterThan(associations.chanceOf('铺'));
  });

  it('knows nothing of words nobody said', () => {
    expect(associations.printedFor('空').size).toBe(0);
    expect(associations.printedFor('constructor').size).toBe(0);
    expect(associations.chanceOf('空')).toBeGreaterThan(0);
  });

  it('explains a question by what is printed under another name', () => {
    const printed = createTermTable();
    for (const word of ['床', '饭', '铺']) printed.add(word);
    const rewording = readRewording(['铺'], associations, printed);
    const explainedBy = (word: string): number => {
      const sayable = { own: [printed.add(word)], near: [], topic: [], sentence: [], before: [] };
      return explainWording(rewording, { kind: 'figure', sayable }).explainedOwn ?? 0;
    };
    expect(explainedBy('床')).toBeGreaterThan(2 * explainedBy('饭'));
    expect(explainedBy('铺')).toBeGreaterThan(0.3);
    expect(readMeant(['铺'], associations)).toContain('床');
  });
});
