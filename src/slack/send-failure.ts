import { RespondError } from '@slack/bolt';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** What a failed call to Slack says about whether it was carried out. */
export type SendFailure =
  /** Not carried out, and may be later: by Slack's word after `retryAfterMs`. */
  | { readonly kind: 'refused'; readonly retryAfterMs: number | null }
  /** Not carried out, and of no use to repeat as it was. Slack's name of the error, or null for an HTTP status. */
  | { readonly kind: 'rejected'; readonly code: string | null }
  /** Perhaps carried out: the server failed while it worked on it, or its answer did not come or could not be read. */
  | { readonly kind: 'uncertain'; readonly by: 'server-error' | 'no-answer' };

/** A response_url that answered with a refusal, or with something that is no answer of Slack's. */
export class RespondRefusedError extends Error {
  readonly failure: SendFailure;

  constructor(failure: SendFailure) {
    super(`the response_url answered: ${failure.kind}`);
    this.failure = failure;
  }
}

/** Slack's own names of errors; a proxy's page of HTML in their place says nothing about the message. */
const ERROR_NAME = /^[a-z][a-z0-9_-]{2,79}$/u;

const TEMPORARY: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited', 'service_unavailable']);

/** Answers of a server that failed on the way; Slack says of them that part of the work may have been done. */
const UNFINISHED: ReadonlySet<string> = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** Failures before a connection stood: nothing was sent. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads from the error of a call whether it was carried out. Whatever is not known to be a refusal is uncertain. */
export function readSendFailure(error: unknown): SendFailure {
  if (error instanceof RespondRefusedError) return error.failure;
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'refused', retryAfterMs: error.retryAfter * 1_000 };
  }
  if (error instanceof WebAPIHTTPError) return readStatus(error.statusCode, error.headers['retry-after']);
  if (error instanceof RespondError) return readStatus(error.statusCode, undefined);
  if (error instanceof WebAPIPlatformError) return readErrorName(error.data.error);
  const cause = error instanceof WebAPIRequestError ? error.original : error;
  return isBeforeConnection(cause)
    ? { kind: 'refused', retryAfterMs: null }
    : { kind: 'uncertain', by: 'no-answer' };
}

/** Reads the name of an error in an answer that says `ok: false`. */
export function readErrorName(name: unknown): SendFailure {
  if (typeof name !== 'string' || !ERROR_NAME.test(name)) return { kind: 'uncertain', by: 'no-answer' };
  if (TEMPORARY.has(name)) return { kind: 'refused', retryAfterMs: null };
  return UNFINISHED.has(name) ? { kind: 'uncertain', by: 'server-error' } : { kind: 'rejected', code: name };
}

/** A 503 that names a time to come back says that the request was turned away; any other 5xx says nothing. */
function readStatus(status: number, retryAfterHeader: string | undefined): SendFailure {
  const retryAfter = Number(retryAfterHeader);
  if (status === 503 && retryAfter > 0) return { kind: 'refused', retryAfterMs: retryAfter * 1_000 };
  return status >= 500 ? { kind: 'uncertain', by: 'server-error' } : { kind: 'rejected', code: null };
}

/** `fetch` wraps the cause of a failure, sometimes more than once. */
function isBeforeConnection(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && NOT_CONNECTED.has(cause.code)) return true;
    if (cause instanceof AggregateError && cause.errors.length > 0 && cause.errors.every(isBeforeConnection))
      return true;
  }
  return false;
}

/** Whether an error comes from a call to Slack; any other says nothing about one. */
export function isSendError(error: unknown): boolean {
  return (
    error instanceof RespondRefusedError ||
    error instanceof RespondError ||
    error instanceof WebAPIRateLimitedError ||
    error instanceof WebAPIHTTPError ||
    error instanceof WebAPIPlatformError ||
    error instanceof WebAPIRequestError
  );
}
