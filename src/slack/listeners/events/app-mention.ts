import type { App } from '@slack/bolt';
import { answerInConversation } from '../../answer-in-conversation.ts';
import { messageKey, threadConversation, threadOf } from '../../conversations.ts';
import { readMessageText, readNamedPeople } from '../../read-message-text.ts';
import type { SlackServices } from '../../services.ts';

/** A mention in a channel is answered in the thread it stands in or starts. */
export function registerAppMention(app: App, services: SlackServices): void {
  app.event('app_mention', async ({ event, client, context }) => {
    if (event.bot_id !== undefined || event.user === undefined) return;
    const written = { channel: event.channel, ts: event.ts, threadTs: event.thread_ts };
    if (!(await services.records.handledEvents.claim(messageKey(written), services.now()))) return;
    await answerInConversation(services, client, {
      question: readMessageText(event.text),
      userId: event.user,
      conversation: threadConversation(written),
      place: { channel: event.channel, threadTs: threadOf(written) },
      named: readNamedPeople(event.text, context.botUserId),
    });
  });
}
