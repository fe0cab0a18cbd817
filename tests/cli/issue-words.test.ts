import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellIssue } from '../../src/cli/issue-words.ts';

/** What is said by the readers of reviewed files, with what stands in place of each value. */
const READERS = [
  'knowledge/apply-review',
  'knowledge/build-knowledge',
  'targets/read-targets',
  'targets/holiday-file',
];
const SAID = READERS.flatMap((reader) =>
  [
    ...readFileSync(`src/${reader}.ts`, 'utf8').matchAll(
      /(?:issues\.push|fail)\(\s*(?:'([^']+)'|`((?:[^`\\]|\\.)+)`)/gu,
    ),
  ]
    .map(([, quoted, templated]) => quoted ?? templated ?? '')
    // Those that are only a place and what another function says.
    .filter((text) =>
      /\b(?:is|no|not|stands?|tells|ends|belongs)\b/u.test(text.replace(/\$\{[^}]*\}/gu, '')),
    ),
);

describe('tellIssue', () => {
  it.each(SAID)('says in Chinese as well: %s', (issue) => {
    expect(tellIssue(issue)).toContain(`${issue}（`);
    expect(tellIssue(issue)).not.toContain('这里的写法不对');
  });

  it('says where to look for anything else', () => {
    expect(tellIssue('targets/a.yaml:2: targets: expected array')).toContain('（这里的写法不对');
  });

  it('covers the readers', () => {
    expect(SAID.length).toBeGreaterThan(15);
  });
});
