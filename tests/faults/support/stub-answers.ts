import { createServer, type ServerResponse } from 'node:http';

/**
 * How a call to send something is met. `accept-…` shows the message to the person, `turn-…` does not; the part after
 * says what the caller gets to know of it.
 */
export type Meeting =
  | 'accept'
  | 'accept-hang'
  | 'accept-cut'
  | 'accept-500'
  | 'accept-garbage'
  | 'accept-drip'
  | 'turn-hang'
  | 'turn-cut'
  | 'turn-500'
  | 'turn-503'
  | 'turn-429'
  | 'turn-429-bare'
  | 'turn-404'
  | 'turn-garbage'
  | 'turn-empty'
  | { readonly error: string };

export type Shown = { readonly method: string; readonly text: string };

/** Slack's side of answers, on the loopback interface. What happens to one person does not touch the others. */
export type StubAnswers = {
  readonly apiUrl: string;
  /** The response_url of a command of this person. */
  responseUrl(person: string): string;
  /** How the next calls of a method that concern a channel or person are met; afterwards they are accepted. */
  script(method: string, place: string, ...meetings: readonly Meeting[]): void;
  /** Meets every call of anybody so, until called with null. */
  outage(meeting: Meeting | null): void;
  /** What a channel or person was shown, in order. */
  shownTo(place: string): readonly Shown[];
  /** Calls met during an outage. */
  refused(): number;
  close(): Promise<void>;
};

/** Longer than the bot waits for an answer. */
const DRIP_BYTES = 12;
const DRIP_MS = 500;

export async function startStubAnswers(): Promise<StubAnswers> {
  const scripts = new Map<string, Meeting[]>();
  const shown = new Map<string, Shown[]>();
  let outage: Meeting | null = null;
  let refused = 0;

  function answerOk(response: ServerResponse, method: string, place: string): void {
    if (method === 'response_url') response.end('ok');
    else if (method === 'auth.test') json(response, 200, { ok: true, user_id: 'U0BOT', team_id: 'T1' });
    else json(response, 200, { ok: true, channel: place, ts: '1.1', message_ts: '1.1' });
  }

  function meet(meeting: Meeting, response: ServerResponse, answer: () => void): void {
    if (typeof meeting === 'object') {
      json(response, 200, { ok: false, error: meeting.error });
      return;
    }
    switch (meeting) {
      case 'accept':
        answer();
        return;
      case 'accept-hang':
      case 'turn-hang':
        return;
      case 'accept-cut':
      case 'turn-cut':
        response.socket?.destroy();
        return;
      case 'accept-500':
      case 'turn-500':
        json(response, 500, { ok: false });
        return;
      case 'turn-503':
        response.setHeader('retry-after', '1');
        json(response, 503, { ok: false });
        return;
      case 'turn-429':
        response.setHeader('retry-after', '1');
        json(response, 429, { ok: false, error: 'ratelimited' });
        return;
      case 'turn-429-bare':
        json(response, 429, { ok: false });
        return;
      case 'turn-404':
        json(response, 404, { ok: false });
        return;
      case 'accept-garbage':
      case 'turn-garbage':
        response.end('<html><body>502 by a proxy on the way</body></html>');
        return;
      case 'turn-empty':
        response.end();
        return;
      case 'accept-drip':
        response.writeHead(200, { 'content-type': 'application/json' });
        drip(response, DRIP_BYTES);
        return;
    }
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const [, path = '', person = ''] = (request.url ?? '').split('/');
    const method = path === 'api' ? person : path;
    const form = method === 'response_url' ? null : new URLSearchParams(raw);
    const place = form ? (form.get('user') ?? form.get('channel') ?? '') : person;
    const text = form ? (form.get('text') ?? '') : String(JSON.parse(raw).text);
    if (outage !== null) refused += 1;
    const meeting = outage ?? scripts.get(`${method}:${place}`)?.shift() ?? 'accept';
    if (typeof meeting === 'string' && meeting.startsWith('accept') && method !== 'auth.test') {
      shown.set(place, [...(shown.get(place) ?? []), { method, text }]);
    }
    meet(meeting, response, () => answerOk(response, method, place));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  return {
    apiUrl: `${base}/api/`,
    responseUrl: (person) => `${base}/response_url/${person}`,
    script(method, place, ...meetings) {
      scripts.set(`${method}:${place}`, [...meetings]);
    },
    outage(meeting) {
      outage = meeting;
      refused = 0;
    },
    shownTo: (place) => shown.get(place) ?? [],
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A byte now and then, for longer than anybody waits. */
function drip(response: ServerResponse, left: number): void {
  if (response.destroyed) return;
  if (left === 0) {
    response.end('}');
    return;
  }
  response.write(' ');
  setTimeout(() => drip(response, left - 1), DRIP_MS);
}
