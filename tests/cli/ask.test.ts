import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function ask(...args: string[]) {
  return askIn({}, ...args);
}

function askIn(env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/ask.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { status, stdout, stderr };
}

describe('ask', () => {
  it('prints the number first, then the quote with the number marked, its section and offsets', () => {
    const { status, stdout } = ask('低保标准？');

    expect(status).toBe(0);
    const [first = '', quote = '', place = ''] = stdout.split('\n');
    expect(first).toMatch(/546元.*410元/u);
    expect(quote).toContain('【546元】、【410元】');
    expect(place).toMatch(/社会救助水平稳步提升 · 《重庆经济年鉴\(2019\)·民政工作》 第\d+段 \[\d+, \d+\)/u);
  });

  it('prints one line of JSON on request', () => {
    const { stdout } = ask('--json', '特困供养标准是多少？');

    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      question: '特困供养标准是多少？',
      status: 'answered',
      answers: [{ kind: 'figure', value: '710', period: { year: 2018, kind: 'actual' } }],
      missing: [],
      choices: [],
    });
  });

  it.each([
    { args: ['--stage', 'thoughts', '低保'], told: '--stage thoughts: there is no such stage' },
    { args: ['--json', '--stage', 'query', '低保'], told: '--stage goes with neither --json' },
    { args: ['--json', '--explain', '低保'], told: '--explain goes with neither --json nor --file' },
    { args: ['--file', 'questions.jsonl', '低保'], told: '“低保” is more than the command takes' },
  ])('refuses $args, of which it could only take a part', ({ args, told }) => {
    const { status, stdout, stderr } = ask(...args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(told);
  });

  it('ends quietly when its reader does not wait for the end', async () => {
    const child = spawn(process.execPath, ['src/cli/ask.ts', '--explain', '低保标准？'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });

    const [status] = await once(child, 'close');

    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
  });

  it('quotes a sentence that holds both operands once', () => {
    const { stdout } = ask('每个志愿者平均服务多少小时');

    expect(stdout.split('记录志愿服务时长6080万小时')).toHaveLength(2);
    expect(stdout).toContain('6080万小时 ÷ 558万人');
  });

  it('numbers the readings of an ambiguous question', () => {
    expect(ask('标准是多少？').stdout).toMatch(/^ {2}1\. .+\n {2}2\. /mu);
  });

  it.each([
    { stage: 'query', told: /"terms":\[.*养老/u },
    { stage: 'candidates', told: /"id":"figure:[^"]+","score"/u },
    { stage: 'features', told: /"timeFits":1/u },
    { stage: 'decision', told: /"probability":0\.\d+,"sureFrom":0\.83/u },
  ])('prints the stage $stage as data', ({ stage, told }) => {
    const { stdout } = ask('--stage', stage, '今年要建多少社区养老服务站？');

    expect(stdout).toMatch(told);
  });

  it('shows every stage on request', () => {
    const { stdout } = ask('--explain', '今年要建多少社区养老服务站？');

    for (const stage of ['问题（规范化）', '时间', '词', '把握：', '依据：', '节：'])
      expect(stdout).toContain(stage);
    expect(stdout).toContain('400个');
  });

  it('lists what the reports hold, every part of them, when it is asked for that', () => {
    const { stdout } = ask('目录');

    const lines = stdout.split('\n');
    expect(lines).toContain('  一、2018年发展回顾');
    expect(lines.filter((line) => /^ {4}\([一二三四五六七八]\)/u.test(line))).toHaveLength(14);
  });

  it('answers the usable lines of a file in order and reports the others', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ask-')), 'questions.jsonl');
    writeFileSync(
      file,
      '\ufeff{"id":"a","question":"低保标准？"}\nnot json\n\n{"id":2,"question":"成都低保标准？"}\n',
    );

    const { status, stdout, stderr } = ask('--json', '--file', file);

    expect(status).toBe(2);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, status: outcome }) => [id, outcome]),
    ).toEqual([
      ['a', 'answered'],
      [2, 'abstained'],
    ]);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/questions\.jsonl:2: .*not json/)]);
  });

  it.each([
    { fault: 'no question', args: [], message: /no question given/ },
    { fault: 'a missing file', args: ['--file', '/nowhere/q.jsonl'], message: /\/nowhere\/q\.jsonl/ },
    { fault: 'an unknown option', args: ['--nonsense'], message: /--nonsense/ },
  ])('ends with status 2 and one clear message for $fault', ({ args, message }) => {
    const { status, stdout, stderr } = ask(...args);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('searches another collection without any reviewed file', () => {
    const seeds = mkdtempSync(join(tmpdir(), 'seeds-'));
    writeFileSync(
      join(seeds, 'roads.txt'),
      '某县交通工作报告\n\n一、2020年工作回顾\n\n全年新建农村公路35公里，完成投资1.2亿元。\n',
    );

    const empty = mkdtempSync(join(tmpdir(), 'knowledge-'));

    const { stdout } = askIn(
      { SEEDS_DIR: seeds, KNOWLEDGE_DIR: empty },
      '--json',
      '农村公路新建了多少公里？',
    );

    expect(JSON.parse(stdout).answers[0]).toMatchObject({ value: '35', unit: '公里', source: 'roads' });
  });

  it('says in both languages that a folder which was named is not there', () => {
    const { status, stdout, stderr } = askIn({ KNOWLEDGE_DIR: 'knowlege' }, '低保标准？');

    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/KNOWLEDGE_DIR: there is no folder “knowlege”.*没有这个文件夹/u);
  });
});
