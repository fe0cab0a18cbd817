import { describe, expect, it } from 'vitest';
import {
  chooseTelling,
  createReportFinder,
  readFinderQuery,
} from '../../../src/answering/reports/report-finder.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

describe('chooseTelling', () => {
  it('weighs the rarest grams first, by whole numbers', () => {
    const telling = chooseTelling(
      [
        { gram: '就业', sentences: 40 },
        { gram: '帆船', sentences: 1 },
        { gram: '无', sentences: 0 },
      ],
      100,
    );

    expect(telling).toEqual([
      { gram: '帆船', weight: Math.round(1000 * Math.log(101 / 1.5)) },
      { gram: '就业', weight: Math.round(1000 * Math.log(101 / 40.5)) },
    ]);
  });

  it('leaves out what stands in too many sentences to be looked at', () => {
    const telling = chooseTelling(
      [
        { gram: '的', sentences: 4_999 },
        { gram: '船', sentences: 2 },
        { gram: '帆', sentences: 1 },
      ],
      9_000,
    );

    expect(telling.map(({ gram }) => gram)).toEqual(['帆', '船']);
  });
});

describe('createReportFinder', () => {
  const report = (year: number, lines: readonly string[]): string =>
    [`${year}年工作报告`, `一、${year - 1}年工作回顾`, ...lines, ''].join('\n');
  const { reports } = buildKnowledge({
    seeds: [
      { name: 'older.txt', text: report(2024, ['举办帆船比赛3场。', '新增就业5万人。']) },
      { name: 'newer.txt', text: report(2025, ['举办帆船比赛3场。', '新增就业6万人。']) },
      { name: 'other.txt', text: report(2025, ['新增就业7万人。', '比赛日期另行通知。']) },
    ],
    knowledge: WORD_LISTS,
  });
  const find = createReportFinder(reports);
  const query = readFinderQuery('举办帆船比赛几场');

  it('finds the reports with the best sentences, of two alike the newer first, none that is far behind', () => {
    expect(find(query, { reports: null }, 10)).toEqual(['newer', 'older']);
  });

  it('finds no more than asked for, and only what the filter lets through', () => {
    expect(find(query, { reports: null }, 1)).toEqual(['newer']);
    expect(find(query, { reports: ['older', 'other'] }, 10)).toEqual(['older']);
  });

  it('finds nothing where no sentence shares a word', () => {
    expect(find(readFinderQuery('xyz'), { reports: null }, 10)).toEqual([]);
  });
});
