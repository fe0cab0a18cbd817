import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { PostLookup } from '../../targets/digest-ports.ts';
import { DIGEST_EVENT } from './post-digest.ts';

/** Pages of history looked through; a channel with more messages since the slot is one nobody can be sure of. */
const MAX_PAGES = 5;

/** Clocks of Slack and of this machine may differ by this much. */
const CLOCK_TOLERANCE_S = 300;

const HistorySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .optional(),
    }),
  ),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/**
 * Looks for a digest in the history of its channel. Needs the right to read it (`channels:history` or
 * `groups:history`), which the manifest does not ask for; without it every search is unavailable.
 */
export function createPostLookup(client: WebClient): PostLookup {
  return {
    async find(subscription, slot) {
      const from = slot.renderedAt ?? slot.dueAt;
      const oldest = String(Math.floor(from.getTime() / 1000) - CLOCK_TOLERANCE_S);
      let cursor: string | undefined;
      try {
        for (let page = 0; page < MAX_PAGES; page += 1) {
          const answer = HistorySchema.parse(
            await client.apiCall('conversations.history', {
              channel: subscription.channelId,
              oldest,
              limit: 100,
              include_all_metadata: true,
              ...(cursor ? { cursor } : {}),
            }),
          );
          const found = answer.messages.find(
            ({ metadata }) =>
              metadata?.event_type === DIGEST_EVENT &&
              metadata.event_payload.subscription_id === slot.subscriptionId &&
              metadata.event_payload.slot_on === slot.slotOn,
          );
          if (found) return { kind: 'found', messageTs: found.ts };
          if (answer.has_more !== true) return { kind: 'absent' };
          cursor = answer.response_metadata?.next_cursor;
          if (!cursor) return { kind: 'unavailable' };
        }
      } catch {
        // Missing scope, no answer, a shape not expected: all the same, nothing is known.
      }
      return { kind: 'unavailable' };
    },
  };
}
