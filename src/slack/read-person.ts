import { z } from 'zod';

const id = z.string().min(1);

/** Where the person stands in each kind of delivery. Events carry it inside `event`. */
const DeliverySchema = z.object({
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

/** Who asked for something, and where. */
export type Asker = {
  readonly userId: string;
  readonly channelId: string | undefined;
  readonly threadTs?: string | undefined;
};

/** Whom to tell about a delivery. Nobody when nobody asked: an opened App Home, a channel message without a mention. */
export function readPerson(body: unknown): Asker | undefined {
  const delivery = DeliverySchema.safeParse(body).data;
  if (!delivery) return undefined;
  const { event, user, user_id, channel, channel_id } = delivery;
  if (event) {
    const isAsked = event.type === 'app_mention' || event.channel_type === 'im';
    if (!isAsked || event.user === undefined) return undefined;
    return { userId: event.user, channelId: event.channel, threadTs: event.thread_ts };
  }
  const userId = user?.id ?? user_id;
  return userId === undefined ? undefined : { userId, channelId: channel?.id ?? channel_id };
}
