import { describe, expect, it } from 'vitest';
import { buildKnowledge, type KnowledgeFiles, readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { realKnowledge } from '../support/real-knowledge.ts';

const SEED = {
  name: 'minzheng.txt',
  text: '重庆市民政局\n\n一、2018年发展回顾\n\n新增养老服务站200所,培训1.2万人次。',
};

function read(knowledge: Readonly<Record<string, string>>, seeds: KnowledgeFiles['seeds'] = [SEED]) {
  return readKnowledge({
    seeds,
    knowledge: Object.entries(knowledge).map(([name, text]) => ({ name, text })),
  });
}

const issuesOf = (knowledge: Readonly<Record<string, string>>): readonly string[] => read(knowledge).issues;

describe('readKnowledge', () => {
  it('needs no reviewed file', () => {
    const { knowledge, issues } = read({});

    expect(issues).toEqual([]);
    expect(knowledge.synonyms).toEqual([]);
    expect(knowledge.reports.map(({ title, figures }) => [title, figures.map(({ name }) => name)])).toEqual([
      ['minzheng', ['', '']],
    ]);
  });

  it('takes title and places from the catalogue, and adds the places it can read', () => {
    const { knowledge, issues } = read({
      'catalogue.yaml': 'reports:\n  - id: minzheng\n    title: 民政工作\n    places: [渝, 重庆]\n',
    });

    expect(issues).toEqual([]);
    expect(knowledge.reports[0]?.title).toBe('民政工作');
    expect(knowledge.reports[0]?.places.slice(0, 3)).toEqual(['渝', '重庆', '重庆市']);
  });

  it('gives every figure the names that were reviewed', () => {
    const { knowledge, issues } = read({
      'figures/minzheng.yaml': `clauses:
  - quote: 新增养老服务站200所,培训1.2万人次
    figures:
      - { printed: 200所, name: 新增养老服务站数, aliases: [新建养老站] }
      - { printed: 1.2万人次, name: 培训人次 }
`,
    });

    expect(issues).toEqual([]);
    expect(knowledge.reports[0]?.figures).toMatchObject([
      { reportId: 'minzheng', name: '新增养老服务站数', aliases: ['新建养老站'] },
      { reportId: 'minzheng', name: '培训人次', aliases: [] },
    ]);
  });

  it('reads reports in the order of their names', () => {
    const { knowledge } = read({}, [
      { ...SEED, name: 'b.txt' },
      { ...SEED, name: 'a.txt' },
    ]);

    expect(knowledge.reports.map(({ report }) => report.id)).toEqual(['a', 'b']);
  });

  it.each([
    {
      name: 'a key nobody knows',
      files: { 'catalogue.yaml': 'reports:\n  - id: minzheng\n    titel: 民政\n' },
      issue: /^catalogue\.yaml:2: reports\.0: .*titel/u,
    },
    {
      name: 'a report that is not there',
      files: { 'catalogue.yaml': 'reports:\n\n  - id: jiaotong\n' },
      issue: /^catalogue\.yaml:3: there is no seed “jiaotong”/u,
    },
    {
      name: 'a group of one word',
      files: { 'synonyms.yaml': 'groups:\n  - [低保, 最低生活保障]\n  - [特困]\n' },
      issue: /^synonyms\.yaml:3: groups\.1: /u,
    },
    {
      name: 'an empty word',
      files: { 'synonyms.yaml': 'groups:\n  - [低保, "  "]\n' },
      issue: /^synonyms\.yaml:2: groups\.0\.1: /u,
    },
    {
      name: 'broken YAML',
      files: { 'synonyms.yaml': 'groups:\n  - [低保, 最低生活保障\n' },
      issue: /^synonyms\.yaml:\d+: /u,
    },
    { name: 'an empty file', files: { 'synonyms.yaml': '' }, issue: /^synonyms\.yaml:1: / },
    {
      name: 'a figure without a name',
      files: {
        'figures/minzheng.yaml':
          'clauses:\n  - quote: 新增养老服务站200所\n    figures:\n      - printed: 200所\n',
      },
      issue: /^figures\/minzheng\.yaml:4: clauses\.0\.figures\.0\.name: /u,
    },
    {
      name: 'an exclusion without a reason',
      files: {
        'figures/minzheng.yaml':
          'clauses:\n  - quote: 培训1.2万人次\n    excluded:\n      - printed: 1.2万人次\n',
      },
      issue: /^figures\/minzheng\.yaml:4: clauses\.0\.excluded\.0\.reason: /u,
    },
    {
      name: 'a count from zero',
      files: {
        'figures/minzheng.yaml':
          'clauses:\n  - quote: 培训1.2万人次\n    figures:\n      - printed: 1.2万人次\n        nth: 0\n        name: 培训\n',
      },
      issue: /^figures\/minzheng\.yaml:5: clauses\.0\.figures\.0\.nth: /u,
    },
    {
      name: 'names for a report that is not there',
      files: { 'figures/jiaotong.yaml': 'clauses: []\n' },
      issue: /^figures\/jiaotong\.yaml:1: there is no seed “jiaotong”/u,
    },
  ])('names file and line of $name', ({ files, issue }) => {
    expect(issuesOf(files)).toEqual([expect.stringMatching(issue)]);
  });

  it('names file and line of a seed that cannot be read, and reads the others', () => {
    const { knowledge, issues } = read({}, [SEED, { name: 'broken.txt', text: '一、回顾\n建站\ufffd所。' }]);

    expect(issues).toEqual([expect.stringMatching(/^seeds\/broken\.txt:2: .*UTF-8/u)]);
    expect(knowledge.reports.map(({ report }) => report.id)).toEqual(['minzheng']);
  });

  it('says so when there is no report at all', () => {
    expect(read({}, []).issues).toEqual([expect.stringMatching(/^seeds: there is no report/u)]);
  });

  it('lists the problems of all files together', () => {
    const issues = issuesOf({ 'catalogue.yaml': 'reports: 1\n', 'synonyms.yaml': 'groups: 1\n' });

    expect(issues.map((issue) => issue.split(':')[0])).toEqual(['catalogue.yaml', 'synonyms.yaml']);
  });
});

describe('buildKnowledge', () => {
  it('throws every problem, one a line', () => {
    const files = {
      seeds: [SEED],
      knowledge: [
        { name: 'catalogue.yaml', text: 'reports: 1\n' },
        { name: 'synonyms.yaml', text: 'groups: 1\n' },
      ],
    };

    expect(() => buildKnowledge(files)).toThrow(
      expect.objectContaining({
        code: 'knowledge_invalid',
        message: expect.stringMatching(/^catalogue\.yaml:1: .*\nsynonyms\.yaml:1: .*$/u),
      }),
    );
  });

  it('gives the same version to the same files in any order', () => {
    const files = [
      { name: 'synonyms.yaml', text: 'groups: []\n' },
      { name: 'catalogue.yaml', text: 'reports: []\n' },
    ];
    const version = (knowledge: typeof files) => buildKnowledge({ seeds: [SEED], knowledge }).version;

    expect(version(files.toReversed())).toBe(version(files));
    expect(version(files)).toMatch(/^[0-9a-f]{12}$/);
  });

  it.each([
    { name: 'a seed changes by a character', seed: { ...SEED, text: `${SEED.text} ` }, knowledge: [] },
    { name: 'a seed is renamed', seed: { ...SEED, name: 'other.txt' }, knowledge: [] },
    {
      name: 'a reviewed file is added',
      seed: SEED,
      knowledge: [{ name: 'synonyms.yaml', text: 'groups: []' }],
    },
    {
      name: 'a target changes',
      seed: SEED,
      knowledge: [{ name: 'targets/minzheng.yaml', text: 'year: 2019' }],
    },
  ])('gives another version when $name', ({ seed, knowledge }) => {
    const before = buildKnowledge({ seeds: [SEED], knowledge: [] }).version;

    expect(buildKnowledge({ seeds: [seed], knowledge }).version).not.toBe(before);
  });
});

describe('the reviewed knowledge of this repository', () => {
  it('names every figure, each differently', () => {
    const names = realKnowledge.reports.flatMap(({ figures }) => figures.map(({ name }) => name));

    expect(names.filter((name) => name === '')).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('gives away no number in a name or alias', () => {
    const words = realKnowledge.reports.flatMap(({ figures }) =>
      figures.flatMap(({ name, aliases }) => [name, ...aliases]),
    );

    expect(words.filter((word) => /\d/u.test(word))).toEqual([]);
  });

  it('gives no figure the name or alias of another of its year', () => {
    for (const { figures } of realKnowledge.reports) {
      const owners = new Map<string, string>();
      for (const { name, aliases, period } of figures) {
        for (const word of [name, ...aliases]) {
          const key = `${word} ${period?.year}`;
          expect([undefined, name]).toContain(owners.get(key));
          owners.set(key, name);
        }
      }
    }
  });

  it('names no total after one of its parts', () => {
    const own = (name: string): string =>
      realKnowledge.reports
        .flatMap(({ figures }) => figures)
        .filter((figure) => figure.name === name)
        .flatMap((figure) => [figure.name, ...figure.aliases])
        .join(' ');

    expect(own('低保对象人数')).not.toMatch(/城市|农村|城镇/u);
    expect(own('低保资金支出')).not.toMatch(/城市|农村|城镇/u);
    expect(own('现有社区养老服务中心(站)数')).not.toMatch(/新增|新建|示范/u);
    expect(own('新增社区养老服务站数')).not.toMatch(/现有|总数/u);
    expect(own('婚姻登记对数')).not.toMatch(/结婚|离婚/u);
  });

  it('has no word twice in a group of synonyms', () => {
    for (const group of realKnowledge.synonyms) expect(new Set(group).size).toBe(group.length);
  });
});
