import { describe, expect, it } from 'vitest';
import type { PrintedPage, Rule, Run } from '../../src/extraction/pages/printed-page.ts';
import { layOutPages } from '../../src/extraction/read-pdf.ts';

const SIZE = 10;
/** A run of full-width characters and half-width digits at a place of the page, lines counted from the top. */
function makeRun(text: string, left: number, line: number): Run {
  const width = [...text].reduce((sum, char) => sum + (char < '\u2e80' ? SIZE / 2 : SIZE), 0);
  return { text, left, right: left + width, blank: 0, baseline: 100 + line * 15, size: SIZE };
}

const makePage = (number: number, runs: readonly Run[], rules: readonly Rule[] = []): PrintedPage => ({
  number,
  width: 600,
  height: 800,
  runs,
  rules,
  turned: [],
  pictures: 0,
});

const readTexts = (pages: readonly PrintedPage[]): string[] =>
  layOutPages(pages).blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.pieces.map(({ text }) => text).join('|')
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('/')).join(' '),
  );

const upright = (at: number): Rule => ({ isLevel: false, at, from: 90, to: 120 });
const level = (at: number): Rule => ({ isLevel: true, at, from: 50, to: 250 });

describe('layOutPages', () => {
  it('joins a line to the next where a long number did not fit', () => {
    const lines = [makeRun('一二三四五六七八九十一二三四五六七八九十', 100, 0), makeRun('结构比为', 100, 1)];
    const full = makeRun('一二三四五六七八九十一二三四五六七', 100, 1);

    expect(readTexts([makePage(1, [lines[0] ?? full, full, makeRun('6.01:55.04。', 100, 2)])])).toEqual([
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七6.01:55.04。',
    ]);
  });

  it('begins a paragraph where the line above is short or the next one is indented', () => {
    const runs = [
      makeRun('　一二三四五六七八九十一二三四五六七八九', 100, 0),
      makeRun('一二三。', 100, 1),
      makeRun('四五六。', 120, 2),
    ];

    expect(readTexts([makePage(1, runs)])).toEqual([
      '一二三四五六七八九十一二三四五六七八九一二三。',
      '四五六。',
    ]);
  });

  it('joins the lines of a column that has nothing beside it', () => {
    const runs = [
      makeRun('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。', 100, 0),
      makeRun('　　全年存款增加一九', 100, 2),
      makeRun('2.49亿元，贷款增加一', 100, 3),
      makeRun('百亿元。', 100, 4),
      makeRun('　　全年新增公司四家', 100, 5),
      makeRun('，其中境内三家。', 100, 6),
    ].map((run) => ({ ...run, left: run.left + (run.text.startsWith('　') ? 20 : 0) }));

    expect(readTexts([makePage(1, runs)]).slice(1)).toEqual([
      '全年存款增加一九2.49亿元，贷款增加一百亿元。',
      '全年新增公司四家，其中境内三家。',
    ]);
  });

  it('keeps short lines apart that are none of a column', () => {
    const runs = [
      makeRun('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。', 100, 0),
      ...['新建学校四所增加学位', '改造小区七个惠及居民', '修建道路九条方便出行', '完成投资三亿元建设'].map(
        (text, index) => makeRun(text, 100, 2 + index),
      ),
    ];

    expect(readTexts([makePage(1, runs)])).toHaveLength(5);
  });

  it('goes on over the end of a page, keeping what stands on which', () => {
    const first = makeRun('一二三四五六七八九十', 100, 40);

    expect(readTexts([makePage(1, [first]), makePage(2, [makeRun('后文。', 100, 0)])])).toEqual([
      '一二三四五六七八九十|后文。',
    ]);
  });

  it('parts words of two cells that were printed in one go', () => {
    const run = makeRun('年 指标', 140, 0);
    const rules = [upright(50), upright(153), upright(250), level(90), level(120)];

    expect(readTexts([makePage(1, [run], rules)])).toEqual(['年/指标']);
  });

  it('leaves a page out whose font does not say what its signs mean', () => {
    const { blocks, unread } = layOutPages([makePage(1, [makeRun('\ue000\ue001\ue002', 100, 0)])]);

    expect(blocks).toEqual([]);
    expect(unread).toEqual([{ page: 1, reason: 'unmapped-characters', count: 3 }]);
  });
});
