import { WebClient, type WebClientOptions } from '@slack/web-api';
import { z } from 'zod';
import type { DigestPost, DigestPoster, PostOutcome } from '../../targets/digest-ports.ts';
import type { SlotKey } from '../../targets/slot.ts';
import { readSendFailure } from '../send-failure.ts';
import { createFetch } from '../web-client.ts';
import { buildDigestMessage } from './digest-message.ts';
import type { DigestBlock } from './rich-blocks.ts';

/** How long one request may take. Shorter than the lease of a slot, so that no request outlives it. */
export const POST_TIMEOUT_MS = 20_000;

/** Metadata event type of a digest; with its payload it says which slot a message is. */
export const DIGEST_EVENT = 'digest_posted';

/**
 * A Web API client that sends each request once and gives up after a finite time. The default client repeats a
 * request up to ten times over half an hour, which posts twice when only the answer was lost.
 */
export function createSingleRequestClient(token: string, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    timeout: POST_TIMEOUT_MS,
    fetch: createFetch(options.timeout ?? POST_TIMEOUT_MS),
    ...options,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** Posts digests with a client made by {@link createSingleRequestClient}. */
export function createDigestPoster(client: WebClient): DigestPoster {
  return {
    async post(post) {
      const message = buildDigestMessage(post.digest, {
        isLate: post.isLate,
        subscriptionId: post.key.subscriptionId,
      });
      const rich = await send(client, post, message.text, message.blocks);
      // A refused block type is a definite refusal: nothing was posted, and the same content goes out without it.
      if (rich.kind !== 'rejected' || !BLOCK_ERRORS.has(rich.code)) return rich;
      return send(client, post, message.text, message.plainBlocks);
    },
  };
}

const PostedSchema = z.object({ ts: z.string().optional(), channel: z.string().optional() });

async function send(
  client: WebClient,
  { subscription, key }: DigestPost,
  text: string,
  blocks: readonly DigestBlock[],
): Promise<PostOutcome> {
  try {
    const result = await client.apiCall('chat.postMessage', {
      channel: subscription.channelId,
      text,
      blocks: JSON.stringify(blocks),
      metadata: JSON.stringify({ event_type: DIGEST_EVENT, event_payload: metadataPayload(key) }),
      unfurl_links: false,
      unfurl_media: false,
    });
    const { ts, channel } = PostedSchema.parse(result);
    // Accepted without a timestamp: the message is out and only a look at the channel can tell where.
    if (ts === undefined) return { kind: 'no-answer' };
    return {
      kind: 'posted',
      channelId: channel ?? subscription.channelId,
      messageTs: ts,
    };
  } catch (error) {
    return readFailure(error);
  }
}

export function metadataPayload(key: SlotKey): {
  readonly subscription_id: string;
  readonly slot_on: string;
} {
  return { subscription_id: key.subscriptionId, slot_on: key.slotOn };
}

const BLOCK_ERRORS: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
]);

/** Errors of docs.slack.dev/reference/methods/chat.postMessage after which posting again is of no use. */
const IMPOSSIBLE: Readonly<Record<string, Extract<PostOutcome, { kind: 'impossible' }>['reason']>> = {
  channel_not_found: 'channel-gone',
  is_archived: 'channel-gone',
  not_in_channel: 'bot-not-in-channel',
  restricted_action: 'bot-not-in-channel',
  token_revoked: 'token-revoked',
  token_expired: 'token-revoked',
  account_inactive: 'token-revoked',
  invalid_auth: 'token-revoked',
  not_authed: 'token-revoked',
};

function readFailure(error: unknown): PostOutcome {
  const failure = readSendFailure(error);
  switch (failure.kind) {
    case 'refused':
      return failure;
    case 'uncertain':
      return { kind: failure.by };
    case 'rejected': {
      if (failure.code === null) return { kind: 'refused', retryAfterMs: null };
      const reason = IMPOSSIBLE[failure.code];
      return reason ? { kind: 'impossible', reason } : { kind: 'rejected', code: failure.code };
    }
  }
}
