import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';

const answerer = createAnswerer(loadKnowledge({ seedsDir: 'seeds', knowledgeDir: 'knowledge' }));

describe('a month', () => {
  it.each(['城头的低保户,一个人一月拿得到好多钱', '城市低保一月领多少'])(
    'is any of them where what comes every month is asked: %s',
    (question) => {
      expect(answerer.answer(question).answers[0]?.text).toContain('546元');
    },
  );

  it.each([
    ['2018年一月的低保标准', '一月'],
    ['去年3月份办了多少对婚姻登记', '3月'],
  ])('is refused, as written, where the report tells of the year: %s', (question, written) => {
    const { status, message } = answerer.answer(question);

    expect(status).toBe('abstained');
    expect(message).toContain(`“${written}”`);
  });
});
