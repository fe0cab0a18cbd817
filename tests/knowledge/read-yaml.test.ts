import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/knowledge/read-yaml.ts';

const read = (text: string) => {
  const issues: string[] = [];
  const value = readYaml({ name: 'synonyms.yaml', text }, z.unknown(), issues)?.value;
  return { value, issues };
};

/** Nine lists, each of nine times the one before: 350 million words in 500 bytes. */
const BOMB = [
  'a: &a [低保, 低保, 低保, 低保, 低保, 低保, 低保, 低保, 低保]',
  ...[...'bcdefghi'].map((name, index) => {
    const before = `*${'abcdefgh'[index]}`;
    return `${name}: &${name} [${Array(9).fill(before).join(', ')}]`;
  }),
].join('\n');

describe('readYaml', () => {
  it('reads what is written', () => {
    expect(read('groups:\n  - [低保, 最低生活保障]\n')).toEqual({
      value: { groups: [['低保', '最低生活保障']] },
      issues: [],
    });
  });

  it.each([
    { what: 'a bomb of aliases', text: BOMB, issue: 'synonyms.yaml:2: “*a” is an alias' },
    { what: 'a single alias', text: 'a: &x 1\nb: *x\n', issue: 'synonyms.yaml:2: “*x” is an alias' },
    { what: 'an alias of itself', text: 'a: &a [*a]', issue: 'synonyms.yaml:1: “*a” is an alias' },
    { what: 'an alias of nothing', text: 'a: *nothing', issue: 'synonyms.yaml:1: “*nothing” is an alias' },
  ])('refuses $what with one line', ({ text, issue }) => {
    const { value, issues } = read(text);

    expect(value).toBeUndefined();
    expect(issues).toEqual([expect.stringContaining(issue)]);
  });

  it.each([
    { what: 'lists', text: '['.repeat(100_000) },
    { what: 'maps', text: '{a: '.repeat(20_000) },
  ])('says that $what are nested too deeply', ({ text }) => {
    const { issues } = read(text);

    expect(issues[0]).toBe('synonyms.yaml:1: is nested too deeply; reviewed files have three levels or four');
    expect(issues.length).toBeLessThanOrEqual(4);
  });

  it('lists the first errors of syntax and counts the others', () => {
    const { issues } = read('}\n'.repeat(1000));

    expect(issues).toHaveLength(4);
    expect(issues[0]).toContain('synonyms.yaml:1: ');
    expect(issues[3]).toBe('synonyms.yaml:1: and 997 more errors of syntax; mend the first ones first');
  });
});
