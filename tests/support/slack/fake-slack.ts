import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createEmulator } from 'emulate';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import { checkView } from '../../../src/workspace/block-kit/check-view.ts';

/** One call the bot made: a Web API method, or `response_url`. */
export type Call = { readonly method: string; readonly token: string; readonly body: CallBody };

// biome-ignore lint/suspicious/noExplicitAny: payloads are asserted on by shape, field by field
export type CallBody = Record<string, any>;

/** How a call is made to fail: an error Slack names, an HTTP status, or a connection cut. */
export type Failure = { readonly error: string } | { readonly status: number } | 'cut';

/**
 * Slack's side of the wire on loopback. Web API calls reach the emulator; what it lacks (views, response_url,
 * Socket Mode connections, failures) is answered here. Every call is recorded, and blocks that Slack would
 * refuse are refused.
 */
export type FakeSlack = {
  readonly apiUrl: string;
  readonly responseUrl: string;
  readonly calls: Call[];
  /** Makes calls of a method fail until `reset`. */
  fail(method: string, failure: Failure): void;
  /** Answers calls of a method the emulator lacks until `reset`. */
  reply(method: string, body: CallBody): void;
  /** Serves a file people sent, by the last part of its address, to whoever shows the bot's token. */
  serveFile(name: string, bytes: Uint8Array): void;
  /** Holds calls of a method until the returned function is called. */
  hold(method: string): () => void;
  /** Resolves with the first call of a method not yet taken, now or when it comes. */
  take(method: string): Promise<Call>;
  callsOf(method: string): Call[];
  /** Forgets calls and failures, for the next test. */
  reset(): void;
  /** Address of the WebSocket server to hand out for Socket Mode. */
  socketUrl: string;
  close(): Promise<void>;
};

/** A call that has not come by then will not come. */
const TAKE_DEADLINE_MS = 5_000;

export const TEAM = 'T000000001';
export const BOT_TOKEN = 'xoxb-test-token';

/** Channel and people of the emulated workspace, by the ids the emulator gives them. */
export type Workspace = {
  readonly channel: string;
  /** The direct message of that person with the bot. */
  readonly directChannel: string;
  readonly user: string;
  readonly botUser: string;
};

