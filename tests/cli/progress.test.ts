import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportInput, readProgressFile } from '../../src/cli/import-progress.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { makeMilestone, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'progress-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_FILE: join(folder, 'bot.sqlite'), DATABASE_URL: '' },
  });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('readProgressFile', () => {
  const read = (text: string, changes: Partial<ImportInput> = {}) =>
    readProgressFile({
      file: 'june.csv',
      text,
      targets: [makeNumericTarget(), makeMilestone()],
      history: [],
      today: '2019-06-24',
      now: new Date('2019-06-24T02:00:00Z'),
      importedBy: 'office',
      acceptsDoubts: false,
      ...changes,
    });

  it('takes numbers and names of targets, codes and words, with and without a byte-order mark', () => {
    const reading = read(
      [
        '\ufeff目标名称,日期,数值,状态,把握,填报人',
        '社区养老服务站,2019-06-20,"1,850",,有把握,王敏',
        'law,2019-06-21,,进行中,low,',
        '',
      ].join('\r\n'),
      { acceptsDoubts: true },
    );

    expect(reading).toMatchObject({
      kind: 'entries',
      entries: [
        {
          kind: 'value',
          targetId: 'stations',
          value: '1850',
          confidence: 'high',
          recordedBy: '王敏',
          origin: 'import',
        },
        { kind: 'state', targetId: 'law', state: 'in-progress', confidence: 'low', recordedBy: 'office' },
      ],
    });
  });

  it('names every problem with its line, and then takes nothing', () => {
    const reading = read(
      [
        '目标名称,日期,数值',
        '社区养老服务站,2019-06-20,185',
        '不存在,2019-06-20,1',
        '社区养老服务站,2019-02-30,x',
      ].join('\n'),
    );

    expect(reading).toEqual({
      kind: 'problems',
      problems: [
        'june.csv:3: 没有目标“不存在”,请写目标编号或完整名称',
        'june.csv:4: 不是日期;请按 2019-06-24 的样子填写',
        'june.csv:4: 不是数;请只填数字,如 126',
      ],
    });
  });

  it('checks each line against those above it', () => {
    const falling = '目标编号,日期,数值\nstations,2019-05-31,120\nstations,2019-06-20,100';

    expect(read(falling)).toMatchObject({
      kind: 'problems',
      problems: [expect.stringContaining('june.csv:3')],
    });
    expect(read(falling, { acceptsDoubts: true })).toMatchObject({ kind: 'entries' });
  });

  it('gives the same line the same key, so that importing it again records nothing', () => {
    const file = '目标编号,日期,数值\nstations,2019-05-31,120';
    const first = read(file);
    const again = read(file, {
      history: first.kind === 'entries' ? [{ ...(first.entries[0] ?? makeValueEntry()), seq: 1 }] : [],
    });

    expect(again).toEqual(first);
  });

  it.each([
    { case: 'an unknown column', text: '编号,日期\n1,2', message: /june\.csv:1: no such column: 编号/ },
    { case: 'no target column', text: '日期,数值\n2019-06-20,1', message: /目标编号 nor 目标名称/ },
    {
      case: 'a line with too few cells',
      text: '目标编号,日期,数值\nstations,2019-06-20',
      message: /june\.csv: .*line 2/,
    },
  ])('refuses a file with $case', ({ text, message }) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('the commands', () => {
  it('import, show, export and copy, with the same content all the way', async () => {
    const file = write(
      'june.csv',
      '目标名称,日期,数值,说明\n社区养老服务站,2019-06-20,185,"=1+1, 新开93个"\n县级界线联检,2019-06-21,16条,\n',
    );
    expect(run('progress', 'import', file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('imported 2 of 2'),
    });

    const digest = JSON.parse(run('digest', '--as-of', '2019-06-24', '--json').stdout);
    expect(digest).toMatchObject({
      asOf: '2019-06-24',
      week: '2019-W26',
      counts: { numeric: { total: 13, done: 1 } },
    });
    const seed = readFileSync('seeds/000_756653252c613bca.txt', 'utf8');
    for (const { quote, start, end } of digest.targets) expect(seed.slice(start, end)).toBe(quote);
    expect(run('digest', '--as-of', '2019-06-24').stdout).toContain(
      '社区养老服务站:未填报 → 185个'.replace('未填报 → ', ''),
    );

    const { stdout } = run('progress', 'export');
    expect(stdout.startsWith('\ufeff序号,')).toBe(true);
    expect(stdout).toContain(`"'=1+1, 新开93个"`);
    expect(JSON.parse(run('progress', 'export', '--json').stdout)).toHaveLength(2);
  });

  it('record nothing of a file with one bad line, and say which', () => {
    const before = run('progress', 'export').stdout;
    const file = write(
      'bad.csv',
      '目标名称,日期,数值\n婚姻辅导站(室),2019-06-20,12\n婚姻辅导站(室),2019-06-20,很多\n',
    );

    const { status, stderr } = run('progress', 'import', file);

    expect(status).toBe(2);
    expect(stderr).toContain(`${file}:3: 不是数`);
    expect(run('progress', 'export').stdout).toBe(before);
  });

  it.each([
    { command: 'digest', args: ['--as-of', '2019-02-30'], message: /2019-02-30.*no day/ },
    { command: 'progress', args: ['destroy'], message: /import file\.csv/ },
    { command: 'progress', args: ['import', 'no-such.csv'], message: /no-such\.csv: cannot be read/ },
    { command: 'backup', args: ['--wrong'], message: /--wrong/ },
  ])('$command $args ends with one clear line and status 2', ({ command, args, message }) => {
    const { status, stderr } = run(command, ...args);

    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });
});

describe('backup', () => {
  it('is a whole copy of some instant while entries are being written', async () => {
    const database = await openDatabase({ file: join(folder, 'bot.sqlite') });
    const { ledger } = createTargetRecords(database.db);
    const copy = join(folder, 'copies', 'copy.sqlite');
    const child = spawn(process.execPath, ['src/cli/backup.ts', copy], {
      env: { ...process.env, DATABASE_FILE: join(folder, 'bot.sqlite'), DATABASE_URL: '' },
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let isRunning = true;
    void ended.then(() => {
      isRunning = false;
    });
    while (isRunning) {
      await ledger.append(Array.from({ length: 10 }, () => makeValueEntry({ note: '批' })));
      // SQLite answers without ever leaving this turn; the child's end has to be heard between writes.
      await setImmediate();
    }

    expect(await ended).toBe(0);
    const opened = await openDatabase({ file: copy });
    const kept = await createTargetRecords(opened.db).ledger.allEntries();
    const all = await ledger.allEntries();
    expect(kept).toEqual(all.slice(0, kept.length));
    expect(kept.filter(({ note }) => note === '批').length % 10).toBe(0);
    expect(run('backup', copy)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('exists already'),
    });
    await opened.close();
    await database.close();
  });
});
