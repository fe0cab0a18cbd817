import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/answering/library.ts';
import { nameLists, readListFrames } from '../../src/training/name-lists.ts';
import { realKnowledge } from '../support/real-knowledge.ts';

const library = createLibrary(realKnowledge);
const frames = readListFrames(readFileSync('tests/fixtures/frames/sections.txt', 'utf8'));

describe('readListFrames', () => {
  it('reads ways of asking with the time they ask about', () => {
    expect(readListFrames('{}那段原文\n过去|去年{}做了什么\n将来|今年{}怎么抓\n')).toEqual([
      { text: '{}那段原文', side: null },
      { text: '去年{}做了什么', side: 'actual' },
      { text: '今年{}怎么抓', side: 'target' },
    ]);
  });
});

describe('nameLists', () => {
  const named = nameLists(library, frames, 2);

  it('asks for lists by words that stand in some name', () => {
    const names = library.listables.map(({ name }) => name.replace(/[^\p{Script=Han}]/gu, ''));

    expect(named.length).toBeGreaterThan(50);
    for (const { question, topic } of named) {
      expect(question).toContain(topic);
      expect(names.some((name) => name.includes(topic))).toBe(true);
    }
  });

  it('asks the same at each run', () => {
    expect(nameLists(library, frames, 2)).toEqual(named);
  });
});
