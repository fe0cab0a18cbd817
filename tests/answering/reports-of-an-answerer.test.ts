import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

const seed = (name: string, year: number): { name: string; text: string } => ({
  name,
  text: `${year}年某县工作报告\n一、${year - 1}年工作回顾\n新建学校3所。\n二、${year}年工作安排\n新建学校5所。\n`,
});

describe('the reports of an answerer', () => {
  it('have the years each of them tells of, and not those of others', () => {
    const { reports } = createAnswerer(
      buildKnowledge({ seeds: [seed('a.txt', 2022), seed('b.txt', 2025)], knowledge: WORD_LISTS }),
    );

    expect(reports.map(({ periods }) => periods.map(({ year }) => year))).toEqual([
      [2021, 2022],
      [2024, 2025],
    ]);
  });
});
