import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { formsOf, type Message } from './blocks/message.ts';
import { NOTICES } from './messages.ts';
import { isDirectMessage, postWays, sendPrivately, statementWays } from './send.ts';
import type { SlackServices } from './services.ts';
import { showHome } from './show-home.ts';

const BodySchema = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  view: z.object({ type: z.string() }).optional(),
  container: z.object({
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
});

/** A button pressed: by whom, and where the button stood. */
export type Press = {
  readonly userId: string;
  readonly channelId: string | undefined;
  readonly messageTs: string | undefined;
  readonly threadTs: string | undefined;
  readonly isHome: boolean;
  /** Whether only the person who pressed saw the message with the button. */
  readonly isEphemeral: boolean;
};

export function readPress(body: unknown): Press {
  const { user, channel, view, container } = BodySchema.parse(body);
  return {
    userId: user.id,
    channelId: channel?.id,
    messageTs: container.message_ts,
    threadTs: container.thread_ts,
    isHome: view?.type === 'home',
    isEphemeral: container.is_ephemeral === true,
  };
}

/** What is needed to reply to a press. */
export type PressReply = {
  readonly services: SlackServices;
  readonly client: WebClient;
  readonly press: Press;
  readonly respond?: RespondFn | undefined;
};

/** Replies where the button stood: in the App Home, in the direct message, else to the person alone. */
export async function replyToPress(reply: PressReply, message: Message): Promise<void> {
  const { services, client, press, respond } = reply;
  const { outbox } = services;
  const place = {
    client,
    outbox,
    userId: press.userId,
    channelId: press.channelId,
    threadTs: press.threadTs,
  };
  if (press.isHome) {
    const { userId } = press;
    await outbox.deliver({
      ways: formsOf(message).map((result) => () => showHome(services, client, { userId, result })),
      statement: statementWays(place, NOTICES.uncertain),
    });
    return;
  }
  const { channelId, threadTs } = press;
  if (isDirectMessage(channelId)) {
    await outbox.deliver({
      ways: postWays(client, { channel: channelId, threadTs }, message),
      statement: statementWays(place, NOTICES.uncertain),
    });
    return;
  }
  await sendPrivately({ ...place, respond }, message);
}
