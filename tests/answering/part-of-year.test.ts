import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

const TEXT = `2023年一季度经济运行情况

一季度，全市经济开局良好。

一、工业运行平稳

一季度，全市工业增加值84.1亿元，同比增长5.2%。一季度，全市用电量21.6亿千瓦时。一季度，市属工业增加值12.3亿元。单位GDP能耗1.04吨标准煤/万元。全市GDP达到126.9亿元。

二、投资较快增长

一季度，全市完成固定资产投资63.8亿元。一季度，新开工项目37个，为完成全年投资400亿元的目标打下基础。
`;

const answerer = createAnswerer(
  buildKnowledge({ seeds: [{ name: 'quarter.txt', text: TEXT }], knowledge: WORD_LISTS }),
);

describe('a report on a part of a year', () => {
  it.each(['2023年全年固定资产投资完成多少', '整年用电量多少', '全年工业增加值'])(
    'does not answer for the whole of it: %s',
    (question) => {
      expect(answerer.answer(question).answers.map(({ kind }) => kind)).not.toContain('figure');
    },
  );

  it.each([
    ['固定资产投资完成多少', '63.8亿元'],
    ['一季度用电量多少', '21.6亿千瓦时'],
    ['单位GDP能耗是多少', '1.04吨标准煤'],
    ['一季度全市工业增加值是多少', '84.1亿元'],
  ])('answers what it says: %s', (question, value) => {
    expect(answerer.answer(question).answers[0]?.text).toContain(value);
  });
});
