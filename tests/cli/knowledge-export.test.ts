import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/knowledge/changes.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { readReceived } from '../../src/loading/read-received.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createKnowledgeChanges } from '../../src/storage/knowledge-changes-store.ts';

const SEED = '云岭县民政报告(2022)\n\n一、2022年发展回顾\n\n新建养老服务站36所。办理信访36件、来电36个。\n';
const ACT = { by: 'U1', now: new Date('2026-11-24T18:00:00.000Z') };

let root: string;
let database: Database;
let env: Record<string, string>;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'export-'));
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'knowledge'));
  writeFileSync(join(root, 'seeds/yunling.txt'), SEED);
  env = {
    SEEDS_DIR: join(root, 'seeds'),
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    DATABASE_FILE: join(root, 'bot.sqlite'),
  };
  database = await openDatabase({ file: join(root, 'bot.sqlite') });
});
afterEach(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const load = () => loadKnowledge({ seedsDir: join(root, 'seeds'), knowledgeDir: join(root, 'knowledge') });

function runExport() {
  return spawnSync(process.execPath, ['src/cli/knowledge-export.ts'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

async function add(...changes: readonly Change[]): Promise<void> {
  const kept = createKnowledgeChanges(database.db);
  for (const [index, change] of changes.entries())
    await kept.add(change, { requestKey: `k${index}`, ...ACT });
}

const nameOf = (printed: string, name: string, from = 0): Change => {
  const start = SEED.indexOf(printed, from);
  return { kind: 'name', reportId: 'yunling', start, end: start + printed.length, printed, name };
};

describe('knowledge:export', () => {
  it('writes words, names and questions beside what is there, with who and when, and only once', async () => {
    writeFileSync(
      join(root, 'knowledge/synonyms.yaml'),
      '# Kept by hand.\ngroups:\n  - [低保, 最低生活保障]\n',
    );
    await add(
      { kind: 'word', word: '养老点', means: '养老服务站' },
      { kind: 'word', word: '低保', means: '最低生活保障' },
      { kind: 'absent', question: '房价是多少' },
      { kind: 'settled', question: '别的' },
      nameOf('36所', '老人驿站数'),
    );

    const first = runExport();
    const second = runExport();

    expect(first.stderr).toContain('3 written, 2 there already or not for files.');
    expect(second.stderr).toContain('0 written');
    expect(read('knowledge/synonyms.yaml')).toBe(
      '# Kept by hand.\ngroups:\n  - [低保, 最低生活保障]\n  # U1, 2026-11-25\n  - [养老点, 养老服务站]\n',
    );
    const check = spawnSync(process.execPath, ['src/cli/knowledge-check.ts'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    expect(check.stderr).not.toContain('nobody reads');
    expect(read('knowledge/not-in-reports.yaml')).toBe('questions:\n  # U1, 2026-11-25\n  - 房价是多少\n');
    expect(load().reports[0]?.figures.map(({ aliases }) => aliases)).toEqual([['老人驿站数'], [], []]);
    expect(load().synonyms).toContainEqual(['养老点', '养老服务站']);
  });

  it('adds a name to the entry that is there, and to the right one of equal numbers', async () => {
    mkdirSync(join(root, 'knowledge/figures'));
    writeFileSync(
      join(root, 'knowledge/figures/yunling.yaml'),
      `clauses:
  - quote: 新建养老服务站36所
    figures: [{ printed: 36所, name: 养老服务站数, aliases: [养老站] }]
  - quote: 办理信访36件、来电36个
    figures: [{ printed: 36件, name: 信访件数 }, { printed: 36个, name: 来电数 }]
`,
    );
    await add(nameOf('36所', '老人驿站数'), nameOf('36个', '电话数'));

    expect(runExport().status).toBe(0);

    expect(load().reports[0]?.figures.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['养老服务站数', ['养老站', '老人驿站数']],
      ['信访件数', []],
      ['来电数', ['电话数']],
    ]);
  });

  it('writes a report that was added as report:add does', async () => {
    const bytes = readFileSync('tests/fixtures/documents/civil-affairs.docx');
    const reading = await readReceived({ id: 'qinglan', name: 'a.docx', bytes });
    if (reading.kind !== 'read') throw new Error(reading.fault);
    const entry = { ...reading.found.entry, id: 'qinglan', collection: '市报告', received: '2026-11-24' };
    await createKnowledgeChanges(database.db).files.keep(
      {
        id: 'f1',
        entry,
        text: reading.text,
        map: reading.map,
        original: { name: reading.originalName, bytes },
        receivedBy: 'U1',
      },
      ACT.now,
    );
    await add({ kind: 'report', fileId: 'f1', entry });

    expect(runExport().stdout).toContain('qinglan.original.docx');

    expect(existsSync(join(root, 'knowledge/drafts/figures/qinglan.yaml'))).toBe(true);
    expect(read('seeds/qinglan.original.docx').length).toBeGreaterThan(0);
    expect(load().reports.map(({ title, collection }) => [title, collection])).toEqual([
      [entry.title, '市报告'],
      ['云岭县民政报告(2022)', ''],
    ]);
    expect(runExport().stderr).toContain('0 written');
  });

  it('says what a withdrawal leaves to do, and writes nothing that was taken back', async () => {
    await add(
      { kind: 'withdrawal', reportId: 'yunling', title: '云岭县民政报告' },
      { kind: 'absent', question: '房价' },
    );
    await createKnowledgeChanges(database.db).undo(2, ACT);

    expect(runExport().stdout).toContain('云岭县民政报告: was withdrawn; take');
    expect(existsSync(join(root, 'knowledge/not-in-reports.yaml'))).toBe(false);
  });

  it('needs the database of the bot', () => {
    env.DATABASE_FILE = join(root, 'none.sqlite');

    expect(runExport()).toMatchObject({ status: 2, stderr: expect.stringContaining('no such database') });
  });
});
