import type { RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { contextBlock, paragraphBlock } from './blocks/elements.ts';
import { LIMITS } from './blocks/limits.ts';
import { escapeText, formsOf, type Message } from './blocks/message.ts';
import { NOTICES } from './messages.ts';
import type { Delivered, Outbox, Way } from './outbox.ts';
import { RespondRefusedError, readErrorName, type SendFailure } from './send-failure.ts';

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

/** The ways to post a message for everybody in one place: one for each form of it. */
export function postWays(client: WebClient, place: PublicPlace, message: Message): Way[] {
  return formsOf(message).map((form) => (isLate) => post(client, place, markLate(form, isLate)));
}

/** One person in one place, who alone is to see a message, and the ways to reach them. */
export type PrivatePlace = {
  readonly client: WebClient;
  readonly outbox: Outbox;
  readonly userId: string;
  readonly channelId?: string | undefined;
  readonly threadTs?: string | undefined;
  /** Present while Slack's response_url may still work: 30 minutes and five uses. */
  readonly respond?: RespondFn | undefined;
};

/**
 * Sends a message to one person, by the first way that is not refused: the response_url (works in channels the bot is
 * not in), an ephemeral message, a direct message.
 */
export async function sendPrivately(place: PrivatePlace, message: Message): Promise<Delivered> {
  return place.outbox.deliver({
    ways: privateWays(place, message),
    statement: statementWays(place, NOTICES.uncertain),
  });
}

/** The ways to show a message to one person, best first: each place in each form before the next place. */
export function privateWays(place: PrivatePlace, message: Message): Way[] {
  const forms = formsOf(message);
  return sendersOf(place).flatMap((send) =>
    forms.map((form) => (isLate: boolean) => send(markLate(form, isLate))),
  );
}

function sendersOf(place: PrivatePlace): readonly ((message: Message) => Promise<unknown>)[] {
  const { client, userId, channelId, threadTs, respond } = place;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const senders: ((message: Message) => Promise<unknown>)[] = [];
  if (respond) {
    senders.push((message) =>
      respondTo(respond, {
        ...message,
        ...thread,
        response_type: 'ephemeral',
        replace_original: false,
      }),
    );
  }
  if (channelId !== undefined && !isDirectMessage(channelId)) {
    senders.push((message) =>
      client.chat.postEphemeral({ channel: channelId, user: userId, ...thread, ...message }),
    );
  }
  if (isDirectMessage(channelId)) {
    senders.push((message) => post(client, { channel: channelId, threadTs }, message));
  }
  // A person's id as channel is their direct message with the bot. Also the last way for a command given in a direct
  // message between other people, which the bot does not see.
  senders.push((message) => post(client, { channel: userId }, message));
  return senders;
}

/** The ways to tell one person something about a message that may have arrived; not those it may have arrived by. */
export function statementWays(place: PrivatePlace, text: string): Way[] {
  return privateWays({ ...place, respond: undefined }, notice(text));
}

/** Answers by the response_url. @throws RespondRefusedError when what it answers is no acceptance. */
export async function respondTo(respond: RespondFn, message: RespondArguments): Promise<void> {
  const answer = await (await respond(message)).text();
  const failure = readAnswer(answer);
  if (failure) throw new RespondRefusedError(failure);
}

const AnswerSchema = z.object({ ok: z.boolean(), error: z.unknown().optional() });

/** A response_url answers `ok`, or JSON, and a refusal may come with status 200. */
export function readAnswer(answer: string): SendFailure | undefined {
  if (answer.trim() === 'ok') return undefined;
  try {
    const { ok, error } = AnswerSchema.parse(JSON.parse(answer));
    return ok ? undefined : readErrorName(error);
  } catch {
    return { kind: 'uncertain', by: 'no-answer' };
  }
}

/** Puts a line above what comes late; a message that is full says it only in its text. */
export function markLate<Marked extends { readonly text: string; readonly blocks: readonly object[] }>(
  message: Marked,
  isLate: boolean,
): Marked {
  if (!isLate) return message;
  const hasRoom = message.blocks.length < LIMITS.messageBlocks;
  return {
    ...message,
    text: `${NOTICES.late}\n${message.text}`,
    blocks: hasRoom ? [contextBlock(NOTICES.late), ...message.blocks] : message.blocks,
  };
}

/** Whether a channel is a direct message with the bot: Slack's ids of these begin with D. */
export function isDirectMessage(channelId: string | undefined): channelId is string {
  return channelId?.startsWith('D') === true;
}

/** A message of one sentence. */
export function notice(text: string): Message {
  return { text: escapeText(text), blocks: [paragraphBlock(text)] };
}
