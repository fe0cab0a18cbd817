import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../src/search/normalize.ts';
import { createTokenizer } from '../../src/search/tokenize.ts';
import { createTypoCorrector } from '../../src/search/typo.ts';
import { realKnowledge } from '../support/real-knowledge.ts';

const tokenizer = createTokenizer({ words: realKnowledge.synonyms.flat() });
const texts = normalizeText(
  [...realKnowledge.reports.map(({ report }) => report.source), ...realKnowledge.synonyms.flat()].join('\n'),
);
const vocabulary = [
  ...realKnowledge.synonyms.flat().map(normalizeText),
  ...tokenizer.segment(texts).flatMap(({ text }) => (tokenizer.isWord(text) ? [text] : [])),
];
const corrector = createTypoCorrector(vocabulary, { tokenizer });

function correct(question: string): string {
  const text = normalizeText(question);
  return corrector
    .findCorrections(text, (written) => texts.includes(written) || tokenizer.isWord(written))
    .reduceRight((rest, { start, end, word }) => rest.slice(0, start) + word + rest.slice(end), text);
}

describe('findCorrections', () => {
  it.each([
    // the same sound
    { written: '低堡标准是多少', meant: '低保标准是多少' },
    { written: '农村的低宝标准', meant: '农村的低保标准' },
    { written: '福采销售多少', meant: '福彩销售多少' },
    { written: '宾葬管理', meant: '殡葬管理' },
    { written: '养佬服务站', meant: '养老服务站' },
    { written: '婚因登记多少对', meant: '婚姻登记多少对' },
    { written: '慈膳捐赠多少', meant: '慈善捐赠多少' },
    { written: '慈善捐增', meant: '慈善捐赠' },
    { written: '志原者有多少', meant: '志愿者有多少' },
    { written: '特困共养标准', meant: '特困供养标准' },
    { written: '临时救住资金', meant: '临时救助资金' },
    { written: '流狼乞讨', meant: '流浪乞讨' },
    { written: '优待今标准', meant: '优待金标准' },
    { written: '双庸工作', meant: '双拥工作' },
    { written: '社会组只', meant: '社会组织' },
    { written: '公溢金多少', meant: '公益金多少' },
    { written: '两项补帖', meant: '两项补贴' },
    { written: '康复辅据', meant: '康复辅具' },
    // another reading of a character
    { written: '殡脏服务', meant: '殡葬服务' },
    { written: '殡藏改革', meant: '殡葬改革' },
    // sounds many speakers do not tell apart: z/zh, n/l, n/ng, f/h
    { written: '困竟儿童', meant: '困境儿童' },
    { written: '收样登记', meant: '收养登记' },
    { written: '胡彩销售', meant: '福彩销售' },
    { written: '社会救组', meant: '社会救助' },
    // the same shape
    { written: '弧儿基本生活费', meant: '孤儿基本生活费' },
    { written: '特因供养', meant: '特困供养' },
    { written: '退役土兵', meant: '退役士兵' },
    { written: '婚烟登记', meant: '婚姻登记' },
    { written: '优扶对象', meant: '优抚对象' },
    // a slip that makes a word with its neighbour
    { written: '养老床未有多少', meant: '养老床位有多少' },
    // two slips, and traditional characters
    { written: '低堡和殡脏', meant: '低保和殡葬' },
    { written: '低堡標準', meant: '低保标准' },
  ])('takes $written for $meant', ({ written, meant }) => {
    expect(correct(written)).toBe(meant);
  });

  it.each([
    '医保标准',
    '社保标准是多少',
    '低保标准',
    '慈善捐款多少',
    '公安局做了什么',
    '教育经费',
    '公积金缴存比例',
    '最低工资标准',
    '保障房建了多少',
    '养殖场有多少',
    '殡仪馆有几家',
    '体育彩票销售',
    '孕妇补贴',
    '离婚登记多少对',
    '生育津贴',
    '高速公路里程',
    '粮食产量',
    '地下水',
    '怎么申请',
    '你叫什么名字',
    '今天天气怎么样',
    '给我讲个笑话',
    '低碳经济',
    '低温天气',
    '地理标志',
    '安置房',
    '器官捐献',
    '农民工工资',
    '治安案件',
    '成都的低保标准',
    '自己的福气',
    '孤独的人',
    '总理是谁',
    'GDP增长了多少',
    '45.35亿元',
    '',
  ])('leaves %j alone', (question) => {
    expect(correct(question)).toBe(normalizeText(question));
  });

  it('undoes no word of time for a word that sounds alike', () => {
    const trains = createTypoCorrector(['索道线', '索道'], {
      tokenizer: createTokenizer({ words: ['索道'] }),
    });

    expect(trains.findCorrections('索道现在一天多少人', (text) => text === '索道')).toEqual([]);
    expect(trains.findCorrections('索道现长度', (text) => text === '索道')).toMatchObject([
      { word: '索道线' },
    ]);
  });

  it('says what was written, what is meant and where', () => {
    expect(corrector.findCorrections('农村低堡标准', () => false)).toContainEqual({
      start: 2,
      end: 4,
      written: '低堡',
      word: '低保',
    });
  });

  it('leaves alone what the caller knows', () => {
    expect(corrector.findCorrections('低堡', (text) => text === '低堡')).toEqual([]);
  });

  it('corrects nothing without a vocabulary', () => {
    expect(createTypoCorrector([], { tokenizer }).findCorrections('低堡标准', () => false)).toEqual([]);
  });

  it('chooses the same word whatever the order of the vocabulary', () => {
    const words = ['救助', '救住', '求助'];
    const found = [words, words.toReversed()].map((order) =>
      createTypoCorrector(order, { tokenizer }).findCorrections('救主', () => false),
    );

    expect(found[0]).toEqual(found[1]);
    expect(found[0]).toHaveLength(1);
  });
});
