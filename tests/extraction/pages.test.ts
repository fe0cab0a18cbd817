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

  it('reads one column after the other where their lines do not stand at the same height', () => {
    const left = ['　　全年新增床位一二三四', '五六七八九十张，其中公立', '医院三百张，民营医院二二'];
    const right = ['　　全年诊疗一二三四五六', '七八九十万人次，其中中医', '院三万人次。'];
    const runs = [
      makeRun('一二三四五六七八九十一二三四五六七八九十一二三四五', 100, 0),
      makeRun('百张，均比上年增长五六。', 250, 2.6),
      ...left.map((text, index) => makeRun(text, 100, 4 + index)),
      ...right.map((text, index) => makeRun(text, 250, 3.6 + index)),
      makeRun('一二三四五六七八九十一二三四五六七八九十一二三四五', 100, 9),
    ].map((run) => ({ ...run, left: run.left + (run.text.startsWith('　') ? 20 : 0) }));

    expect(readTexts([makePage(1, runs)]).slice(1, -1)).toEqual([
      '全年新增床位一二三四五六七八九十张，其中公立医院三百张，民营医院二二百张，均比上年增长五六。',
      '全年诊疗一二三四五六七八九十万人次，其中中医院三万人次。',
    ]);
  });

  it('reads the end of a text in columns of two lines', () => {
    const runs = [
      makeRun('　　全年生产总值二三一三亿元，比上', 100, 0),
      makeRun('年增长五点二个百分点，居全省第一二', 100, 1),
      makeRun('三位。粮食产量二八三万吨，增产一二', 320, 0),
      makeRun('万吨，连续九年稳定在二百七十万吨。', 320, 1),
    ].map((run) => ({ ...run, left: run.left + (run.text.startsWith('　') ? 20 : 0) }));

    expect(readTexts([makePage(1, runs)])).toEqual([
      '全年生产总值二三一三亿元，比上年增长五点二个百分点，居全省第一二三位。粮食产量二八三万吨，增产一二万吨，连续九年稳定在二百七十万吨。',
    ]);
  });

  it('joins a line to the next where a character was moved with the mark behind it', () => {
    const lines = [
      '一二三四五六七八九十一二三四五六七八九十',
      '用水量三十九立方米每万一二三四五六七',
      '元，增长五。',
    ];

    expect(
      readTexts([
        makePage(
          1,
          lines.map((text, index) => makeRun(text, 100, index)),
        ),
      ]),
    ).toEqual([lines.join('')]);
  });

  it('takes marks of notes out that are hardly smaller than the text', () => {
    const mark = { ...makeRun('[2]', 160, 0), size: 8.3, baseline: 96, right: 172 };
    const runs = [makeRun('生产总值是多', 100, 0), mark, makeRun('亿元。', 173, 0)];

    expect(readTexts([makePage(1, runs)])).toEqual(['生产总值是多亿元。']);
  });

  it('reads a table that a column breaks as one', () => {
    const makeGrid = (left: number, top: number, rows: readonly string[][]): [Run[], Rule[]] => [
      rows.flatMap((row, line) =>
        row.map((text, column) => makeRun(text, left + 5 + column * 60, top + line)),
      ),
      [
        ...[0, 1, 2].map((column) => ({
          ...upright(left + column * 60),
          from: 88 + top * 15,
          to: 88 + (top + rows.length) * 15,
        })),
        ...Array.from({ length: rows.length + 1 }, (_, line) => ({
          ...level(88 + (top + line) * 15),
          from: left,
          to: left + 120,
        })),
      ],
    ];
    const prose = ['一二三四五六七八九十一', '二三四五六七八九十一二', '三四五六七八九十一二。'];
    const [first, firstRules] = makeGrid(100, 4, [
      ['指标', '绝对数'],
      ['工业', '526'],
    ]);
    const [second, secondRules] = makeGrid(250, 0, [['建筑业', '188']]);
    const runs = [
      ...prose.map((text, index) => makeRun(text, 100, index)),
      ...prose.map((text, index) => makeRun(text, 250, 2 + index)),
      ...first,
      ...second,
    ];

    expect(readTexts([makePage(1, runs, [...firstRules, ...secondRules])])).toContain(
      '指标/绝对数 工业/526 建筑业/188',
    );
  });

  it('keeps the lines of a title page apart', () => {
    const runs = [
      makeRun('青岚市民政事业发展报告', 150, 0),
      makeRun('青岚市民政局办公室', 155, 1),
      makeRun('（2023年2月16日）', 160, 2),
      makeRun('一、2022年工作的简要回顾', 120, 3),
      makeRun('　　一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。', 100, 4),
    ];

    expect(readTexts([makePage(1, runs)])).toHaveLength(5);
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

  describe('of a table that is ruled above and below only', () => {
    /** Level rules from side to side, at lines counted from the top. */
    const across = (...lines: number[]): Rule[] =>
      lines.map((line) => ({ isLevel: true, at: 90 + line * 15 - 2, from: 50, to: 350 }));
    /** One line of four columns that stand at the same places. */
    const makeRow = (line: number, ...cells: string[]): Run[] =>
      cells.flatMap((text, column) => (text === '' ? [] : [makeRun(text, 60 + column * 75, line)]));
    const prose = makeRun('一二三四五六七八九十一二三四五六七八九十一二三四五六七。', 60, 9);

    it('puts wrapped cells and headings together, a broken number too', () => {
      const runs = [
        ...makeRow(0, '项目', '建设内容和', '总投资（万'),
        ...makeRow(1, '', '规模', '元）'),
        ...makeRow(2, '市养老中心', '新增床位1', '28600'),
        ...makeRow(3, '二期', '080张', ''),
        ...makeRow(4, '小学', '学位900个', '9450'),
      ];

      expect(readTexts([makePage(1, [...runs, prose], across(0, 2, 5))])).toEqual([
        '项目/建设内容和规模/总投资（万元） 市养老中心二期/新增床位1080张/28600 小学/学位900个/9450',
        prose.text,
      ]);
    });

    it('keeps a row of its own where a cell above is blank, short or a number', () => {
      const runs = [
        ...makeRow(0, '指标', '2021年', '2022年'),
        ...makeRow(1, '一、救助', '', ''),
        ...makeRow(2, '城市低保', '12345', '12346'),
        ...makeRow(3, '农村低保', '', '22346'),
      ];

      expect(readTexts([makePage(1, runs, across(0, 1, 4))])).toEqual([
        '指标/2021年/2022年 一、救助 城市低保/12345/12346 农村低保/22346',
      ]);
    });

    it('reads headings of two levels, with the columns they stand over', () => {
      const runs = [
        makeRun('机构', 60, 0),
        makeRun('床位数（张）', 155, 0),
        ...makeRow(1, '', '2021年', '2022年'),
        ...makeRow(2, '医院', '80045', '82197'),
        ...makeRow(3, '卫生院', '15052', '14763'),
      ];
      const { blocks } = layOutPages([makePage(1, runs, across(0, 2, 4))]);

      expect(blocks).toMatchObject([
        {
          rows: [
            { cells: [{ text: '机构' }, { text: '床位数（张）', column: 1, columns: 2 }] },
            {
              cells: [
                { text: '2021年', column: 1 },
                { text: '2022年', column: 2 },
              ],
            },
            { cells: [{ text: '医院' }, {}, {}] },
            { cells: [{ text: '卫生院' }, {}, {}] },
          ],
        },
      ]);
    });

    it('goes on on the next page, where a cell may go on', () => {
      const first = [
        prose,
        ...makeRow(40, '项目', '内容', '投资'),
        ...makeRow(41, '老旧小区', '改造2.37', '51200'),
      ];
      const second = [
        ...makeRow(0, '', '万户', ''),
        ...makeRow(1, '合计', '九个项目', '95980'),
        { ...prose, baseline: prose.baseline + 30 },
      ];
      const pages = [makePage(1, first, across(40, 41)), makePage(2, second, across(2))];

      expect(readTexts(pages)).toEqual([
        prose.text,
        '项目/内容/投资 老旧小区/改造2.37万户/51200 合计/九个项目/95980',
        prose.text,
      ]);
    });

    it('spreads a heading over all columns that the rule below it reaches over', () => {
      const runs = [
        makeRun('教职工', 215, 0),
        ...makeRow(0.5, '地区', '学校数'),
        ...makeRow(1, '', '', '合计', '专任'),
        ...makeRow(2, '甲区', '366', '6132', '5592'),
      ];
      const rules = [...across(-0.5, 1.5, 3), { isLevel: true, at: 102, from: 200, to: 350 }];

      expect(layOutPages([makePage(1, runs, rules)]).blocks).toMatchObject([
        {
          rows: [
            { cells: [{ text: '地区' }, { text: '学校数' }, { text: '教职工', column: 2, columns: 2 }] },
            {
              cells: [
                { text: '合计', column: 2 },
                { text: '专任', column: 3 },
              ],
            },
            {},
          ],
        },
      ]);
    });

    it('goes on behind a note at the foot of its page', () => {
      const first = [
        ...makeRow(40, '项目', '2021年', '投资'),
        ...makeRow(41, '改造', '1237', '51200'),
        makeRun('1 不含市级。', 60, 43),
      ];
      const pages = [
        makePage(1, first, across(40, 41, 42)),
        makePage(2, makeRow(0, '合计', '1240', '95980'), across(0, 1)),
      ];

      expect(readTexts(pages)).toEqual(['项目/2021年/投资 改造/1237/51200 合计/1240/95980', '1不含市级。']);
    });

    it.each([
      {
        said: 'tells how names are indented',
        lefts: [60, 70, 80, 60],
        names: ['总量', '　公路', '　　客运', '增速'],
      },
      {
        said: 'tells nothing of names in the middle',
        lefts: [70, 70, 65, 60],
        names: ['总量', '公路', '班线车', '管道运输'],
      },
      {
        said: 'tells nothing of names on the right',
        lefts: [80, 80, 70, 80],
        names: ['总量', '公路', '班线车', '管道'],
      },
    ])('$said', ({ lefts, names }) => {
      const runs = [
        ...makeRow(0, '指标', '2021年', '2022年'),
        ...names.flatMap((name, index) => [
          makeRun(name.trim(), lefts[index] ?? 0, 1 + index),
          ...makeRow(1 + index, '', `12${index}45`, `12${index}46`),
        ]),
      ];
      const open = layOutPages([makePage(1, runs, across(0, 1, 5))]);
      const closed = layOutPages([
        makePage(1, runs, [
          ...across(0, 1, 2, 3, 4, 5),
          ...[50, 125, 200, 350].map((at) => ({ ...upright(at), from: 88, to: 163 })),
        ]),
      ]);

      for (const { blocks } of [open, closed]) {
        const [table] = blocks;
        expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells[0]?.text)).toEqual([
          '指标',
          ...names,
        ]);
      }
    });

    it('is none of the text between two of them, nor a rule above notes', () => {
      const runs = [
        ...makeRow(0, '指标', '2021年'),
        ...makeRow(1, '低保', '12345'),
        prose,
        ...makeRow(20, '指标', '2022年'),
        ...makeRow(21, '低保', '12346'),
        { ...prose, baseline: 500 },
        makeRun('注：本表为初步数。', 60, 30),
      ];

      expect(readTexts([makePage(1, runs, across(0, 1, 2, 20, 21, 22, 29))])).toEqual([
        '指标/2021年 低保/12345',
        prose.text,
        '指标/2022年 低保/12346',
        prose.text,
        '注：本表为初步数。',
      ]);
    });
  });

  it('leaves a page out whose font does not say what its signs mean', () => {
    const { blocks, unread } = layOutPages([makePage(1, [makeRun('\ue000\ue001\ue002', 100, 0)])]);

    expect(blocks).toEqual([]);
    expect(unread).toEqual([{ page: 1, reason: 'unmapped-characters', count: 3 }]);
  });
});
