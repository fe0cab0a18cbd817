import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

describe('the words around what is named', () => {
  it.each([
    ['特困供养标准目前是多少', '710'],
    ['志愿者一共有多少人', '558'],
    ['养老床位一共有多少张', '21.8'],
    ['麻烦看看婚姻登记到底办了多少对', '39.5'],
  ])('speak against nothing: %s', (question, value) => {
    expect(realAnswerer.answer(question).answers[0]).toMatchObject({ value });
  });

  it.each(['低保标准呢', '低保的标准', '低保的标准呢'])('may be a mere sound: %s', (question) => {
    expect(realAnswerer.answer(question).answers[0]?.text).toMatch(/546元.*410元/u);
  });

  it.each(['低保的名单', '养老院的名字'])('are no way around what is unsaid: %s', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });
});
