import { describe, expect, it } from 'vitest';
import { findItems } from '../../src/report/items.ts';

function read(text: string) {
  return findItems(text, { start: 0, end: text.length }).map(({ start, end, lead }) => ({
    item: text.slice(start, end),
    lead: lead && text.slice(lead.start, lead.end),
  }));
}

describe('findItems', () => {
  it('splits a paragraph that counts its points, and names each by its first sentence', () => {
    expect(read('一是党建加强。开会3次。二是养老健全。新增200所。')).toEqual([
      { item: '一是党建加强。开会3次。', lead: '一是党建加强。' },
      { item: '二是养老健全。新增200所。', lead: '二是养老健全。' },
    ]);
  });

  it.each([
    ['第一,必须敢闯。第二,必须敢试,不等不靠。第三,必须实干。', ['第一,', '第二,', '第三,']],
    ['(一)修路架桥。(二)建校办学。', ['(一)修', '(二)建']],
  ])('splits a paragraph that counts otherwise: %s', (text, openings) => {
    expect(read(text).map(({ item }) => item.slice(0, openings[0]?.length))).toEqual(openings);
  });

  it('takes ranks for no points', () => {
    expect(read('茶叶产量居全省第一,出口居全国第二,均创新高。')).toHaveLength(1);
  });

  it('keeps what stands before the first point as an item of its own', () => {
    expect(read('全年工作如下。一是养老。建站2所。二是低保。提标。').map(({ item }) => item)).toEqual([
      '全年工作如下。',
      '一是养老。建站2所。',
      '二是低保。提标。',
    ]);
  });

  it('divides a paragraph at the short sentences of one shape that head its stretches', () => {
    const text =
      '工业稳步回升。支持企业稳产扩能,完成产值3亿元。农业再获丰收。粮食产量达6亿斤,建设农田1万亩。园区建设全面铺开了。';

    expect(read(text)).toEqual([
      { item: '工业稳步回升。支持企业稳产扩能,完成产值3亿元。', lead: '工业稳步回升。' },
      {
        item: '农业再获丰收。粮食产量达6亿斤,建设农田1万亩。园区建设全面铺开了。',
        lead: '农业再获丰收。',
      },
    ]);
  });

  it('takes a lone short sentence for no heading of a stretch', () => {
    expect(read('深化改革创新,压减事项2项。加强审计监督。扎实开展学习教育,覆盖全部干部。')).toHaveLength(1);
  });

  it.each([
    { name: 'a lone 一是', text: '主要有两个问题。一是规模不足。三是人手不足。' },
    { name: 'a count that does not start at one', text: '二是加强管理。三是提高质量。' },
    { name: 'no count', text: '全年建站200所。' },
  ])('leaves a paragraph with $name in one piece', ({ text }) => {
    expect(read(text).map(({ item }) => item)).toHaveLength(1);
  });

  it('goes on past ten', () => {
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    const text = numerals.map((numeral) => `${numeral}是抓好落实。完成任务。`).join('');

    expect(read(text)).toHaveLength(12);
  });

  it.each([
    { name: 'the only sentence', text: '全年新增养老服务站。' },
    { name: 'one with a number', text: '新增养老服务站200所。居家养老发展。' },
    { name: 'a long one', text: `${'统筹推进各项工作'.repeat(5)}。居家养老发展。` },
  ])('does not name an item by $name', ({ text }) => {
    expect(read(text)[0]?.lead).toBeNull();
  });
});
