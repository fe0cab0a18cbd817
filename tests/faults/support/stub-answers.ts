import { createServer, type ServerResponse } from 'node:http';
import { type Meeting, meet, sendJson } from './meetings.ts';

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

export async function startStubAnswers(): Promise<StubAnswers> {
  const scripts = new Map<string, Meeting[]>();
  const shown = new Map<string, Shown[]>();
  let outage: Meeting | null = null;
  let refused = 0;

  function answerOk(response: ServerResponse, method: string, place: string): void {
    if (method === 'response_url') response.end('ok');
    else if (method === 'auth.test') sendJson(response, 200, { ok: true, user_id: 'U0BOT', team_id: 'T1' });
    else sendJson(response, 200, { ok: true, channel: place, ts: '1.1', message_ts: '1.1' });
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
