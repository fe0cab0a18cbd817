import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { realAnswerer, realKnowledge } from '../support/real-knowledge.ts';

/** Words nobody says, taught for printed ones. */
const TAUGHT = [
  ['铁饭票', '低保'],
  ['补贴杠杠', '低保标准'],
  ['老骥班', '养老床位'],
  ['彩虹券', '福彩'],
  ['月牙会', '社会组织'],
  // made of words that people do say
  ['五保户标准', '特困供养标准'],
] as const;

describe('a word that people taught', () => {
  const taught = TAUGHT.map(([word, printed]) => [printed, word]);
  const answerer = createAnswerer({
    ...realKnowledge,
    synonyms: [...realKnowledge.synonyms, ...taught],
    taught,
  });

  it.each([
    ['铁饭票标准是多少', '低保标准是多少'],
    ['铁饭票花了多少钱', '低保花了多少钱'],
    ['农村铁饭票一个月多少', '农村低保一个月多少'],
    ['铁饭票和特困一共花了多少钱', '低保和特困一共花了多少钱'],
    ['补贴杠杠是多少', '低保标准是多少'],
    ['老骥班有多少张', '养老床位有多少张'],
    ['彩虹券去年卖了多少', '福彩去年卖了多少'],
    ['彩虹券销售额是多少', '福彩销售额是多少'],
    ['处置了多少非法月牙会', '处置了多少非法社会组织'],
    ['五保户标准是多少', '特困供养标准是多少'],
  ])('is read as the printed one: %s', (question, printed) => {
    const { status, answers } = answerer.answer(question);

    expect(status).toBe('answered');
    expect(answers.map(({ text }) => text)).toEqual(
      realAnswerer.answer(printed).answers.map(({ text }) => text),
    );
  });

  it('changes nothing of what is asked without it', () => {
    expect(answerer.answer('养老机构有多少家').answers).toEqual(
      realAnswerer.answer('养老机构有多少家').answers,
    );
  });
});
