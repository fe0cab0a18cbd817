import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { loadTargets } from '../../src/loading/load-targets.ts';
import { extractFigures } from '../../src/report/figures.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import { draftTargets } from '../../src/targets/draft-targets.ts';
import { readTargets } from '../../src/targets/read-targets.ts';
import { renderTargetsDraft } from '../../src/targets/render-targets-draft.ts';
import type { Target } from '../../src/targets/target.ts';

const { knowledge, targets: reviewed } = loadTargets({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });

function draft(id: string, source: string) {
  const report = parseReport(id, source);
  return draftTargets(report, extractFigures(report).figures);
}

const overlaps = (a: Target, b: Target): boolean =>
  a.source === b.source && a.start < b.end && b.start < a.end;

describe('the draft of a report that people have reviewed', () => {
  const issues: string[] = [];
  const drafted = knowledge.reports.flatMap(({ report }) => {
    const text = renderTargetsDraft(draft(report.id, report.source));
    return readTargets([{ name: `targets/${report.id}.yaml`, text }], knowledge.reports, issues);
  });

  it('is accepted by the check as it stands', () => {
    expect(issues).toEqual([]);
    expect(drafted.length).toBeGreaterThan(reviewed.length);
  });

  it('proposes nearly every target people kept', () => {
    const missed = reviewed.filter((target) => !drafted.some((other) => overlaps(target, other)));

    expect(missed.length / reviewed.length).toBeLessThan(0.03);
  });

  it('proposes every goal with its number, unit and measure', () => {
    const goals = reviewed.flatMap((target) =>
      target.kind === 'numeric' && target.goal ? [{ ...target, goal: target.goal }] : [],
    );

    expect(goals.length).toBeGreaterThan(5);
    for (const target of goals) {
      const found = drafted.find(
        (other) => other.kind === 'numeric' && overlaps(target, other) && other.unit === target.unit,
      );
      expect(found, target.name).toMatchObject({
        goal: { amount: target.goal.amount },
        measure: target.measure,
      });
    }
  });
});

describe('draftTargets', () => {
  const text = (body: string) =>
    `江州经济年鉴(2022)\n交通工作\n一、2021年发展回顾\n(一)建设\n全年新建公路30公里。\n二、2022年发展目标\n(一)建设\n${body}\n`;

  it.each([
    {
      clause: '新建公交站40个',
      numeric: { comparator: 'at-least', measure: 'cumulative', goal: '40', unit: '个' },
    },
    { clause: '事故率不高于3%', numeric: { comparator: 'at-most', measure: 'level', goal: '3', unit: '%' } },
    { clause: '优良路率达到85%', numeric: { comparator: 'reach', measure: 'level', goal: '85', unit: '%' } },
    {
      clause: '绿化率不低于60%',
      numeric: { comparator: 'at-least', measure: 'level', goal: '60', unit: '%' },
    },
  ])('reads $clause', ({ clause, numeric }) => {
    expect(draft('jz', text(`${clause}。`)).targets).toMatchObject([
      { quote: clause, numeric, milestone: null },
    ]);
  });

  it('takes deeds, and leaves out what only guides the work', () => {
    const { year, targets } = draft('jz', text('以安全为主线,出台公交条例,群众十分满意,提高路网密度。'));

    expect(year).toBe(2022);
    expect(targets.map(({ milestone, doubts }) => ({ milestone, doubts }))).toEqual([
      { milestone: '出台公交条例', doubts: [] },
      { milestone: '提高路网密度', doubts: ['increase'] },
    ]);
  });

  it('names the heading of a quote that stands twice', () => {
    const twice = text('出台公交条例。\n(二)管理\n出台公交条例。');
    const { targets } = draft('jz', twice);
    const issues: string[] = [];
    const file = { name: 'targets/jz.yaml', text: renderTargetsDraft({ year: 2022, targets }) };
    const { reports } = buildKnowledge({ seeds: [{ name: 'jz.txt', text: twice }], knowledge: [] });

    expect(targets.map(({ needsSection }) => needsSection)).toEqual([true, true]);
    expect(readTargets([file], reports, issues)).toHaveLength(2);
    expect(issues).toEqual([]);
  });

  it('drafts nothing for a report without a year', () => {
    expect(draft('x', '建设公交站40个。')).toEqual({ year: null, targets: [] });
  });

  it('drafts other reports so that the check accepts them', () => {
    const id = 'qinglan-transport-2022';
    const source = readFileSync(`tests/fixtures/other-reports/seeds/${id}.txt`, 'utf8');
    const { reports } = buildKnowledge({ seeds: [{ name: `${id}.txt`, text: source }], knowledge: [] });
    const issues: string[] = [];

    const found = readTargets(
      [{ name: `targets/${id}.yaml`, text: renderTargetsDraft(draft(id, source)) }],
      reports,
      issues,
    );

    expect(issues).toEqual([]);
    expect(found.some(({ kind }) => kind === 'numeric')).toBe(true);
    expect(found.some(({ kind }) => kind === 'milestone')).toBe(true);
  });
});
