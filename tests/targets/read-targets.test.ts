import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { readTargets } from '../../src/targets/read-targets.ts';

const folders = { seedsDir: 'seeds', knowledgeDir: 'knowledge' };
const { reports } = loadKnowledge(folders);
const files = readKnowledgeFiles(folders).knowledge.filter(({ name }) => name.startsWith('targets/'));
const issues: string[] = [];
const targets = readTargets(files, reports, issues);
const sources = new Map(reports.map(({ report }) => [report.id, report.source]));

describe('the reviewed targets', () => {
  it('have no problem and are all there', () => {
    expect(issues).toEqual([]);
    expect(targets.filter(({ kind }) => kind === 'numeric')).toHaveLength(13);
    expect(targets.filter(({ kind }) => kind === 'milestone')).toHaveLength(128);
  });

  it('quote their clause and their baseline verbatim', () => {
    for (const target of targets) {
      const anchors = [target, ...(target.kind === 'numeric' && target.baseline ? [target.baseline] : [])];
      for (const { source, start, end, quote } of anchors)
        expect(sources.get(source)?.slice(start, end)).toBe(quote);
    }
  });

  it('stand in the part about the future, their baselines in the part about the past', () => {
    for (const target of targets) {
      expect(target.section).toContain('2019年发展目标');
      if (target.kind === 'numeric' && target.baseline)
        expect(target.baseline.section).toContain('2018年发展回顾');
    }
  });

  it.each([
    {
      name: '社区养老服务站',
      comparator: 'at-least',
      goal: '400',
      unit: '个',
      baseline: '200',
      comparability: 'similar-measure',
    },
    {
      name: '城乡低保差距',
      comparator: 'at-least',
      goal: '1∶0.76',
      unit: '',
      baseline: '546∶410',
      comparability: 'same-measure',
    },
    {
      name: '政府运营养老床位占比',
      comparator: 'at-most',
      goal: '60',
      unit: '%',
      baseline: undefined,
      comparability: undefined,
    },
    {
      name: '县级界线联检',
      comparator: 'reach',
      goal: '16',
      unit: '条',
      baseline: '17',
      comparability: 'similar-measure',
    },
    {
      name: '福利彩票发行总量',
      comparator: 'increase',
      goal: undefined,
      unit: '亿元',
      baseline: '58.27',
      comparability: 'same-measure',
    },
  ])('know $name', ({ name, baseline, comparability, goal, ...rest }) => {
    const target = targets.find((candidate) => candidate.name === name);
    expect(target).toMatchObject(rest);
    expect(target?.kind === 'numeric' && target.goal?.printed).toBe(goal);
    expect(target?.kind === 'numeric' && target.baseline?.printed).toBe(baseline);
    expect(target?.kind === 'numeric' && target.baseline?.comparability).toBe(comparability);
  });
});

describe('readTargets', () => {
  const read = (text: string, name = 'targets/000_756653252c613bca.yaml') => {
    const found: string[] = [];
    readTargets([{ name, text }], reports, found);
    return found.filter((issue) => !issue.includes('belongs to no target'));
  };
  const target = (lines: string) => `year: 2019\ntargets:\n  - id: a\n    name: 甲\n${lines}`;

  it.each([
    {
      case: 'a quote that is not there',
      text: target('    quote: 建设社区养老服务站500个\n    milestone: x'),
      issue: /:3: a: “建设社区养老服务站500个” does not stand/,
    },
    {
      case: 'a quote that stands twice',
      text: target('    quote: 推进“两学一做”\n    milestone: x').replace('推进“两学一做”', '养老服务'),
      issue: /stands \d+ times/,
    },
    {
      case: 'a quote of the past',
      text: target('    quote: 全年新增社区养老服务站200所\n    milestone: x'),
      issue: /tells what was done in 2018/,
    },
    {
      case: 'a goal that is not in the quote',
      text: target(
        "    quote: 建设社区养老服务站400个\n    numeric: { comparator: at-least, measure: cumulative, goal: '40', unit: 个 }",
      ),
      issue: /“40个” does not stand/,
    },
    {
      case: 'a goal for an increase',
      text: target(
        "    quote: 建设社区养老服务站400个\n    numeric: { comparator: increase, measure: cumulative, goal: '400', unit: 个 }",
      ),
      issue: /left out/,
    },
    {
      case: 'neither number nor milestone',
      text: target('    quote: 建设社区养老服务站400个'),
      issue: /exactly one of the two/,
    },
    { case: 'a misspelt key', text: target('    quotes: x\n    milestone: x'), issue: /Unrecognized key/ },
  ])('refuses $case with file and line', ({ text, issue }) => {
    const issues = read(text);
    expect(issues.join('\n')).toMatch(issue);
    expect(issues.every((line) => /^targets\/\S+\.yaml:\d+: /.test(line))).toBe(true);
  });

  it('misses a number of the future that no target covers', () => {
    const found: string[] = [];
    readTargets(
      [{ name: 'targets/000_756653252c613bca.yaml', text: 'year: 2019\ntargets: []' }],
      reports,
      found,
    );
    expect(found.some((issue) => issue.includes('400个'))).toBe(true);
  });
});
