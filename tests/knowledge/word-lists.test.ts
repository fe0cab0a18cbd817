import { describe, expect, it } from 'vitest';
import { readWordLists } from '../../src/knowledge/word-lists.ts';
import { normalizeText } from '../../src/search/normalize.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

const issues: string[] = [];
const words = readWordLists(WORD_LISTS, issues);

/** Words that stand for different numbers or things wherever both are printed. */
const CONTRASTS: readonly (readonly [string, string])[] = [
  ['发放', '筹集'],
  ['下拨', '筹集'],
  ['支出', '收入'],
  ['支出', '筹集'],
  ['投入', '收入'],
  ['接受', '发放'],
  ['提高', '下降'],
  ['扩大', '缩小'],
  ['新增', '现有'],
  ['新增', '减少'],
  ['新建', '改建'],
  ['新建', '撤销'],
  ['开工', '竣工'],
  ['进口', '出口'],
  ['销售', '购买'],
  ['存款', '贷款'],
  ['补贴', '罚款'],
  ['免除', '征收'],
  ['目标', '完成'],
  ['计划', '完成'],
  ['城市', '农村'],
  ['城市', '城镇'],
  ['全国', '全省'],
  ['全省', '全市'],
  ['省级', '市级'],
  ['省级', '县级'],
  ['西部', '东部'],
  ['公办', '民办'],
  ['自有', '租赁'],
  ['集中', '分散'],
  ['男', '女'],
  ['男性', '女性'],
  ['重度', '轻度'],
  ['失能', '失智'],
  ['上半年', '下半年'],
  ['一季度', '二季度'],
  ['三季度', '前三季度'],
  ['每月', '每年'],
  ['每天', '每年'],
  ['本地', '外地'],
  ['户籍', '常住'],
  ['老人', '儿童'],
  ['儿童', '孤儿'],
  ['教师', '学生'],
  ['医生', '护士'],
  ['医院', '卫生院'],
  ['卫生院', '卫生室'],
  ['小学', '中学'],
  ['中学', '高校'],
  ['人数', '户数'],
  ['公路', '铁路'],
  ['客车', '货车'],
  ['公交', '出租车'],
  ['结婚', '离婚'],
  ['国有企业', '民营企业'],
  ['生活补贴', '护理补贴'],
  ['违规', '非法'],
  ['投诉', '举报'],
  ['检查', '查处'],
  ['事故', '隐患'],
];

/** Two measures or things of one field that a report prints beside each other. */
const FIELD_CONTRASTS: readonly (readonly [string, string])[] = [
  ['产值', '增加值'],
  ['存款余额', '贷款余额'],
  ['一般公共预算收入', '一般公共预算支出'],
  ['居民收入', '财政收入'],
  ['出口总额', '进口总额'],
  ['内资', '外资'],
  ['高新技术企业', '科技型中小企业'],
  ['专精特新', '独角兽'],
  ['开工', '竣工'],
  ['生猪', '肉牛'],
  ['玉米', '水稻'],
  ['粮食产量', '粮食播种面积'],
  ['公租房', '保障性租赁住房'],
  ['棚户区', '老旧小区'],
  ['高速公路', '农村公路'],
  ['旅客吞吐量', '货物吞吐量'],
  ['优良天数', '重污染天数'],
  ['森林覆盖率', '绿化覆盖率'],
  ['污水处理率', '优良水体'],
  ['幼儿园', '托育'],
  ['养老金', '基础养老金'],
  ['养老保险', '医疗保险'],
  ['城镇新增就业', '转移就业'],
  ['人大代表建议', '政协委员提案'],
  ['刑事案件', '诈骗'],
];

/** Group by group, so that a failure shows the group. */
const ALL_GROUPS = [...words.groups, ...words.fields];
const written = ALL_GROUPS.map((group) => group.join(' '));
const sharesGroup = (a: string, b: string): boolean =>
  ALL_GROUPS.some((group) => group.includes(a) && group.includes(b));

/** Whether one who says a word is taken to mean the printed one. */
const meansPrinted = (word: string, meant: string): boolean =>
  words.sayings.some(({ printed, said }) => said.includes(word) && printed.includes(meant));

