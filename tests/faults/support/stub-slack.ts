import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * How the stub meets one request to post. `accept-…` keeps the message; `turn-…` does not. The part after says what
 * the caller gets to know of it.
 */
export type Behaviour =
  | 'accept'
  | 'accept-500'
  | 'accept-hang'
  | 'accept-cut'
  | 'turn-429'
  | 'turn-500'
  | 'turn-503'
  | 'turn-hang'
  | 'turn-cut'
  | 'turn-blocks'
  | 'is_archived'
  | 'token_revoked';

export type PostedMessage = {
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
  /** `subscription/day` from the metadata; empty for messages that are no digest. */
  readonly slot: string;
  readonly metadata: unknown;
  readonly ts: string;
};

/** A Web API on the loopback interface that records what it accepted. */
export type StubSlack = {
  readonly url: string;
  /** Every message kept, digests and others, in order. */
  readonly messages: readonly PostedMessage[];
  /** Digests kept, by slot. */
  countBySlot(): ReadonlyMap<string, number>;
  requests(): number;
  /** What happens to the next requests to post a digest; afterwards everything is accepted. */
  script(...behaviours: readonly Behaviour[]): void;
  /** Whether history may be read; off as with the scopes the bot ships with. */
  allowHistory(isAllowed: boolean): void;
  /** How direct messages to people are met from now on. */
  meetDirect(behaviour: 'accept' | 'turn-cut' | 'token_revoked'): void;
  close(): Promise<void>;
};

export async function startStubSlack(): Promise<StubSlack> {
  const messages: PostedMessage[] = [];
  const sockets = new Set<Socket>();
  const scripted: Behaviour[] = [];
  let historyAllowed = false;
  let direct: 'accept' | 'turn-cut' | 'token_revoked' = 'accept';
  let requests = 0;
  let serial = 0;

  function keep(form: URLSearchParams): PostedMessage {
    serial += 1;
    const metadata = JSON.parse(form.get('metadata') ?? 'null');
    const payload = metadata?.event_payload;
    const message = {
      channel: form.get('channel') ?? '',
      text: form.get('text') ?? '',
      blocks: JSON.parse(form.get('blocks') ?? '[]'),
      slot: payload ? `${payload.subscription_id}/${payload.slot_on}` : '',
      metadata,
      ts: `1561338000.${String(serial).padStart(6, '0')}`,
    };
    messages.push(message);
    return message;
  }

  function post(form: URLSearchParams, response: ServerResponse): void {
    const isDigest = form.has('metadata');
    const behaviour = isDigest ? (scripted.shift() ?? 'accept') : direct;
    if (isDigest) requests += 1;
    const message = behaviour.startsWith('accept') ? keep(form) : null;
    switch (behaviour) {
      case 'accept':
        answer(response, 200, { ok: true, channel: message?.channel, ts: message?.ts });
        return;
      case 'accept-500':
      case 'turn-500':
        answer(response, 500, { ok: false });
        return;
      case 'accept-hang':
      case 'turn-hang':
        return;
      case 'accept-cut':
      case 'turn-cut':
        response.socket?.destroy();
        return;
      case 'turn-429':
        response.setHeader('retry-after', '30');
        answer(response, 429, { ok: false, error: 'ratelimited' });
        return;
      case 'turn-503':
        response.setHeader('retry-after', '60');
        answer(response, 503, { ok: false });
        return;
      case 'turn-blocks':
        answer(response, 200, { ok: false, error: 'invalid_blocks' });
        return;
      case 'is_archived':
      case 'token_revoked':
        answer(response, 200, { ok: false, error: behaviour });
    }
  }

  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await readBody(request));
    if (request.url?.endsWith('/chat.postMessage')) return post(form, response);
    if (request.url?.endsWith('/conversations.history')) {
      if (!historyAllowed) return answer(response, 200, { ok: false, error: 'missing_scope' });
      const found = messages.filter(({ channel }) => channel === form.get('channel'));
      return answer(response, 200, { ok: true, messages: found.toReversed(), has_more: false });
    }
    answer(response, 404, { ok: false, error: 'unknown_method' });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/api/`,
    messages,
    countBySlot() {
      const counts = new Map<string, number>();
      for (const { slot } of messages) if (slot !== '') counts.set(slot, (counts.get(slot) ?? 0) + 1);
      return counts;
    },
    requests: () => requests,
    script(...behaviours) {
      scripted.push(...behaviours);
    },
    meetDirect(behaviour) {
      direct = behaviour;
    },
    allowHistory(isAllowed) {
      historyAllowed = isAllowed;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
