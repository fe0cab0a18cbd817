import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import mammoth from 'mammoth';
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

function write(name: string, text: string | Uint8Array): string {
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
      problems: [],
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

  it('names every problem with row, column, value and what to do, and keeps the good rows apart', () => {
    const reading = read(
      [
        '目标名称,日期,数值',
        '社区养老服务站,2019-06-20,185',
        '不存在,2019-06-20,1',
        '社区养老服务站,2019-02-30,x',
      ].join('\n'),
    );

    expect(reading).toMatchObject({
      entries: [{ value: '185' }],
      badRows: 2,
      problems: [
        'june.csv:3: 目标名称“不存在”：没有这个目标；请写目标编号或完整名称',
        'june.csv:4: 日期“2019-02-30”：不是日期；请写成 2019-03-31、2019/3/31 或 2019年3月31日，年份四位、写在最前',
        'june.csv:4: 数值“x”：不是数；请只填数字，如 126',
      ],
    });
  });

  it('names all that is wrong with a row at once, and the target that a short name may mean', () => {
    const reading = read(
      [
        '目标名称,日期,数值,状态',
        '社区养老站,6月,一百五十,差不多',
        '社区养老服务站,6月,一百五十,',
        '博物馆,2019-06-20,1,',
      ].join('\n'),
    );

    const cells = reading.problems.map((problem) => problem.replace(/：.*/u, ''));
    expect(cells).toEqual([
      ...['日期“6月”', '状态“差不多”', '目标名称“社区养老站”'].map((cell) => `june.csv:2: ${cell}`),
      ...['日期“6月”', '数值“一百五十”'].map((cell) => `june.csv:3: ${cell}`),
      'june.csv:4: 目标名称“博物馆”',
    ]);
    expect(reading.problems[2]).toContain('没有这个目标；是不是“社区养老服务站”？请写目标编号或完整名称');
    expect(reading.problems.at(-1)).toContain('没有这个目标；请写');
  });

  const NAMED = '目标编号,目标名称,日期,数值,状态';

  it('refuses a row whose number and name are those of two targets, with both and what to do', () => {
    const law = makeMilestone().name;
    const { entries, problems } = read(
      [
        NAMED,
        `stations,${law},2019-06-20,185,`,
        'stations,婚姻辅导站,2019-06-20,185,',
        `社区养老服务站,${law},2019-06-20,185,`,
        'law,社区养老服务站,2019-06-21,,进行中',
      ].join('\n'),
    );

    expect(entries).toEqual([]);
    expect(problems).toEqual([
      `june.csv:2: 目标名称“${law}”：目标编号“stations”是“社区养老服务站”，不是“${law}”，它的编号是law；请把这两格改成同一个目标，或只留一格`,
      'june.csv:3: 目标名称“婚姻辅导站”：目标编号“stations”是“社区养老服务站”，不是“婚姻辅导站”；请把这两格改成同一个目标，或只留一格',
      expect.stringContaining(`june.csv:4: 目标名称“${law}”：目标编号“社区养老服务站”是`),
      expect.stringContaining('june.csv:5: 目标名称“社区养老服务站”：目标编号“law”是'),
    ]);
  });

  it.each(['社区养老服务站', ' “社区养老服务站” ', '养老服务站', '社区养老服务站(累计)', 'stations', ''])(
    'takes a row whose number and name agree as people write them: “%s”',
    (name) => {
      const { entries, problems } = read(`${NAMED}\nstations,${name},2019-06-20,185,`);

      expect(problems).toEqual([]);
      expect(entries).toMatchObject([{ targetId: 'stations', value: '185' }]);
    },
  );

  it('reads what offices make of a sheet: a title above it, brackets as they come, words of their own', () => {
    const reading = read(
      [
        '2019年上半年目标进展情况表,,,',
        '目标名称,日期,数值,状态',
        '社区养老 服务站,2019-06-20,185,',
        '“条例”立法研究（一期）,2019-06-20,,完成',
      ].join('\n'),
      { targets: [makeNumericTarget(), makeMilestone({ id: 'study', name: '“条例”立法研究(一期)' })] },
    );

    expect(reading).toMatchObject({
      problems: [],
      entries: [{ value: '185' }, { targetId: 'study', state: 'done' }],
    });
  });

  it('doubts the total with a digit too many, not those after it', () => {
    const totals = [60, 1200, 130, 135].map((total, month) => `stations,2019-0${month + 2}-20,${total}`);

    const { problems, entries } = read(['目标编号,日期,数值', ...totals].join('\n'));

    expect(problems).toEqual([
      expect.stringMatching(/^june\.csv:3: 数值“1200”：累计数比之后4月20日的130个还多/u),
    ]);
    expect(entries.map((entry) => 'value' in entry && entry.value)).toEqual(['60', '130', '135']);
  });

  it('checks each line against those above it', () => {
    const falling = '目标编号,日期,数值\nstations,2019-05-31,120\nstations,2019-06-20,100';

    expect(read(falling).problems).toEqual([
      expect.stringMatching(/^june\.csv:3: 数值“100”：.*--accept-doubts/u),
    ]);
    expect(read(falling, { acceptsDoubts: true })).toMatchObject({ problems: [], badRows: 0 });
  });

  it('gives the same line the same key, so that importing it again records nothing', () => {
    const file = '目标编号,日期,数值\nstations,2019-05-31,120';
    const first = read(file);
    const again = read(file, {
      history: [{ ...(first.entries[0] ?? makeValueEntry()), seq: 1 }],
    });

    expect(again).toEqual(first);
  });

  it.each([
    { text: '目标编号,日期,数值\nstations,2019-06-20', problem: '数值：请填写数值' },
    { text: '目标编号,日期,数值\n,2019-06-20,1', problem: '目标名称：没有写目标；请写目标编号或完整名称' },
    { text: '目标编号,日期,数值\nstations,,1', problem: '日期：没有写日期；请写成 2019-03-31 的样子' },
    {
      text: '目标编号,日期,数值\nstations,2019-06-20,1,2',
      problem: '多出的内容“2”：在最后一列的右边；请删去，或检查是不是多了一个分隔符',
    },
    {
      text: '目标编号,日期,状态\nlaw,2019-06-20,快了',
      problem: '状态“快了”：不认识；可填：未启动、进行中、受阻、已完成',
    },
    {
      text: '目标编号,日期,数值\nstations,2019-06-20,-5',
      problem: '数值“-5”：这个目标的数不能是负数；请填实有的数，减少了多少可以写在说明里',
    },
    {
      text: '目标编号,日期,数值,证据\nstations,2019-06-20,5,见附件',
      problem: '证据“见附件”：证据请填网址（以 http:// 或 https:// 开头），或留空',
    },
  ])('says $problem', ({ text, problem }) => {
    expect(read(text)).toMatchObject({ entries: [], badRows: 1, problems: [`june.csv:2: ${problem}`] });
  });

  it('numbers rows as a spreadsheet does, whatever line ends stand in cells and whatever rows are empty', () => {
    const text =
      '目标编号,日期,数值,说明\r\nstations,2019-06-19,5,"一\n二"\r\n,,,\r\nstations,2019-06-20,x,\r\n';

    expect(read(text).problems).toEqual([expect.stringMatching(/^june\.csv:4: 数值“x”/u)]);
  });

  it('takes columns parted by tabs or semicolons', () => {
    expect(
      read('目标编号\t日期\t数值\nstations\t2019/6/20\t1,850', { acceptsDoubts: true }).entries,
    ).toMatchObject([{ asOf: '2019-06-20', value: '1850' }]);
    expect(read('目标编号;日期;数值\nstations;2019/6/20;185').entries).toMatchObject([{ value: '185' }]);
  });

  it('takes time in proportion to the rows', () => {
    const sheet = (rows: number) =>
      [
        '目标编号,日期,数值,说明',
        ...Array.from({ length: rows }, (_, row) => `stations,2019-06-${10 + (row % 10)},${row % 90},${row}`),
      ].join('\n');
    const cost = (rows: number): number => {
      const text = sheet(rows);
      const before = process.cpuUsage();
      expect(read(text, { acceptsDoubts: true }).entries).toHaveLength(rows);
      return process.cpuUsage(before).user;
    };
    cost(500);

    const ratio = cost(4_000) / cost(500);

    // Eight times the rows: eight times the time when it is linear, sixty-four times when each row looks at all others.
    expect(ratio).toBeLessThan(24);
  });

  it.each([
    { case: 'an unknown column', text: '编号,日期\n1,2', message: /june\.csv:1: no such column: 编号/ },
    { case: 'an unknown column, in Chinese too', text: '编号,日期\n1,2', message: /没有叫“编号”的列/ },
    { case: 'no target column', text: '日期,数值\n2019-06-20,1', message: /目标编号 nor 目标名称/ },
    {
      case: 'a column that is there twice',
      text: '目标编号,日期,数值,日期\nstations,2019-06-20,1,',
      message: /june\.csv:1: the column 日期 is there twice/,
    },
    {
      case: 'a quote that is never closed',
      text: '目标编号,日期,数值\nstations,2019-06-20,"1',
      message: /june\.csv: .*line 2.*save the sheet/,
    },
  ])('refuses a file with $case', ({ text, message }) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('the commands', () => {
  it('say that a workbook is one, and how to make a sheet of it, in both languages', () => {
    const file = write('june.xlsx', 'PK\u0003\u0004…');

    expect(run('progress', 'import', file).stderr).toMatch(/is a workbook; save.*另存为“CSV UTF-8/u);
  });

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
      // A week that is over ends with its last day.
      asOf: '2019-06-23',
      period: { every: 'week', isOver: true, from: '2019-06-17', to: '2019-06-23' },
      counts: { numeric: { total: 13, done: 1 } },
    });
    const seed = readFileSync('seeds/000_756653252c613bca.txt', 'utf8');
    for (const { quote, start, end } of digest.targets) expect(seed.slice(start, end)).toBe(quote);
    expect(run('digest', '--as-of', '2019-06-24').stdout).toContain('社区养老服务站：首次填报185个');

    const { stdout } = run('progress', 'export');
    expect(stdout.startsWith('\ufeff序号,')).toBe(true);
    expect(stdout).toContain(`"'=1+1, 新开93个"`);
    expect(JSON.parse(run('progress', 'export', '--json').stdout)).toHaveLength(2);
  });

  it('write a digest as a document and a sheet, for a month, narrowed', async () => {
    const [docx, csv] = [join(folder, 'digest.docx'), join(folder, 'digest.csv')];
    const result = run(
      'digest',
      ...[
        '--as-of',
        '2019-07-01',
        '--every',
        'month',
        '--status',
        '未填报',
        '--section',
        '二、2019年发展目标',
      ],
      ...['--docx', docx, '--csv', csv],
    );

    expect(result).toMatchObject({ status: 0, stdout: expect.stringContaining('2019年6月目标进度') });
    const text = (await mammoth.extractRawText({ path: docx })).value;
    expect(text).toContain('只看：二、2019年发展目标；未填报');
    expect(text).toContain('「推动设置30个婚姻辅导站(室)」');
    expect(text).not.toContain('「建设社区养老服务站400个」');
    expect(readFileSync(csv, 'utf8').startsWith('\ufeff期间,')).toBe(true);
  });

  it.each([
    { args: ['--every', 'year'], says: '--every “year” is none of week, month, quarter' },
    {
      args: ['--owner', 'nobody'],
      says: '--owner “nobody” owns no target; nobody has been assigned one yet',
    },
    { args: ['--owner', 'nobody'], says: '还没有给任何目标指定负责人' },
    { args: ['--as-of', '2019年13月'], says: '请写一天或一段时间，如 2019-06-24' },
    { args: ['--status', '很好'], says: '--status “很好” is no status; there are 已过期、滞后' },
    { args: ['--docx', '/nowhere/at/all.docx'], says: '/nowhere/at/all.docx cannot be written (ENOENT)' },
  ])('say what is wrong with $args', ({ args, says }) => {
    expect(run('digest', ...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(says) });
  });

  it.each([
    { asOf: '2019.6.24', title: '2019年第25周目标进度（6月17日至6月23日）' },
    { asOf: '2019年6月24日', title: '2019年第25周目标进度（6月17日至6月23日）' },
    { asOf: '2019/6/24', title: '2019年第25周目标进度（6月17日至6月23日）' },
    { asOf: '2019年5月', title: '2019年5月目标进度' },
    { asOf: '2019年一季度', title: '2019年第一季度目标进度' },
  ])('take $asOf for a time as the chat does', ({ asOf, title }) => {
    expect(run('digest', '--as-of', asOf)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(title),
    });
  });

  it('record nothing of a file with one bad line, and say which', () => {
    const before = run('progress', 'export').stdout;
    const file = write(
      'bad.csv',
      '目标名称,日期,数值\n婚姻辅导站(室),2019-06-20,12\n婚姻辅导站(室),2019-06-20,很多\n',
    );

    const { status, stderr } = run('progress', 'import', file);

    expect(status).toBe(2);
    expect(stderr).toContain(`${file}:3: 数值“很多”：不是数`);
    expect(run('progress', 'export').stdout).toBe(before);
  });

  it('record the good rows alone only when asked to, out of a sheet in GBK, and say what was left out', () => {
    // 目标编号,日期,数值⏎2019-3-1-01,2019/3/31,120⏎2019-3-1-01,2019/4/31,130⏎ as a spreadsheet writes it.
    const headings = Buffer.from('c4bfb1eab1e0bac52cc8d5c6da2ccafdd6b5', 'hex');
    const file = write(
      'gbk.csv',
      Buffer.concat([
        headings,
        Buffer.from('\r\n2019-3-1-01,2019/3/31,120\r\n2019-3-1-01,2019/4/31,130\r\n'),
      ]),
    );
    const before = run('progress', 'export').stdout;

    const refused = run('progress', 'import', file);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing was imported') });
    expect(refused.stderr).toContain(`${file}:3: 日期“2019/4/31”：不是日期`);
    expect(run('progress', 'export').stdout).toBe(before);

    const taken = run('progress', 'import', file, '--skip-bad-rows');
    expect(taken).toMatchObject({ status: 0, stdout: expect.stringContaining('imported 1 of 1') });
    expect(taken.stderr).toContain(`left out 1 rows\n${file}:3: 日期“2019/4/31”`);
    expect(run('progress', 'export').stdout).toContain('2019-03-31,120,');
  });

  it('say how large a sheet may be', () => {
    const file = write('large.csv', '');
    truncateSync(file, 11 * 1024 * 1024);

    expect(run('progress', 'import', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`${file}: is 11 MiB, more than the 10 MiB it may have; split it`),
    });
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
  it.each([
    {
      what: 'a file that is no database',
      file: () => write('noise.sqlite', 'x'.repeat(2_000)),
      to: 'noise-copy',
    },
    { what: 'a folder that cannot be made', file: () => write('plain.sqlite', ''), to: 'plain.sqlite/copy' },
  ])('tells of $what in one line', ({ file, to }) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/backup.ts', join(folder, to)], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_FILE: file(), DATABASE_URL: '' },
    });

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^backup: .* could not be copied to .*\n.*\n$/u);
  });

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

