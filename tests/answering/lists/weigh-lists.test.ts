import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { readKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

/** A made-up report nobody has asked about. */
const REPORT = `政府工作报告
——2031年1月12日在云溪市第九届人民代表大会第四次会议上
云溪市市长 周明

各位代表：

现在，我代表市人民政府向大会报告工作，请予审议。

一、2030年工作回顾

过去一年，全市生产总值达到1286.4亿元，增长6.1%。

（一）产业转型走出新路。规模以上工业增加值增长8.3%，新增高新技术企业64家。

（二）城乡面貌焕然一新。改造老旧小区71个，新改建农村公路326公里。

（三）生态环境持续向好。空气质量优良天数比例达到91.2%，治理水土流失85平方公里。

（四）民生福祉稳步增进。城镇新增就业2.4万人，建成社区食堂38家。

在肯定成绩的同时，我们也清醒看到存在的困难和不足：经济总量偏小，财政收支矛盾突出；创新能力不强，高层次人才短缺；公共服务还有短板，优质学位供给不足。

二、2031年工作安排

全市生产总值增长6.5%左右，城镇新增就业2.5万人。重点抓好以下工作：

（一）做强实体经济。实施技改项目120个，培育专精特新企业30家。

（二）建设美丽乡村。建成高标准农田12万亩，改造农村户厕4300户。

（三）守护碧水蓝天。新建污水处理厂3座，完成造林5.6万亩。

（四）办好民生实事。新增公办学位6200个，加装电梯150部。
`;

const { knowledge } = readKnowledge({ seeds: [{ name: 'yunxi.txt', text: REPORT }], knowledge: WORD_LISTS });
const answerer = createAnswerer(knowledge);

const pointsOf = ({ answers: [first] }: Answer): string =>
  first?.kind === 'section' ? first.points.map(({ quote }) => quote).join('\n') : '';

describe('a list asked of a report nobody has asked about', () => {
  it.each([
    ['去年主要做了哪几个方面的工作', ['产业转型', '城乡面貌', '生态环境', '民生福祉']],
    ['今年要抓哪四件大事', ['做强实体经济', '建设美丽乡村', '守护碧水蓝天', '办好民生实事']],
    ['市里自己承认还有哪些毛病', ['经济总量偏小', '创新能力不强', '公共服务还有短板']],
  ])('is given whole: %s', (question, points) => {
    const shown = pointsOf(answerer.answer(question));

    for (const point of points) expect(shown).toContain(point);
  });

  it('is what a sentence leads up to in its paragraph, whatever that calls it', () => {
    const text = REPORT.replace(
      '（四）办好民生实事。',
      '（四）办好民生实事。高质量办好10件暖心小事。一是支持15所高中改善条件。二是改造80个养老中心。三是建设200个健身点。',
    );
    const built = readKnowledge({ seeds: [{ name: 'yunxi.txt', text }], knowledge: WORD_LISTS });
    const shown = pointsOf(createAnswerer(built.knowledge).answer('今年要办的10件暖心小事有哪些'));

    for (const point of ['支持15所高中', '改造80个养老中心', '建设200个健身点'])
      expect(shown).toContain(point);
  });

  it.each([
    {
      owned:
        '我们清醒看到，经济社会发展还存在不少困难和问题。总量不大，质量不优。制造业占比偏低。欠账还不少。',
      points: ['总量不大', '制造业占比偏低', '欠账还不少'],
    },
    {
      owned:
        '我们也清醒认识到，发展基础还不牢固，“一煤独大”的矛盾仍未破解。经营主体困难较多。安全生产还有薄弱环节。少数干部本领不强。',
      points: ['一煤独大', '经营主体困难较多', '安全生产还有薄弱环节', '少数干部本领不强'],
    },
    {
      owned: '我们也清醒看到，全市还面临不少困难和问题。主要有：增长乏力；转型步伐慢；债务沉重，化债压力大。',
      points: ['增长乏力', '转型步伐慢', '债务沉重'],
    },
  ])('is what is still wanting, whole, however it is owned up to: $owned', ({ owned, points }) => {
    const text = REPORT.replace(/在肯定成绩的同时.*\n/u, `${owned}\n`);
    const built = readKnowledge({ seeds: [{ name: 'yunxi.txt', text }], knowledge: WORD_LISTS });
    const shown = pointsOf(createAnswerer(built.knowledge).answer('报告里说还有哪些困难和问题'));

    for (const point of points) expect(shown).toContain(point);
  });

  it.each(['去年改造了多少个老旧小区', '今年要加装多少部电梯', '全市生产总值是多少'])(
    'is not given where one number is asked for: %s',
    (question) => {
      expect(answerer.answer(question).answers[0]?.kind).not.toBe('section');
    },
  );

  it('is quoted point by point from the report', () => {
    const { answers } = answerer.answer('今年要抓哪四件大事');

    for (const answer of answers)
      if (answer.kind === 'section')
        for (const { quote, start, end } of answer.points)
          expect(knowledge.reports[0]?.report.source.slice(start, end)).toBe(quote);
    expect(answers).not.toHaveLength(0);
  });
});
