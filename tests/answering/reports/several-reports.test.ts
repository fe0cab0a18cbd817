import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

type Told = { readonly year: number; readonly growth: string; readonly jobs: string; readonly aim: string };

const report = (place: string, { year, growth, jobs, aim }: Told): string =>
  [
    `${year}年${place}政府工作报告`,
    `——${year}年1月20日在${place}第十四届人民代表大会第四次会议上`,
    `一、${year - 1}年工作回顾`,
    `地区生产总值增长${growth}。城镇新增就业${jobs}。`,
    `二、${year}年重点工作`,
    `地区生产总值增长${aim}左右。新建体育公园7个。`,
    '',
  ].join('\n');

const answererOf = (seeds: Readonly<Record<string, string>>) =>
  createAnswerer(
    buildKnowledge({
      seeds: Object.entries(seeds).map(([name, text]) => ({ name: `${name}.txt`, text })),
      knowledge: WORD_LISTS,
    }),
  );
const shown = (answers: readonly { readonly source: string; readonly text: string }[]): readonly string[] =>
  answers.map(({ source, text }) => `${source}: ${text}`);

const EAST = { year: 2026, growth: '5.3%', jobs: '14万人', aim: '5%' };
const WEST = { year: 2026, growth: '6.1%', jobs: '8万人', aim: '6%' };

