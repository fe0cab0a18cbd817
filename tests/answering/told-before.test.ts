import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

function firstValue({ answers: [first] }: Answer): string | undefined {
  return first && 'value' in first ? first.value + first.qualifier + first.unit : first?.text;
}

describe('what a question tells before it asks', () => {
  it.each([
    ['动员慈善组织投了5.74亿公益资金,那帮扶了多少贫困群众', '97.27万名'],
    ['全年接受慈善捐赠10.6亿元,那受益的有多少人次', '200万人次'],
    ['城市公益指数全国第14,那西部排第几', '2位'],
    ['退役士兵安置了1万余名,自主就业的又培训了多少', '2000余名'],
    ['去年新增了200所社区养老服务站,那今年打算建多少', '400个'],
    ['救灾应急资金是2136万,那冬春救助资金呢', '1.17亿元'],
    ['填空:举办专题培训92个班次,培训____人次', '1.2万人次'],
  ])('leads up to the number: %s', (question, value) => {
    expect(firstValue(realAnswerer.answer(question))).toBe(value);
  });

  it.each([
    '去年安置退役士兵1万余名,那今年计划安置多少',
    '福彩公益金筹了17.36亿元,那用在养老上的有多少',
    '市级审批事项精减46%,具体是精减了多少项',
    '45.35亿低保资金中农村那部分是多少',
  ])('does not answer for what is not told: %s', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });
});

describe('what the report does not tell of what it names', () => {
  it.each([
    ['“三个确保”是哪三个确保', '报告提到了“三个确保”，但没有写具体是什么。'],
    ['“三三制”具体是指哪些内容', '报告提到了“三三制”，但没有写具体是什么。'],
    ['养老机构服务管理办法从哪天起施行', '但没有写时间。'],
    ['特困供养标准提高前是多少', '报告只写了变成多少，没有写原来是多少，算不出变化。'],
  ])('is said plainly: %s', (question, message) => {
    expect(realAnswerer.answer(question)).toMatchObject({
      status: 'abstained',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    '2019年已经建成多少个社区养老服务站了',
    '全市有多少个婚姻登记处',
    '全市累计有多少项民政地方标准',
    '我市乡镇街道一共有多少个',
    '儿童政策创新指数具体得分是多少',
    '万州区城市低保标准是多少',
    '刮刮乐销量',
    '军休干部现在有多少人',
    '城镇居民人均可支配收入是多少',
    '临时救助资金比上年增长了百分之几',
    '第十四届老博会哪天开幕',
    '为什么福彩公益金的增幅比销售增幅低',
    '家里有车还能不能吃低保',
    '民政局局长是谁',
    '包头去年的低保标准是多少',
  ])('is refused: %s', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });
});

describe('numbers in Chinese numerals', () => {
  it.each([['智慧民政平台准备覆盖几级', '四级']])('of tiers and terms: %s', (question, value) => {
    expect(firstValue(realAnswerer.answer(question))).toBe(value);
  });
});

describe('words that stand beside others by chance', () => {
  it.each([
    ['婚辅站今年计划设几个', '30个'],
    ['特困人员一个月拿多少', '710元/月'],
    ['农村户口的低保每个月几块钱', '410元'],
    ['特困供养的老人每个月的标准是多少', '710元/月'],
    ['双拥优待那块,义务兵优待金按可支配收入的百分之几发', '30%'],
    ['我市儿童政策创新指数居全国第几位', '5位'],
    ['福彩公益金筹集额同比增长了多少', '3.62%'],
    ['国务院通报表扬养老体系建设的省市一共几个', '4省市'],
  ])('do not hide the thing: %s', (question, value) => {
    expect(firstValue(realAnswerer.answer(question))).toBe(value);
  });
});
