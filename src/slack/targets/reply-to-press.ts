import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { formsOf, type Message } from '../blocks/message.ts';
import { NOTICES } from '../messages.ts';
import type { Press } from '../press.ts';
import { sendPrivately, statementWays } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { showHome } from '../show-home.ts';
import { plainMessage, sendRichPrivately } from './send-rich.ts';
import type { RichMessage } from './target-card-message.ts';

/** What is needed to reply to a press on a button about targets. */
export type TargetPress = {
  readonly services: SlackServices;
  readonly client: WebClient;
  readonly press: Press;
  readonly respond?: RespondFn | undefined;
};

/** Replies where the button stood: in the App Home in place, with a fresh board; elsewhere to the person alone. */
export async function replyToTargetPress(
  { services, client, press, respond }: TargetPress,
  message: Message | RichMessage,
): Promise<void> {
  const isRich = 'plainBlocks' in message;
  if (press.isHome) {
    // Charts are for messages only; the card says the same numbers in words.
    const result: Message = isRich ? plainMessage(message) : message;
    const { userId } = press;
    const place = { client, outbox: services.outbox, userId };
    await services.outbox.deliver({
      ways: formsOf(result).map(
        ({ blocks }) =>
          () =>
            showHome(services, client, { ...press.home, userId, result: blocks }),
      ),
      statement: statementWays(place, NOTICES.uncertain),
    });
    return;
  }
  const place = { client, outbox: services.outbox, ...press, respond };
  if (isRich) await sendRichPrivately(place, message);
  else await sendPrivately(place, message);
}
