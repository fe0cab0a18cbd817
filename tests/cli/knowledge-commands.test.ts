import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

const SEED =
  '重庆市民政局\n\n一、2018年发展回顾\n\n新增养老服务站200所,培训1.2万人次。\n\n二、2019年目标\n\n建站400个。\n';

/** A folder with one seed and the reviewed files given. */
function makeFolders(knowledge: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  const [seedsDir, knowledgeDir] = [join(root, 'seeds'), join(root, 'knowledge')];
  for (const folder of [seedsDir, join(knowledgeDir, 'figures')]) mkdirSync(folder, { recursive: true });
  const seed = join(seedsDir, 'minzheng.txt');
  writeFileSync(seed, SEED);
  for (const [name, text] of Object.entries(knowledge)) writeFileSync(join(knowledgeDir, name), text);
  return { seed, seedsDir, knowledgeDir, env: { SEEDS_DIR: seedsDir, KNOWLEDGE_DIR: knowledgeDir } };
}

describe('knowledge:check', () => {
  it('accepts the reviewed knowledge of this repository and counts it', () => {
    const { status, stdout, stderr } = run('knowledge-check', []);

    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^ok: \d+ reports?, \d+ figures \(\d+ named\), \d+ targets, \d+ groups of synonyms, holidays of \d+ years?, version [0-9a-f]{12}\n$/u,
    );
  });

  it('tells what is wrong with texts and folders in both languages', () => {
    const { env, seedsDir } = makeFolders({});
    writeFileSync(join(seedsDir, 'empty.txt'), '');
    writeFileSync(join(seedsDir, 'blank.txt'), ' \n\n');
    writeFileSync(join(seedsDir, 'one-line.txt'), '一行');
    writeFileSync(join(seedsDir, 'copy.txt'), SEED);
    writeFileSync(join(seedsDir, '~$report.docx'), 'x');
    symlinkSync('nowhere.txt', join(seedsDir, 'gone.txt'));
    const missing = join(seedsDir, '../nothing');

    const { status, stderr } = run('knowledge-check', [], { ...env, KNOWLEDGE_DIR: missing });

    expect(status).toBe(1);
    const lines = stderr.trim().split('\n');
    const lineOf = (place: string) => lines.find((line) => line.startsWith(place));
    for (const name of ['empty', 'blank'])
      expect(lineOf(`${seedsDir}/${name}.txt:1: is empty`)).toContain('（文件是空的；请把报告的文字放进去');
    expect(lineOf(`${seedsDir}/one-line.txt:1: no paragraph`)).toContain('（里面没有一句正文');
    expect(lineOf(`${seedsDir}/minzheng.txt:1: has the text of copy.txt`)).toContain(
      '（和另一份报告的文字一样',
    );
    expect(lineOf(`${seedsDir}/gone.txt: is not there`)).toContain('（找不到这个文件');
    expect(lineOf(`${missing}: there is no folder`)).toContain('（没有这个文件夹；请检查 KNOWLEDGE_DIR');
    expect(stderr).not.toContain('~$');
    expect(stderr).not.toContain('缩进');
  });

  it('lists every problem with path and line and fails', () => {
    const { env, seedsDir, knowledgeDir } = makeFolders({
      'figures/minzheng.yaml': 'clauses:\n  - quote: 新增养老服务站300所\n',
      'synonyms.yaml': 'groups:\n  - [低保]\n',
      'synonims.yaml': 'groups: []\n',
    });

    const { status, stdout, stderr } = run('knowledge-check', [], env);

    expect(status).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.trim().split('\n');
    for (const place of [
      `${knowledgeDir}/synonyms.yaml:2: `,
      `${knowledgeDir}/figures/minzheng.yaml:2: quote “新增养老服务站300所” does not stand in the seed`,
      `${seedsDir}/minzheng.txt:5: “200所”`,
      `${seedsDir}/minzheng.txt:5: “1.2万人次”`,
      `${seedsDir}/minzheng.txt:9: “400个”`,
      `${knowledgeDir}/synonims.yaml:1: nobody reads this file`,
    ]) {
      expect(lines.filter((line) => line.startsWith(place))).toHaveLength(1);
    }
    expect(lines.at(-1)).toMatch(/^6 problems: /u);
  });

  it('checks targets and holidays too', () => {
    const { env, knowledgeDir } = makeFolders({});
    for (const folder of ['targets', 'holidays']) mkdirSync(join(knowledgeDir, folder));
    writeFileSync(join(knowledgeDir, 'targets', 'minzheng.yaml'), 'year: 2019\ntargets: 3\n');
    writeFileSync(join(knowledgeDir, 'holidays', '2019.yaml'), 'year: soon\n');

    const { status, stderr } = run('knowledge-check', [], env);

    expect(status).toBe(1);
    expect(stderr).toContain(`${knowledgeDir}/targets/minzheng.yaml:2: targets: `);
    expect(stderr).toContain(`${knowledgeDir}/holidays/2019.yaml:1: year: `);
    expect(
      stderr
        .trim()
        .split('\n')
        .every((line) => /（[^）]*\p{Script=Han}.*）$/u.test(line)),
    ).toBe(true);
  });

  it('says so when there is no folder of reports', () => {
    const { status, stderr } = run('knowledge-check', [], { SEEDS_DIR: 'no-such-folder' });

    expect(status).toBe(1);
    expect(stderr).toMatch(/^knowledge:check: SEEDS_DIR: there is no folder “no-such-folder”/u);
    // There is no file or line to look at.
    expect(stderr).toContain('配置有问题：上面列出的每个变量都要在 .env 里改好');
  });
});

