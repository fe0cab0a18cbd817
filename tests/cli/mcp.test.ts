import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const REPORT = '000_756653252c613bca';
const SOURCE = readFileSync(`seeds/${REPORT}.txt`, 'utf8');
const QUESTIONS = [
  '低保标准?',
  '特困供养金去年发了多少?',
  '2019年要建多少社区养老服务站?',
  '城市低保比农村低保高多少?',
  '养老机构有多少?',
  '流浪乞讨人员救助了多少人次?',
  '火化率是多少?',
  '今年天气怎么样?',
  '福利彩票销售了多少?',
  '老有所养有哪些任务?',
];

/** Of a report in a folder of its own: words and rows of tables, on both of its pages. */
const ADDED_QUESTIONS = [
  '2022年城市低保标准是多少?',
  '2021年农村低保标准?',
  '全年发放城市低保金多少?',
  '临时救助支出多少万元?',
  '望山县养老服务床位多少张?',
  '火化率是多少?',
  '2023年要新增多少养老床位?',
  '办理结婚登记多少对?',
  '特困人员基本生活标准多少钱?',
  '今年天气怎么样?',
];

const AnsweredSchema = z.object({
  answers: z.array(z.object({ start: z.number(), end: z.number(), quote: z.string() })),
});

const ResultSchema = z.object({
  isError: z.boolean().optional(),
  content: z.tuple([z.object({ type: z.literal('text'), text: z.string() })]),
});

async function connect(env: Readonly<Record<string, string>> = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['src/cli/mcp.ts'],
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_FILE: join(mkdtempSync(join(tmpdir(), 'mcp-')), 'bot.sqlite'),
        ...env,
      },
      stderr: 'pipe',
    }),
  );
  return client;
}

let client: Client;
beforeAll(async () => {
  client = await connect();
});
afterAll(() => client.close());

/** What `npm run ask -- --json --file` says to questions, a line for each. */
function askAll(questions: readonly string[], env: Readonly<Record<string, string>> = {}): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'mcp-')), 'questions.jsonl');
  writeFileSync(file, questions.map((question, id) => JSON.stringify({ id, question })).join('\n'));
  const { stdout } = spawnSync(process.execPath, ['src/cli/ask.ts', '--json', '--file', file], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return stdout.trim().split('\n');
}

async function call(name: string, input: Record<string, unknown> = {}, from = client) {
  const { isError = false, content } = ResultSchema.parse(await from.callTool({ name, arguments: input }));
  return { isError, text: content[0].text };
}

const callJson = async (name: string, input: Record<string, unknown> = {}) =>
  JSON.parse((await call(name, input)).text);

describe('mcp', () => {
  it('offers five tools that only read', async () => {
    const { tools } = await client.listTools();

    expect(tools.map(({ name }) => name)).toEqual([
      'ask_report',
      'find_passages',
      'list_reports',
      'read_passage',
      'target_status',
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  it('answers as the command line does, byte for byte', async () => {
    const expected = askAll(QUESTIONS);

    const answers = await Promise.all(QUESTIONS.map((question) => call('ask_report', { question })));

    expect(answers.map(({ text }, id) => `{"id":${id},${text.slice(1)}`)).toEqual(expected);
    expect(answers.filter(({ text }) => text.includes('"status":"answered"')).length).toBeGreaterThan(5);
  });

  it.each([REPORT, '重庆'])('takes %s as a scope', async (scope) => {
    const answer = await callJson('ask_report', { question: '低保标准?', scope });

    expect(answer).toMatchObject({ status: 'answered', answers: [{ source: REPORT }] });
  });

  it('finds passages with their spans', async () => {
    const { passages } = await callJson('find_passages', { query: '殡葬改革', limit: 3 });

    expect(passages).toHaveLength(3);
    for (const { start, end, quote } of passages) expect(SOURCE.slice(start, end)).toBe(quote);
    expect(passages[0].quote).toContain('殡葬');
  });

  it('lists the reports', async () => {
    const { reports } = await callJson('list_reports');

    expect(reports).toMatchObject([
      { id: REPORT, title: '重庆经济年鉴(2019)·民政工作', years: [2018, 2019] },
    ]);
  });

  it('reads a span with the paragraph around it', async () => {
    const start = SOURCE.indexOf('特困');

    const passage = await callJson('read_passage', { report: REPORT, start, end: start + 2 });

    expect(passage).toMatchObject({ quote: '特困', start });
    expect(SOURCE.slice(passage.paragraph.start, passage.paragraph.end)).toBe(passage.paragraph.quote);
    expect(passage.paragraph.quote).toContain('特困');
  });

  it('says where targets stand, and nothing of who recorded what', async () => {
    const all = await callJson('target_status', { asOf: '2019-06-24' });
    const some = await callJson('target_status', { asOf: '2019-06-24', target: '养老服务站' });

    expect(all.targets.length).toBeGreaterThan(some.targets.length);
    expect(some).toMatchObject({ asOf: '2019-06-24', targets: [{ status: 'unreported', latest: null }] });
    expect(JSON.stringify(all)).not.toContain('recordedBy');
  });

  it.each([
    { name: 'ask_report', input: { question: '低保标准?', scope: '海南' }, says: 'scope “海南” is neither' },
    { name: 'ask_report', input: { question: '' }, says: 'question' },
    { name: 'find_passages', input: { query: '低保', limit: 500 }, says: 'limit' },
    { name: 'read_passage', input: { report: 'none', start: 0, end: 1 }, says: 'there is no report “none”' },
    { name: 'read_passage', input: { report: REPORT, start: 5, end: 900_000 }, says: 'is no span' },
    { name: 'target_status', input: { target: '没有这一项' }, says: 'no target has the id' },
    { name: 'target_status', input: { asOf: '2019-13-01' }, says: 'must be a day' },
  ])('tells an error of $name as an error: $says', async ({ name, input, says }) => {
    const { isError, text } = await call(name, input);

    expect(isError).toBe(true);
    expect(text).toContain(says);
  });

  it('answers from a report that was added as the command line does, with the same spans', async () => {
    const root = mkdtempSync(join(tmpdir(), 'mcp-'));
    const env = { SEEDS_DIR: join(root, 'seeds'), KNOWLEDGE_DIR: join(root, 'knowledge') };
    mkdirSync(env.SEEDS_DIR);
    mkdirSync(env.KNOWLEDGE_DIR);
    spawnSync(process.execPath, ['src/cli/report-add.ts', 'tests/fixtures/documents/civil-affairs.pdf'], {
      env: { ...process.env, ...env },
    });
    const source = readFileSync(join(env.SEEDS_DIR, 'civil-affairs.txt'), 'utf8');
    const expected = askAll(ADDED_QUESTIONS, env);
    const added = await connect(env);

    const answers = await Promise.all(
      ADDED_QUESTIONS.map((question) => call('ask_report', { question }, added)),
    ).finally(() => added.close());

    expect(answers.map(({ text }, id) => `{"id":${id},${text.slice(1)}`)).toEqual(expected);
    const quotes = answers.flatMap(({ text }) => AnsweredSchema.parse(JSON.parse(text)).answers);
    expect(quotes.length).toBeGreaterThan(7);
    for (const { start, end, quote } of quotes) expect(source.slice(start, end)).toBe(quote);
  });
});
