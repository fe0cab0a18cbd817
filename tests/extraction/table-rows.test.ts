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
        else cells.push({ column, columns: 1, rows: 1, text: part });
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

  it('gives no row a unit where the table is told to have several', () => {
    expect(say('项目|2022年\n养老床位|5160', '单位：个、张、万元')).toEqual(['2022年养老床位5160。']);
    expect(say('项目|2022年\n养老床位|5160', '单位：张')).toEqual(['2022年养老床位5160张。']);
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

  it('reads what comes in and what is spent, beside each other, each with its own names', () => {
    const balance = `收入项目|预算数|决算数|支出项目|预算数|决算数
一、本级收入|560|580|一、本级支出|760|763
　税收收入|—|305|二、上解支出|20|21
收入总计|—|784|支出总计|780|784`;

    expect(say(balance, '2024年收支平衡表', '单位：万元')).toEqual([
      '2024年本级收入预算数560万元；2024年本级收入决算数580万元。',
      '2024年本级收入税收收入决算数305万元。',
      '2024年收入总计决算数784万元。',
      '2024年本级支出预算数760万元；2024年本级支出决算数763万元。',
      '2024年上解支出预算数20万元；2024年上解支出决算数21万元。',
      '2024年支出总计预算数780万元；2024年支出总计决算数784万元。',
    ]);
  });

  it('names the halves of a table by what stands above their headings', () => {
    const halves = `收入|>|支出|>
项目|决算数|项目|决算数
一、财政拨款收入|305|一、教育支出|280
总计|320|总计|320`;

    expect(say(halves, '2023年收支决算表', '单位：万元')).toEqual([
      '2023年财政拨款收入决算数305万元。',
      '2023年收入总计决算数320万元。',
      '2023年教育支出决算数280万元。',
      '2023年支出总计决算数320万元。',
    ]);
  });

  it('reads a heading with a mark of a part as a part of the column to its left', () => {
    expect(say('地区|教职工数|#专任教师\n甲区|61352|47948', '单位：人')).toEqual([
      '甲区教职工数61352人；甲区教职工数其中专任教师47948人。',
    ]);
  });

  it('names no row by how rows are grouped', () => {
    expect(say('分类|人数\n按单位分组|\n　企业|484\n　　#地方|76\n　事业|119')).toEqual([
      '按单位分组',
      '企业人数484。',
      '企业地方人数76。',
      '事业人数119。',
    ]);
  });

  it('takes no column of dashes for names', () => {
    expect(say('项目|上年|本年\n结转|——|41\n结余|--|3', '单位：万元')).toEqual([
      '本年结转41万元。',
      '本年结余3万元。',
    ]);
  });

  it('gives amounts and shares each their unit where the table is told to have both', () => {
    expect(
      say('科目|年初预算|执行数|增幅|完成预算\n本级收入|580|719|6.0|124.0', '2024年执行表', '单位：万元、%'),
    ).toEqual([
      '2024年本级收入年初预算580万元；2024年本级收入执行数719万元；2024年本级收入执行数增幅6.0%；2024年本级收入完成预算124.0。',
    ]);
  });

  it('takes the unit from the brackets behind the title', () => {
    expect(say('图2：2024年居民消费价格涨跌幅度（%）|>\n指标|增幅\n粮食|3.7')).toEqual([
      '图2：2024年居民消费价格涨跌幅度（%）',
      '2024年粮食增幅3.7%。',
    ]);
  });

  it('takes the unit from the name that other names stand below', () => {
    expect(
      say('类别|>|2020年|2021年\n用水量（亿m³）|农业|22.84|21.67\n|万元产值用水量（m³）|61.6|53.9'),
    ).toEqual([
      '2020年用水量农业22.84亿m³；2021年用水量农业21.67亿m³。',
      '2020年用水量万元产值用水量61.6m³；2021年用水量万元产值用水量53.9m³。',
    ]);
  });

  it('says a share of the newest year where its heading says no time', () => {
    expect(say('行业|2024年|2023年|占比重（%）\n工业|188.3|192.8|18.8', '单位：亿元')).toEqual([
      '2024年工业188.3亿元；2023年工业192.8亿元；2024年工业占比重18.8%。',
    ]);
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

  it('puts the time of any level of headings first, with a bare year said as one', () => {
    expect(
      say('类别|机构数（个）|>|床位数（张）|>\n |2023年|2024年|2023年|2024年\n医院|83|87|8004|8219'),
    ).toEqual([
      '2023年医院机构数83个；2024年医院机构数87个；2023年医院床位数8004张；2024年医院床位数8219张。',
    ]);
    expect(say('类别|诊疗人次数（亿人次）|>\n |2023|2024\n医院|42.6|44.7')).toEqual([
      '2023年医院诊疗人次数42.6亿人次；2024年医院诊疗人次数44.7亿人次。',
    ]);
  });

  it.each([
    { heading: '年末抚养人数（人）', said: '2021年机构床位7张；2021年末机构抚养人数4人。' },
    { heading: '12月抚养人数（人）', said: '2021年机构床位7张；2021年12月机构抚养人数4人。' },
    { heading: '上半年抚养人数（人）', said: '2021年机构床位7张；2021年上半年机构抚养人数4人。' },
    { heading: '上年抚养人数（人）', said: '机构床位7张；上年机构抚养人数4人。' },
  ])('gives $heading the year of the title, and the other columns too', ({ heading, said }) => {
    expect(say(`指标|床位（张）|${heading}\n机构|7|4`, '表2　2021年机构')).toEqual([said]);
  });

  it('says rows that are years as years', () => {
    expect(say('年份|总藏量（万册）\n2022|135959\n2023|143700')).toEqual([
      '2022年总藏量135959万册。',
      '2023年总藏量143700万册。',
    ]);
  });

  it('says what a heading that stands for itself is of by the column to its left', () => {
    expect(say('园区|企业数（家）|其中：规上企业|产值|同比±%\n甲园|326|112|486.2亿元|9.4')).toEqual([
      '甲园企业数326家；甲园企业数其中规上企业112家；甲园产值486.2亿元；甲园产值同比9.4%。',
    ]);
    expect(say('指标|单位|总量|增速（%）\n生产总值|亿元|486.2|9.4')).toEqual([
      '生产总值486.2亿元；生产总值增速9.4%。',
    ]);
  });

  it('names a row with those it is indented below, but not with what stands for all', () => {
    const table = `指标|数量（个）
合计|9
　医院|5
　　其中：公立医院|3
　　　　　儿科诊所|2
　基层机构|4
　　#乡镇卫生院|1
　　　村卫生室|3
其他|1`;

    expect(say(table)).toEqual([
      '合计9个。',
      '医院5个。',
      '其中公立医院3个。',
      '医院儿科诊所2个。',
      '基层机构4个。',
      '基层机构乡镇卫生院1个。',
      '基层机构村卫生室3个。',
      '其他1个。',
    ]);
  });

  it('says a column of words that tell numbers for itself, and never as the name of the row', () => {
    expect(say('项目|建设内容|投资（万元）\n养老中心|床位800张|28600\n小学|学位1080个|9450')).toEqual([
      '养老中心建设内容：床位800张；养老中心投资28600万元。',
      '小学建设内容：学位1080个；小学投资9450万元。',
    ]);
  });

  it('says a rank as what it is, of the place that stands beside it', () => {
    expect(say('排名|区域|销售额（亿元）\n1|甲省|3021\n合计|>|3021')).toEqual([
      '甲省排名第1位；甲省销售额3021亿元。',
      '区域合计销售额3021亿元。',
    ]);
  });

  it.each([
    { heading: '行业|比上年增长（%）', said: ['2024年分行业固定资产投资教育比上年增长-15.7%。'] },
    { heading: '指标|比上年增长（%）', said: ['2024年教育比上年增长-15.7%。'] },
    { heading: '行业|投资比上年增长（%）', said: ['2024年教育投资比上年增长-15.7%。'] },
  ])('takes from the title what is measured where $heading does not say it', ({ heading, said }) => {
    expect(say(`${heading}\n教育|-15.7`, '表4　2024年分行业固定资产投资增长速度')).toEqual(said);
  });

  it('says an amount of the title once', () => {
    const table = '商品名称|金额（亿元）|比上年增长（%）\n手机|12.5|7.1';

    expect(say(table, '表7 2024年主要商品出口金额及增长速度')).toEqual([
      '2024年主要商品出口金额手机12.5亿元；2024年主要商品出口金额手机比上年增长7.1%。',
    ]);
  });

  it.each([
    { cell: '7.5左右', said: '增速目标7.5%左右。' },
    { cell: '≥95', said: '增速目标≥95%。' },
    { cell: '不低于95', said: '增速目标不低于95%。' },
    { cell: '6-7', said: '增速目标6-7%。' },
    { cell: '增长6%左右', said: '增速目标：增长6%左右。' },
    { cell: '2023-2025', said: '增速目标：2023-2025。' },
  ])('puts the unit into $cell', ({ cell, said }) => {
    expect(say(`指标|目标（%）\n增速|${cell}`)).toEqual([said]);
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
