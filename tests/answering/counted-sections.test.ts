import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

/** A made-up report whose sections are only counted, and whose points open paragraphs of their own. */
const REPORT = `云溪县政府工作报告

——2014年1月8日在云溪县第九届人民代表大会第四次会议上

一、2013年工作回顾

2013年,全县生产总值增长12%,达86.4亿元(按可比价,下同);人均生产总值为31200元。旅游业占生产总值比重为58.3%。电动车及拖拉机普及率分别为21台/百人和93台/百人,茶叶加工普及率为12%。孕产妇死亡率为14.3/10万。

回想这一年,几点体会是:第一,必须敢闯敢试,不走老路。第二,必须依靠群众,不讲空话。第三,必须严守纪律,不碰红线。第四,必须着眼长远,不留包袱。

索道日均客运量1.3万乘次。数字经济规模突破20亿元。回乡就业高校毕业生860人,新办大学生茶企35家。改建公租房210套,建成安置房470套。退休人员生活补贴、城乡优抚补助分别提高10%、15%。减少贫困户1900户、贫困村6个。成功申办全省残疾人运动会。

二、2014年工作安排

今年主要推进四大行动落实。

第一,时刻惦记特色产业,做强山区经济。坚持绿色发展。

做大茶叶。扩种茶园1.2万亩,建设加工园区。推广机械采摘。

做优林果。改造果园8000亩,建设冷链。打响林果品牌。

深化生态改革。试行林权抵押。推行排污权交易。

第二,时刻惦记生态保护,合力建设秀美家园。坚持保护优先,一年接着一年护水护林护土。

用心护水。整治溪流12条,关停排污企业。建设湿地公园。

用心护林。封山育林3万亩,聘用护林员。严防森林火灾。

用心护土。治理水土流失面积20平方公里,推广有机肥料。修复矿山。

第三,时刻惦记农业和农村工作,想方设法提高农民收益。种好地,办好农民的事。

调优种植结构。发展设施大棚2000亩。推广良种。

推进农村改革。试行土地流转。培育农民合作社。

第四,时刻惦记群众生活,守住民生底线。把实事做实。

想方设法稳住饭碗。新增就业5200人。办好技能学校。

想方设法改善住房。新建公租房600套。改造危房900户。
`;

const { knowledge } = readKnowledge({
  seeds: [{ name: 'yunxi-2014.txt', text: REPORT }],
  knowledge: WORD_LISTS,
});
const answerer = createAnswerer(knowledge);

function listed(question: string): { readonly title: string; readonly points: readonly string[] } {
  const [first] = answerer.answer(question).answers;
  return first?.kind === 'section'
    ? { title: first.text, points: first.points.map(({ quote }) => quote.replace(/[,，。].*$/su, '')) }
    : { title: first?.kind ?? 'none', points: [] };
}

describe('sections that are only counted', () => {
  it.each([
    ['今年要推进哪四大行动', ['第一', '第二', '第三', '第四']],
    ['今年的四大行动都有哪些', ['第一', '第二', '第三', '第四']],
    // What they do in a clause of its own narrows no topic; a lesser point by that name is not meant.
    ['今年生态保护建设要做哪些事', ['用心护水', '用心护林', '用心护土']],
    ['今年农业农村方面要做哪些事', ['调优种植结构', '推进农村改革']],
    ['2014年群众生活有哪些任务', ['想方设法稳住饭碗', '想方设法改善住房']],
    // points within a paragraph
    ['过去一年有哪几条体会', ['第一', '第二', '第三', '第四']],
  ])('%s', (question, points) => {
    expect(listed(question).points).toEqual(points);
  });
});

describe('numbers that lean on what stands before or beside them', () => {
  it.each([
    ['拖拉机普及率是多少', '93台/百人'],
    ['孕产妇死亡率是多少', '14.3/10万'],
    ['人均生产总值是多少', '31200元'],
    ['去年建成安置房多少套', '建成安置房470套'],
  ])('%s', (question, text) => {
    expect(answerer.answer(question).answers[0]?.text).toContain(text);
  });
});

describe('other words for what is printed', () => {
  it.each([
    ['索道现在每天坐多少人', '1.3万乘次'],
    ['去年完工的安置房有多少套', '470套'],
    ['去年就业的大学毕业生有多少', '860人'],
  ])('%s', (question, text) => {
    expect(answerer.answer(question).answers[0]?.text).toContain(text);
  });

  it('takes a part of the economy for the whole of it only where it is asked for', () => {
    expect(answerer.answer('数字经济规模多大').answers[0]?.text).toContain('20亿元');
  });

  it('knows a games by its short name', () => {
    expect(answerer.answer('残运会花了多少钱').status).toBe('abstained');
    const { answers, nearest } = answerer.answer('县里申办残运会成功了吗');
    expect([...answers, ...nearest][0]?.quote).toContain('残疾人运动会');
  });
});
