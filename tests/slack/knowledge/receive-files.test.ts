import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePdf } from '../../extraction/make-pdf.ts';
import { commandDelivery, messageDelivery, pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons, findButton, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

const SEED = '云岭县民政事业发展报告(2022)\n\n一、2022年发展回顾\n\n新建养老服务站36所。\n';
/** A page that is a picture. */
const PICTURE = 'q 500 0 0 700 40 40 cm /Im Do Q';
const DOCUMENTS = 'tests/fixtures/documents';

let bot: Bot;
let root: string;

async function start(more: Record<string, string> = {}) {
  root = mkdtempSync(join(tmpdir(), 'receive-'));
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'knowledge'));
  writeFileSync(join(root, 'seeds/yunling.txt'), SEED);
  bot = await startBot({
    SEEDS_DIR: join(root, 'seeds'),
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    DATABASE_FILE: join(root, 'bot.sqlite'),
    ...more,
  });
}

beforeEach(() => start());
afterEach(async () => {
  await bot.stop();
  rmSync(root, { recursive: true });
});

const direct = () => ({ ...bot.scene, channel: bot.slack.directChannel });

/** A person sends a file to the bot; what the bot says then, message by message. */
async function sendFile(name: string, bytes: Uint8Array, info: CallBody = {}): Promise<void> {
  bot.slack.serveFile(`F1-${bytes.length}`, bytes);
  bot.slack.reply('files.info', {
    ok: true,
    file: {
      id: 'F1',
      name,
      size: bytes.length,
      url_private_download: new URL(`/files/F1-${bytes.length}`, bot.slack.apiUrl).href,
      ...info,
    },
  });
  await bot.send(messageDelivery(direct(), '', { subtype: 'file_share', files: [{ id: 'F1', name }] }));
  await bot.settle();
}

const sendFixture = (name: string) => sendFile(name, readFileSync(join(DOCUMENTS, name)));
const said = (): CallBody[] => bot.slack.callsOf('chat.postMessage').map(({ body }) => body);
const lastSaid = (): CallBody => said().at(-1) ?? {};
const lastText = (): string => readBlocks(lastSaid().blocks);

async function press(blocks: unknown, label: string, user = bot.scene.user): Promise<void> {
  await bot.send(pressDelivery({ ...direct(), user }, findButton(blocks, label)));
  await bot.settle();
}

async function ask(text: string): Promise<string> {
  await bot.send(commandDelivery(bot.scene, text));
  await bot.settle();
  return readBlocks((await bot.slack.take('response_url')).body.blocks);
}

