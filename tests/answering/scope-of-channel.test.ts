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

describe('a scope that has no answer', () => {
  const roads = {
    name: 'roads.txt',
    text: '青岚县交通运输工作报告（2022）\n\n青岚县交通运输局\n\n一、2021年工作回顾\n\n全县公路总里程达到3152公里。\n',
  };
  const mixed = createAnswerer(
    buildKnowledge({ seeds: [makeReport('云岭县', 120, 640), roads], knowledge: WORD_LISTS }),
  );

  it('is said to be all that was looked into, beside the report that tells it', () => {
    const { status, message } = mixed.answer('公路总里程多少', undefined, ['云岭县']);

    expect(status).toBe('abstained');
    expect(message).toContain('这里只查了《云岭县民政事业发展报告(2022)》。');
    expect(message).toContain(
      '《青岚县交通运输工作报告（2022）》里提到了，要查请写上地名，例如“青岚县公路总里程多少”',
    );
    expect(mixed.answer('青岚县公路总里程多少', undefined, ['云岭县']).status).toBe('answered');
  });

  it('is said to be all that was looked into where no report tells it', () => {
    const { message } = mixed.answer('火化率多少', undefined, ['云岭县']);

    expect(message).toMatch(/这里只查了《云岭县民政事业发展报告\(2022\)》。$/u);
  });

  it('is not spoken of where the question is none for a report, or names a place itself', () => {
    expect(mixed.answer('你好', undefined, ['云岭县']).message).not.toContain('只查了');
    expect(mixed.answer('云岭县公路总里程多少', undefined, ['云岭县']).message).not.toContain('只查了');
  });

  it('is what a conversation about one place keeps to, which is said as well', () => {
    const { status, message } = mixed.answer('那城市低保标准呢', ['青岚县公路总里程多少']);

    expect(status).toBe('abstained');
    expect(message).toContain('要查请写上地名，例如“云岭县城市低保标准多少”');
  });
});

describe('without a scope, of several reports', () => {
  it('a report that tells of it without being sure which number is meant is named', () => {
    const unsure = {
      name: 'unsure.txt',
      text: '望山县民政事业发展报告（2022）\n\n望山县民政局\n\n一、2022年发展回顾\n\n2021年城市低保标准680元；2022年城市低保标准715元。\n\n城市低保标准提高到715元，农村低保标准提高到540元。\n',
    };
    const both = createAnswerer(
      buildKnowledge({ seeds: [makeReport('云岭县', 120, 640), unsure], knowledge: WORD_LISTS }),
    );

    const { answers, message = '' } = both.answer(QUESTION);
    const named = [...answers.map(({ source }) => source), message].join();

    expect(named).toContain('云岭县');
    expect(named).toMatch(/unsure|望山县/u);
  });

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
