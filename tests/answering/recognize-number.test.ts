import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

const texts = (question: string) => {
  const answer = realAnswerer.answer(question);
  return { status: answer.status, texts: answer.answers.map(({ text }) => text) };
};

describe('a question that quotes a number and asks what it is', () => {
  it.each([
    { question: '1403个是什么机构', says: ['养老机构'] },
    { question: '一千四百零三个是啥子机构', says: ['养老机构'] },
    { question: '398.4万人次说的是啥', says: ['祭扫'] },
    { question: '546元指的是什么', says: ['城市低保标准'] },
    { question: '5000元指的是什么', says: ['租赁产权', '自有产权'] },
  ])('$question', ({ question, says }) => {
    const answer = texts(question);

    expect(answer.status).toBe('answered');
    for (const words of says) expect(answer.texts.join('\n')).toContain(words);
  });

  it('does not take another unit for the same number', () => {
    expect(texts('546对是什么').texts).toEqual([]);
  });
});
