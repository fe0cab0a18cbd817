import { describe, expect, it } from 'vitest';
import { splitJoined, splitQuestion } from '../../../src/answering/understanding/split-question.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

describe('splitQuestion', () => {
  it.each([
    { text: '低保标准是多少', parts: ['低保标准是多少'] },
    { text: '发了多少、保障多少人', parts: ['发了多少', '保障多少人'] },
    { text: '志愿者人数+服务时长', parts: ['志愿者人数', '服务时长'] },
    { text: '养老服务站跟示范中心分别几个', parts: ['养老服务站几个', '示范中心几个'] },
    { text: '低保 特困 临时救助 分别花了多少', parts: ['低保花了多少', '特困花了多少', '临时救助花了多少'] },
    { text: '一级、二级、三级馆各多少家', parts: ['一级馆多少家', '二级馆多少家', '三级馆多少家'] },
    { text: '结婚和离婚登记各办了多少', parts: ['结婚登记办了多少', '离婚登记办了多少'] },
    { text: '甲粮油、乙冶金的产值各多少', parts: ['甲粮油的产值多少', '乙冶金的产值多少'] },
    { text: '婚姻登记多少对?收养登记多少例?', parts: ['婚姻登记多少对', '收养登记多少例'] },
    { text: '门票收入和增速', parts: ['门票收入', '增速'] },
    { text: '门票收入是多少,增幅多少', parts: ['门票收入是多少', '增幅多少'] },
    { text: '门票收入以及 growth rate', parts: ['门票收入', 'growth rate'] },
    { text: '去年票价涨了多少,今年打算涨多少', parts: ['去年票价涨了多少', '今年打算涨多少'] },
    { text: '去年票价多少,比前年贵多少', parts: ['去年票价多少', '去年票价比前年贵多少'] },
    { text: '苹果增速和梨增速', parts: ['苹果增速', '梨增速'] },
    { text: '养老机构有多少家,养老床位呢?', parts: ['养老机构有多少家', '养老床位呢'] },
    { text: '去年投资涨了多少,今年打算涨多少', parts: ['去年投资涨了多少', '今年打算涨多少'] },
    { text: '2018年和2019年票价', parts: ['2018年票价', '2019年票价'] },
    { text: '去年和今年票价分别多少', parts: ['去年票价多少', '今年票价多少'] },
    { text: '2018年和2019年票价差多少', parts: ['2018年和2019年票价差多少'] },
    { text: '梨园2018年建了多少2019年要建多少', parts: ['梨园2018年建了多少', '2019年要建多少'] },
    { text: '门票收入摊到十二个月,一个月是多少', parts: ['门票收入摊到十二个月,一个月是多少'] },
    { text: '1.票价 2.客流 3.门票收入', parts: ['票价', '客流', '门票收入'] },
    { text: '1、票价2、客流', parts: ['票价', '客流'] },
    { text: '(1)票价;(2)客流。', parts: ['票价', '客流'] },
    { text: '1)票价是多少?2)客流多少?', parts: ['票价是多少', '客流多少'] },
    { text: '一、票价 二、客流', parts: ['票价', '客流'] },
    { text: '第一,票价;第二,客流', parts: ['票价', '客流'] },
    { text: '请帮我查一下:1.票价 2.客流', parts: ['票价', '客流'] },
    { text: '2018年的1.票价 2.客流', parts: ['2018年的票价', '2018年的客流'] },
    { text: '门票收入多少?1.票价 2.客流', parts: ['门票收入多少', '票价', '客流'] },
    { text: '票价涨了1.2还是2.3', parts: ['票价涨了1.2还是2.3'] },
    { text: '一、二、三季度票价', parts: ['一、二、三季度票价'] },
    { text: '2019年1、2月票价', parts: ['2019年1、2月票价'] },
    { text: '梨园方面的数字都列出来', parts: ['梨园方面有哪些数字'] },
    { text: '全文贴出来:梨园那一段', parts: ['梨园那一段'] },
    { text: '梨园那一段的全文', parts: ['梨园那一段'] },
    { text: '全文', parts: ['全文'] },
    { text: '', parts: [''] },
  ])('$text', ({ text, parts }) => {
    expect(splitQuestion(text).map((part) => part.text)).toEqual(parts);
  });
});

