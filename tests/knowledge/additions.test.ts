import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { type Additions, NO_ADDITIONS } from '../../src/knowledge/additions.ts';
import { readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { hashText, renderReportMap } from '../../src/knowledge/report-map.ts';

const SEEDS = [
  {
    name: 'qinglan.txt',
    text: '青岚市民政事业发展报告(2022)\n\n青岚市民政局\n\n一、2022年发展回顾\n\n城市低保标准为每人每月715元。全年临时救助困难群众3120人次。\n',
  },
];
const ADDED = {
  entry: {
    id: 'yunling',
    title: '云岭县民政报告',
    places: ['云岭县', '云岭'],
    years: [],
    received: '2026-11-29',
  },
  text: '云岭县民政事业发展报告(2022)\n\n一、2022年发展回顾\n\n新建养老服务站36所。\n',
  map: '',
};

const read = (additions: Partial<Additions>, knowledge: Readonly<Record<string, string>> = {}) =>
  readKnowledge({
    seeds: SEEDS,
    knowledge: Object.entries(knowledge).map(([name, text]) => ({ name, text })),
    additions: { ...NO_ADDITIONS, ...additions },
  });

describe('additions', () => {
  it('change nothing, not even the version, while there are none', () => {
    expect(read({}).knowledge).toEqual(readKnowledge({ seeds: SEEDS, knowledge: [] }).knowledge);
  });

  it('bring reports with their entry, and another version', () => {
    const { knowledge, issues } = read({ reports: [{ ...ADDED, map: mapOf(ADDED.text) }] });

    expect(issues).toEqual([]);
    expect(knowledge.reports.map(({ title, received }) => [title, received])).toEqual([
      ['青岚市民政事业发展报告(2022)', null],
      ['云岭县民政报告', '2026-11-29'],
    ]);
    expect(knowledge.version).not.toBe(read({}).knowledge.version);
    expect(createAnswerer(knowledge).answer('云岭县新建养老服务站多少所').answers[0]).toMatchObject({
      value: '36',
      source: 'yunling',
    });
  });

  it('leave the seed of a folder in place when a report of that id was exported there', () => {
    const same = { ...ADDED, entry: { ...ADDED.entry, id: 'qinglan' } };

    expect(read({ reports: [same] }).knowledge.reports.map(({ report }) => report.source)).toEqual([
      SEEDS[0]?.text,
    ]);
  });

  it('keep a withdrawn report out, its entry and reviews without complaint', () => {
    const additions = { reports: [{ ...ADDED, map: mapOf(ADDED.text) }], withdrawn: ['qinglan'] };

    const { knowledge, issues } = read(additions, {
      'catalogue.yaml': 'reports:\n  - id: qinglan\n',
      'figures/qinglan.yaml': 'clauses: []\n',
    });

    expect(issues).toEqual([]);
    expect(knowledge.reports.map(({ report }) => report.id)).toEqual(['yunling']);
  });

  it('make a word ask for what the report calls otherwise', () => {
    const asked = '暖心包是多少';

    expect(createAnswerer(read({}).knowledge).answer(asked).status).toBe('abstained');
    expect(
      createAnswerer(read({ words: [['暖心包', '城市低保标准']] }).knowledge).answer(asked).answers[0],
    ).toMatchObject({ value: '715' });
  });

  it('give a number another name', () => {
    const start = SEEDS[0]?.text.indexOf('3120') ?? -1;
    const names = [{ reportId: 'qinglan', start, end: start + '3120人次'.length, name: '救急难受益面' }];

    const { knowledge } = read({ names });

    expect(knowledge.reports[0]?.figures.map(({ aliases }) => aliases)).toEqual([[], ['救急难受益面']]);
    expect(createAnswerer(knowledge).answer('救急难受益面是多少').answers[0]).toMatchObject({
      value: '3120',
    });
  });

  it('refuse what people found no report says', () => {
    const asked = '城市低保标准是多少';

    expect(createAnswerer(read({}).knowledge).answer(asked).status).toBe('answered');
    expect(createAnswerer(read({ absent: [asked] }).knowledge).answer(asked).status).toBe('abstained');
  });
});

describe('not-in-reports.yaml', () => {
  it('holds questions no report answers', () => {
    const { knowledge, issues } = read({}, { 'not-in-reports.yaml': 'questions:\n  - 城市低保标准是多少\n' });

    expect(issues).toEqual([]);
    expect(createAnswerer(knowledge).answer('城市低保标准是多少').status).toBe('abstained');
  });
});

describe('catalogue.yaml', () => {
  it('says of a report what kind it is and in which collection', () => {
    const { knowledge } = read(
      {},
      {
        'catalogue.yaml':
          'reports:\n  - { id: qinglan, kind: 工作报告, collection: 民政, received: 2026-11-29 }\n',
      },
    );

    expect(knowledge.reports[0]).toMatchObject({
      kind: '工作报告',
      collection: '民政',
      received: '2026-11-29',
    });
  });

  it.each([
    { wrong: 'a day that is none', entry: 'received: gestern', at: 'reports.0.received' },
    { wrong: 'a field nobody knows', entry: 'titel: 民政', at: 'titel' },
    { wrong: 'a year that is none', entry: 'years: [20222]', at: 'reports.0.years.0' },
  ])('names file, line and value for $wrong', ({ entry, at }) => {
    const { issues } = read({}, { 'catalogue.yaml': `reports:\n  - id: qinglan\n    ${entry}\n` });

    expect(issues[0]).toMatch(/^catalogue\.yaml:[23]: /u);
    expect(issues[0]).toContain(at);
  });

  it('has each report once', () => {
    const { issues } = read({}, { 'catalogue.yaml': 'reports:\n  - id: qinglan\n  - id: qinglan\n' });

    expect(issues[0]).toBe('catalogue.yaml:3: reports.1.id: “qinglan” stands here twice; keep one entry');
  });
});

describe('figures/<report id>.yaml', () => {
  it('may name only some of the numbers when it says so', () => {
    const clauses =
      'clauses:\n  - quote: 临时救助困难群众3120人次\n    figures: [{ printed: 3120人次, name: 临时救助人次 }]\n';

    expect(read({}, { 'figures/qinglan.yaml': clauses }).issues).toHaveLength(1);
    const { knowledge, issues } = read({}, { 'figures/qinglan.yaml': `partial: true\n${clauses}` });
    expect(issues).toEqual([]);
    expect(knowledge.reports[0]?.figures.map(({ name }) => name)).toEqual(['', '临时救助人次']);
  });
});

function mapOf(text: string): string {
  return renderReportMap({
    original: 'a.txt',
    format: 'txt',
    sha256: hashText(text),
    pages: [],
    paragraphs: [{ start: 0, end: text.length, kind: 'paragraph' }],
  });
}
