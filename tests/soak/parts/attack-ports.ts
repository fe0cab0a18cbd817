import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fillIn, formDelivery } from '../../faults/support/forms.ts';
import {
  commandDelivery,
  type Delivery,
  mentionDelivery,
  messageDelivery,
  pressDelivery,
  type Scene,
  shortcutDelivery,
  signBody,
  signDelivery,
} from '../../support/slack/deliveries.ts';
import { askAll } from '../support/ask.ts';
import type { BotProcess } from '../support/bot-process.ts';
import type { Counts } from '../support/counts.ts';
import type { Random } from '../support/random.ts';
import { createWorld, type Transport, type World } from '../support/world.ts';

/** How long a connection that says nothing sensible is held before it is let go. */
const HOLD_MS = 30;

/** No answer by then: counted as none. */
const ANSWER_DEADLINE_MS = 10_000;

const REQUEST_LINES: readonly string[] = [
  'GET // HTTP/1.1',
  'GET /\\ HTTP/1.1',
  'GET http://[ HTTP/1.1',
  'GET //[::1 HTTP/1.1',
  'GET /%E0%A4%A HTTP/1.1',
  'GET /healthz?%00 HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT x:1 HTTP/1.1',
  'POST /slack/events HTTP/1.1\r\ncontent-length: 1000000',
  'POST /slack/events HTTP/1.1\r\ncontent-length: -1',
  'POST /slack/events HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz',
  'GET /readyz HTTP/1.1\r\nupgrade: websocket\r\nconnection: upgrade',
  'PRI * HTTP/2.0',
  'GET / HTTP/9.9',
  '\u0016\u0003\u0001\u0002',
  '',
];

/** Sends what nobody should, to every port and socket there is, and then asks whether the bot still answers. */
export async function attackPorts(random: Random, transport: Transport, count: number): Promise<Counts> {
  const world = await createWorld({ random, transport });
  const bot = await world.startBot({ HEALTH_HOST: '127.0.0.1', HEALTH_PORT: '0' });
  for (let sent = 0; sent < count; sent += 8) {
    await Promise.all(
      Array.from({ length: Math.min(8, count - sent) }, () => attackOnce(world, transport, bot)),
    );
  }
  const health = await fetch(`http://127.0.0.1:${bot.healthPort}/healthz`).catch(() => undefined);
  if (health?.status !== 200) world.counts.broken.push('/healthz no longer answers');
  if (transport === 'http') await askAll(world, bot, ['低保标准?', '养老机构有多少张床位']);
  else if (world.slack.sockets() === 0) await wait(3_000);
  world.counts.notes.push(`${count} payloads`);
  await world.close();
  return world.counts;
}

async function attackOnce({ random, slack }: World, transport: Transport, bot: BotProcess): Promise<void> {
  if (random.chance(0.3)) {
    await sendRaw(random.pick([bot.port, bot.healthPort]), rawRequest(random));
    return;
  }
  const scene = { user: 'U9', channel: 'C9', responseUrl: slack.responseUrl('U9') };
  const delivery = damageDelivery(random, scene);
  if (transport === 'socket') {
    slack.push(damageFrame(random, delivery));
    return;
  }
  const { headers, body } = signDelivery(delivery, {
    ...(random.chance(0.1) ? { secret: 'wrong' } : {}),
    ...(random.chance(0.1) ? { atSeconds: Date.now() / 1_000 + random.between(-1e6, 1e6) } : {}),
  });
  const isText = random.chance(0.2);
  const text = isText ? randomText(random) : body;
  await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
    method: 'POST',
    headers: { ...headers, ...(isText ? signBody(text).headers : {}) },
    body: text,
    signal: AbortSignal.timeout(ANSWER_DEADLINE_MS),
  }).catch(() => undefined);
}

/** What Slack delivers, with any part of it left out or turned into something else. */
function damageDelivery(random: Random, scene: Scene): Delivery {
  const press = { type: 'button', action_id: random.pick(['share', 'target_record', 'x']), value: '{}' };
  const delivery = random.pick([
    commandDelivery(scene, random.pick(['低保标准?', '目标', '诊断', ''])),
    mentionDelivery(scene, '<@U0BOT> 低保标准?'),
    messageDelivery({ ...scene, channel: 'D9' }, '低保标准?'),
    pressDelivery(scene, press),
    shortcutDelivery(scene, '低保标准?'),
    formDelivery('U9', fillIn(random.between(1, 1_000), '2019-1-3-01').view),
  ]);
  let { body } = delivery;
  for (let change = random.between(0, 3); change > 0; change -= 1) body = damageValue(random, body);
  // A form needs names and values; anything else goes as it is.
  const isForm = typeof body === 'object' && body !== null && !Array.isArray(body);
  return { kind: isForm ? delivery.kind : 'event', body };
}

// biome-ignore lint/suspicious/noExplicitAny: any part of a payload may become anything
function damageValue(random: Random, value: any): any {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return randomValue(random);
  const keys = Object.keys(value);
  if (keys.length === 0) return randomValue(random);
  const key = random.pick(keys);
  const copy = structuredClone(value);
  if (random.chance(0.3)) delete copy[key];
  else copy[key] = damageValue(random, copy[key]);
  return copy;
}

function randomValue(random: Random): unknown {
  return random.pick<unknown>([
    null,
    [],
    {},
    [null],
    0,
    -1,
    1e308,
    true,
    '',
    'disconnected',
    '__proto__',
    '<!channel>',
    '字'.repeat(random.between(1, 5_000)),
    { type: 'message' },
    { __proto__: { polluted: true } },
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}'),
  ]);
}

function randomText(random: Random): string {
  return random.pick([
    'null',
    '[]',
    '5',
    '"text"',
    '{}',
    '{"type":"url_verification"}',
    'payload=',
    'payload=null',
    'payload=%7B',
    'command=/policy',
    '{"type":"event_callback","event":null}',
    '[{"type":"event_callback"}]',
    'not JSON',
    '',
    '{'.repeat(random.between(1, 20_000)),
    '['.repeat(random.between(1, 20_000)),
    'x'.repeat(random.between(1, 300_000)),
  ]);
}

function damageFrame(random: Random, delivery: Delivery): string | Buffer {
  if (random.chance(0.05)) return Buffer.from(Array.from({ length: 64 }, () => random.between(0, 255)));
  if (random.chance(0.3)) return randomText(random);
  const frame = {
    type: random.pick(['events_api', 'slash_commands', 'interactive', 'hello', 'warning', 'x']),
    envelope_id: `e${random.between(1, 1e9)}`,
    payload: delivery.body,
    accepts_response_payload: true,
  };
  const damaged = random.chance(0.5) ? damageValue(random, frame) : frame;
  return JSON.stringify(damaged) ?? '';
}

function rawRequest(random: Random): string {
  if (random.chance(0.1)) {
    return `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(random.between(1, 100_000))}\r\n\r\n`;
  }
  const line = random.pick(REQUEST_LINES);
  return random.chance(0.2) ? line : `${line}\r\nhost: x\r\n\r\n`;
}

function sendRaw(port: number, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from(text, 'latin1'));
      setTimeout(() => socket.destroy(), HOLD_MS);
    });
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.on('close', () => resolve());
  });
}
