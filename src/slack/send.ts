import type { RespondFn } from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { describeFault, type Log } from '../logging.ts';
import { paragraphBlock } from './blocks/elements.ts';
import { escapeText, type Message } from './blocks/message.ts';

/** A place where everybody who can read the channel sees a message. */
export type PublicPlace = { readonly channel: string; readonly threadTs?: string | undefined };

/** Posts a message for everybody. Links in it are shown as they are, without previews. */
export async function post(client: WebClient, place: PublicPlace, message: Message): Promise<void> {
  await client.chat.postMessage({
    channel: place.channel,
    ...(place.threadTs === undefined ? {} : { thread_ts: place.threadTs }),
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  });
}

/** One person in one place, who alone is to see a message, and the ways to reach them. */
export type PrivatePlace = {
  readonly client: WebClient;
  readonly log: Log;
  readonly userId: string;
  readonly channelId?: string | undefined;
  readonly threadTs?: string | undefined;
  /** Present while Slack's response_url may still work: 30 minutes and five uses. */
  readonly respond?: RespondFn | undefined;
};

/**
 * Sends a message to one person, by the first way that works: the response_url (works in channels the bot is
 * not in), an ephemeral message, a direct message. Throws what the last way threw.
 */
export async function sendPrivately(place: PrivatePlace, message: Message): Promise<void> {
  const { client, log, userId, channelId, threadTs, respond } = place;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  if (respond) {
    try {
      const reply = await respond({
        ...message,
        ...thread,
        response_type: 'ephemeral',
        replace_original: false,
      });
      if (!isRefusal(await reply.text())) return;
      log.warn('slack.respond_refused');
    } catch (error) {
      log.warn('slack.respond_failed', describeFault(error));
    }
  }
  if (channelId !== undefined && !isDirectMessage(channelId)) {
    try {
      await client.chat.postEphemeral({ channel: channelId, user: userId, ...thread, ...message });
      return;
    } catch (error) {
      log.warn('slack.ephemeral_failed', describeFault(error));
    }
  }
  // A person's id as channel is their direct message with the bot.
  if (!isDirectMessage(channelId)) return post(client, { channel: userId }, message);
  try {
    await post(client, { channel: channelId, threadTs }, message);
  } catch (error) {
    // A command may be given in a direct message between other people, which the bot does not see.
    if (!isUnknownChannel(error)) throw error;
    await post(client, { channel: userId }, message);
  }
}

const RefusalSchema = z.object({ ok: z.literal(false) });

/** Whether a response_url took a message: it answers `ok`, or JSON, and a refusal may come with status 200. */
export function isRefusal(answer: string): boolean {
  try {
    return RefusalSchema.safeParse(JSON.parse(answer)).success;
  } catch {
    return false;
  }
}

function isUnknownChannel(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found';
}

/** Whether a channel is a direct message with the bot: Slack's ids of these begin with D. */
export function isDirectMessage(channelId: string | undefined): channelId is string {
  return channelId?.startsWith('D') === true;
}

/** A message of one sentence. */
export function notice(text: string): Message {
  return { text: escapeText(text), blocks: [paragraphBlock(text)] };
}
