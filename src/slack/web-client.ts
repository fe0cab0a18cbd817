import { WebClient, type WebClientOptions } from '@slack/web-api';
import { createSlackLogger, type Log } from '../logging.ts';

/** How long one call may take, in milliseconds: two of them fit into the time stopping waits for. */
export const CALL_TIMEOUT_MS = 4_000;

/**
 * Options of every Web API client. No retries: Slack has no idempotency key, so a repeated `chat.postMessage`
 * whose first answer got lost would post twice. A finite timeout, for the response_url too. A rate limit is a
 * failure at once instead of a silent wait.
 */
export function webClientOptions({
  apiUrl,
  log,
}: {
  readonly apiUrl: string;
  readonly log: Log;
}): WebClientOptions & { readonly fetch: typeof fetch } {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: createSlackLogger(log),
    fetch: fetchWithTimeout,
  };
}

export function createWebClient(token: string, options: WebClientOptions): WebClient {
  return new WebClient(token, options);
}

const fetchWithTimeout: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal });
};
