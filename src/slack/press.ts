import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type HomeShown, readHome } from './blocks/home-view.ts';
import { formsOf, type Message } from './blocks/message.ts';
import { NOTICES } from './messages.ts';
import { isDirectMessage, postWays, sendPrivately, statementWays } from './send.ts';
import type { SlackServices } from './services.ts';
import { showHome } from './show-home.ts';

/** A block of ours as Slack gives it back: what is not looked at goes out again as it came. */
const BlockSchema = z.custom<KnownBlock>(
  (block) => z.looseObject({ type: z.string() }).safeParse(block).success,
);

const BodySchema = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  view: z
    .object({
      type: z.string(),
      private_metadata: z.string().default(''),
      blocks: z.array(BlockSchema).default([]),
    })
    .optional(),
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
  /** What the App Home showed when something in it was pressed; it stays where it is not replaced. */
  readonly home: HomeShown;
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
    home: readHome(view?.private_metadata ?? '', view?.blocks ?? []),
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
      ways: formsOf(message).map(
        ({ blocks }) =>
          () =>
            showHome(services, client, { ...press.home, userId, result: blocks }),
      ),
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
