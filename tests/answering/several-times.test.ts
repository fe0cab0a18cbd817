import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';

/** Reports that tell of last year, the past five years, the next five and this year, read without any reviewed file. */
const load = (name: string): ReturnType<typeof createAnswerer> =>
  createAnswerer(
    loadKnowledge({
      seedsDir: `tests/fixtures/several-times/seeds-${name}`,
      knowledgeDir: 'tests/fixtures/several-times/none',
    }),
  );
/** One part holds both five years and one year, on either side. */
const forest = load('forest');
/** The past five years are one paragraph, the next five are numbered paragraphs. */
const harbour = load('harbour');

/** What a person reads first: the number with its time, the points of a list, or the refusal. */
function first(question: string, answerer: typeof forest): string {
  const { answers, message } = answerer.answer(question);
  const [answer] = answers;
  if (!answer) return message ?? 'nothing';
  if (answer.kind === 'section') return answer.points.map(({ quote }) => quote.slice(0, 5)).join(' ');
  const { period } = answer;
  const time = period ? `${period.fromYear ? `${period.fromYear}—` : ''}${period.year}` : 'none';
  return 'value' in answer ? `${time} ${answer.value}${answer.unit}` : `${time} ${answer.kind}`;
}

describe('a number of one of several times', () => {
  it.each([
    ['五年一共造林多少亩', '2017—2021 14.2万亩'],
    ['五年里新增了多少就业', '2017—2021 9600人'],
    ['瞭望塔五年累计建了几座', '2017—2021 22座'],
    ['本届政府建成湿地公园几处', '2017—2021 3处'],
    ['过去五年改造危房多少户', '2017—2021 1240户'],
    ['今年改造危房多少户', '2022 260户'],
    ['去年打通了多少公里防火道', '2021 36公里'],
    ['今年要打通多少公里防火道', '2022 42公里'],
    ['去年新增护林员多少名', '2021 120名'],
    ['这两年林业总产值平均增长多少', '2020—2021 5.1%'],
    ['林业总产值今年要涨多少', '2022 7%'],
    ['到2025年林业总产值要达到多少', '2025 60亿元'],
    // What a later year of the next five aims at is an aim of theirs.
    ['今后五年林业总产值要突破多少', '2025 60亿元'],
    ['森林覆盖率五年后要到多少', '2026 74%'],
    ['今后五年林农收入年均增长多少', '2022—2026 8%'],
    ['今年督查多少次', '2022 12次'],
  ])('%s: %s', (question, expected) => {
    expect(first(question, forest)).toBe(expected);
  });

  it.each([
    ['过去五年新建了几个泊位', '2012—2016 18个'],
    ['去年新建泊位多少个', '2016 3个'],
    ['今年新建几个泊位', '2017 4个'],
    ['今后五年新建几个泊位', '2017—2021 25个'],
    ['五年引进仓储企业多少家', '2012—2016 76家'],
    ['未来五年就业要新增多少', '2017—2021 3万人'],
    ['今年就业新增多少', '2017 6000人'],
    ['到2021年货物吞吐量超过多少', '2021 1亿吨'],
    ['五年内货物吞吐量要达到多少', '2021 1亿吨'],
    ['远洋航线今后五年开几条', '2017—2021 12条'],
    ['远洋航线今年开几条', '2017 2条'],
    // A number that says it is cumulative, beside that of the year alone.
    ['去年引进船代公司多少家', '2016 9家'],
    // The year asked for decides between two numbers of one name, however much else is said beside one of them.
    ['去年绿化率是多少', '2016 31.5%'],
  ])('%s: %s, in a report of another shape', (question, expected) => {
    expect(first(question, harbour)).toBe(expected);
  });

  it.each([
    [forest, '2021年一年改造了多少户危房', '报告没有2021年的数；2017年—2021年的情况：改造林场危房1240户。'],
    [forest, '今后五年要打通多少公里防火道', '报告没有2022年—2026年的数；2022年的目标：打通防火道42公里。'],
    [harbour, '去年引进了多少家仓储企业', '报告没有2016年的数；2012年—2016年的情况：累计引进仓储企业76家。'],
  ])('refuses what only another time says', (answerer, question, message) => {
    const answer = answerer.answer(question);

    expect(answer.status).toBe('abstained');
    expect(answer.message).toBe(message);
  });

  it.each([
    [forest, '今年打通的防火道比去年多多少公里', '6公里'],
    [forest, '去年建的瞭望塔占五年累计的几成', '22.7%'],
    [harbour, '过去五年建成职工公寓比今后五年少多少套', '1600套'],
  ])('sets the numbers of two times against each other', (answerer, question, computed) => {
    const [answer] = answerer.answer(question).answers;

    expect(answer?.kind === 'comparison' && answer.computed).toContain(computed);
  });
});

describe('all that is told of one of several times', () => {
  it.each([
    ['去年做了哪些工作', '(一)造林 (二)林下 (三)防火'],
    ['过去五年取得了哪些成绩', '一是生态底 二是富民产 三是守护防 四是林区生'],
    ['今后五年有什么目标', '——山川更 ——产业更 ——百姓更'],
    ['今后五年的三个“更加”是什么', '——山川更 ——产业更 ——百姓更'],
    ['2022年要做哪三个方面的工作', '(一)抓造 (二)抓产 (三)抓防'],
    ['今年要办的四件实事是什么', '1、改造林 2、修通林 3、新建林 4、为80'],
    ['四件实事是哪四件', '1、改造林 2、修通林 3、新建林 4、为80'],
  ])('%s', (question, expected) => {
    expect(first(question, forest).normalize('NFKC')).toBe(expected);
  });

  it.each([
    ['过去五年做了哪些工作', '一是扩能力 二是兴产业 三是惠民生'],
    ['今后五年三大任务是哪些', '第一,建设 第二,建设 第三,建设'],
    ['今年有哪些重点工作', '(一)提升 (二)培育 (三)改善'],
  ])('%s, in a report of another shape', (question, expected) => {
    expect(first(question, harbour).normalize('NFKC')).toBe(expected);
  });

  it('keeps a paragraph that goes on with a point in that point', () => {
    const [all] = harbour.answer('今后五年三大任务是哪些').answers;
    const [one] = harbour.answer('今后五年建设枢纽大港要做哪些事').answers;

    expect(all?.kind === 'section' && all.points.length).toBe(3);
    expect(one?.kind === 'section' && one.points.at(-1)?.quote).toContain('开辟远洋航线12条');
  });
});
