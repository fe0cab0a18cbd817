import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

/** A made-up report of a made-up city, in the shape of a report of government at the end of a term. */
const REPORT = `政府工作报告

——2031年1月8日在云溪市第九届人民代表大会第一次会议上

市长 林某某

各位代表:

现在,我代表市政府,向大会报告工作,请予审议。

一、2030年和过去五年工作回顾

2030年,全市上下攻坚克难。地区生产总值增长5.1%,两年平均增长4.6%,城乡居民收入分别增长6.2%和7.4%。

(一)稳住经济运行。工业稳步回升。支持云溪机床稳产扩能,统计口径内机床生产8.6万台,完成产值312亿元。新能源电池3条产线当年投产,净增产值18亿元。农业再获丰收。粮食总产量达61.3亿斤,建设高标准农田12.4万亩。消费持续回暖。发放消费券8600万元。

(二)激发创新活力。企业加快成长。新认定高新技术企业143户,总数达612户。新登记市场主体4.7万户,总量达到23.8万户。科技再攀高峰。“云溪一号”在轨卫星达9颗。

(三)办好民生实事。就业保持稳定。城镇新增就业3.9万人。连续12年提高企业退休人员基本养老金。教育均衡发展。中小学课后服务参与率达91%。居住条件改善。新增供热能力260蒸吨,改造农村厕所1.8万户,整治交通拥堵点37处。

过去五年,我们迎难而上。

五年来,着力转方式优结构,经济实力明显增强。地区生产总值年均增长5.8%。

五年来,着力补短板强弱项,城乡面貌明显改变。城镇化率达到63.2%。市长公开电话累计解决群众诉求51万件。

五年来,着力惠民生增福祉,生活品质明显提升。居民收入年均增长6.9%。

二、今后五年主要目标任务

今后五年,要抓住机遇、勇于突破。

——提实力,让产业更强。规上工业总产值突破2000亿元。

——优布局,让城乡更美。加快打造常住人口城镇化率68%以上的生态城市。

——增福祉,让百姓更安。教育医疗养老水平全面提高。

三、2031年重点工作

2031年主要预期目标是:地区生产总值增长5.5%左右,粮食总产量达到62亿斤,城镇新增就业3.5万人。

(一)抓项目扩投资,推动经济平稳运行。加快156个重点项目建设。云溪机床口径内生产机床达到9.4万台。

(二)抓治理优生态,推动绿色转型。强化污染防治攻坚。开展扬尘、柴油货车专项治理,扩建城北污水厂,全面禁烧秸秆。保护水源。严格管护水源地。

(三)抓关键小事,推动民生改善。下决心整治交通拥堵,打通15条断头路。
`;

const { knowledge, issues } = readKnowledge({
  seeds: [{ name: 'yunxi-2031.txt', text: REPORT }],
  knowledge: WORD_LISTS,
});
const answerer = createAnswerer(knowledge);

describe('a report nobody has reviewed', () => {
  it('is read without issues', () => {
    expect(issues).toEqual([]);
  });

  it.each([
    // what is measured stands in the clause before
    ['新能源电池产线投产后净增了多少产值', '18亿元'],
    ['云溪机床去年完成了多少产值', '312亿元'],
    ['中小学生放学后托管有百分之几参加', '91%'],
    // measure words of their own
    ['“云溪一号”现在有多少颗星', '9颗'],
    ['去年新认定了多少家高新技术企业', '143户'],
    // everyday words for what is printed
    ['去年一共造了多少台机床', '8.6万台'],
    ['农村改厕改了多少户', '1.8万户'],
    ['堵车的地方去年治了多少处', '37处'],
    ['去年打了多少粮食', '61.3亿斤'],
    ['去年城里新就业多少人', '3.9万人'],
    // periods
    ['过去五年GDP年均增长多少', '5.8%'],
    ['五年里市长公开电话一共解决了多少诉求', '51万件'],
  ])('answers %s', (question, text) => {
    const answer = answerer.answer(question);

    expect(answer.status).toBe('answered');
    expect(answer.answers[0]?.text).toContain(text);
  });

  it.each([
    // paragraphs that open alike
    ['这五年取得了哪些成绩', ['经济实力明显增强', '城乡面貌明显改变', '生活品质明显提升']],
    ['今后五年准备从哪几个方面发力', ['提实力', '优布局', '增福祉']],
    // short sentences that head stretches of a paragraph
    ['2031年治污打算怎么做', ['柴油货车专项治理', '城北污水厂', '禁烧秸秆']],
    ['去年消费方面做了什么', ['发放消费券']],
  ])('lists %s', (question, points) => {
    const answer = answerer.answer(question);
    const [first] = answer.answers;

    expect(first?.kind).toBe('section');
    for (const point of points) expect(first?.quote).toContain(point);
  });

  it('checks what one year did against what the next is to do', () => {
    expect(answerer.answer('去年的粮食产量够得上今年定的目标吗').answers[0]).toMatchObject({
      kind: 'comparison',
      inputs: [{ value: '61.3' }, { value: '62' }],
    });
    expect(answerer.answer('去年新认定的高新技术企业占总数的百分之几').answers[0]?.text).toContain('23.4%');
  });

  it.each(['云溪机床2030年生产了多少辆汽车', '养老床位有多少张', '2029年城镇化率是多少'])(
    'refuses %s',
    (question) => {
      expect(answerer.answer(question).status).toBe('abstained');
    },
  );
});

describe('a report that looks back on no other year', () => {
  const { knowledge: alone } = readKnowledge({
    seeds: [
      {
        name: 'qingxi.txt',
        text: '青溪县2019年民政工作报告\n\n青溪县民政局\n\n一、2019年工作\n\n全年火化遗体1201具。建成养老站3所。\n',
      },
    ],
    knowledge: WORD_LISTS,
  });

  it('is not said to tell of the year that is refused', () => {
    const { reason, message } = createAnswerer(alone).answer('2018年火化遗体多少具');

    expect(reason).toBe('other-period');
    expect(message).toBe('报告没有2018年的内容；它写的是2019年的目标。');
  });
});
