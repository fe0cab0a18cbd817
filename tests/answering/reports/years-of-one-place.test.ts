import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

type Told = {
  readonly year: number;
  readonly couples: string;
  readonly parted: string;
  readonly beds: string;
  readonly helped: string;
};

const report = (place: string, { year, couples, parted, beds, helped }: Told): string =>
  [
    `${place}${year}年民政工作情况和${year + 1}年工作打算`,
    `${place}民政局`,
    `一、${year}年工作情况`,
    `${year}年，全市民政系统认真履行职责，民政事业平稳发展。`,
    `（一）兜底保障稳步提高。全年发放低保金9.32亿元，保障低保对象${helped}。`,
    `（二）养老服务加快发展。全年新增养老床位1800张。全市现有养老机构271家，养老床位${beds}。`,
    `（三）社会事务规范有序。全年办理结婚登记${couples}、离婚登记${parted}，收养登记46例。`,
    `二、${year + 1}年工作打算`,
    '建设社区养老服务站60个，新增养老床位2000张。',
    '',
  ].join('\n');

const answererOf = (seeds: Readonly<Record<string, string>>) =>
  createAnswerer(
    buildKnowledge({
      seeds: Object.entries(seeds).map(([name, text]) => ({ name: `${name}.txt`, text })),
      knowledge: WORD_LISTS,
    }),
  );

const OLD = { year: 2017, couples: '5.61万对', parted: '2.04万对', beds: '4.42万张', helped: '20.1万人' };
const NEW = { year: 2018, couples: '5.26万对', parted: '2.13万对', beds: '4.63万张', helped: '18.6万人' };
const OTHER = { year: 2018, couples: '3.07万对', parted: '1.29万对', beds: '2.57万张', helped: '11.2万人' };

const answerer = answererOf({
  other: report('南屏市', OTHER),
  old: report('临江市', OLD),
  new: report('临江市', NEW),
});

describe('a year that an older report of a place is of', () => {
  it.each([
    { question: '临江市2017年养老床位', value: '4.42' },
    { question: '临江2017年结婚登记多少对', value: '5.61' },
    { question: '临江前年保障低保对象多少人', value: '20.1' },
  ])('is told by that report: $question', ({ question, value }) => {
    const [first] = answerer.answer(question).answers;

    expect(first).toMatchObject({ value, source: 'old' });
  });

  it('is never said to be none of the reports where what is asked of it is not told', () => {
    expect(answerer.answer('临江市2017年火化遗体多少具').message).not.toContain('没有2017年');
  });

  it('is told apart from a year that none of them is of', () => {
    const { reason, message } = answerer.answer('临江2016年结婚登记多少对');

    expect(reason).toBe('other-period');
    expect(message).toContain('2017年的情况、2018年的情况、2019年的目标');
  });
});

describe('two years of one place', () => {
  it.each([
    { question: '临江低保对象2018年比2017年少了多少', computed: '1.5万人' },
    { question: '临江市养老床位2018年比2017年增加多少', computed: '0.21万张' },
    { question: '临江去年结婚登记比前年少多少对', computed: '0.35万对' },
    { question: '临江去年结婚登记比前年少多少', computed: '0.35万对' },
  ])('are set beside each other, each by its own report: $question', ({ question, computed }) => {
    const [item] = answerer.answer(question).answers;

    expect(item).toMatchObject({ kind: 'comparison', computed });
    expect(item?.kind === 'comparison' && item.inputs.map(({ source }) => source)).toEqual(['new', 'old']);
  });

  it.each([
    { question: '临江结婚登记2017年和2018年哪年多', sources: ['old', 'new'] },
    { question: '临江保障低保对象前年多少,去年多少', sources: ['new', 'old'] },
  ])('are told one after the other: $question', ({ question, sources }) => {
    expect(answerer.answer(question).answers.map(({ source }) => source)).toEqual(sources);
  });

  it('are no two things of one year where a report of the other is missing', () => {
    const { answers } = answerer.answer('南屏去年结婚登记比前年少多少');

    expect(answers).toEqual([]);
  });
});

describe('a place that no report is on', () => {
  it.each(['南屏和云溪结婚登记差多少对', '云溪和南屏结婚登记差多少', '南屏结婚登记比云溪多多少对'])(
    'is said to be missing where it is set beside one that a report is on: %s',
    (question) => {
      expect(answerer.answer(question)).toMatchObject({ answers: [], missing: ['云溪'] });
    },
  );

  it.each(['青岛养老这一块,去年新增养老床位多少张', '四川的结婚登记和离婚登记各有多少对'])(
    'is said to be none of the reports, be it named as a field or before two things: %s',
    (question) => {
      const alone = answererOf({ other: report('南屏市', OTHER) });

      expect(alone.answer(question)).toMatchObject({ answers: [], reason: 'other-region' });
    },
  );

  it('is none of two things of one report', () => {
    expect(answerer.answer('南屏结婚登记比离婚登记多多少').answers).toMatchObject([{ computed: '1.78万对' }]);
  });
});

describe('a table of two years', () => {
  it('answers by how much something changed from the one to the other', () => {
    const table = '2017年城市低保标准580元/月；2018年城市低保标准620元/月。';
    const alone = answererOf({ new: report('云溪市', NEW).replace('二、', `${table}\n二、`) });

    expect(alone.answer('云溪城市低保标准2017年到2018年涨了多少').answers).toMatchObject([
      { kind: 'comparison', computed: '40元/月' },
    ]);
  });
});
