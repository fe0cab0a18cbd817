import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  commandDelivery,
  mentionDelivery,
  pressDelivery,
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
  ])('that is $name gets 401 and nothing happens', async ({ signing }) => {
    const response = await bot.send(commandDelivery(bot.scene, '低保标准?'), signing);
    await bot.settle();

    expect(response.status).toBe(401);
    expect(bot.slack.calls).toEqual([]);
  });

  it('whose body was changed on the way gets 401', async () => {
    const { headers, body } = signDelivery(commandDelivery(bot.scene, '低保标准?'));

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

describe('a repeated delivery', () => {
  it('of a command is acknowledged and does nothing', async () => {
    const delivery = commandDelivery(bot.scene, '低保标准?');
    await bot.send(delivery);
    await bot.settle();

    const response = await bot.send(delivery);
    await bot.settle();

    expect(response.status).toBe(200);
    expect(bot.slack.callsOf('response_url')).toHaveLength(1);
  });

  it('of an event is acknowledged and does nothing, even when both come at once', async () => {
    const delivery = mentionDelivery(bot.scene, '低保标准?');

    const responses = await Promise.all([bot.send(delivery), bot.send(delivery), bot.send(delivery)]);
    await bot.settle();

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('of a pressed button is acknowledged and does nothing', async () => {
    await bot.send(commandDelivery(bot.scene, '低保标准?'));
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

    const response = await bot.send(commandDelivery(bot.scene, '低保标准?'));

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
      { ready: true, checks: { running: true, knowledge: true, database: true, slack: true, digests: true } },
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

    expect(log).toContain('slack.respond_failed');
    expect(log).not.toMatch(/不该出现|xoxb-|response_url":"http|test-signing-secret/u);
  });
});