describe('readWordLists', () => {
  const read = (text: string) => {
    const found: string[] = [];
    const file = { name: 'lexicon/test.yaml', text: `domain: test\nsource: test\n${text}` };
    return { words: readWordLists([file], found), found };
  };

  it('reads what ships without a problem', () => {
    expect(issues).toEqual([]);
  });

  it('writes out endings, and takes the words of a doing for soft', () => {
    const { words: read_ } = read('role: doing\ngroups: |\n  查处 查{,出,到}\n');
    expect(read_.groups).toEqual([['查处', '查', '查出', '查到']]);
    expect([...read_.soft]).toEqual(['查处', '查', '查出', '查到']);
  });

  it('reads what is said for what is printed', () => {
    const { words: read_ } = read('sayings: |\n  轨道交通 地铁 < 轻轨 地铁线\n');
    expect(read_.sayings).toEqual([{ printed: ['轨道交通', '地铁'], said: ['轻轨', '地铁线'] }]);
  });

  it.each([
    ['sayings: |\n  轨道交通 地铁\n', 'lexicon/test.yaml:3: sayings: each line has the printed words'],
    ['role: thing\n', 'lexicon/test.yaml:3: role: '],
    ['group: |\n  老人 老年人\n', 'lexicon/test.yaml:'],
  ])('names the place of a fault: %s', (text, message) => {
    expect(read(text).found.join('\n')).toContain(message);
  });
});

describe('sayings', () => {
  it('are written as they are looked up', () => {
    const all = words.sayings.flatMap(({ said }) => said);
    const wrong = all.filter(
      (word) => word !== normalizeText(word) || !/^[\p{Letter}\p{Number}]+$/u.test(word),
    );
    expect(wrong).toEqual([]);
  });

  it('say another word than what is printed, and say it once', () => {
    const wrong = words.sayings.flatMap(({ printed, said }) =>
      said
        .filter((word, index) => printed.includes(word) || said.indexOf(word) !== index)
        .map((word) => `${word} in ${printed.join(' ')}`),
    );
    expect(wrong).toEqual([]);
  });

  it('take no word that is printed for many things for one of them', () => {
    // 墓 is printed in 墓位 and 公墓 alike: a single character may be said, but never be what is looked for.
    const wrong = words.sayings.flatMap(({ printed }) => printed.filter((word) => [...word].length < 2));
    expect(wrong).toEqual([]);
  });
});

describe('everyday words', () => {
  it('hold no group twice', () => {
    const twice = written.filter((group, index) => written.indexOf(group) !== index);
    expect(twice).toEqual([]);
  });

  it('hold no word twice in a group', () => {
    const twice = ALL_GROUPS.flatMap((group) =>
      group.filter((word, index) => group.indexOf(word) !== index).map((word) => `${word} in ${group[0]}`),
    );
    expect(twice).toEqual([]);
  });

  it('are written as they are looked up: simplified, lower case, without blanks or marks', () => {
    const all = [...ALL_GROUPS.flat(), ...words.ignored, ...words.soft, ...words.scopes];
    const wrong = all.filter(
      (word) => word !== normalizeText(word) || !/^[\p{Letter}\p{Number}%&.]+$/u.test(word),
    );
    expect(wrong).toEqual([]);
  });

  it.each([...CONTRASTS, ...FIELD_CONTRASTS])('keep %s and %s apart', (a, b) => {
    expect(sharesGroup(a, b)).toBe(false);
    expect(meansPrinted(a, b) || meansPrinted(b, a)).toBe(false);
  });

  it('never ignore or soften what narrows a number to a part', () => {
    const lost = [
      '女',
      '民办',
      '上半年',
      '二季度',
      '月份',
      '失能',
      '外籍',
      '存量',
      '离婚',
      '死亡',
      '其余',
    ].filter((word) => !words.scopes.has(word) || words.ignored.has(word));
    expect(lost).toEqual([]);
  });

  it('never let one character stand for a thing that another thing is written with', () => {
    // 路 stands in 铁路, 车 in 停车, 养 in 养老: what is covered by them says nothing.
    const broad = ['路', '车', '养', '种', '水', '电', '人', '家', '地', '会', '学', '医', '工', '生'];
    const found = words.groups
      .filter((group) => group.length > 1 && group.some((word) => broad.includes(word)))
      .map((group) => group.join(' '));
    expect(found).toEqual([]);
  });
});