describe('reports of several places', () => {
  const answerer = answererOf({ east: report('东山县', EAST), west: report('西河县', WEST) });

  it('are answered from side by side where no place is named', () => {
    const { answers } = answerer.answer('去年地区生产总值增长多少?');

    expect(shown(answers).toSorted()).toEqual(['east: 地区生产总值增长5.3%', 'west: 地区生产总值增长6.1%']);
  });

  it.each([
    { question: '东山县和西河县去年地区生产总值增速哪个高?', first: 'west', computed: '0.8个百分点' },
    { question: '东山县和西河县谁增长快', first: 'west', computed: '0.8个百分点' },
    { question: '东山县和西河县去年GDP谁增得快', first: 'west', computed: '0.8个百分点' },
    { question: '哪个县去年GDP涨得快', first: 'west', computed: '0.8个百分点' },
    { question: '西河和东山哪个城镇新增就业多', first: 'east', computed: '6万人' },
    { question: '两个县谁的城镇新增就业少', first: 'west', computed: '6万人' },
    { question: '去年两地城镇新增就业谁多', first: 'east', computed: '6万人' },
    { question: '去年两地GDP增速谁高', first: 'west', computed: '0.8个百分点' },
  ])('are told apart, by how much, where two are compared: $question', ({ question, first, computed }) => {
    expect(answerer.answer(question).answers).toMatchObject([
      { kind: 'comparison', source: first, computed, text: expect.stringMatching(/县.*比.*县/u) },
    ]);
  });

  it('are named where they do not tell what others are compared by', () => {
    const three = answererOf({
      east: report('东山县', EAST),
      west: report('西河县', WEST),
      south: report('南坪县', EAST).replace('14万人', '增长2%'),
    });

    const most = three.answer('三个县去年城镇新增就业哪个最多');
    expect(most.answers).toMatchObject([{ kind: 'comparison', source: 'east', computed: '6万人' }]);
    expect(most.message).toMatch(/^“南坪县去年城镇新增就业”[^“]*$/u);
    const { status, message } = three.answer('南坪县城镇新增就业比东山县少多少');
    expect([status, message]).toEqual(['abstained', expect.stringMatching(/^“南坪县城镇新增就业”[^“]*$/u)]);
  });

  it('are each told of for every part of a question, also where one is named last', () => {
    const { answers } = answerer.answer('东山县地区生产总值去年增长多少,今年目标增长多少,西河县呢');

    expect(shown(answers)).toEqual([
      'east: 地区生产总值增长5.3%',
      'east: 地区生产总值增长5%左右',
      'west: 地区生产总值增长6.1%',
      'west: 地区生产总值增长6%左右',
    ]);
  });

  it('are both asked for each of two times by a follow-up that only names the other', () => {
    const first = '东山县地区生产总值2025年增长多少,2026年目标呢';

    expect(shown(answerer.answer('西河县呢', [first]).answers)).toEqual([
      'west: 地区生产总值增长6.1%',
      'west: 地区生产总值增长6%左右',
    ]);
  });

  it('are told apart where a name makes another word of what stands before it', () => {
    const both = answererOf({ east: report('重山县', EAST), west: report('西河县', WEST) });

    expect(both.answer('西河县城镇新增就业比重山县城镇新增就业少多少').answers).toMatchObject([
      { kind: 'comparison', computed: '6万人' },
    ]);
  });

  it('are said to be one done and one aimed at where both are called alike', () => {
    const [item] = answerer.answer('东山县2025年地区生产总值增速比2026年目标高多少').answers;

    expect(item).toMatchObject({ computed: '0.3个百分点', caveat: expect.not.stringContaining('说法不同') });
  });

  it('are not said to mention a number that only one of them prints', () => {
    const { answers, message } = answerer.answer('报告里14万人指什么');

    expect(shown(answers)).toEqual(['east: 城镇新增就业14万人']);
    expect(message).toBeUndefined();
  });

  it('are no two sides where two reports are on the one place that is named', () => {
    const lines = report('西河县', { ...WEST, jobs: '8万人。地铁运营里程达567公里' });
    const bulletin = lines.replaceAll('政府工作报告', '统计公报');
    const both = answererOf({ west: report('西河县', WEST), bulletin });

    const { answers, reason } = both.answer('西河县去年地铁运营里程加起来多少公里');

    expect(reason).toBeUndefined();
    expect(answers[0]?.text).toContain('567公里');
  });

  it('are reckoned with, each number with the place and the report it is of', () => {
    const { answers } = answerer.answer('西河县比东山县地区生产总值增速高多少');

    expect(answers).toMatchObject([
      {
        kind: 'comparison',
        computed: '0.8个百分点',
        text: expect.stringMatching(/东山县.*西河县|西河县.*东山县/u),
      },
    ]);
    const [item] = answers;
    expect(item?.kind === 'comparison' && item.inputs.map(({ source }) => source).toSorted()).toEqual([
      'east',
      'west',
    ]);
  });

  it('are not compared where no number of one of them is meant', () => {
    expect(answerer.answer('东山县和西河县哪个养老床位多').status).toBe('abstained');
  });

  it('are each told of where both are named', () => {
    expect(shown(answerer.answer('西河县、东山县城镇新增就业各多少人').answers).toSorted()).toEqual([
      'east: 城镇新增就业14万人',
      'west: 城镇新增就业8万人',
    ]);
  });

  it('are never dropped without a word where one of them that is named does not tell', () => {
    const both = answererOf({
      east: report('东山县', EAST).replace('城镇新增就业14万人', '新开公交线路3条'),
      west: report('西河县', WEST),
    });

    const { answers, message } = both.answer('东山县和西河县城镇新增就业分别是多少');

    expect(shown(answers)).toEqual(['west: 城镇新增就业8万人']);
    expect(message).toContain('“东山县”');
  });

  it('answer a follow-up that only names another place', () => {
    const { answers } = answerer.answer('那西河县呢?', ['东山县去年城镇新增就业多少人']);

    expect(answers[0]).toMatchObject({ source: 'west', value: '8' });
  });

  it('are named in what a follow-up is understood as, so that it stays there when it is asked again', () => {
    expect(answerer.answer('那西河县呢?', ['东山县去年城镇新增就业多少人']).understoodAs).toBe(
      '西河县去年城镇新增就业多少人',
    );
    expect(answerer.answer('目标呢', ['东山县去年地区生产总值增长多少'])).toMatchObject({
      understoodAs: expect.stringContaining('东山县'),
      answers: [{ source: 'east', value: '5' }],
    });
  });

  it.each([
    { typed: '两个地方差多少', earlier: ['西河县地区生产总值增长多少', '东山县地区生产总值增长多少'] },
    { typed: '比西河县低多少', earlier: ['东山县地区生产总值增长多少'] },
  ])('are set beside each other in a conversation: $typed', ({ typed, earlier }) => {
    expect(answerer.answer(typed, earlier).answers).toMatchObject([
      { kind: 'comparison', computed: '0.8个百分点' },
    ]);
  });

  it('keep a follow-up to the place of the question before', () => {
    const { answers } = answerer.answer('那城镇新增就业多少人呢?', ['东山县去年地区生产总值增长多少']);

    expect(new Set(answers.map(({ source }) => source))).toEqual(new Set(['east']));
  });
});

