import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { readKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

/** A made-up report that prints no abbreviation. */
const REPORT = `2031年云溪市政府工作报告

一、2030年工作回顾

全市地区生产总值达到1286.4亿元,增长6.1%。地区生产总值超百亿元的县达到4个。人均生产总值4.2万元。居民消费价格上涨1.2%。
`;

const { knowledge } = readKnowledge({ seeds: [{ name: 'yunxi.txt', text: REPORT }], knowledge: WORD_LISTS });
const answerer = createAnswerer(knowledge);

describe('an abbreviation that no report prints', () => {
  it.each([
    ['去年全市GDP达到多少', '1286.4'],
    ['2030年gdp增长多少', '6.1'],
  ])('is read as what it stands for: %s', (question, value) => {
    const { answers, understoodAs } = answerer.answer(question);

    expect(answers[0]?.text).toContain(value);
    expect(understoodAs).toContain('地区生产总值');
  });

  it('is never answered by the limit that picks out what another number counts', () => {
    expect(answerer.answer('去年地区生产总值多少').answers[0]?.text ?? '').not.toContain('百亿元');
  });
});
