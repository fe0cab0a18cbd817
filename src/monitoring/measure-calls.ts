import { z } from 'zod';
import type { CallResult, Metrics } from './metrics.ts';

type Fetch = typeof fetch;

/** Requests to Slack end with their method, as in `https://slack.com/api/chat.postMessage`. */
const API_METHOD = /\/([a-z]+(?:\.[a-zA-Z]+)+)$/;
const ReplySchema = z.object({ ok: z.boolean() });

/** The same way of sending requests, with each counted by method and result. Nothing else of it is looked at. */
export function measureCalls(send: Fetch, metrics: Pick<Metrics, 'countSlackCall'>): Fetch {
  return async (input, init) => {
    const method = readMethod(input);
    let response: Response;
    try {
      response = await send(input, init);
    } catch (error) {
      metrics.countSlackCall(method, 'no_answer');
      throw error;
    }
    // Not waited for: the caller reads its own copy.
    void readResult(response).then((result) => metrics.countSlackCall(method, result));
    return response;
  };
}

/** A response_url has no method: it is one address for one message. */
function readMethod(input: Parameters<Fetch>[0]): string {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return API_METHOD.exec(pathname)?.[1] ?? 'response_url';
}

async function readResult(response: Response): Promise<CallResult> {
  if (response.status === 429) return 'rate_limited';
  if (!response.ok) return 'http_error';
  if (!response.headers.get('content-type')?.startsWith('application/json')) return 'ok';
  // Copied only to be read: a caller that cancels the original waits until every copy is read or cancelled, too.
  try {
    const reply = ReplySchema.safeParse(await response.clone().json());
    return reply.success && !reply.data.ok ? 'error' : 'ok';
  } catch {
    return 'no_answer';
  }
}