describe('reports of two fields', () => {
  const roads = [
    '青岚县交通运输工作报告',
    '青岚县交通运输局',
    '（2022年1月18日）',
    '一、2021年工作回顾',
    '全县公路总里程达到3152公里。全县桥梁120座。',
    '',
  ].join('\n');
  const welfare = [
    '青岚市民政事业发展报告',
    '青岚市民政局',
    '（2022年1月18日）',
    '一、2021年工作回顾',
    '低保标准为每人每月680元。全市养老床位5000张。',
    '',
  ].join('\n');
  const answerer = answererOf({ roads, welfare });
  const ROADS = '青岚县公路总里程多少';

  it('answer a question of its own that the one asked before knows nothing of', () => {
    const { answers, understoodAs } = answerer.answer('低保标准是多少', [ROADS]);

    expect(shown(answers)).toEqual(['welfare: 低保标准为每人每月680元']);
    expect(understoodAs).toBeUndefined();
  });

  it.each(['青岚的低保呢', '那青岚市呢'])(
    'answer what names another place of nearly the same name: %s',
    (typed) => {
      expect(shown(answerer.answer(typed, ['低保标准是多少', ROADS]).answers)).toEqual([
        'welfare: 低保标准为每人每月680元',
      ]);
    },
  );

  it('are refused as the one says that has the words', () => {
    const { message } = answerer.answer('青岚养老床位占全省几成');

    expect(message).not.toContain('养老床位”');
  });
});

describe('a report that alone told what was asked', () => {
  const answerer = answererOf({
    east: report('东山县', EAST),
    west: `${report('西河县', WEST).trimEnd()}全年火化遗体3120具，比上年增长2.1%。\n`,
  });

  it('is what a follow-up stays with, though nobody named it', () => {
    const { answers, understoodAs } = answerer.answer('比上年呢', ['火化遗体多少具']);

    expect(answers).toMatchObject([{ source: 'west', value: '2.1' }]);
    expect(understoodAs).toContain('西河县');
  });
});

describe('a place', () => {
  const answerer = answererOf({
    hill: report('青山县', EAST),
    lake: report('青山湖区', WEST),
    castle: report('山城县', { ...EAST, jobs: '3万人' }),
  });

  it.each([
    { question: '青山湖区去年城镇新增就业多少人', source: 'lake' },
    { question: '青山县去年城镇新增就业多少人', source: 'hill' },
    { question: '青山城镇新增就业去年多少人', source: 'hill' },
  ])('is read by its longest name, never out of two words: $question', ({ question, source }) => {
    expect(new Set(answerer.answer(question).answers.map((item) => item.source))).toEqual(new Set([source]));
  });
});

