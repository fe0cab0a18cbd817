import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences } from '../../src/report/sentences.ts';
import { contains, sliceSpan, trimSpan } from '../../src/report/span.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const sentences = (text: string) => splitSentences(text, whole(text)).map((span) => sliceSpan(text, span));
const clauses = (text: string) => splitClauses(text, whole(text)).map((span) => sliceSpan(text, span));

describe('splitSentences', () => {
  it.each([
    { text: '甲。乙!丙?丁', parts: ['甲。', '乙!', '丙?', '丁'] },
    { text: '支出45.35亿元;保障89.2万人。', parts: ['支出45.35亿元;', '保障89.2万人。'] },
    { text: '开展“知见查办。作风转变”活动。好。', parts: ['开展“知见查办。作风转变”活动。', '好。'] },
    { text: '他说:“完成了。”然后散会。', parts: ['他说:“完成了。”然后散会。'] },
    { text: '完成(含市级。区级)任务。好。', parts: ['完成(含市级。区级)任务。', '好。'] },
    { text: '括号没有合上(一。二。三。', parts: ['括号没有合上(一。', '二。', '三。'] },
    { text: '引号没有合上“一。二。', parts: ['引号没有合上“一。', '二。'] },
    { text: '2020年面积22.84;2021年面积21.67。', parts: ['2020年面积22.84;', '2021年面积21.67。'] },
    { text: '供水1.2亿m3;2021年供水1.3亿m3。', parts: ['供水1.2亿m3;', '2021年供水1.3亿m3。'] },
    { text: '真的吗?!好。', parts: ['真的吗?!', '好。'] },
    { text: '  甲。  乙。 ', parts: ['甲。', '乙。'] },
    { text: '   ', parts: [] },
    { text: '', parts: [] },
  ])('splits “$text”', ({ text, parts }) => {
    expect(sentences(text)).toEqual(parts);
  });
});

describe('splitClauses', () => {
  it.each([
    { text: '提高到546元,支出45.35亿元,', parts: ['提高到546元', '支出45.35亿元'] },
    { text: '任务如下:建站400个;', parts: ['任务如下', '建站400个'] },
    { text: '生产1,234吨,增长3%。', parts: ['生产1,234吨', '增长3%'] },
    { text: '年均值22,2015年为25。', parts: ['年均值22', '2015年为25'] },
    { text: '表1:2023年产量', parts: ['表1', '2023年产量'] },
    { text: '比为1:2023,偏高。', parts: ['比为1:2023', '偏高'] },
    { text: '缩小到1:0.76,提高。', parts: ['缩小到1:0.76', '提高'] },
    { text: '养老机构1403个、床位21.8万张。', parts: ['养老机构1403个、床位21.8万张'] },
    { text: '开展“减负,增效”行动,落实。', parts: ['开展“减负,增效”行动', '落实'] },
    { text: '。', parts: [] },
  ])('splits “$text”', ({ text, parts }) => {
    expect(clauses(text)).toEqual(parts);
  });
});

describe('spans', () => {
  it.each([
    { text: '  甲 乙\u3000\n', trimmed: '甲 乙' },
    { text: '   ', trimmed: '' },
    { text: '甲', trimmed: '甲' },
  ])('trim “$text” to “$trimmed”', ({ text, trimmed }) => {
    expect(sliceSpan(text, trimSpan(text, whole(text)))).toBe(trimmed);
  });

  it.each([
    { inner: { start: 2, end: 5 }, isInside: true },
    { inner: { start: 3, end: 4 }, isInside: true },
    { inner: { start: 1, end: 4 }, isInside: false },
    { inner: { start: 3, end: 6 }, isInside: false },
  ])('contain $inner.start to $inner.end: $isInside', ({ inner, isInside }) => {
    expect(contains({ start: 2, end: 5 }, inner)).toBe(isInside);
  });
});
