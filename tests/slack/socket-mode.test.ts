import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  commandDelivery,
  mentionDelivery,
  messageDelivery,
  pressDelivery,
  submissionDelivery,
} from '../support/slack/deliveries.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { findOption } from '../support/slack/read-message.ts';
import { type SocketServer, startSocketServer } from '../support/slack/socket-server.ts';
import { type Bot, startBotOn } from '../support/slack/start-bot.ts';

let socket: SocketServer;
let bot: Bot;
beforeAll(async () => {
  socket = await startSocketServer();
  const slack = await startFakeSlack();
  slack.socketUrl = socket.url;
  bot = await startBotOn(slack, { SLACK_APP_TOKEN: 'xapp-test' });
});
beforeEach(() => bot.slack.reset());
afterAll(async () => {
  await bot.stop();
  await socket.close();
});

describe('Socket Mode', () => {
  it('answers a command', async () => {
    await socket.deliver(commandDelivery(bot.scene, '低保标准？'));

    expect((await bot.slack.take('response_url')).body.text).toContain('546元');
  });

  it('answers a mention and a direct message', async () => {
    await socket.deliver(mentionDelivery(bot.scene, '低保标准？'));
    expect((await bot.slack.take('chat.postMessage')).body.channel).toBe(bot.slack.channel);

    await socket.deliver(messageDelivery({ ...bot.scene, channel: bot.slack.directChannel }, '低保标准？'));
    expect((await bot.slack.take('chat.postMessage')).body.channel).toBe(bot.slack.directChannel);
  });

  it('acknowledges a form with what is missing', async () => {
    await socket.deliver(commandDelivery(bot.scene, '低保标准？'));
    const { blocks } = (await bot.slack.take('response_url')).body;
    await socket.deliver(pressDelivery({ ...bot.scene, isEphemeral: true }, findOption(blocks, '需要人工')));
    const { view } = (await bot.slack.take('views.open')).body;

    expect(await socket.deliver(submissionDelivery(bot.scene, view, ''))).toMatchObject({
      response_action: 'errors',
    });
  });

  it('acknowledges a repeated delivery and does nothing', async () => {
    const delivery = mentionDelivery(bot.scene, '低保标准？');
    await socket.deliver(delivery);
    await socket.deliver(delivery);
    await bot.settle();

    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('serves the health routes and nothing else', async () => {
    const ready = await fetch(`${bot.address}/readyz`);

    expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true, checks: { slack: true } }]);
    expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.address}/slack/events`, { method: 'POST' })).status).toBe(404);
  });
});

describe('what comes in over the socket', () => {
  it.each([
    'null',
    '[]',
    '5',
    '"text"',
    '{}',
    'not JSON',
    '',
    '{"type":"events_api","envelope_id":"e"}',
    '{"type":"events_api","envelope_id":"e","payload":null}',
    '{"type":"events_api","envelope_id":"e","payload":{}}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":null}}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":{"type":"disconnected"}}}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":{"type":"message","channel":null}}}',
    '{"type":"events_api","payload":{"event":{"type":"app_mention"}}}',
    '{"type":"interactive","envelope_id":"e","payload":[]}',
    '{"type":"interactive","envelope_id":"e","payload":{"type":"block_actions","actions":[]}}',
    '{"type":"interactive","envelope_id":"e","payload":{"type":"block_actions","actions":[null]}}',
    '{"type":"interactive","envelope_id":"e","payload":{"type":"view_submission","view":null}}',
    '{"type":"slash_commands","envelope_id":"e","payload":{"command":null}}',
    '{"type":"slash_commands","envelope_id":"e","payload":{"command":"/policy"}}',
    '{"type":"disconnected"}',
    '{"type":"ws_message"}',
    '{"type":"slack_event"}',
    '{"type":"error"}',
    '{"type":"close"}',
    Buffer.from([0xff, 0x00, 0xfe]),
  ])('may be %s: the next command is answered', async (frame) => {
    socket.push(frame);

    await socket.deliver(commandDelivery(bot.scene, '低保标准？'));

    expect((await bot.slack.take('response_url')).body.text).toContain('546元');
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(200);
    await bot.settle();
  });

  it.each(['disconnect frame', 'broken connection'])('may be a %s: the bot connects again', async (how) => {
    const again = socket.reconnected();
    if (how === 'disconnect frame') socket.push('{"type":"disconnect","reason":"refresh_requested"}');
    else socket.cut();
    await again;

    await socket.deliver(commandDelivery(bot.scene, '低保标准？'));

    expect((await bot.slack.take('response_url')).body.text).toContain('546元');
  });

  it('may stop while Slack refuses new connections: the bot goes on trying', async () => {
    bot.slack.fail('apps.connections.open', { error: 'invalid_auth' });
    const again = socket.reconnected();
    socket.cut();
    await bot.slack.take('apps.connections.open');
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(503);
    bot.slack.reset();
    await again;

    await socket.deliver(commandDelivery(bot.scene, '低保标准？'));

    expect((await bot.slack.take('response_url')).body.text).toContain('546元');
  });
});

describe('an app token that Slack refuses', () => {
  it('ends the start with one clear reason', async () => {
    const slack = await startFakeSlack();

    await expect(startBotOn(slack, { SLACK_APP_TOKEN: 'xapp-bad' })).rejects.toMatchObject({
      code: 'slack_failed',
      message: expect.stringMatching(/invalid_auth.*SLACK_APP_TOKEN/u),
    });
    await slack.close();
  });
});
