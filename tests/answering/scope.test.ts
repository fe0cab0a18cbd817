import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

const report = (place: string, growth: string, jobs: string): string =>
  [
    `2026年${place}政府工作报告`,
    `——2026年1月20日在${place}第十四届人民代表大会第四次会议上`,
    '一、2025年工作回顾',
    `地区生产总值增长${growth}。城镇新增就业${jobs}。`,
    '二、2026年重点工作',
    '地区生产总值增长5%左右。',
    '',
  ].join('\n');

describe('several reports at once', () => {
  const answerer = createAnswerer(
    buildKnowledge({
      seeds: [
        { name: '东山县.txt', text: report('东山县', '5.3%', '1.4万人') },
        { name: '西河县.txt', text: report('西河县', '6.1%', '8000人') },
      ],
      knowledge: WORD_LISTS,
    }),
  );

  it.each([
    { question: '东山县去年地区生产总值增长多少?', source: '东山县', value: '5.3' },
    { question: '西河县去年城镇新增就业多少人?', source: '西河县', value: '8000' },
    { question: '东山去年城镇新增就业多少人', source: '东山县', value: '1.4' },
  ])('answers $question from the report of that place only', ({ question, source, value }) => {
    const { answers } = answerer.answer(question);

    expect(new Set(answers.map((item) => item.source))).toEqual(new Set([source]));
    expect(answers[0]).toMatchObject({ value });
  });

  it('quotes only that place, too, when nothing is sure', () => {
    const { nearest } = answerer.answer('东山县去年修了多少公里路');

    expect(nearest.every(({ source }) => source === '东山县')).toBe(true);
  });
});
