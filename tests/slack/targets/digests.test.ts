import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { pressDelivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { findButton, readBlocks } from '../../support/slack/read-message.ts';
import { makeNewSubscription, makeValueEntry } from '../../support/target-builders.ts';
import { NOW, startTargetBot, type TargetBot } from './target-bot.ts';

const office: TargetBot = await startTargetBot({ TARGET_MANAGERS: 'U0MANAGER' });
const { subscriptions, slots, ledger } = office.records;
await ledger.append([
  makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-10', value: '80' }),
  makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-20', value: '150', note: '新开70个' }),
]);
beforeEach(() => {
  office.bot.slack.reset();
  office.bot.clock = NOW;
});
afterAll(() => office.stop());

describe('/policy 周报', () => {
  it('shows today’s digest privately, with chart, table and buttons for the rest', async () => {
    const digest = await office.ask('周报');

    expect(digest.response_type).toBe('ephemeral');
    const shown = readBlocks(digest.blocks);
    expect(shown).toContain('# 2019年第25周目标进度（6月17日至6月23日）');
    expect(shown).toContain('**本周1项有风险：社区养老服务站；未填报：量化目标12项、工作任务128项。**');
    expect(shown).toContain('🟡 社区养老服务站：150/400个，完成37.5%，应到47.7%“新开70个”');
    expect(shown).toContain('🟡 社区养老服务站：80个→150个（6月20日，U1）“新开70个”，由滞后变为有风险');
    const types = digest.blocks.map(({ type }: CallBody) => type);
    expect(types).toContain('data_visualization');
    expect(types).toContain('data_table');

    await office.press(digest.blocks, '需要关注和未填报的141项');
    expect(readBlocks((await office.answer()).blocks)).toContain('# 目标：需要关注');
    await office.press(digest.blocks, '全部目标');
    expect(readBlocks((await office.answer()).blocks)).toContain('共141项');
    await office.press(digest.blocks, '我的目标');
    expect((await office.answer()).text).toContain('还没有指定给您的目标');
    await office.press(digest.blocks, '填报');
    expect(readBlocks((await office.openedForm()).blocks)).toContain('哪个目标？');
  });

  it('shows months and quarters', async () => {
    expect(readBlocks((await office.ask('月报 2019-07-01')).blocks)).toContain('# 2019年6月目标进度');
    expect(readBlocks((await office.ask('季报 2019-07-01')).blocks)).toContain('# 2019年第二季度目标进度');
    expect(readBlocks((await office.ask('月报')).blocks)).toContain('# 2019年6月目标进度（截至6月24日）');
  });

  it('shows any day', async () => {
    expect(readBlocks((await office.ask('周报 2019-12-31')).blocks)).toContain(
      '目标进度（截至2019年12月31日）',
    );
  });

  it.each(['周报 2019.6.24', '周报 2019年6月24日', '周报 2019/6/24'])(
    'reads the day of “%s”',
    async (text) => {
      expect(readBlocks((await office.ask(text)).blocks)).toContain('2019年第25周目标进度');
    },
  );

  it.each(['周报 2019年6月17日', '周报 2019.6.17', '周报 20190617', '周报 6.17', '周报 上上周'])(
    '%s is a time as offices write it',
    async (text) => {
      expect(readBlocks((await office.ask(text)).blocks)).toContain('数据截至6月16日');
    },
  );

  it('shows the last whole month when it is asked for by word', async () => {
    expect(readBlocks((await office.ask('月报 上月')).blocks)).toContain('# 2019年5月目标进度');
    expect(readBlocks((await office.ask('5月月报')).blocks)).toContain('# 2019年5月目标进度');
  });

  it('says that what was reported later is not in it', async () => {
    expect(readBlocks((await office.ask('上上周周报')).blocks)).toContain(
      '数据截至6月16日（之后填报的1项不算在内），状态由规则判定。',
    );
    expect(readBlocks((await office.ask('5月月报')).blocks)).toContain(
      '数据截至5月31日（之后填报的1项不算在内），状态由规则判定。',
    );
    expect(readBlocks((await office.ask('周报')).blocks)).toContain('数据截至6月23日，状态由规则判定。');
  });

  it.each(['8月月报', '月报 12月', '第四季度季报', '第40周周报', '导出 8月', '下个月月报'])(
    '%s, which is still to come, is no digest of the year before',
    async (text) => {
      const { text: said } = await office.ask(text);

      expect(said).toMatch(/还没有到，没有可以通报的。今年到6月24日为止的进度：\/policy 周报。$/u);
    },
  );

  it.each(['2018年月报', '去年的周报', '2019年季报'])('%s: no digest is of a whole year', async (text) => {
    expect((await office.ask(text)).text).toContain('整年的通报，只有一周、一月、一季的');
  });

  it('a month of the year before is meant when there were targets in it', async () => {
    office.bot.clock = new Date('2020-03-02T00:30:00.000Z');

    expect(readBlocks((await office.ask('8月月报')).blocks)).toContain('# 2019年8月目标进度');
  });

  it.each(['周报 5月', '周报 2019年5月', '周报 上个月'])('takes %s for the month it names', async (text) => {
    expect(readBlocks((await office.ask(text)).blocks)).toContain('# 2019年5月目标进度');
  });

  it('says of a day to come that it has not', async () => {
    const ahead = await office.ask('周报 2019-12-31');

    expect(readBlocks(ahead.blocks)).toContain('这一天还没有到');
    expect(ahead.text).toContain('这一天还没有到');
    expect(readBlocks((await office.ask('周报 2019-06-24')).blocks)).not.toContain('还没有到');
  });

  it.each(['周报 2019-02-30', '周报 2019年13月', '周报 6.31'])(
    '%s is no day, and it says how to write one',
    async (text) => {
      expect((await office.ask(text)).text).toContain('请写成 /policy 周报 2019-06-24');
    },
  );

  it('comes as text when Slack refuses the new blocks', async () => {
    const { blocks } = await office.ask('周报');
    expect(blocks.length).toBeGreaterThan(5);
    const refused = office.ask('周报');
    office.bot.slack.fail('response_url', { status: 400 });
    await refused;

    const plain = await office.privateMessage();
    expect(JSON.stringify(plain.blocks)).not.toContain('data_table');
    expect(readBlocks(plain.blocks)).toContain('🟡 有风险 社区养老服务站：150/400个，应到191个');
  });
});

describe('导出', () => {
  /** Slack's side of an upload: an address on loopback for the bytes, and what came to it. */
  async function takeUploads() {
    const bodies: Buffer[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        bodies.push(Buffer.concat(chunks));
        response.end('OK');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    office.bot.slack.reply('files.getUploadURLExternal', {
      ok: true,
      upload_url: `http://127.0.0.1:${port}/upload`,
      file_id: 'F1',
    });
    office.bot.slack.reply('files.completeUploadExternal', { ok: true, files: [] });
    return { bodies, close: () => new Promise((resolve) => server.close(resolve)) };
  }

  it.each([
    { from: 'a digest', command: '周报', rows: 141, scope: '' },
    { from: 'a list', command: '目标 滞后', rows: 0, scope: '' },
    { from: 'a list of numbers', command: '目标 量化', rows: 13, scope: '只看：量化目标' },
  ])('of $from sends the person a document and a sheet', async ({ command, rows, scope }) => {
    const uploads = await takeUploads();
    const { blocks } = await office.ask(command);
    if (rows === 0) {
      expect(JSON.stringify(blocks)).not.toContain('导出');
      await uploads.close();
      return;
    }
    await office.press(blocks, '导出');

    expect((await office.answer()).text).toBe(
      `已把“2019年第25周目标进度（6月17日至6月23日）${scope === '' ? '' : ` ${scope}`}”的 Word 文档和表格私信发给您。`,
    );
    const [document = expect.fail(), sheet = expect.fail()] = uploads.bodies;
    const { value: text } = await mammoth.extractRawText({ buffer: document });
    expect(text).toContain('「建设社区养老服务站400个」');
    // Whoever is handed the paper must see that it is not the whole.
    expect(text).toContain(scope);
    expect(parse(sheet, { bom: true, columns: true })).toHaveLength(rows);
    const files = office.bot.slack.callsOf('files.getUploadURLExternal').map(({ body }) => body);
    expect(files.map(({ filename, length }) => [filename, Number(length)])).toEqual([
      [`2019年第25周目标进度（6月17日至6月23日）${scope}.docx`, document.byteLength],
      [`2019年第25周目标进度（6月17日至6月23日）${scope}.csv`, sheet.byteLength],
    ]);
    expect((await office.bot.slack.take('files.completeUploadExternal')).body).toMatchObject({
      channel_id: expect.stringMatching(/^D/u),
      files: [{ id: 'F1' }, { id: 'F1' }],
    });
    await uploads.close();
  });

  it.each([
    { command: '导出周报', name: '2019年第25周目标进度（6月17日至6月23日）', rows: 141 },
    { command: '导出 5月', name: '2019年5月目标进度', rows: 141 },
    { command: '导出上周', name: '2019年第25周目标进度（6月17日至6月23日）', rows: 141 },
    { command: '导出 一季度', name: '2019年第一季度目标进度', rows: 141 },
    { command: '月报导出', name: '2019年6月目标进度（截至6月24日）', rows: 141 },
    { command: '导出 有风险', name: '2019年第25周目标进度（6月17日至6月23日）只看：有风险', rows: 1 },
  ])('“$command” sends $name', async ({ command, name, rows }) => {
    const uploads = await takeUploads();

    const told = (await office.ask(command)).text;
    expect(told.replace(/\s/gu, '')).toBe(`已把“${name}”的Word文档和表格私信发给您。`);
    const [file] = office.bot.slack.callsOf('files.getUploadURLExternal').map(({ body }) => body.filename);
    expect(file).toBe(`${name}.docx`);
    expect(parse(uploads.bodies[1] ?? expect.fail(), { bom: true, columns: true })).toHaveLength(rows);
    await uploads.close();
  });

  it.each([
    { shown: '月报 5月', name: '2019年5月目标进度' },
    { shown: '季报', name: '2019年第二季度目标进度（截至6月24日）' },
    { shown: '目标 有风险', name: '2019年第25周目标进度（6月17日至6月23日）只看：有风险' },
    // An empty list is nothing to export, and does not say that there is nothing.
    { shown: '目标 滞后', name: '2019年第25周目标进度（6月17日至6月23日）' },
  ])('after $shown, 导出 is of what was shown', async ({ shown, name }) => {
    const uploads = await takeUploads();
    await office.ask(shown);

    expect((await office.ask('导出')).text.replace(/\s/gu, '')).toContain(`已把“${name}”`);
    expect((await office.ask('导出周报')).text).toContain('已把“2019年第25周目标进度（6月17日至6月23日）”');
    await uploads.close();
  });

  it.each([
    { command: '导出 6月31日', says: '没看懂“6月31日”是哪一段时间，请写成 /policy 导出 上周' },
    { command: '导出 滞后', says: '没有可以导出的目标。命令后面可以加一段时间' },
  ])('“$command” says what can be written', async ({ command, says }) => {
    expect((await office.ask(command)).text).toContain(says);
  });

  it('says what to do when the bot may not upload, and posts nothing', async () => {
    office.bot.slack.fail('files.getUploadURLExternal', { error: 'missing_scope' });
    const { blocks } = await office.ask('周报');
    await office.press(blocks, '导出');

    expect((await office.answer()).text).toContain('没有上传文件的授权（files:write）');
    expect(office.bot.slack.callsOf('chat.postMessage')).toEqual([]);
  });

  it('says that it failed when Slack does not answer', async () => {
    office.bot.slack.fail('files.getUploadURLExternal', { error: 'internal_error' });

    expect((await office.ask('导出')).text).toContain('没有导出成功（internal_error）');
  });
});

describe('再发一次', () => {
  /** A digest whose outcome is unknown, as a process leaves it that dies while posting. */
  async function loseDigest(slotOn: string, ownerId = office.bot.scene.user) {
    // The bot's own scheduler, which is running, must not see it yet.
    office.bot.clock = new Date('2019-06-23T00:00:00Z');
    const subscription = await subscriptions.add(
      makeNewSubscription({ channelId: office.bot.scene.channel, ownerId }),
      new Date('2019-06-20T00:00:00Z'),
    );
    const key = { subscriptionId: subscription.id, slotOn };
    const dueAt = new Date(`${slotOn}T00:00:00Z`);
    await slots.open([{ ...key, nominalOn: slotOn, dueAt, skippedFor: null, skip: null }]);
    await slots.claimNext({ attemptId: 'gone', now: NOW, leaseUntil: NOW });
    await slots.markSending({ key, attemptId: 'gone', renderedAt: NOW, leaseUntil: NOW });
    await slots.releaseExpired(new Date(NOW.getTime() + 1));
    expect(await slots.find(key)).toMatchObject({ state: 'unknown' });
    office.bot.clock = NOW;
    return { key, subscription, slot: { subscription: subscription.id, slotOn } };
  }

  beforeEach(async () => {
    for (const { id } of await subscriptions.list()) await subscriptions.remove(id, NOW);
    await office.bot.runScheduler();
    office.bot.slack.reset();
  });

  const press = (slot: object, user = office.bot.scene.user) =>
    office.bot.send(
      pressDelivery(
        { ...office.bot.scene, user },
        { type: 'button', action_id: 'post_again', value: JSON.stringify(slot) },
      ),
    );

  it('posts once for a double press, and the channel list offers it to the owner', async () => {
    const { key } = await loseDigest('2019-06-24');
    const list = await office.ask('订阅');
    expect(readBlocks(list.blocks)).toContain('结果不明（发送时中断）');
    const button = findButton(list.blocks, '再发一次');

    await Promise.all([
      office.bot.send(pressDelivery(office.bot.scene, button)),
      office.bot.send(pressDelivery(office.bot.scene, button)),
    ]);
    const told = [(await office.answer()).text, (await office.answer()).text].sort();
    await office.bot.runScheduler();

    expect(told).toEqual(['好，马上再发一次。', '这一期已经处理过了，没有再发。'].sort());
    const posted = office.bot.slack.callsOf('chat.postMessage').filter(({ body }) => body.metadata);
    expect(posted).toHaveLength(1);
    expect(await slots.find(key)).toMatchObject({ state: 'sent', repostedBy: office.bot.scene.user });
    await press({ subscription: key.subscriptionId, slotOn: key.slotOn });
    expect((await office.answer()).text).toContain('已经处理过了');
  });

  it('is for the owner of the subscription and for managers', async () => {
    const { key, slot } = await loseDigest('2019-06-24', 'U0OWNER');
    await press(slot);
    expect((await office.answer()).text).toContain('没有这项权限');
    expect(await slots.find(key)).toMatchObject({ state: 'unknown' });

    await press(slot, 'U0MANAGER');

    expect((await office.answer()).text).toContain('马上再发');
    expect(await slots.find(key)).toMatchObject({ repostedBy: 'U0MANAGER' });
  });

  it('is refused while the subscription rests, and when it is gone', async () => {
    const { key, slot } = await loseDigest('2019-06-24');
    await subscriptions.pause(key.subscriptionId, 'channel-gone', NOW);
    await press(slot);
    expect((await office.answer()).text).toContain('在暂停中');
    await subscriptions.remove(key.subscriptionId, NOW);
    await press(slot);
    expect((await office.answer()).text).toContain('已经删除了');

    expect(await slots.find(key)).toMatchObject({ state: 'unknown' });
  });

  it('answers a forged slot in plain words', async () => {
    const { key } = await loseDigest('2019-06-24');
    await press({ subscription: key.subscriptionId, slotOn: '1999-01-01' });
    expect((await office.answer()).text).toContain('已经处理过了');

    await press({ slot: 'x' });
    expect((await office.privateMessage()).text).toContain('已经过时');
  });
});

describe('/policy 诊断', () => {
  it('says what works: the channel, the scopes, the scheduler, rights, knowledge, holidays, next and last run', async () => {
    for (const { id } of await subscriptions.list()) await subscriptions.remove(id, NOW);
    const { id } = await subscriptions.add(
      makeNewSubscription({ channelId: office.bot.scene.channel }),
      new Date('2019-06-20T00:00:00Z'),
    );
    const slot = { slotOn: '2019-06-17', nominalOn: '2019-06-17', skippedFor: null };
    await slots.open([
      { ...slot, subscriptionId: id, dueAt: new Date('2019-06-17T01:00:00Z'), skip: 'holiday' },
    ]);

    const shown = readBlocks((await office.ask('诊断')).blocks);

    expect((await office.privateMessage()).text).toContain('试发一条');
    expect(shown).toContain('✅ 查报告在这个频道里，可以发言。');
    expect(shown).toContain('✅ 定时发送在正常运行。');
    expect(shown).toContain('您的权限：可以填报；不可以指定负责人和订阅。');
    expect(shown).toMatch(/知识版本 [0-9a-f]{12}，目标 141 项/u);
    expect(shown).toContain('已录入节假日安排的年份：2018、2019、2020、2026');
    expect(shown).toContain('下一次：6月24日 09:00');
    expect(shown).toContain('最近的进度通报：\n6月17日 没有发（节假日）');
  });

  it('says what does not: not in the channel, a revoked token; and raises no alarm where Slack does not tell scopes', async () => {
    office.bot.slack.fail('chat.postEphemeral', { error: 'not_in_channel' });
    const shown = readBlocks((await office.ask('诊断')).blocks);
    expect(shown).toContain('⚠️ 查报告不能在这个频道里发言（not_in_channel）');
    expect(shown).toContain('/invite');
    expect(shown).toContain('授权有效；这里读不到授权清单，没有核对。');

    office.bot.slack.fail('auth.test', { error: 'token_revoked' });
    expect(readBlocks((await office.ask('诊断')).blocks)).toContain(
      '⚠️ Slack 不认查报告的授权（token_revoked）',
    );
  });

  it('says that a year has no holidays on record, and that nothing is subscribed', async () => {
    office.bot.clock = new Date('2023-05-01T02:00:00Z');
    for (const { id } of await subscriptions.list()) await subscriptions.remove(id, NOW);

    const shown = readBlocks((await office.ask('诊断')).blocks);

    expect(shown).toContain('没有2023年，这一年只认周末');
    // The office has managers, and this person is none of them.
    expect(shown).toContain('这个频道没有订阅进度通报；要订阅，请找管理员');
  });
});
