import type { App } from '@slack/bolt';
import { z } from 'zod';
import { answerInConversation } from '../../answer-in-conversation.ts';
import { listEarlier } from '../../answer-question.ts';
import { directConversation, messageKey, threadConversation, type Written } from '../../conversations.ts';
import { readScope } from '../../knowledge/channel-scope.ts';
import { receiveFiles } from '../../knowledge/receive-files.ts';
import { readMessageText, readNamedPeople } from '../../read-message-text.ts';
import type { SlackServices } from '../../services.ts';

/** Slackbot has no `bot_id`, only this user. */
const SLACKBOT = 'USLACKBOT';

/** Slack lets people send ten files in a message. */
const MAX_FILES = 10;

/**
 * What a person writes has no subtype, or one of these: with a file, as a reply also shown in the channel, with `/me`.
 * All others are edits, deletions, joins and the like.
 */
const WRITTEN_SUBTYPES = ['file_share', 'thread_broadcast', 'me_message'] as const;

/** Messages that a person wrote. */
const PersonMessageSchema = z.object({
  channel: z.string(),
  channel_type: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  subtype: z.enum(WRITTEN_SUBTYPES).optional(),
  bot_id: z.undefined().optional(),
  files: z.array(z.object({ id: z.string().min(1) })).default([]),
});

type PersonMessage = z.infer<typeof PersonMessageSchema>;

/**
 * A direct message is answered there. In channels nothing is, unless follow-ups without a mention are switched
 * on: then a reply is, in a thread where the bot answered within a day, and only when the report has an answer,
 * because people in a thread also talk to each other.
 */
export function registerMessage(app: App, services: SlackServices): void {
  app.event('message', async ({ event, client, context }) => {
    const message = PersonMessageSchema.safeParse(event).data;
    if (!message || message.user === SLACKBOT || message.user === context.botUserId) return;
    const written = { channel: message.channel, ts: message.ts, threadTs: message.thread_ts };
    const isDirect = message.channel_type === 'im';
    if (!isDirect && !(await isFollowUp(services, message, written, context.botUserId))) return;
    if (!(await services.records.handledEvents.claim(messageKey(written), services.now()))) return;
    const question = readMessageText(message.text);
    if (isDirect && message.files.length > 0) {
      const { user: userId, channel: channelId, thread_ts: threadTs } = message;
      await receiveFiles(services, client, {
        userId,
        channelId,
        threadTs,
        fileIds: message.files.slice(0, MAX_FILES).map(({ id }) => id),
      });
      // What is written beside a file is a question like any other.
      if (question === '') return;
    }
    await answerInConversation(services, client, {
      question,
      userId: message.user,
      conversation: isDirect ? directConversation(written) : threadConversation(written),
      place: { channel: message.channel, threadTs: message.thread_ts },
      named: readNamedPeople(message.text, context.botUserId),
    });
  });
}

async function isFollowUp(
  services: SlackServices,
  message: PersonMessage,
  written: Written,
  botUserId: string | undefined,
): Promise<boolean> {
  if (!services.answersFollowUpsWithoutMention || written.threadTs === undefined) return false;
  // The mention's own event answers it.
  if (botUserId !== undefined && message.text.includes(`<@${botUserId}`)) return false;
  const earlier = await listEarlier(services, threadConversation(written));
  if (earlier.length === 0) return false;
  const question = readMessageText(message.text);
  const { reports: scope } = await readScope(services, message.channel);
  const answer = await services.answer({ question, earlier, scope, userId: message.user });
  return answer.status === 'answered';
}