describe('a file sent to the bot', () => {
  it('is read and shown: what it is, what was found, what was left out', async () => {
    await sendFixture('civil-affairs.pdf');

    const shown = lastText();
    expect(readBlocks(said()[0]?.blocks)).toBe('收到“civil-affairs.pdf”，正在读，读好了请您确认。');
    expect(shown).toContain('请确认');
    expect(shown).toContain('题目：青岚市民政事业发展报告');
    expect(shown).toContain('地区：青岚市、青岚');
    expect(shown).toContain('年份：2022、2023');
    expect(shown).toMatch(/2页，\d+个小节，\d+句，表格11行，\d+个数字/u);
    expect(shown).toContain('没有收进来的：');
    expect(shown).toContain('页码2处（如「—1—」）');
    expect(allButtons(lastSaid().blocks).map(({ text }) => text.text)).toEqual([
      '确认加入',
      '改题目、地区、年份',
      '放弃',
    ]);
  });

  it('is not added once more while the same text is there', async () => {
    await sendFixture('civil-affairs.docx');
    await press(lastSaid().blocks, '确认加入');
    await sendFixture('civil-affairs.docx');

    expect(lastText()).toContain('和已经加入的“青岚市民政事业发展报告”一字不差');
    expect(allButtons(lastSaid().blocks)).toEqual([]);
  });

  it('is answered from after one confirmation, without a restart, and not before', async () => {
    await sendFixture('civil-affairs.docx');
    const before = await ask('2022年城市低保标准是多少');
    await press(lastSaid().blocks, '确认加入');

    expect(before).not.toContain('715元');
    expect(lastText()).toMatch(/^已加入“青岚市民政事业发展报告.*知识版本 \w{12}/u);
    expect(await ask('2022年城市低保标准是多少')).toContain('715元');
  });

  it('is still there after a restart, with who confirmed it on record', async () => {
    await sendFixture('civil-affairs.docx');
    await press(lastSaid().blocks, '确认加入');
    await bot.application.stop(5_000);
    const again = await startBot({
      SEEDS_DIR: join(root, 'seeds'),
      KNOWLEDGE_DIR: join(root, 'knowledge'),
      DATABASE_FILE: join(root, 'bot.sqlite'),
    });

    await again.send(commandDelivery(again.scene, '报告'));
    const shown = readBlocks((await again.slack.take('response_url')).body.blocks);
    await again.stop();

    expect(shown).toContain('青岚市民政事业发展报告');
    expect(shown).toContain('2026年11月24日加入');
  });

  it('is added once, however often the button is pressed', async () => {
    await sendFixture('civil-affairs.docx');
    const draft = lastSaid().blocks;
    await press(draft, '确认加入');
    await press(draft, '确认加入');
    await press(draft, '放弃');

    expect(lastText()).toContain('这份文件已经加入了');
    expect(await ask('报告')).toContain('报告（2）');
  });

  it('leaves nothing when it is given up', async () => {
    await sendFixture('civil-affairs.docx');
    const draft = lastSaid().blocks;
    await press(draft, '放弃');
    expect(lastText()).toContain('什么也没有留下');
    await press(draft, '确认加入');

    expect(lastText()).toContain('请重新发一次');
    expect(await ask('报告')).toContain('报告（1）');
  });

  it('can be withdrawn by a command, and restored', async () => {
    await sendFixture('civil-affairs.docx');
    await press(lastSaid().blocks, '确认加入');
    await bot.send(commandDelivery(bot.scene, '报告'));
    await bot.settle();
    const list = (await bot.slack.take('response_url')).body.blocks;
    const withdraw = allButtons(list)[0];
    expect(withdraw?.confirm.text.text).toContain('撤回“青岚市民政事业发展报告');
    await bot.send(pressDelivery({ ...direct() }, { type: 'button', ...withdraw }));
    await bot.settle();

    expect(lastText()).toContain('已撤回“青岚市民政事业发展报告');
    expect(await ask('2022年城市低保标准是多少')).not.toContain('715元');

    await bot.send(commandDelivery(bot.scene, '报告'));
    await bot.settle();
    await press((await bot.slack.take('response_url')).body.blocks, '恢复');

    expect(lastText()).toContain('已恢复“青岚市民政事业发展报告');
    expect(await ask('2022年城市低保标准是多少')).toContain('715元');
  });

  it('can take the place of a report that came with the program', async () => {
    await sendFixture('civil-affairs.docx');
    await press(lastSaid().blocks, '确认加入');
    await bot.send(commandDelivery(bot.scene, '报告'));
    await bot.settle();
    const list = (await bot.slack.take('response_url')).body.blocks;
    const yunling = allButtons(list).find(({ value }) => value.includes('yunling')) ?? {};
    await bot.send(pressDelivery(direct(), { type: 'button', ...yunling }));
    await bot.settle();

    expect(lastText()).toContain('已撤回“云岭县民政事业发展报告(2022)”');
    expect(await ask('新建养老服务站多少所')).not.toContain('36所');
    await bot.send(commandDelivery(bot.scene, '报告'));
    await bot.settle();
    const left = (await bot.slack.take('response_url')).body.blocks;
    expect(readBlocks(left)).toContain('云岭县民政事业发展报告(2022)（2026年11月24日撤回）');
    expect(allButtons(left).map((button) => button.text.text)).not.toContain('撤回');
    expect(readBlocks(left)).toContain('只有一份报告时不能撤回');
    // A list from before still has the button.
    const last = allButtons(list).find(({ value }) => value && !value.includes('yunling')) ?? {};
    await bot.send(pressDelivery(direct(), { type: 'button', ...last }));
    await bot.settle();
    expect(lastText()).toContain('至少要留一份报告');
  });

  it.each([
    { name: 'a.doc', bytes: Buffer.from('x'), reason: '另存为 .docx' },
    { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4 torn'), reason: '打不开' },
    { name: 'a.txt', bytes: Buffer.from(' '), reason: '没有文字' },
    { name: 'scan.pdf', bytes: makePdf([PICTURE]), reason: '这是扫描件' },
  ])('that cannot be read is told so: $name', async ({ name, bytes, reason }) => {
    await sendFile(name, bytes);

    expect(lastText()).toContain(`没能加入“${name}”：`);
    expect(lastText()).toContain(reason);
  });

  it('that is too large is told so before it is fetched', async () => {
    await sendFile('a.pdf', Buffer.from('%PDF'), { size: 30 * 1024 * 1024 });

    expect(lastText()).toContain('文件超过20兆');
  });

  it('needs the optional right to read files, and says which', async () => {
    bot.slack.fail('files.info', { error: 'missing_scope' });
    await bot.send(messageDelivery(direct(), '', { subtype: 'file_share', files: [{ id: 'F1' }] }));
    await bot.settle();

    expect(lastText()).toContain('可选权限 files:read');
  });

  it('whose address is none of Slack’s gets no token', async () => {
    const elsewhere: string[] = [];
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      elsewhere.push(String(request.headers.authorization));
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    await sendFile('a.txt', Buffer.from('x'), { url_private_download: `http://127.0.0.1:${port}/x` });
    server.close();

    expect(lastText()).toContain('没能从 Slack 取到');
    expect(elsewhere).toEqual([]);
  });

  it('can be given another title, place and year before it is confirmed', async () => {
    await sendFixture('civil-affairs.docx');
    await press(lastSaid().blocks, '改题目、地区、年份');
    const { view } = (await bot.slack.take('views.open')).body;
    const values = {
      title: '青岚民政年报',
      places: '青岚市、岚城',
      years: '2022、2023年',
      sort: '年报',
      collection: '',
    };
    const state = Object.fromEntries(
      Object.entries(values).map(([block, value]) => [
        block,
        { input: { type: 'plain_text_input', value: value === '' ? null : value } },
      ]),
    );
    await bot.send({
      kind: 'interaction',
      body: {
        token: 'unused',
        api_app_id: 'A1',
        team: { id: 'T000000001' },
        trigger_id: 't1',
        type: 'view_submission',
        user: { id: bot.scene.user, team_id: 'T000000001' },
        view: { id: 'V77', ...view, state: { values: state } },
      },
    });
    await bot.settle();
    expect(lastText()).toContain('年份：2022、2023');
    await press(lastSaid().blocks, '确认加入');

    expect(await ask('报告')).toContain('青岚民政年报\n青岚市、岚城 · 2022、2023 · 年报');
    expect(await ask('岚城2022年城市低保标准是多少')).toContain('《青岚民政年报》');
  });
});

describe('a file sent by somebody who may not manage', () => {
  beforeEach(async () => {
    await bot.stop();
    await start({ TARGET_MANAGERS: 'U0MANAGER' });
  });

  it('is not read', async () => {
    await sendFixture('civil-affairs.docx');

    expect(lastText()).toContain('要由管理员来做');
    expect(bot.slack.callsOf('files.info')).toEqual([]);
  });

  it('does not keep the question beside it from being answered', async () => {
    await bot.send(
      messageDelivery(direct(), '新建养老服务站多少所', { subtype: 'file_share', files: [{ id: 'F1' }] }),
    );
    await bot.settle();

    expect(lastText()).toContain('36所');
  });

  it('shows the reports without buttons', async () => {
    const shown = await ask('报告');

    expect(shown).toContain('云岭县民政事业发展报告(2022)');
    expect(shown).not.toContain('[撤回]');
  });
});
