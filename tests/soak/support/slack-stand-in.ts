import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Meeting, meet, sendJson } from '../../faults/support/meetings.ts';
import type { Delivery } from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';

/** The ways in which a call is not met as it should be, besides which it may be slow. */
export const MISBEHAVIOURS: readonly Meeting[] = [
  'accept-hang',
  'accept-cut',
  'accept-500',
  'accept-garbage',
  'accept-drip',
  'turn-hang',
  'turn-cut',
  'turn-500',
  'turn-503',
  'turn-429',
  'turn-429-bare',
  'turn-404',
  'turn-garbage',
  'turn-empty',
  { error: 'internal_error' },
  { error: 'invalid_blocks' },
];

/** How calls that send something are met from now on, and after how long. */
export type Weather = (call: { readonly method: string; readonly place: string }) => {
  readonly meeting: Meeting;
  readonly afterMs: number;
};

export const CALM: Weather = () => ({ meeting: 'accept', afterMs: 0 });

/** Slack's side of the wire on the loopback interface, for bots that are processes of their own. */
export type SlackStandIn = {
  readonly apiUrl: string;
  responseUrl(person: string): string;
  setWeather(weather: Weather): void;
  /** Whether the bot may read the history of channels, which its manifest does not ask for. */
  allowHistory(isAllowed: boolean): void;
  /** Texts that a person or channel was shown, digests left out. */
  shownTo(place: string): readonly string[];
  /** How often each digest, `subscription/day`, was shown. */
  countDigests(): ReadonlyMap<string, number>;
  /** Digests of which their owner was told that nobody knows whether they were shown. */
  toldUnknown(): ReadonlySet<string>;
  /** Connections by Socket Mode that are open now. */
  sockets(): number;
  /**
   * Delivers over one of the open connections and resolves with what the acknowledgement says; undefined when the
   * connection breaks before.
   */
  deliver(delivery: Delivery, choose: (count: number) => number): Promise<CallBody | undefined>;
  /** Sends anything at all over an open connection. */
  push(frame: string | Buffer): void;
  /** Forgets what people were shown. */
  forgetShown(): void;
  close(): Promise<void>;
};

const SOCKET_TYPES = {
  command: 'slash_commands',
  interaction: 'interactive',
  event: 'events_api',
} as const;

/** These say who the bot is and let it in; a bot that is not let in does not start. */
const ALWAYS_CALM: ReadonlySet<string> = new Set(['auth.test', 'apps.connections.open']);

type Post = { readonly channel: string; readonly ts: string; readonly metadata: unknown };

export async function startSlackStandIn(): Promise<SlackStandIn> {
  const shown = new Map<string, string[]>();
  const digests = new Map<string, number>();
  const unknown = new Set<string>();
  const posts: Post[] = [];
  const connections = new Map<WebSocket, Map<string, (payload: CallBody | undefined) => void>>();
  let weather = CALM;
  let isHistoryAllowed = false;
  let serial = 0;

  function keep(place: string, form: CallBody): string {
    serial += 1;
    const ts = `${Math.floor(Date.now() / 1_000)}.${String(serial).padStart(6, '0')}`;
    const metadata = form.metadata ? JSON.parse(form.metadata) : undefined;
    if (metadata) {
      const { subscription_id, slot_on } = metadata.event_payload;
      const slot = `${subscription_id}/${slot_on}`;
      digests.set(slot, (digests.get(slot) ?? 0) + 1);
      posts.push({ channel: place, ts, metadata });
      return ts;
    }
    for (const slot of slotsIn(form.blocks)) unknown.add(slot);
    shown.set(place, [...(shown.get(place) ?? []), String(form.text ?? '')]);
    return ts;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, path = '', name = ''] = (request.url ?? '').split('/');
    const form = await readForm(request);
    const method = path === 'api' ? name : path;
    const place = path === 'api' ? String(form.user ?? form.channel ?? '') : name;
    if (method === 'conversations.history') {
      const messages = posts.filter(({ channel }) => channel === place).toReversed();
      sendJson(
        response,
        200,
        isHistoryAllowed ? { ok: true, messages } : { ok: false, error: 'missing_scope' },
      );
      return;
    }
    const { meeting, afterMs } = ALWAYS_CALM.has(method)
      ? CALM({ method, place })
      : weather({ method, place });
    if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
    const isSent = method === 'response_url' || method.startsWith('chat.');
    const isAccepted = typeof meeting === 'string' && meeting.startsWith('accept');
    const ts = isSent && isAccepted ? keep(place, form) : '1.1';
    meet(meeting, response, () => answerWell(response, { method, place, ts }));
  }

  function answerWell(
    response: ServerResponse,
    { method, place, ts }: { readonly method: string; readonly place: string; readonly ts: string },
  ): void {
    if (method === 'response_url') response.end('ok');
    else if (method === 'auth.test') sendJson(response, 200, { ok: true, user_id: 'U0BOT', team_id: 'T1' });
    else if (method === 'apps.connections.open') sendJson(response, 200, { ok: true, url: socketUrl });
    else sendJson(response, 200, { ok: true, channel: place, ts, message_ts: ts, view: { id: 'V1' } });
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${portOf(server.address())}`;

  const socketServer = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => socketServer.once('listening', resolve));
  const socketUrl = `ws://127.0.0.1:${portOf(socketServer.address())}`;
  socketServer.on('connection', (socket) => {
    const waiting = new Map<string, (payload: CallBody | undefined) => void>();
    connections.set(socket, waiting);
    socket.on('message', (data: RawData) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      waiting.get(id)?.(payload ?? {});
      waiting.delete(id);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      connections.delete(socket);
      for (const resolve of waiting.values()) resolve(undefined);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });

  return {
    apiUrl: `${base}/api/`,
    responseUrl: (person) => `${base}/response_url/${person}`,
    setWeather(next) {
      weather = next;
    },
    allowHistory(isAllowed) {
      isHistoryAllowed = isAllowed;
    },
    shownTo: (place) => shown.get(place) ?? [],
    countDigests: () => digests,
    toldUnknown: () => unknown,
    sockets: () => connections.size,
    deliver({ kind, body }, choose) {
      const [socket, waiting] = [...connections][choose(connections.size)] ?? [];
      if (!socket || !waiting) return Promise.resolve(undefined);
      const id = randomUUID();
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        socket.send(
          JSON.stringify({
            type: SOCKET_TYPES[kind],
            envelope_id: id,
            payload: body,
            accepts_response_payload: kind !== 'event',
          }),
        );
      });
    },
    push(frame) {
      const [socket] = connections.keys();
      socket?.send(frame, { binary: typeof frame !== 'string' });
    },
    forgetShown: () => shown.clear(),
    async close() {
      for (const socket of connections.keys()) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => socketServer.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address ? address.port : 0;
}

async function readForm(request: IncomingMessage): Promise<CallBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks).toString();
  if (request.headers['content-type']?.includes('json')) return JSON.parse(raw);
  return Object.fromEntries(new URLSearchParams(raw));
}

/** Slots that buttons of a message are about; there are some only where their owner is asked about one. */
function slotsIn(blocks: unknown): string[] {
  const text = typeof blocks === 'string' ? blocks : JSON.stringify(blocks ?? '');
  const parts = [...text.replaceAll('\\', '').matchAll(/"subscription":"([^"]+)","slotOn":"([^"]+)"/gu)];
  return parts.map(([, subscription, day]) => `${subscription}/${day}`);
}
