import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const CORPUS = [
  { id: 'beds', text: '全市現有養老機構1403個、養老床位21.8萬張。' },
  { id: 'rates', text: '城乡低保标准分别提高到每人每月546元、410元。' },
];

const RunLineSchema = z.strictObject({
  queryId: z.string(),
  ranked: z.array(z.string()).max(10),
  ms: z.number().nonnegative(),
});

const toLines = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

function bench(files: { readonly corpus: string; readonly queries: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const [corpus, queries, out] = ['corpus.jsonl', 'queries.jsonl', 'run.jsonl'].map((name) =>
    join(folder, name),
  );
  if (!corpus || !queries || !out) throw new Error('three paths expected');
  writeFileSync(corpus, files.corpus);
  writeFileSync(queries, files.queries);
  return { ...run('--corpus', corpus, '--queries', queries, '--out', out), out };
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/bench-retrieval.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('bench:retrieval', () => {
  it('ranks the passages for each question, in order, and reports time and memory', () => {
    const { status, stdout, stderr, out } = bench({
      corpus: toLines(CORPUS),
      queries: toLines([
        { id: 'q1', text: '低保标准是多少?', answer: 'rates' },
        { id: 'q2', text: '养老床位有多少?', answer: 'beds' },
        { id: 'q3', text: '???' },
      ]),
    });

    const lines = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => RunLineSchema.parse(JSON.parse(line)));
    expect(status).toBe(0);
    expect(lines.map(({ queryId, ranked }) => [queryId, ranked])).toEqual([
      ['q1', ['rates']],
      ['q2', ['beds']],
      ['q3', []],
    ]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^2 passages: dictionary \d+\.\d\d s, index \d+\.\d\d s, \d+ MB resident$/mu);
    expect(stderr).toMatch(/^3 questions: p50 \d+\.\d\d ms, p99 \d+\.\d\d ms, \d+ MB resident$/mu);
    expect(stderr).not.toContain('\r');
  });

  it('names file and line of everything it cannot read', () => {
    const { status, stderr } = bench({
      corpus: `${toLines(CORPUS)}{"id": "third"}\n\nnot json\n`,
      queries: '',
    });

    expect(status).toBe(2);
    expect(stderr).toMatch(/corpus\.jsonl:3: text: /u);
    expect(stderr).toMatch(/corpus\.jsonl:5: /u);
    expect(stderr).not.toMatch(/corpus\.jsonl:4|^\s+at /mu);
  });

  it('refuses two passages of one id', () => {
    const { status, stderr } = bench({ corpus: toLines([...CORPUS, ...CORPUS]), queries: '' });

    expect(status).toBe(2);
    expect(stderr).toMatch(/corpus\.jsonl:3: id "beds" stands on line 1 already/u);
  });

  it.each([
    { args: [], message: /--corpus, --queries and --out/u },
    {
      args: ['--corpus', 'nowhere.jsonl', '--queries', 'x', '--out', 'y'],
      message: /nowhere\.jsonl: cannot be read/u,
    },
    { args: ['--fast'], message: /--fast/u },
  ])('ends with status 2 and says why for $args', ({ args, message }) => {
    const { status, stderr } = run(...args);

    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
