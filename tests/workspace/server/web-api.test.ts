import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT_TOKEN } from '../support/sampler-bot.ts';
import { createSlackClient } from '../support/slack-client.ts';
import { startSampler } from '../support/start-sampler.ts';

const CHANNEL = 'C0POLICY01';

describe('the Web API', () => {
  let workspace: Awaited<ReturnType<typeof startSampler>>;
  let client: WebClient;

  beforeAll(async () => {
    workspace = await startSampler();
    client = createSlackClient(workspace.url, BOT_TOKEN);
  });
  afterAll(() => workspace.stop());

  it('tells a bot who it is', async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, user: '样例助手', user_id: 'U0LOCALBOT' });
  });

  it('posts, updates and deletes a message of the bot', async () => {
    const posted = await client.chat.postMessage({ channel: CHANNEL, text: '一' });
    const ts = String(posted.ts);
    const updated = await client.chat.update({ channel: CHANNEL, ts, text: '二' });
    const deleted = await client.chat.delete({ channel: CHANNEL, ts });

    expect(updated).toMatchObject({ ok: true, ts, text: '二' });
    expect(deleted.ok).toBe(true);
    await expect(client.chat.update({ channel: CHANNEL, ts, text: '三' })).rejects.toMatchObject({
      data: { error: 'message_not_found' },
    });
  });

  it('takes files in three steps and shares them in a conversation, where people fetch them', async () => {
    const content = Buffer.from([0x50, 0x4b, 0, 0xff]);
    const place = (await client.apiCall('files.getUploadURLExternal', {
      filename: '六月.docx',
      length: content.length,
    })) as unknown as { readonly upload_url: string; readonly file_id: string };
    const share = (file: string, channel = CHANNEL) =>
      client.apiCall('files.completeUploadExternal', {
        channel_id: channel,
        files: JSON.stringify([{ id: file, title: '六月.docx' }]),
      });
    const upload = () => fetch(place.upload_url, { method: 'POST', body: content });

    await expect(share(place.file_id)).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    expect((await fetch(`${workspace.url}file/${place.file_id}`)).status).toBe(404);
    expect((await upload()).status).toBe(200);
    expect((await upload()).status).toBe(404);
    await expect(share(place.file_id, 'U0ADMIN001')).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    expect(await share(place.file_id)).toMatchObject({ ok: true, files: [{ title: '六月.docx' }] });

    const fetched = await fetch(`${workspace.url}file/${place.file_id}`);
    expect(fetched.headers.get('content-disposition')).toContain(encodeURIComponent('六月.docx'));
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(content);
  });

  it('opens a direct message when it is given a person instead of a channel', async () => {
    const posted = await client.chat.postMessage({ channel: 'U0ADMIN001', text: '只给你' });

    expect(posted.channel).toBe('D0DIRECT02');
  });

  it.each([
    { what: 'a method it does not have', call: ['files.list', {}], error: 'unknown_method' },
    {
      what: 'an unknown channel',
      call: ['chat.postMessage', { channel: 'C404', text: '喂' }],
      error: 'channel_not_found',
    },
    {
      what: 'an empty message',
      call: ['chat.postMessage', { channel: CHANNEL, text: '' }],
      error: 'no_text',
    },
    {
      what: 'a scope the manifest does not ask for',
      call: ['conversations.list', {}],
      error: 'missing_scope',
    },
    { what: 'an unknown person', call: ['users.info', { user: 'U404' }], error: 'user_not_found' },
    {
      what: 'an invented trigger id',
      call: ['views.open', { trigger_id: 'x', view: {} }],
      error: 'invalid_trigger_id',
    },
    { what: 'missing arguments', call: ['chat.update', {}], error: 'invalid_arguments' },
    {
      what: 'blocks Slack does not accept',
      call: ['chat.postMessage', { channel: CHANNEL, text: '坏', blocks: [{ type: 'banner' }] }],
      error: 'invalid_blocks',
    },
  ] as const)('refuses $what with $error', async ({ call: [method, args], error }) => {
    await expect(client.apiCall(method, args)).rejects.toMatchObject({ data: { ok: false, error } });
  });

  it.each([
    { token: 'xoxb-someone-else', error: 'invalid_auth' },
    { token: '', error: 'not_authed' },
  ])('answers $error to the token "$token"', async ({ token, error }) => {
    const stranger = createSlackClient(workspace.url, token);

    await expect(stranger.auth.test()).rejects.toMatchObject({ data: { error } });
  });

  it('refuses other names of its address, so that no foreign page reaches it', async () => {
    const { request } = await import('node:http');
    const { port } = new URL(workspace.url);
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });

    expect(status).toBe(403);
  });
});
