import { WebAPIRateLimitedError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../logging.ts';
import { createSlackLogger } from './create-slack-logger.ts';

/** How long one call may take, in milliseconds: two of them fit into the time stopping waits for. */
export const CALL_TIMEOUT_MS = 4_000;

/**
 * Options of every Web API client. No retries: Slack has no idempotency key, so a repeated `chat.postMessage`
 * whose first answer got lost would post twice. A finite timeout, for the response_url too. A rate limit is a
 * failure at once; the outbox waits as told.
 */
export function webClientOptions({
  apiUrl,
  log,
  send = fetch,
}: {
  readonly apiUrl: string;
  readonly log: Log;
  /** Makes the requests themselves. */
  readonly send?: typeof fetch;
}): WebClientOptions & { readonly fetch: typeof fetch } {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: createSlackLogger(log),
    fetch: createFetch(CALL_TIMEOUT_MS, send),
  };
}

export function createWebClient(token: string, options: WebClientOptions): WebClient {
  return new WebClient(token, options);
}

/** How long to wait when Slack says “too many requests” but not for how long, in seconds. */
const DEFAULT_RETRY_AFTER_S = 5;

/**
 * A `fetch` that gives up after a finite time and throws what is rate limited with the wait Slack asks for: of a
 * response_url Bolt would only pass on the status.
 */
export function createFetch(timeoutMs: number, send = fetch): typeof fetch {
  return async (input, init) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const response = await send(input, { ...init, signal });
    if (response.status !== 429) return response;
    await response.body?.cancel();
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    throw new WebAPIRateLimitedError(seconds > 0 ? seconds : DEFAULT_RETRY_AFTER_S);
  };
}
