import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../src/workspace/protocol.ts';
import { askPage, readSnapshot } from '../support/slack-client.ts';
import { startSampler } from '../support/start-sampler.ts';

const CHANNEL = 'C0POLICY01';
const STAFF = { userId: 'U0STAFF001', sessionId: 'tab' };
const ADMIN = { userId: 'U0ADMIN001', sessionId: 'other-tab' };

describe('what people do', () => {
  let workspace: Awaited<ReturnType<typeof startSampler>>;

  beforeEach(async () => {
    workspace = await startSampler();
  });
  afterEach(() => workspace.stop());

  const send = (body: object) => askPage(workspace.url, 'send', { channelId: CHANNEL, ...body });
  const messagesOf = async (viewer = STAFF) => (await readSnapshot(workspace.url, viewer)).messages;
  const findMessage = (text: string, viewer = STAFF): Promise<Message> =>
    vi.waitFor(async () => {
      const found = (await messagesOf(viewer)).find((message) => message.text.includes(text));
      if (found === undefined) throw new Error(`no message with ${text}`);
      return found;
    });

  const findModal = () =>
    vi.waitFor(async () => {
      const [modal] = (await readSnapshot(workspace.url, STAFF)).modals;
      if (modal === undefined) throw new Error('no modal yet');
      return modal;
    });
  const submitForm = (viewId: string, amount: string | null) =>
    askPage(workspace.url, 'submit', {
      viewId,
      values: {
        amount: { value: { type: 'number_input', value: amount } },
        day: { value: { type: 'datepicker', selected_date: '2019-06-24' } },
      },
    });

  it('shows the answer to a command only to the person who used it', async () => {
    await send({ text: '/sampler 低保 <b>&' });

    expect(await findMessage('只对你说')).toMatchObject({ visibleTo: STAFF.userId });
    expect(await messagesOf(ADMIN)).toEqual([]);
  });

  it('refuses a command in a thread and one nobody knows', async () => {
    expect(await send({ text: '/sampler 块', threadTs: '1.1' })).toMatchObject({ ok: false });
    expect(await send({ text: '/nothing' })).toEqual({
      ok: false,
      error: '/nothing 不是这个工作区里的命令。',
    });
  });

  it('sends a mention to the bot, which answers in the thread', async () => {
    await send({ text: '@样例助手 在吗' });
    const answer = await findMessage('在讨论串里回答');
    const question = await findMessage('在吗');

    expect(answer.threadTs).toBe(question.ts);
    expect(question.text).toBe('<@U0LOCALBOT> 在吗');
  });

  it('sends the bot its own direct messages too, and only the person sees them', async () => {
    await send({ channelId: 'D0DIRECT01', text: 'a < b' });

    const answer = await findMessage('你说的是');
    expect(answer.text).toBe('你说的是:a &lt; b');
    const inspection = await askPage(workspace.url, 'inspect', { messageId: answer.id });
    expect(inspection).toMatchObject({ stages: '问题:a &lt; b' });
    expect(await messagesOf(ADMIN)).toEqual([]);
    expect(await messagesOf()).toHaveLength(2);
  });

  it('shows a refused message with the code, and gives the bot the same code', async () => {
    await send({ text: '/sampler 太长' });

    await findMessage('被拒绝:invalid_blocks');
    expect((await messagesOf()).find(({ refusal }) => refusal)).toMatchObject({
      refusal: { error: 'invalid_blocks', details: [expect.stringContaining('3001')] },
    });
  });

  it('sends a press with what was pressed, and takes the answer at the response url', async () => {
    await send({ text: '/sampler 块' });
    const { id, blocks } = await findMessage('各种块');
    const block = blocks.find(({ type }) => type === 'actions');
    const press = (actionId: string) =>
      askPage(workspace.url, 'press', {
        surface: { kind: 'message', id },
        blockId: block?.block_id,
        actionId,
        value: { type: 'button', value: 'v' },
      });

    expect(await press('press')).toEqual({ ok: true });
    expect((await findMessage('收到')).text).toContain('"value":"v"');
    expect(await press('gone')).toMatchObject({ ok: false });
  });

  it('checks required fields itself, then shows the errors of the bot, then closes', async () => {
    await send({ text: '/sampler 表单' });
    const { id } = await findModal();
    const submit = (amount: string | null) => submitForm(id, amount);

    expect(await submit(null)).toMatchObject({ fieldErrors: { amount: '请填写此项。' } });
    expect(await submit('十')).toMatchObject({ fieldErrors: { amount: '请填数字。' } });
    expect(await submit('5')).toMatchObject({ fieldErrors: { amount: '要大于 10,请再看一眼。' } });
    expect(await submit('50')).toEqual({ ok: true });
    const { id: messageId } = await findMessage('记下了 50');
    expect((await readSnapshot(workspace.url, STAFF)).modals).toEqual([]);
    expect(await askPage(workspace.url, 'inspect', { messageId })).toMatchObject({
      exchanges: [{ name: 'view_submission form' }, { name: 'chat.postEphemeral' }],
    });
  });

  it('puts the modal the bot answers a submission with over the one submitted', async () => {
    await send({ text: '/sampler 表单' });
    const { id } = await findModal();
    expect(await submitForm(id, '11')).toEqual({ ok: true });

    expect((await readSnapshot(workspace.url, STAFF)).modals).toMatchObject([
      { id, content: { title: { text: '填一张表' } } },
      { previousId: id, content: { title: { text: '再看一眼' } } },
    ]);
  });

  it('opens a modal only in the tab that asked for it', async () => {
    await send({ text: '/sampler 表单' });
    await vi.waitFor(async () => expect((await readSnapshot(workspace.url, STAFF)).modals).toHaveLength(1));

    expect((await readSnapshot(workspace.url, { ...STAFF, sessionId: 'second' })).modals).toEqual([]);
  });

  it('tells the bot about a closed modal', async () => {
    await send({ text: '/sampler 表单' });
    await vi.waitFor(async () => {
      const [modal] = (await readSnapshot(workspace.url, STAFF)).modals;
      expect(
        await askPage(workspace.url, 'close', { viewId: modal?.id ?? '', which: 'this-view' }),
      ).toBeTruthy();
      expect(modal).toBeDefined();
    });

    await findMessage('没有提交');
  });

  it('runs a shortcut on a message', async () => {
    await send({ text: '原话' });
    const { id } = await findMessage('原话');
    await askPage(workspace.url, 'shortcut', { callbackId: 'echo_message', messageId: id });

    await findMessage('回声:原话');
  });

  it('lets the bot publish its home when it is opened', async () => {
    await askPage(workspace.url, 'home', { tab: 'home' });

    await vi.waitFor(async () =>
      expect((await readSnapshot(workspace.url, STAFF)).home?.content.blocks[0]).toMatchObject({
        text: { text: '样例主页' },
      }),
    );
    expect((await readSnapshot(workspace.url, ADMIN)).home).toBeNull();
  });

  it('traces a message to what was sent and what the bot did, with the limits it uses', async () => {
    await send({ text: '/sampler 块' });
    const { id } = await findMessage('各种块');
    const inspection = await askPage(workspace.url, 'inspect', { messageId: id });

    expect(inspection).toMatchObject({
      exchanges: [
        { direction: 'to-bot', name: 'command /sampler', payload: { text: '块' } },
        { direction: 'from-bot', name: 'chat.postMessage' },
      ],
      usage: expect.arrayContaining([{ name: '块数', used: 13, limit: 50 }]),
      stages: '问题:块',
    });
    expect(JSON.stringify(inspection)).not.toContain('xoxb-');
  });

  it('moves the clock, tells whoever runs the bot, and dates messages by it', async () => {
    await askPage(workspace.url, 'clock', { instant: '2019-06-24T01:00:00.000Z' });
    await send({ text: '周一' });

    expect(workspace.clockMoves[0]?.toISOString()).toMatch(/^2019-06-24T01:00:00/);
    expect((await findMessage('周一')).ts).toMatch(/^15613380\d\d\./);
  });

  it('starts over on reset, with the bot still there', async () => {
    await send({ text: '旧话' });
    await askPage(workspace.url, 'reset', {});
    expect(await messagesOf()).toEqual([]);

    await send({ text: '/sampler 新话' });
    await findMessage('只对你说:新话');
  });

  it('can be reset again when the bot did not start, and when two tabs ask at once', async () => {
    workspace.breakBot(true);
    expect(await askPage(workspace.url, 'reset', {})).toMatchObject({
      ok: false,
      error: expect.stringContaining('no bot today'),
    });
    workspace.breakBot(false);
    const both = [askPage(workspace.url, 'reset', {}), askPage(workspace.url, 'reset', {})];
    expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);

    await send({ text: '/sampler 又好了' });
    await findMessage('只对你说:又好了');
  });

  it.each([
    { what: 'a person who is not here', body: { userId: 'U404', channelId: CHANNEL, text: '喂' } },
    { what: 'a request without its fields', body: {} },
  ])('refuses $what', async ({ body }) => {
    expect(await askPage(workspace.url, 'send', body)).toEqual({ ok: false, error: '请求的格式不对。' });
  });
});
