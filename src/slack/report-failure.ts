import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { describeFault, type Log } from '../logging.ts';
import { NOTICES } from './messages.ts';
import { notice, sendPrivately } from './send.ts';

const id = z.string().min(1);

/** Where the person stands in each kind of delivery. Events carry it inside `event`. */
const DeliverySchema = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  user_id: id.optional(),
  channel_id: id.optional(),
  user: z.object({ id }).optional(),
  channel: z.object({ id }).optional(),
  event: z
    .object({
      type: z.string(),
      channel_type: z.string().optional(),
      user: id.optional(),
      channel: id.optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
});

/**
 * The last resort of every listener: logs the fault with its code and tells the person in words, with a number
 * under which the fault stands in the log. Never throws, never shows an error to anybody.
 */
export function createFailureReporter({ client, log }: { readonly client: WebClient; readonly log: Log }) {
  return async ({ error, body }: { readonly error: Error; readonly body: unknown }): Promise<void> => {
    const failureId = randomUUID().slice(0, 8);
    const delivery = DeliverySchema.safeParse(body).data;
    const where = delivery?.event?.type ?? delivery?.command ?? delivery?.type;
    log.error('listener.failed', { failureId, where, ...describeFault(error) });
    const person = delivery && readPerson(delivery);
    if (!person) return;
    const isStale = error instanceof AppError && error.code === 'input_invalid';
    try {
      const text = isStale ? NOTICES.stale : NOTICES.failed(failureId);
      await sendPrivately({ client, log, ...person }, notice(text));
    } catch (sendError) {
      log.error('listener.failure_untold', { failureId, ...describeFault(sendError) });
    }
  };
}

/** Whom to tell. Nobody when nobody asked: an opened App Home, a channel message without a mention. */
function readPerson({ event, user, user_id, channel, channel_id }: z.infer<typeof DeliverySchema>) {
  if (event) {
    const isAsked = event.type === 'app_mention' || event.channel_type === 'im';
    if (!isAsked || event.user === undefined) return undefined;
    return { userId: event.user, channelId: event.channel, threadTs: event.thread_ts };
  }
  const userId = user?.id ?? user_id;
  return userId === undefined ? undefined : { userId, channelId: channel?.id ?? channel_id };
}