describe('arguments and files that do not fit', () => {
  it.each([
    { args: ['export', 'file.csv'], told: '“file.csv” is more than the command takes' },
    { args: ['import', 'one.csv', 'two.csv'], told: '“two.csv” is more than the command takes' },
    {
      args: ['export', '--out', 'no/such/folder/ledger.csv'],
      told: 'no/such/folder/ledger.csv cannot be written',
    },
    { args: ['export', '--ouf'], told: /^progress: Unknown option '--ouf'; npm run progress -- --help/u },
  ])('are refused by one line: $args', ({ args, told }) => {
    const { status, stdout, stderr } = run('progress', ...args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(told);
  });

  it('are refused by the digest, which names the sections there are', () => {
    const { status, stderr } = run('digest', '--section', '第九节');

    expect(status).toBe(2);
    expect(stderr).toContain('--section “第九节” holds no target; there are');
    expect(stderr).toContain('\n  二、2019年发展目标/(三)');
  });

  it('of a section are shown by words that are in the name of one only', () => {
    const { status, stdout } = run('digest', '--section', '老有所养', '--as-of', '2019-06-24');

    expect(status).toBe(0);
    expect(stdout).toContain('只看：(三)围绕“老有所养”');
    const several = run('digest', '--section', '围绕');
    expect(several.status).toBe(2);
    expect(several.stderr).toContain('--section “围绕” is in several of these:');
  });
});
