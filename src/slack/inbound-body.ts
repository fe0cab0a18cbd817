import { z } from 'zod';

/** Names the Socket Mode client uses for what happens to its connection; no event of Slack's is called so. */
const RESERVED_EVENTS: ReadonlySet<string> = new Set([
  'authenticated',
  'close',
  'connected',
  'connecting',
  'disconnected',
  'disconnecting',
  'error',
  'outgoing_message',
  'reconnecting',
  'slack_event',
  'ws_message',
]);

/** What Bolt relies on in a body without looking; everything further is checked where it is used. */
const BodySchema = z.looseObject({
  event: z.looseObject({ type: z.string().refine((type) => !RESERVED_EVENTS.has(type)) }).optional(),
  actions: z
    .array(z.looseObject({ action_id: z.string() }))
    .min(1)
    .optional(),
  view: z.looseObject({}).nullish(),
});

/** Whether what came in by HTTP is a body that may be handed on. */
export function isInboundBody(body: unknown): boolean {
  return BodySchema.safeParse(body).success;
}

const FrameSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(['hello', 'disconnect']) }),
  z.looseObject({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: BodySchema.required({ event: true }),
  }),
  z.looseObject({
    type: z.enum(['slash_commands', 'interactive']),
    envelope_id: z.string(),
    payload: BodySchema,
  }),
]);

/** Whether what came in over Socket Mode is a frame of Slack's that may be handed on. */
export function isInboundFrame(text: string): boolean {
  try {
    return FrameSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
