import { describe, expect, it } from 'vitest';
import { isPlainHeading, readCountedPoint, readHeading } from '../../src/report/headings.ts';
import { readLines } from '../../src/report/lines.ts';

function read(text: string) {
  const [line] = readLines(text);
  const heading = line ? readHeading(text, line) : null;
  return heading
    ? {
        family: heading.family,
        heading: text.slice(heading.start, heading.end),
        rest: text.slice(heading.rest.start, heading.rest.end),
      }
    : null;
}

describe('readHeading', () => {
  it.each([
    { text: '一、2018年发展回顾', family: 'numeral' },
    { text: '十二、保障措施', family: 'numeral' },
    { text: '(一)围绕“从严治党”,加快构建“大党建”格局', family: 'bracketed-numeral' },
    { text: '( 三 )社会福利', family: 'bracketed-numeral' },
    { text: '第一部分 过去五年工作回顾', family: 'chapter' },
    { text: '第二章 总体要求', family: 'chapter' },
    { text: '第三节 重点任务', family: 'section-word' },
    { text: '1.综合路网', family: 'digit' },
    { text: '1、综合路网', family: 'digit' },
    { text: '1.2 综合路网', family: 'decimal-2' },
    { text: '1.2.3 综合路网', family: 'decimal-3' },
    { text: '(1)综合路网', family: 'bracketed-digit' },
    { text: '## 综合路网', family: 'hash-2' },
  ])('takes the whole line “$text” for a heading of family $family', ({ text, family }) => {
    expect(read(text)).toEqual({ family, heading: text, rest: '' });
  });

  it('takes a numbered line that ends in a full stop for a heading without its stop, whatever it counts', () => {
    expect(read('(六)地方财政收入增速达到19.8%。')).toEqual({
      family: 'bracketed-numeral',
      heading: '(六)地方财政收入增速达到19.8%',
      rest: '',
    });
  });

  it('keeps a first sentence that states a number in its paragraph', () => {
    expect(read('(一)完成投资5亿元。比上年多。')).toBeNull();
  });

  it('tells the name of a yearbook entry from its text', () => {
    expect(read('【社会救助】 全年临时救助3420人次。')).toEqual({
      family: 'entry',
      heading: '【社会救助】',
      rest: '全年临时救助3420人次。',
    });
  });

  it('tells a heading that opens its paragraph from what follows its full stop', () => {
    expect(read('(一)经济稳步增长。全年完成投资5亿元。')).toEqual({
      family: 'bracketed-numeral',
      heading: '(一)经济稳步增长',
      rest: '全年完成投资5亿元。',
    });
  });

  it.each([
    { name: 'a paragraph', text: '2018年,全市民政系统取得新成效。' },
    { name: 'an enumeration within a paragraph', text: '一是政治建设持续加强。局党组坚持。' },
    { name: 'a numbered sentence', text: '1.全年完成投资5亿元。同比增长3%。' },
    { name: 'a numbered sentence in brackets', text: '(1)国道319线,全长56公里,总投资78.4亿元。' },
    { name: 'a number at the start of a line', text: '12.5亿元投入养老' },
    { name: 'a line that goes on', text: '一、主要做法如下:' },
    { name: 'a line too long for a slogan', text: `一、${'统筹推进'.repeat(16)}` },
  ])('does not take $name for a heading', ({ text }) => {
    expect(read(text)).toBeNull();
  });
});

describe('isPlainHeading', () => {
  it.each(['2018年发展回顾', '工作回顾', '2019年目标', '2019年:砥砺前行开新局'])('accepts “%s”', (text) => {
    expect(isPlainHeading(text)).toBe(true);
  });

  it.each([
    '养老,托幼',
    '养老、托幼',
    '全市低保对象89万人',
    '低',
    '养老床位  21.8万张',
    '养老|托幼',
    '长'.repeat(31),
    '2019年:',
    '目标:建成一批',
  ])('refuses “%s”', (text) => {
    expect(isPlainHeading(text)).toBe(false);
  });
});

describe('readCountedPoint', () => {
  const point = (text: string) => {
    const [line] = readLines(text);
    return line ? readCountedPoint(text, line) : null;
  };

  it('reads the number and the name a paragraph opens with', () => {
    const text = '二是城乡面貌焕然一新。全年改造道路。';

    const found = point(text);

    expect(found?.count).toBe(2);
    expect(text.slice(0, found?.end)).toBe('二是城乡面貌焕然一新');
  });

  it('reads points that are counted as 第二, too', () => {
    const text = '第三,时刻惦记民生,守好百姓饭碗。多方开发岗位。';

    const found = point(text);

    expect(found).toMatchObject({ style: 'th', count: 3 });
    expect(text.slice(0, found?.end)).toBe('第三,时刻惦记民生,守好百姓饭碗');
  });

  it.each([
    '二是完成投资5亿元。',
    '第三产业增加值增长。占比提高。',
    '城乡面貌焕然一新。',
    '二是改造道路,新建桥梁;',
  ])('finds none in “%s”', (text) => {
    expect(point(text)).toBeNull();
  });
});
