import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';

/** A made-up report of a made-up city that prints the same things for the year that is over and for the next. */
const REPORT = `临江市2018年民政工作情况和2019年工作打算

临江市民政局

一、2018年工作情况

（一）兜底保障更加有力。城乡低保标准分别提高到每人每月635元、468元，全年发放低保金9.87亿元，保障低保对象18.6万人。特困人员基本生活标准提高到每人每月826元，保障特困人员3.42万人。

（二）养老服务扩面提质。全年新增社区养老服务站62所，新增养老床位2100张。全市现有养老机构286家，养老床位4.63万张。

（三）社会组织健康发展。全市登记社会组织4218个，其中社会团体1650个、社会服务机构2531个、基金会37个。全年接受慈善捐赠2.9亿元。全年办理结婚登记5.26万对、离婚登记2.13万对，收养登记41例。

二、2019年工作打算

（一）提高保障水平。城市低保标准提高到每人每月670元，农村低保标准提高到每人每月510元。

（二）完善养老服务。建设社区养老服务站80个，新增养老床位2500张。
`;

const shipped = readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });

describe('a report added beside the shipped one', () => {
  const answerer = createAnswerer(
    buildKnowledge({ ...shipped, seeds: [...shipped.seeds, { name: 'linjiang.txt', text: REPORT }] }),
  );

  it.each([
    { question: '临江市低保标准是多少', values: [['635', '468']] },
    { question: '临江低保标准', values: [['635', '468']] },
    { question: '临江市农村低保标准', values: [['468'], ['510']] },
    { question: '临江农村低保标准多少', values: [['468'], ['510']] },
  ])(
    'tells what the question calls by its name, of both years where none is asked: $question',
    ({ question, values }) => {
      const { answers } = answerer.answer(question);

      expect(
        answers.map((item) =>
          'marks' in item ? item.marks.map(({ start, end }) => REPORT.slice(start, end)) : [],
        ),
      ).toEqual(values.map((numbers) => numbers.map((number) => expect.stringContaining(number))));
    },
  );

  it.each([
    { question: '社会组织有多少个', value: '4218' },
    { question: '临江登记的社会组织一共多少个', value: '4218' },
    { question: '社会团体有多少个', value: '1650' },
    { question: '社会组织中社会团体有多少个', value: '1650' },
  ])('does not tell a part for its whole, nor the whole for a part: $question', ({ question, value }) => {
    expect(answerer.answer(question).answers.map((item) => 'value' in item && item.value)).toEqual([value]);
  });

  it.each([
    { question: '临江离婚登记多少对', text: '全年办理离婚登记2.13万对' },
    { question: '临江结婚登记多少对', text: '全年办理结婚登记5.26万对' },
  ])('names one thing of a list of things: $question', ({ question, text }) => {
    expect(answerer.answer(question).answers[0]?.text).toBe(text);
  });

  it('is answered from alone where the other one would refuse, which is not named as the one to ask', () => {
    const { message } = answerer.answer('社会组织有多少个');

    expect(answerer.answer('重庆社会组织有多少个').status).toBe('abstained');
    expect(message).not.toContain('例如');
  });
});
