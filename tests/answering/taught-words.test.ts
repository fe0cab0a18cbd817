import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildCore } from '../../src/build-core.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
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

describe('a name that people gave a number', () => {
  const figures = realKnowledge.reports.flatMap((known) => known.figures);
  const names = [
    ['敬老补贴', '自有产权养老床位补贴(提高后)'],
    ['老铺位费', '租赁产权养老床位补贴(提高后)'],
    ['讲堂站', '婚姻辅导站(室)设置任务'],
  ].flatMap(([name = '', known]) =>
    figures
      .filter((figure) => figure.name === known)
      .map(({ reportId, start, end }) => ({ reportId, start, end, name })),
  );
  const files = readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });
  const { answerer } = buildCore({
    ...files,
    additions: { reports: [], withdrawn: [], words: [], absent: [], names },
  });

  it.each([
    ['敬老补贴', '1万元'],
    ['敬老补贴多少钱', '1万元'],
    ['敬老补贴是多少', '1万元'],
    ['敬老补贴标准', '1万元'],
    ['我们的敬老补贴有多少', '1万元'],
    ['2018年敬老补贴是多少', '1万元'],
    ['老铺位费', '5000元'],
    ['老铺位费是多少', '5000元'],
    ['请问老铺位费标准多少', '5000元'],
    ['讲堂站要设多少', '30个'],
  ])('stands for it, whatever marks its own name has: %s', (question, value) => {
    const [first] = answerer.answer(question).answers;

    expect(first?.text).toContain(value);
  });

  it('answers nothing of a year that no report covers', () => {
    expect(answerer.answer('敬老补贴2025年多少').status).toBe('abstained');
  });
});
