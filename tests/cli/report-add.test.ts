import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadUsableKnowledge } from '../../src/loading/load-knowledge.ts';

const DOCUMENTS = 'tests/fixtures/documents';

function makeFolders() {
  const root = mkdtempSync(join(tmpdir(), 'report-add-'));
  const [seedsDir, knowledgeDir] = [join(root, 'seeds'), join(root, 'knowledge')];
  mkdirSync(seedsDir);
  mkdirSync(knowledgeDir);
  const run = (command: string, args: readonly string[]) =>
    spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
      encoding: 'utf8',
      env: { ...process.env, SEEDS_DIR: seedsDir, KNOWLEDGE_DIR: knowledgeDir },
    });
  return { root, seedsDir, knowledgeDir, run };
}

describe('report:add', () => {
  it('makes no folder of reports where the one that is named is not there', () => {
    const { root, knowledgeDir } = makeFolders();
    const added = spawnSync(
      process.execPath,
      ['src/cli/report-add.ts', join(DOCUMENTS, 'civil-affairs.pdf')],
      {
        encoding: 'utf8',
        env: { ...process.env, SEEDS_DIR: join(root, 'seed'), KNOWLEDGE_DIR: knowledgeDir },
      },
    );

    expect(added.status).toBe(1);
    expect(added.stderr).toContain('SEEDS_DIR: there is no folder');
    expect(existsSync(join(root, 'seed'))).toBe(false);
    expect(readdirSync(knowledgeDir)).toEqual([]);
  });

  it('keeps text, map, original, entry and drafts, and is answered from with page and paragraph', () => {
    const { seedsDir, knowledgeDir, run } = makeFolders();
    writeFileSync(join(knowledgeDir, 'catalogue.yaml'), '# Kept by hand.\nreports: []\n');

    const added = run('report-add', [
      join(DOCUMENTS, 'civil-affairs.pdf'),
      ...[
        '--title',
        '青岚市民政事业发展报告(2022)',
        '--place',
        '青岚市',
        '--place',
        '青岚',
        '--year',
        '2022',
      ],
    ]);

    expect(added.stderr).toBe('');
    expect(added.stdout).toContain('17 paragraphs, 11 rows of tables, 2 pages');
    expect(added.stdout).toContain('Left out, page numbers (2): page 1 “—1—” page 2 “—2—”');
    expect(readdirSync(seedsDir).toSorted()).toEqual([
      'civil-affairs.map.json',
      'civil-affairs.original.pdf',
      'civil-affairs.txt',
    ]);
    expect(readFileSync(join(seedsDir, 'civil-affairs.original.pdf'))).toEqual(
      readFileSync(join(DOCUMENTS, 'civil-affairs.pdf')),
    );
    expect(readFileSync(join(knowledgeDir, 'catalogue.yaml'), 'utf8')).toMatch(
      /^# Kept by hand\.\nreports:\n {2}- id: civil-affairs\n {4}title: 青岚市民政事业发展报告\(2022\)\n {4}places: \[青岚市, 青岚\]\n {4}years: \[2022\]\n {4}received: \d{4}-\d\d-\d\d\n$/u,
    );
    expect(existsSync(join(knowledgeDir, 'drafts', 'figures', 'civil-affairs.yaml'))).toBe(true);
    expect(existsSync(join(knowledgeDir, 'drafts', 'targets', 'civil-affairs.yaml'))).toBe(true);
    expect(run('ask', ['2023年要新增多少养老床位?']).stdout).toContain(
      '《青岚市民政事业发展报告(2022)》 第2页第4段 [',
    );
    expect(JSON.parse(run('ask', ['--json', '2023年要新增多少养老床位?']).stdout).answers[0]).toMatchObject({
      value: '1500',
      printedAt: { page: 2, paragraph: 4 },
    });
  });

  it('accepts its own draft of figures as reviewed, once it is moved', () => {
    const { seedsDir, knowledgeDir, run } = makeFolders();
    run('report-add', [join(DOCUMENTS, 'statistics.docx')]);
    mkdirSync(join(knowledgeDir, 'figures'));
    copyFileSync(
      join(knowledgeDir, 'drafts', 'figures', 'statistics.yaml'),
      join(knowledgeDir, 'figures', 'statistics.yaml'),
    );

    expect(loadUsableKnowledge({ seedsDir, knowledgeDir }).problems).toEqual([]);
  });

  it('writes nothing over a report that is there', () => {
    const { seedsDir, run } = makeFolders();
    writeFileSync(join(seedsDir, 'web-page.txt'), '有字。');

    const { status, stderr } = run('report-add', [join(DOCUMENTS, 'web-page.html')]);

    expect([status, readdirSync(seedsDir)]).toEqual([2, ['web-page.txt']]);
    expect(stderr).toContain('there is a report of that id; choose another with --id');
  });

  it('leaves no half of a report where a file of it cannot be written', () => {
    const { seedsDir, knowledgeDir, run } = makeFolders();
    mkdirSync(join(knowledgeDir, 'drafts'));
    writeFileSync(join(knowledgeDir, 'drafts', 'figures'), 'in the way');

    const { status, stderr } = run('report-add', [join(DOCUMENTS, 'web-page.html')]);

    expect([status, readdirSync(seedsDir)]).toEqual([2, []]);
    expect(stderr).toContain('report:add: nothing was added: ');
  });

  it('takes GB18030 text, says so, and keeps the file as it came', () => {
    const { root, seedsDir, run } = makeFolders();
    const file = join(root, '区 报告.TXT');
    const bytes = Buffer.from('c8abc4ead0c2d4f6b4b2cebb333030d5c5a1a30d0a', 'hex');
    writeFileSync(file, bytes);

    const { stdout } = run('report-add', [file]);

    expect(stdout).toContain('read as GB18030; offsets refer to the text as decoded');
    expect(readFileSync(join(seedsDir, '区-报告.txt'), 'utf8')).toBe('全年新增床位300张。\r\n');
    expect(readFileSync(join(seedsDir, '区-报告.original.txt'))).toEqual(bytes);
  });

  it.each(['utf16le', 'utf8'] as const)(
    'leaves the byte-order mark of %s out of the text, so that the same report is known again',
    (encoding) => {
      const { root, seedsDir, run } = makeFolders();
      const text = '某县2022年工作报告\n全年新增床位300张。\n';
      const [file, again] = [join(root, 'marked.txt'), join(root, 'plain.txt')];
      writeFileSync(file, Buffer.from(`\ufeff${text}`, encoding));
      writeFileSync(again, text);

      run('report-add', [file]);

      expect(readFileSync(join(seedsDir, 'marked.txt'), 'utf8')).toBe(text);
      expect(run('report-add', [again]).stderr).toContain('marked.txt: says the same to the letter');
      expect(run('ask', ['--json', '新增床位多少张']).stdout).toContain('"start":12');
    },
  );

  it('says of a file that is no report that nothing was added, and not what to do in seeds/', () => {
    const { root, seedsDir, run } = makeFolders();
    writeFileSync(join(root, 'numbers.txt'), '123\n456\n');

    const { status, stderr } = run('report-add', [join(root, 'numbers.txt')]);

    expect([status, readdirSync(seedsDir)]).toEqual([2, []]);
    expect(stderr).toContain('numbers.txt: cannot be read as a report');
    expect(stderr).toContain('什么都没有加入；请检查文件的内容');
    expect(stderr).not.toContain('移出 seeds/');
  });

  it('says in Chinese as well what it read, wrote and leaves to do', () => {
    const { stdout } = makeFolders().run('report-add', [join(DOCUMENTS, 'civil-affairs.pdf')]);

    expect(stdout).toContain('（17段，表格11行，2页）');
    expect(stdout).toContain('（没有读入2处：页码）');
    expect(stdout).toContain('写入：');
    expect(stdout).toContain('请审阅草稿，移到 knowledge/figures/civil-affairs.yaml');
  });

  it('says in Chinese as well why it does not take a file', () => {
    const { root, seedsDir, run } = makeFolders();
    writeFileSync(join(root, 'old.doc'), 'x');
    writeFileSync(join(root, 'empty.txt'), '');
    writeFileSync(join(seedsDir, 'web-page.txt'), '有字。');
    const chinese = /（[^（）]*\p{Script=Han}{2}.*）/u;

    for (const file of [join(root, 'old.doc'), join(root, 'empty.txt'), join(DOCUMENTS, 'web-page.html')])
      expect(run('report-add', [file]).stderr).toMatch(chinese);
    expect(run('report-add', ['x.pdf', '--year', 'soon']).stderr).toMatch(chinese);
    expect(run('report-add', ['no-such.pdf']).stderr).toMatch(chinese);
  });

  it.each([
    { args: [], says: 'name one file' },
    { args: ['no-such.pdf'], says: 'no-such.pdf: cannot be read' },
    { args: ['package.json'], says: 'package.json: holds none of .docx, .pdf, .html and .txt' },
    { args: ['x.pdf', '--year', 'soon'], says: '--year is no year' },
    { args: ['x.pdf', '--id', '../x'], says: '--id is no id' },
  ])('says what is wrong with $args', ({ args, says }) => {
    const { status, stderr } = makeFolders().run('report-add', args);

    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
