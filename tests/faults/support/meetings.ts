import type { ServerResponse } from 'node:http';

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

/** Longer than the bot waits for an answer. */
const DRIP_BYTES = 12;
const DRIP_MS = 500;

/** Meets a call so; `answer` is what Slack says when all is well. */
export function meet(meeting: Meeting, response: ServerResponse, answer: () => void): void {
  if (typeof meeting === 'object') {
    sendJson(response, 200, { ok: false, error: meeting.error });
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
      sendJson(response, 500, { ok: false });
      return;
    case 'turn-503':
      response.setHeader('retry-after', '1');
      sendJson(response, 503, { ok: false });
      return;
    case 'turn-429':
      response.setHeader('retry-after', '1');
      sendJson(response, 429, { ok: false, error: 'ratelimited' });
      return;
    case 'turn-429-bare':
      sendJson(response, 429, { ok: false });
      return;
    case 'turn-404':
      sendJson(response, 404, { ok: false });
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

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
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
