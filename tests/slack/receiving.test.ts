import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  commandDelivery,
  mentionDelivery,
  pressDelivery,
  signBody,
  signDelivery,
} from '../support/slack/deliveries.ts';
import { findButton } from '../support/slack/read-message.ts';
import { type Bot, startBot } from '../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.slack.reset());
afterAll(() => bot.stop());

const nowSeconds = () => Math.floor(Date.now() / 1000);

describe('a request', () => {
  it.each([
    { name: 'forged', signing: { secret: 'another secret' } },
    { name: 'stale', signing: { atSeconds: nowSeconds() - 6 * 60 } },
    { name: 'dated ahead', signing: { atSeconds: nowSeconds() + 6 * 60 } },
  ])('that is $name gets 401 and nothing happens', async ({ signing }) => {
    const response = await bot.send(commandDelivery(bot.scene, '低保标准？'), signing);
    await bot.settle();

    expect(response.status).toBe(401);
    expect(bot.slack.calls).toEqual([]);
  });

  it('whose body was changed on the way gets 401', async () => {
    const { headers, body } = signDelivery(commandDelivery(bot.scene, '低保标准？'));

    const response = await fetch(`${bot.address}/slack/events`, {
      method: 'POST',
      headers,
      body: `${body}&x=1`,
    });

    expect(response.status).toBe(401);
  });

  it('without a signature gets 401', async () => {
    const response = await fetch(`${bot.address}/slack/events`, { method: 'POST', body: 'x=1' });

    expect(response.status).toBe(401);
  });

  it.each(['/', '/slack', '/slack/install', '/readyz/x'])('to %s is not served', async (path) => {
    expect((await fetch(`${bot.address}${path}`)).status).toBe(404);
  });
});

describe('a request line', () => {
  /** `fetch` would mend most of these. */
  function requestRaw(line: string): Promise<string> {
    const { hostname, port } = new URL(bot.address);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.end(`${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
      );
      let answer = '';
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }

  it.each([
    'GET //',
    'GET /%',
    'GET /%E0%A4%A',
    'GET http://',
    'GET *',
    'GET //[',
    'POST //',
    'POST /slack/events?%',
    'OPTIONS *',
    `GET /${'x'.repeat(10_000)}`,
  ])('of %s is answered, and the next request too', async (line) => {
    expect(await requestRaw(line)).toMatch(/^HTTP\/1\.1 4\d\d /u);

    expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
  });
});

describe('a signed body', () => {
  const form = 'application/x-www-form-urlencoded';
  it.each([
    { contentType: 'application/json', body: 'null' },
    { contentType: 'application/json', body: '[]' },
    { contentType: 'application/json', body: '5' },
    { contentType: 'application/json', body: '这不是 JSON' },
    { contentType: 'application/json', body: '' },
    { contentType: 'application/json', body: '{"event":null}' },
    { contentType: 'application/json', body: '{"event":{}}' },
    { contentType: form, body: 'payload=null' },
    { contentType: form, body: 'payload=%5B%5D' },
    { contentType: form, body: 'payload={"actions":[]}' },
    { contentType: form, body: 'payload={' },
  ])('of $contentType “$body” gets 400, and the bot goes on', async ({ contentType, body }) => {
    const { headers } = signBody(body);

    const response = await fetch(`${bot.address}/slack/events`, {
      method: 'POST',
      headers: { ...headers, 'content-type': contentType },
      body,
    });

    expect(response.status).toBe(400);
    await bot.send(commandDelivery(bot.scene, '低保标准？'));
    expect((await bot.slack.take('response_url')).body.text).toContain('546元');
    expect(bot.lines.join('')).not.toContain('这不是');
  });

  it('that is larger than any of Slack’s gets 413', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) });

    const response = await fetch(`${bot.address}/slack/events`, {
      method: 'POST',
      headers: { ...signBody(body).headers, 'content-type': 'application/json' },
      body,
    });

    expect(response.status).toBe(413);
  });
});

describe('the health routes', () => {
  it('can be had on an address of their own, and then only there', async () => {
    const apart = await startBot({ HEALTH_HOST: '127.0.0.1', HEALTH_PORT: '0' });
    const { port, healthPort } = apart.application;

    expect(healthPort).not.toBe(port);
    expect((await fetch(`http://127.0.0.1:${healthPort}/readyz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${healthPort}/slack/events`, { method: 'POST' })).status).toBe(404);
    await apart.stop();
  });
});

describe('a repeated delivery', () => {
  it('of a command is acknowledged and does nothing', async () => {
    const delivery = commandDelivery(bot.scene, '低保标准？');
    await bot.send(delivery);
    await bot.settle();

    const response = await bot.send(delivery);
    await bot.settle();

    expect(response.status).toBe(200);
    expect(bot.slack.callsOf('response_url')).toHaveLength(1);
  });

  it('of an event is acknowledged and does nothing, even when both come at once', async () => {
    const delivery = mentionDelivery(bot.scene, '低保标准？');

    const responses = await Promise.all([bot.send(delivery), bot.send(delivery), bot.send(delivery)]);
    await bot.settle();

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('of a pressed button is acknowledged and does nothing', async () => {
    await bot.send(commandDelivery(bot.scene, '低保标准？'));
    const { body } = await bot.slack.take('response_url');
    const press = pressDelivery({ ...bot.scene, isEphemeral: true }, findButton(body.blocks, '看上下文'));
    await bot.send(press);
    await bot.send(press);
    await bot.settle();

    expect(bot.slack.callsOf('response_url')).toHaveLength(2);
  });
});

describe('an acknowledgement', () => {
  it('comes before the answer', async () => {
    const release = bot.slack.hold('response_url');

    const response = await bot.send(commandDelivery(bot.scene, '低保标准？'));

    expect(response.status).toBe(200);
    expect(bot.slack.calls).toEqual([]);
    release();
    await bot.slack.take('response_url');
  });
});

describe('health', () => {
  it('says that the process answers', async () => {
    const response = await fetch(`${bot.address}/healthz`);

    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it('says that everything needed is there', async () => {
    const response = await fetch(`${bot.address}/readyz`);

    expect([response.status, await response.json()]).toEqual([
      200,
      {
        ready: true,
        checks: { running: true, knowledge: true, answers: true, database: true, slack: true, digests: true },
      },
    ]);
  });
});

describe('the log', () => {
  it('holds no question, token or response_url at any level', async () => {
    bot.slack.fail('response_url', { status: 404 });
    bot.slack.fail('chat.postEphemeral', { error: 'channel_not_found' });
    await bot.send(commandDelivery(bot.scene, '这句话不该出现在日志里'));
    await bot.send(mentionDelivery(bot.scene, '这句话不该出现在日志里'));
    await bot.settle();

    const log = bot.lines.join('');

    expect(log).toContain('slack.send_failed');
    expect(log).not.toMatch(/不该出现|xoxb-|response_url":"http|test-signing-secret/u);
  });
});
