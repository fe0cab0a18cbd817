import { describe, expect, it } from 'vitest';
import { createLibraries } from '../../../src/answering/reports/libraries.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

const knowledge = buildKnowledge({
  seeds: ['a', 'b', 'c', 'd'].map((id) => ({
    name: `${id}.txt`,
    text: `2026年工作报告\n一、2025年工作回顾\n新增就业1${id.charCodeAt(0) - 97}人。\n`,
  })),
  knowledge: WORD_LISTS,
});
const [a, b, c, d] = knowledge.reports;
if (!a || !b || !c || !d) throw new Error('all four reports are read');

/** Room for so many of them. */
const roomFor = (count: number): number => count * a.report.source.length * 400;

describe('createLibraries', () => {
  it('keeps those asked lately, and the first for good', () => {
    const libraries = createLibraries(knowledge, roomFor(3));

    for (const known of [a, b, c, b, d]) libraries.of(known);

    const kept = knowledge.reports
      .filter(({ report }) => libraries.find(report.id))
      .map(({ report }) => report.id);
    expect(kept).toEqual(['a', 'b', 'd']);
  });

  it('gives the same library again while it is kept', () => {
    const libraries = createLibraries(knowledge, roomFor(2));

    const first = libraries.of(b);

    expect(libraries.of(b)).toBe(first);
    expect(libraries.hasRoom(c)).toBe(true);
    libraries.of(c);
    expect(libraries.hasRoom(d)).toBe(false);
  });

  it('knows only the reports it was given', () => {
    const libraryOf = createLibraries(knowledge).among([{ known: b }]);

    expect(libraryOf({ id: 'b' }).knowledge.reports).toEqual([b]);
    expect(() => libraryOf({ id: 'c' })).toThrow('report “c” is not at hand');
  });
});