export async function startFakeSlack(): Promise<FakeSlack & Workspace> {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: { [BOT_TOKEN]: { login: 'policy-bot', scopes: ['chat:write'] } },
      slack: {
        team: { name: 'Test', domain: 'test' },
        users: [
          { name: 'wang', real_name: '王', email: 'wang@example.com' },
          { name: 'policy-bot', real_name: '查报告', email: 'bot@example.com' },
        ],
        channels: [{ name: 'policy', topic: '' }],
        bots: [{ name: 'policy-bot' }],
      },
    },
  });
  const calls: Call[] = [];
  const taken = new Set<Call>();
  const waiting: { method: string; resolve: (call: Call) => void }[] = [];
  const failures = new Map<string, Failure>();
  const replies = new Map<string, CallBody>();
  const files = new Map<string, Uint8Array>();
  const held = new Map<string, Promise<void>>();
  const fake = { socketUrl: '' };

  function record(call: Call): void {
    calls.push(call);
    const index = waiting.findIndex(({ method }) => method === call.method);
    const [waiter] = index === -1 ? [] : waiting.splice(index, 1);
    if (!waiter) return;
    taken.add(call);
    waiter.resolve(call);
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = files.get((request.url ?? '').split('/').pop() ?? '');
    if (file) {
      const isBot = request.headers.authorization === `Bearer ${BOT_TOKEN}`;
      if (isBot) response.writeHead(200).end(file);
      else response.writeHead(302, { location: 'https://example.org/signin' }).end();
      return;
    }
    const raw = await readBody(request);
    const method = (request.url ?? '').split('?')[0]?.split('/').pop() ?? '';
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const body = parseBody(raw, request.headers['content-type'] ?? '');
    await held.get(method);
    const failure = failures.get(method);
    if (failure === 'cut') {
      record({ method, token, body });
      response.destroy();
      return;
    }
    const reply = failure ? failedReply(failure) : refuseBlocks(method, body);
    const known = replies.get(method);
    if (reply) send(response, reply.status, reply.body);
    else if (known) send(response, 200, known);
    else if (method === 'response_url') send(response, 200, { ok: true });
    else if (['views.open', 'views.publish', 'views.update'].includes(method))
      send(response, 200, { ok: true, view: body.view });
    else if (method === 'apps.connections.open') {
      send(
        response,
        200,
        token === 'xapp-bad' ? { ok: false, error: 'invalid_auth' } : { ok: true, url: fake.socketUrl },
      );
    } else await forward(emulator.url, { method, raw, request, response });
    // Recorded once answered, so that whoever takes the call sees the workspace changed.
    record({ method, token, body });
  }

  const port = await listen(server);
  const ids = await readWorkspace(emulator.url);
  return Object.assign(fake, {
    ...ids,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response_url`,
    calls,
    reply: (method: string, body: CallBody) => void replies.set(method, body),
    serveFile: (name: string, bytes: Uint8Array) => void files.set(name, bytes),
    fail: (method: string, failure: Failure) => void failures.set(method, failure),
    hold(method: string) {
      let release = () => {};
      held.set(
        method,
        new Promise((resolve) => {
          release = () => {
            held.delete(method);
            resolve();
          };
        }),
      );
      return () => release();
    },
    take(method: string) {
      const call = calls.find((candidate) => candidate.method === method && !taken.has(candidate));
      if (call) {
        taken.add(call);
        return Promise.resolve(call);
      }
      return new Promise<Call>((resolve, reject) => {
        const made = () => calls.map((candidate) => candidate.method).join(', ');
        const tooLate = () => reject(new Error(`no call of ${method} came; calls: ${made()}`));
        const timer = setTimeout(tooLate, TAKE_DEADLINE_MS);
        waiting.push({
          method,
          resolve(call) {
            clearTimeout(timer);
            resolve(call);
          },
        });
      });
    },
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    reset() {
      failures.clear();
      replies.clear();
      files.clear();
      calls.length = 0;
      taken.clear();
      waiting.length = 0;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await emulator.close();
    },
  });
}

/** Port 0 is not taken by the emulator, so a free one is looked up. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The Web API client sends forms whose structured fields are JSON; response_url gets JSON. */
function parseBody(raw: string, contentType: string): CallBody {
  if (contentType.includes('json')) return JSON.parse(raw);
  const fields = [...new URLSearchParams(raw)].map(([key, value]) => [
    key,
    /^[[{]/u.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(fields);
}

type Reply = { readonly status: number; readonly body: unknown };

function failedReply(failure: Exclude<Failure, 'cut'>): Reply {
  return 'error' in failure
    ? { status: 200, body: { ok: false, error: failure.error } }
    : { status: failure.status, body: { ok: false } };
}

function refuseBlocks(method: string, body: CallBody): Reply | undefined {
  if (body.view !== undefined) {
    const check = checkView(body.view);
    return check.ok ? undefined : { status: 200, body: refusal(check) };
  }
  if (body.blocks === undefined) return undefined;
  const check = checkBlocks(body.blocks, 'message');
  if (check.ok) return undefined;
  return { status: method === 'response_url' ? 400 : 200, body: refusal(check) };
}

function refusal({ error, messages }: { readonly error: string; readonly messages: readonly string[] }) {
  return { ok: false, error, response_metadata: { messages } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

type Forwarded = {
  readonly method: string;
  readonly raw: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

async function forward(emulatorUrl: string, { method, raw, request, response }: Forwarded): Promise<void> {
  const reply = await fetch(`${emulatorUrl}/api/${method}`, {
    method: 'POST',
    headers: {
      authorization: request.headers.authorization ?? '',
      'content-type': request.headers['content-type'] ?? 'application/json',
    },
    body: raw,
  });
  send(response, reply.status, await reply.json());
}

async function readWorkspace(emulatorUrl: string): Promise<Workspace> {
  const call = async (method: string, body: object = {}): Promise<CallBody> => {
    const reply = await fetch(`${emulatorUrl}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await reply.json()) as CallBody;
  };
  const { channels } = await call('conversations.list');
  const { members } = await call('users.list');
  const { user_id: botUser } = await call('auth.test');
  const channel = channels.find(({ name }: CallBody) => name === 'policy').id;
  await call('conversations.join', { channel });
  const user = members.find(({ name }: CallBody) => name === 'wang').id;
  await call('conversations.invite', { channel, users: user });
  const { channel: direct } = await call('conversations.open', { users: user });
  return { channel, directChannel: direct.id, user, botUser };
}
