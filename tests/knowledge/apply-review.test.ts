import { describe, expect, it } from 'vitest';
import { applyReview } from '../../src/knowledge/apply-review.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { FiguresSchema } from '../../src/knowledge/reviewed-files.ts';
import { extractFigures } from '../../src/report/figures.ts';
import { parseReport } from '../../src/report/parse-report.ts';

const SOURCE = `一、2018年发展回顾

补贴由5000元提高到1万元、租赁产权补贴由1000元提高到5000元。
培训3次。培训3次。`;

function review(yaml: string) {
  const report = parseReport('seed', SOURCE);
  const issues: string[] = [];
  const reviewed = readYaml({ name: 'figures/seed.yaml', text: yaml }, FiguresSchema, issues);
  if (!reviewed) throw new Error(issues.join('\n'));
  const figures = applyReview({
    report,
    figures: extractFigures(report).figures,
    fileName: 'figures/seed.yaml',
    reviewed,
    issues,
  });
  return {
    issues,
    named: figures.map(({ start, end, name }) => `${SOURCE.slice(start, end)} ${name}`),
  };
}

const COMPLETE = `clauses:
  - quote: 补贴由5000元提高到1万元、租赁产权补贴由1000元提高到5000元
    figures:
      - { printed: 5000元, name: 自有(前) }
      - { printed: 1万元, name: 自有(后) }
      - { printed: 1000元, name: 租赁(前) }
      - { printed: 5000元, nth: 2, name: 租赁(后) }
  - quote: 培训3次。培训3次。
    figures:
      - { printed: 3次, name: 春季培训 }
    excluded:
      - { printed: 3次, nth: 2, reason: 重复 }
`;

/** The complete review with one piece of it replaced. */
function reviewWith(found: string, replacement: string) {
  expect(COMPLETE).toContain(found);
  return review(COMPLETE.replace(found, replacement));
}

describe('applyReview', () => {
  it('names figures by what is printed, tells equal numbers apart, and drops what was excluded', () => {
    expect(review(COMPLETE)).toEqual({
      issues: [],
      named: ['5000元 自有(前)', '1万元 自有(后)', '1000元 租赁(前)', '5000元 租赁(后)', '3次 春季培训'],
    });
  });

  it.each([
    {
      name: 'a quote that drifted',
      found: '提高到1万元、租赁',
      replacement: '增加到1万元、租赁',
      issue:
        'figures/seed.yaml:2: quote “补贴由5000元增加到1万元、租赁产权补贴由1000元提高到5000元” does not stand in the seed',
    },
    {
      name: 'a quote that stands twice',
      found: 'quote: 培训3次。培训3次。',
      replacement: 'quote: 培训3次',
      issue: 'figures/seed.yaml:8: quote “培训3次” stands in the seed more than once; make it longer',
    },
    {
      name: 'a number its quote does not have',
      found: 'printed: 1万元',
      replacement: 'printed: 2万元',
      issue: 'figures/seed.yaml:5: “2万元” is no number of its quote; copy it as printed',
    },
    {
      name: 'a part of a number',
      found: 'printed: 1万元',
      replacement: 'printed: 1万',
      issue: 'figures/seed.yaml:5: “1万” is no number of its quote; copy it as printed',
    },
    {
      name: 'a third of two equal numbers',
      found: 'nth: 2, name',
      replacement: 'nth: 3, name',
      issue: 'figures/seed.yaml:7: “5000元” is no number of its quote; copy it as printed',
    },
    {
      name: 'a number named twice',
      found: 'nth: 2, name',
      replacement: 'nth: 1, name',
      issue: 'figures/seed.yaml:7: “5000元” is named twice',
    },
    {
      name: 'an exclusion of a number that is not there',
      found: '{ printed: 3次, nth: 2, reason',
      replacement: '{ printed: 4次, reason',
      issue: 'figures/seed.yaml:12: “4次” is no number of its quote; copy it as printed',
    },
    {
      name: 'a number both named and excluded',
      found: 'nth: 2, reason',
      replacement: 'nth: 1, reason',
      issue: 'figures/seed.yaml:12: “3次” is named and excluded; decide for one',
    },
    {
      name: 'a number excluded twice',
      found: '      - { printed: 3次, nth: 2, reason: 重复 }',
      replacement:
        '      - { printed: 3次, nth: 2, reason: 重复 }\n      - { printed: 3次, nth: 2, reason: 重复 }',
      issue: 'figures/seed.yaml:13: “3次” is excluded twice',
    },
  ])('names file and line of $name', ({ found, replacement, issue }) => {
    expect(reviewWith(found, replacement).issues).toContain(issue);
  });

  it('names line and offset in the seed of every number nobody reviewed', () => {
    const { issues, named } = review(`clauses:
  - quote: 补贴由5000元提高到1万元、租赁产权补贴由1000元提高到5000元
    figures:
      - { printed: 5000元, name: 自有(前) }
      - { printed: 1万元, name: 自有(后) }
      - { printed: 1000元, name: 租赁(前) }
      - { printed: 5000元, nth: 2, name: 租赁(后) }
`);

    const first = SOURCE.indexOf('3次');
    expect(issues).toEqual([
      `seeds/seed.txt:4: “3次” (offset ${first}) is neither named nor excluded in figures/seed.yaml`,
      `seeds/seed.txt:4: “3次” (offset ${first + 5}) is neither named nor excluded in figures/seed.yaml`,
    ]);
    expect(named).toHaveLength(6);
  });
});