describe('reports on two places that print town and country', () => {
  const aid = (
    place: string,
    [town, country]: readonly [string, string],
    [wed, parted]: readonly [string, string],
  ) =>
    [
      `${place}民政事业发展报告`,
      `${place}民政局`,
      '（2022年1月18日）',
      '一、2021年工作回顾',
      `城乡低保标准分别提高到每人每月${town}元、${country}元。全年办理结婚登记${wed}对，离婚登记${parted}对。`,
      '',
    ].join('\n');
  const answerer = answererOf({
    green: aid('青岚市', ['635', '468'], ['5260', '2130']),
    cloud: aid('云溪市', ['600', '445'], ['3070', '1290']),
    earlier: aid('云溪市', ['560', '400'], ['3320', '1180'])
      .replaceAll('2022', '2021')
      .replaceAll('2021年工作', '2020年工作'),
  });
  const valuesOf = (question: string, earlier?: readonly string[]) =>
    answerer
      .answer(question, earlier)
      .answers.map((item) => ('computed' in item ? item.computed : 'value' in item && item.value));

  it.each([
    { question: '青岚和云溪低保标准哪个高', values: ['35元', '23元'] },
    { question: '青岚农村低保标准比云溪农村高多少', values: ['23元'] },
    { question: '云溪低保标准比青岚低多少', values: ['35元', '23元'] },
    { question: '青岚的农村低保和云溪的城市低保哪个高', values: ['132元'] },
    { question: '青岚农村低保标准比云溪城市低保标准低多少', values: ['132元'] },
    { question: '青岚和云溪农村低保标准差多少', values: ['23元'] },
    { question: '云溪城市低保标准和青岚农村低保标准差多少', values: ['132元'] },
  ])('never set one beside the other unless they are asked to: $question', ({ question, values }) => {
    expect(valuesOf(question)).toEqual(values);
  });

  const RATES = '青岚和云溪城市低保标准差多少';
  const WED = '青岚和云溪结婚登记各多少对';
  it.each([
    { typed: '那农村的呢', earlier: RATES, values: ['23元'] },
    { typed: '加起来呢', earlier: RATES, values: ['1235元'] },
    { typed: '哪个多', earlier: WED, values: ['2190对'] },
    { typed: '差多少', earlier: WED, values: ['2190对'] },
    { typed: '加起来多少', earlier: WED, values: ['8330对'] },
    { typed: '那离婚登记呢', earlier: WED, values: ['2130', '1290'] },
    { typed: '青岚和云溪呢', earlier: '云溪结婚登记多少对', values: ['5260', '3070'] },
  ])('are both kept to by a follow-up: $typed', ({ typed, earlier, values }) => {
    expect(valuesOf(typed, [earlier])).toEqual(values);
  });

  it('are each set beside the year before where one of them tells it', () => {
    const { answers, message } = answerer.answer('比前年少多少', ['青岚和云溪结婚登记各多少对']);

    expect(answers).toMatchObject([{ kind: 'comparison', computed: '250对' }]);
    expect(message).toContain('“青岚市”');
  });
});

describe('our own place', () => {
  const answerer = answererOf({
    first: report('东山市', EAST),
    other: report('西河市', WEST),
    later: report('东山市', { ...EAST, year: 2025, jobs: '11万人' }),
  });

  it.each([
    '我市去年城镇新增就业多少人',
    '我们市去年城镇新增就业多少',
    '本市城镇新增就业去年多少人',
    '咱们市去年地区生产总值增长多少',
    '咱市去年地区生产总值增长多少',
    '2024年我市城镇新增就业多少人',
  ])('is what the report that was there first is about: $0', (question) => {
    const { answers } = answerer.answer(question);

    expect(answers.length).toBeGreaterThan(0);
    expect(answers.map(({ source }) => source)).not.toContain('other');
  });

  it('is set beside another place', () => {
    expect(answerer.answer('我市和西河市去年城镇新增就业哪个多').answers).toMatchObject([
      { computed: '6万人', inputs: [{ source: 'first' }, { source: 'other' }] },
    ]);
  });

  it('is never another place that tells what ours does not', () => {
    const both = answererOf({
      first: report('东山市', EAST),
      other: `${report('西河市', WEST).trimEnd()}全年火化遗体3120具。\n`,
    });

    expect(both.answer('火化遗体多少具').answers).toMatchObject([{ source: 'other' }]);
    expect(both.answer('我市火化遗体多少具').status).toBe('abstained');
  });

  it('is gone to by a follow-up', () => {
    const { answers, understoodAs } = answerer.answer('我市呢', ['西河市去年城镇新增就业多少人']);

    expect(answers[0]).toMatchObject({ source: 'first', value: '14' });
    expect(understoodAs).toBe('我市去年城镇新增就业多少人');
  });
});

