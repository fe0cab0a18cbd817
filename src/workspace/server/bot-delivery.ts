import { createHmac } from 'node:crypto';

/** Slack waits this long for an acknowledgement. */
const ACK_TIMEOUT_MS = 3_000;

/** What came back from the bot. `body` is parsed when it is JSON, the bare text otherwise, null when empty. */
export type Delivery =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly error: 'operation_timeout' | 'http_error' | 'unreachable';
      readonly status: number;
    };

export type BotDelivery = {
  deliverEvent(body: object): Promise<Delivery>;
  deliverForm(fields: Readonly<Record<string, string>>): Promise<Delivery>;
};

/** Sends signed requests to the bot's HTTP receiver, as Slack signs them (scheme v0). */
export function createBotDelivery(botUrl: () => string, signingSecret: string): BotDelivery {
  async function deliver(body: string, contentType: string): Promise<Delivery> {
    // Signatures live on the real clock: the bot refuses a request older than five real minutes.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    try {
      const response = await fetch(botUrl(), {
        method: 'POST',
        headers: {
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
        body,
        signal: AbortSignal.timeout(ACK_TIMEOUT_MS),
      });
      const text = await response.text();
      if (!response.ok) return { ok: false, error: 'http_error', status: response.status };
      return { ok: true, body: parseBody(text) };
    } catch (error) {
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
      return { ok: false, error: isTimeout ? 'operation_timeout' : 'unreachable', status: 0 };
    }
  }

  return {
    deliverEvent: (body) => deliver(JSON.stringify(body), 'application/json'),
    deliverForm: (fields) =>
      deliver(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
  };
}

function parseBody(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
