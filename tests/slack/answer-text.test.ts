import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeAnswer } from '../../src/slack/answer-text.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

describe('encodeAnswer', () => {
  it.each([
    '城乡低保标准',
    '2019年有哪些目标',
    '城乡低保差距多少元',
    '养老服务站今年要建多少',
    '房价',
    '低保',
    '',
  ])('keeps everything of the answer to %s', (question) => {
    const answer = realAnswerer.answer(question);

    expect(decodeAnswer(encodeAnswer(answer))).toEqual(answer);
  });
});

describe('decodeAnswer', () => {
  it.each(['', '{}', '{"question":"低保"}'])('reads no answer from “%s”', (text) => {
    expect(decodeAnswer(text)).toBeUndefined();
  });
});