describe('reports of two years of one place', () => {
  const answerer = answererOf({
    old: report('青禾县', { year: 2025, growth: '5.8%', jobs: '3000人', aim: '6%' }).replace('7个', '9个'),
    new: report('青禾县', { year: 2026, growth: '6.2%', jobs: '3200人', aim: '6.5%' }),
  });

  it.each([
    { question: '去年地区生产总值增长多少?', source: 'new', value: '6.2' },
    { question: '今年地区生产总值增长目标是多少?', source: 'new', value: '6.5' },
    { question: '2024年地区生产总值增长多少?', source: 'old', value: '5.8' },
    { question: '2025年地区生产总值增长多少?', source: 'new', value: '6.2' },
  ])('are read as of the newest: $question', ({ question, source, value }) => {
    expect(answerer.answer(question).answers[0]).toMatchObject({ source, value });
  });

  it('give no aim of the older report for what was done', () => {
    const { answers } = answerer.answer('去年新建体育公园多少个?');

    expect(answers.every(({ source }) => source === 'new')).toBe(true);
  });

  it.each([
    { question: '地区生产总值增速哪年高?' },
    { question: '今年报告和去年报告比,哪个地区生产总值增速高?' },
  ])('are set side by side by what was done: $question', ({ question }) => {
    expect(
      answerer.answer(question).answers.map((item) => [item.source, 'value' in item && item.value]),
    ).toEqual([
      ['new', '6.2'],
      ['old', '5.8'],
    ]);
  });
});

describe('reports of two years and kinds on one place', () => {
  const bulletin = [
    '2023年青禾县国民经济和社会发展统计公报',
    '青禾县统计局',
    '一、综合',
    '全年地区生产总值增长4.9%。全年城镇新增就业2700人。年末养老床位1800张。',
    '二、2024年目标',
    '2024年，城镇新增就业2900人。新建口袋公园7个。',
    '',
  ].join('\n');
  const answerer = answererOf({
    bulletin,
    government: report('青禾县', { year: 2026, growth: '6.2%', jobs: '3200人', aim: '6.5%' }).replace(
      '政府工作报告\n',
      '政府工作报告\n王青\n',
    ),
  });

  it.each(['青禾县全年地区生产总值增长多少', '全年地区生产总值增长多少', '青禾县全年城镇新增就业多少人'])(
    'are told with the newest first: %s',
    (question) => {
      expect(answerer.answer(question).answers[0]?.source).toBe('government');
    },
  );

  it.each(['青禾县去年养老床位多少张', '去年年末养老床位多少张', '青禾县今年新建口袋公园多少个'])(
    'mean the same by 去年 and 今年, which the older one tells nothing of: %s',
    (question) => {
      expect(answerer.answer(question).answers).toEqual([]);
    },
  );

  it('are told by the older one where it alone tells, be no time named', () => {
    expect(answerer.answer('青禾县养老床位多少张').answers[0]).toMatchObject({
      source: 'bulletin',
      value: '1800',
    });
  });
});

describe('reports of two years whose titles name who gave them', () => {
  const government = (year: number, beds: string, by: string): string =>
    report('青禾县', { year, growth: '6.2%', jobs: '3200人', aim: '6.5%' })
      .replace(/(——.*)\n/u, `$1\n${by}\n`)
      .replace('城镇新增就业', `养老床位达到${beds}。城镇新增就业`);
  const answerer = answererOf({
    old: government(2022, '1500张', '李青禾'),
    new: government(2026, '1800张', '王青山'),
  });

  it('are of one kind, so that the newest alone answers', () => {
    const { answers } = answerer.answer('青禾县养老床位多少张');
    expect([answers[0]?.source, answers.some(({ source }) => source === 'old')]).toEqual(['new', false]);
  });
});
