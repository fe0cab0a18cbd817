import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { answerMessage } from '../../src/slack/blocks/answer-message.ts';
import { readBlocks } from '../support/slack/read-message.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

const makeReport = (place: string, beds: number, standard: number) => ({
  name: `${place}.txt`,
  text: `${place}民政事业发展报告(2022)\n\n${place}民政局\n\n一、2022年发展回顾\n\n城市低保标准为每人每月${standard}元。全年新增养老床位${beds}张。\n`,
});

const answerer = createAnswerer(
  buildKnowledge({
    seeds: [makeReport('青岚市', 310, 715), makeReport('云岭县', 120, 640), makeReport('望山县', 95, 602)],
    knowledge: WORD_LISTS,
  }),
);
const QUESTION = '城市低保标准是多少';
const sourcesOf = (question: string, scope?: readonly string[]): readonly string[] => [
  ...new Set(answerer.answer(question, undefined, scope).answers.map(({ source }) => source)),
];

describe('a scope', () => {
  it('keeps to its report', () => {
    expect(answerer.answer(QUESTION, undefined, ['云岭县']).answers[0]).toMatchObject({
      value: '640',
      source: '云岭县',
    });
    expect(sourcesOf(QUESTION, ['云岭县'])).toEqual(['云岭县']);
  });

  it('keeps to several reports', () => {
    expect(sourcesOf(QUESTION, ['云岭县', '望山县'])).not.toContain('青岚市');
  });

  it('gives way to the place a question names', () => {
    expect(answerer.answer(`青岚市${QUESTION}`, undefined, ['云岭县']).answers[0]).toMatchObject({
      value: '715',
    });
  });

  it('holds for sentences nearby as well', () => {
    const { nearest } = answerer.answer('城市低保家庭的住房面积有多少平方米', undefined, ['云岭县']);

    expect(nearest.length).toBeGreaterThan(0);
    expect(new Set(nearest.map(({ source }) => source))).toEqual(new Set(['云岭县']));
  });

  it('of reports that are not there any more narrows nothing', () => {
    expect(answerer.answer(`青岚市${QUESTION}`, undefined, ['gone']).answers[0]).toMatchObject({
      value: '715',
    });
  });

  it('is of one question only', () => {
    answerer.answer(QUESTION, undefined, ['云岭县']);

    expect(answerer.answer(`望山县${QUESTION}`).answers[0]).toMatchObject({ value: '602' });
  });
});

describe('without a scope, of several reports', () => {
  it('every answer says which report it is from', () => {
    const answer = answerer.answer('新增养老床位多少张');
    const shown = readBlocks(
      answerMessage(answer, {
        questionId: 'q',
        titleOf: (source) => `《${source}》`,
        opening: [],
        sharing: 'none',
        surface: 'message',
      }).blocks,
    );

    for (const { source } of answer.answers) expect(shown).toContain(`《${source}》`);
  });
});
