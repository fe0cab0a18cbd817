import { describe, expect, it } from 'vitest';
import type { Cell, TableRow } from '../../src/extraction/extraction.ts';
import { describeTable } from '../../src/extraction/table-rows.ts';

/** A table written line by line, cells apart by `|`; `>` covers the place of the cell to its left as well. */
function makeTable(text: string): TableRow[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const cells: Cell[] = [];
      for (const [column, part] of line.split('|').entries()) {
        const last = cells.at(-1);
        if (part.trim() === '>' && last) cells[cells.length - 1] = { ...last, columns: last.columns + 1 };
        else cells.push({ column, columns: 1, rows: 1, text: part.trim() });
      }
      return { cells, page: null };
    });
}

const say = (text: string, ...linesAbove: string[]): string[] =>
  describeTable(makeTable(text), linesAbove).lines.map((line) => line.text);

describe('describeTable', () => {
  it('takes the unit from its own column, and drops headings that say only that there is a number', () => {
    expect(say('指标名称|单位|数量\n低保对象|万人|7.1\n低保标准|元/人·月|1,245.0')).toEqual([
      '低保对象7.1万人。',
      '低保标准1,245.0元/人·月。',
    ]);
  });

  it('takes the unit from the line above, but not for a share', () => {
    expect(say('项目|2022年|增长（%）\n收入|526,318|5.7', '单位：万元')).toEqual([
      '2022年收入526,318万元；2022年收入增长5.7%。',
    ]);
  });

  it.each([
    { above: ['表1　2022年末机构'], said: '2022年末养老机构31个。' },
    { above: ['2020年3月', '单位：个'], said: '2020年3月养老机构31个。' },
    { above: ['2016-2017年机构'], said: '养老机构31个。' },
    { above: ['2021年和2022年机构'], said: '养老机构31个。' },
    { above: ['2022年新增养老机构，比上年多。'], said: '养老机构31个。' },
  ])('takes the time from the title where no heading says one: $above.0', ({ above, said }) => {
    expect(say('指标|单位|数量\n养老机构|个|31', ...above)).toEqual([said]);
  });

  it('reads title and unit that are rows of the table itself', () => {
    expect(say('机构数（2016-2017年）|>|>\n单位:个|>|>\n项目|2016|2017\n合计|432|440')).toEqual([
      '机构数（2016-2017年）',
      '单位:个',
      '2016年合计432个；2017年合计440个。',
    ]);
  });

  it('reads two halves beside each other one after the other', () => {
    const halves = `指标|单位|2021年|指标|单位|2021年
一、救助|人||二、婚姻||
低保人数|人|44209|结婚|件|24692`;

    expect(say(halves)).toEqual(['一、救助', '2021年低保人数44209人。', '二、婚姻', '2021年结婚24692件。']);
  });

  it('leaves out how rows are counted, and says so', () => {
    const { lines, leftOut } = describeTable(makeTable('指标|数量\n1.镇|679\n（2）街道|188\n#光荣院|57'), []);

    expect(lines.map(({ text }) => text)).toEqual(['镇679。', '街道188。', '光荣院57。']);
    expect(leftOut.map(({ text, reason }) => `${text} ${reason}`)).toEqual([
      '1. row-number',
      '（2） row-number',
      '# row-number',
    ]);
  });

  it('parts a number from letters and digits before it', () => {
    expect(say('污染物|浓度（微克/立方米）\nPM2.5|31')).toEqual(['PM2.5浓度31微克/立方米。']);
    expect(say('污染物|数值\nPM2.5|31微克')).toEqual(['PM2.5为31微克。']);
  });

  it('leaves out headings repeated on the next page', () => {
    const { lines, leftOut } = describeTable(
      makeTable('区县|机构（个）\n甲区|31\n区县|机构（个）\n乙县|18'),
      [],
    );

    expect(lines.map(({ text }) => text)).toEqual(['甲区机构31个。', '乙县机构18个。']);
    expect(leftOut).toEqual([{ text: '区县 机构（个）', page: null, reason: 'repeated-heading' }]);
  });

  it('says cells in words with their heading, and nothing of blank ones', () => {
    expect(say('街道|人数（人）|备注\n甲|12|撤并\n乙|—|')).toEqual(['甲人数12人；甲备注：撤并。', '乙']);
  });

  it('reads a table of words without numbers row by row', () => {
    expect(say('职务|姓名\n局长|张三')).toEqual(['局长姓名：张三。']);
  });

  it('gives nothing for nothing', () => {
    expect(describeTable([], [])).toEqual({ lines: [], leftOut: [] });
  });
});
