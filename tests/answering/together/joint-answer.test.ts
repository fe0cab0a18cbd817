import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { readKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

/** A made-up report nobody has asked about. */
const REPORT = `2031年云溪市国民经济和社会发展统计公报

云溪市统计局

一、人口

年末全市常住人口412.6万人,其中城镇常住人口247.1万人。全年出生人口3.21万人,死亡人口2.84万人。

二、贸易和旅游

全年货物出口3652.9亿元,进口1783.8亿元。全年接待国内游客4936万人次,实现旅游收入487.3亿元。

三、社会保障

年末全市有养老机构213个,养老床位3.18万张,其中护理型床位1.94万张。全市发放育儿补贴3.17亿元,惠及婴幼儿9.42万名。办理人大代表建议94件、政协提案113件。

四、科技

年末公共图书馆24个,藏书612万册。受理专利申请1874件,办结1798件。

五、教育和生活

年末学前教育在园幼儿46.2万人,比上年减少1.8万人。地方一般公共预算收入94.7亿元,其中税收收入60.2亿元。城镇居民人均可支配收入48962元,农村居民人均可支配收入27315元。
`;

const { knowledge } = readKnowledge({ seeds: [{ name: 'yunxi.txt', text: REPORT }], knowledge: WORD_LISTS });
const answerer = createAnswerer(knowledge);

describe('what is asked for of two numbers at once', () => {
  it.each([
    ['人口出生和死亡各多少', ['3.21', '2.84']],
    ['养老机构多少个,养老床位多少张', ['213', '3.18']],
    ['人大代表建议和政协提案各办了多少件', ['94', '113']],
    ['出生人口 死亡人口', ['3.21', '2.84']],
    ['图书馆有几个,藏书多少册', ['24', '612']],
  ])('is told together: %s', (question, values) => {
    const { answers } = answerer.answer(question);
    const said = answers.map(({ text }) => text).join(' ');

    for (const value of values) expect(said).toContain(value);
  });

  it.each([
    ['出口比进口多多少亿元', '1869.1亿元', ['3652.9', '1783.8']],
    ['护理型床位占养老床位的几成', '61%', ['1.94', '3.18']],
    ['专利申请还剩多少件没办结', '76件', ['1874', '1798']],
    ['税收收入占一般公共预算收入的比重是多少', '63.6%', ['60.2', '94.7']],
    ['城里人比乡下人一年多挣多少钱', '21647元', ['48962', '27315']],
    ['城镇居民收入是农村居民的几倍', '1.79倍', ['48962', '27315']],
    // Of a year that the report does not cover.
    ['2030年在园幼儿有多少万人,按减少的数倒推一下', '48万人', ['46.2', '1.8']],
  ])('is computed of both, each in its quote: %s', (question, result, values) => {
    const [first] = answerer.answer(question).answers;

    expect(first).toMatchObject({ kind: 'comparison', computed: expect.stringContaining(result) });
    const inputs = first?.kind === 'comparison' ? first.inputs : [];
    expect(inputs.map(({ value }) => value).sort()).toEqual([...values].sort());
    for (const { quote, value } of inputs) expect(quote).toContain(value);
  });

  it.each(['年末全市常住人口多少', '全年货物出口是多少', '图书馆和美术馆各有几个'])(
    'is not told where one thing, or what is not printed, is asked for: %s',
    (question) => {
      const { answers } = answerer.answer(question);

      expect(answers.length).toBeLessThan(2);
      expect(answers[0]?.kind).not.toBe('comparison');
    },
  );
});