describe('knowledge:draft', () => {
  it('prints a draft that the check accepts, and beside it what was found', () => {
    const { seed, env, knowledgeDir } = makeFolders({});

    const { status, stdout, stderr } = run('knowledge-draft', [seed]);
    writeFileSync(join(knowledgeDir, 'figures', 'minzheng.yaml'), stdout);

    expect(status).toBe(0);
    for (const found of [
      'It looks back on 2018 and sets targets for 2019.',
      'of them are targets:',
      '2 sections, 2 points, 2 sentences:',
      '  一、2018年发展回顾  2018 done',
      '3 figures: 2 of 2018 done, 1 of 2019 aimed at',
      '0 numbers left out',
      'Line 1 is not content (publisher): 重庆市民政局',
      `${seed}:5: 1.2万人次 in “培训1.2万人次”: too short`,
      'keep the draft as knowledge/figures/minzheng.yaml',
    ]) {
      expect(stderr).toContain(found);
    }
    expect(run('knowledge-check', [], env)).toMatchObject({ status: 0, stderr: '' });
  });

  it('writes the draft to a new file on request, and never over another', () => {
    const { seed, knowledgeDir } = makeFolders({});
    const out = join(knowledgeDir, 'figures', 'minzheng.yaml');

    const first = run('knowledge-draft', [seed, '--out', out]);
    const written = existsSync(out) && readFileSync(out, 'utf8');
    const second = run('knowledge-draft', [seed, '--out', out]);

    expect(first).toMatchObject({ status: 0, stdout: '' });
    expect(written).toContain('quote: 建站400个');
    expect(second.status).toBe(2);
    expect(second.stderr).toMatch(/^knowledge:draft: --out .*minzheng\.yaml: cannot be written/u);
  });

  it.each([
    { name: 'no report', args: [], message: /^knowledge:draft: name one report\nUsage: / },
    { name: 'two reports', args: ['a.txt', 'b.txt'], message: /^knowledge:draft: name one report\nUsage: / },
    {
      name: 'a missing report',
      args: ['no-such.txt'],
      message: /^knowledge:draft: no-such\.txt: cannot be read/,
    },
    { name: 'an unknown option', args: ['--yes'], message: /^knowledge:draft: .*--yes.*--help/ },
  ])('refuses $name with one clear line', ({ args, message }) => {
    const { status, stdout, stderr } = run('knowledge-draft', args);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});