describe('splitJoined', () => {
  it('asks the same of both sides of every joint', () => {
    expect(splitJoined({ text: '安置和培训的人数', context: null })).toEqual([
      [
        { text: '安置人数', context: '培训的人数', bare: '安置' },
        { text: '培训的人数', context: '安置人数', isEach: true },
      ],
    ]);
  });

  it('has nothing to split where nothing is asked', () => {
    expect(splitJoined({ text: '安置和培训', context: null })).toEqual([]);
  });
});

describe('one asking for two things', () => {
  it('gets both numbers', () => {
    const { answers } = realAnswerer.answer('退役士兵安置和培训的人数');

    expect(answers[0]?.text).toMatch(/1万余名.*2000余名/u);
  });

  it('lends no doing to the second part', () => {
    const { answers } = realAnswerer.answer('退伍兵安置了几个 培训了几个');

    expect(answers[0]?.text).toMatch(/1万余名.*2000余名/u);
  });

  it('is left whole where one number is of both', () => {
    const { answers } = realAnswerer.answer('查处的宗教场所和回民公墓一共几家');

    expect(answers[0]).toMatchObject({ value: '13' });
  });
});

describe('catchwords with blanks between them', () => {
  it.each([
    ['救灾应急资金 冬春救助资金 各多少', ['2136万元', '1.17亿元']],
    ['2019 社区养老服务站 示范中心 建设个数', ['400个', '40个']],
    ['城市低保标准 农村低保标准', ['546元', '410元']],
  ])('name two numbers: %s', (question, values) => {
    const [first] = realAnswerer.answer(question).answers;

    for (const value of values) expect(first?.text).toContain(value);
  });

  it('are one question where one number has all of them', () => {
    expect(realAnswerer.answer('低保标准 城市').answers[0]).toMatchObject({ value: '546' });
  });
});

describe('how much there is in all, beside another question', () => {
  it.each([
    ['志愿者一共有多少人,服务了多少小时', ['558', '6080']],
    ['养老机构一共多少家,床位多少张', ['1403', '21.8']],
    ['特困对象一共多少人,发了多少钱', ['18.54', '16.49']],
    ['慈善捐赠一共多少,受益多少人次', ['10.6', '200']],
  ])('adds nothing up: %s', (question, values) => {
    const { status, answers } = realAnswerer.answer(question);
    const shown = answers.map(({ text }) => text).join();

    expect(status).toBe('answered');
    expect(answers.filter(({ kind }) => kind === 'comparison')).toEqual([]);
    for (const value of values) expect(shown).toContain(value);
  });
});

describe('a part that leans on the one before', () => {
  it.each([
    ['养老机构有多少家,养老床位呢', ['1403', '21.8']],
    ['福彩卖了多少?公益金呢', ['58.27', '17.36']],
    ['去年养老服务站建了多少,今年呢', ['200', '400']],
    ['特困一共发了好多钱,管到好多人', ['16.49', '18.54']],
    ['社区养老服务站去年建了多少,今年任务是多少', ['200', '400']],
  ])('%s', (question, values) => {
    const shown = realAnswerer
      .answer(question)
      .answers.map(({ text }) => text)
      .join('\n');

    for (const value of values) expect(shown).toContain(value);
  });

  it.each(['福彩公益金里有多少用在了养老上?用在儿童上的呢?', '医疗救助花了多少钱?高龄津贴呢?'])(
    'is refused with it: %s',
    (question) => {
      expect(realAnswerer.answer(question).status).toBe('abstained');
    },
  );
});
