import { type BlocksError, checkBlocks } from '../block-kit/check-blocks.ts';
import { LIMITS } from '../block-kit/limits.ts';
import type { Message } from '../protocol.ts';
import { BOT_USER_ID, SLACKBOT_ID } from './cast.ts';
import { deliverEvent } from './deliver.ts';
import { eventEnvelope, messageEvent } from './payloads/event-payloads.ts';
import type { Workspace } from './workspace.ts';

export type MessageDraft = {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly threadTs?: string | undefined;
  readonly visibleTo?: string | undefined;
};

export type Content =
  | { readonly ok: true; readonly text: string; readonly blocks: Message['blocks'] }
  | {
      readonly ok: false;
      readonly error: BlocksError | 'no_text' | 'msg_too_long';
      readonly messages: readonly string[];
    };

/** Checks the text and blocks of a message as Slack would before it posts them. */
export function checkContent({ text = '', blocks }: Pick<MessageDraft, 'text' | 'blocks'>): Content {
  const check = checkBlocks(blocks ?? [], 'message');
  if (!check.ok) return check;
  if (text === '' && check.blocks.length === 0) return { ok: false, error: 'no_text', messages: [] };
  if (text.length > LIMITS.message.text) return { ok: false, error: 'msg_too_long', messages: [] };
  return { ok: true, text, blocks: check.blocks };
}

/**
 * Posts in the bot's name. What Slack would refuse is kept as a refused message, so that a visitor sees the
 * refusal instead of silence, and the bot gets Slack's error.
 */
export function postAsBot(workspace: Workspace, channelId: string, draft: MessageDraft) {
  const { state } = workspace;
  const place = {
    channelId,
    authorId: BOT_USER_ID,
    ...(draft.threadTs === undefined ? {} : { threadTs: draft.threadTs }),
    ...(draft.visibleTo === undefined ? {} : { visibleTo: draft.visibleTo }),
  };
  const content = checkContent(draft);
  if (!content.ok) {
    const refusal = { error: content.error, details: content.messages };
    const message = state.addMessage({ ...place, text: draft.text ?? '', blocks: [], refusal });
    return { ok: false, error: content.error, messages: content.messages, message } as const;
  }
  const message = state.addMessage({ ...place, text: content.text, blocks: content.blocks });
  if (message.visibleTo === undefined) sendMessageEvent(workspace, message);
  return { ok: true, message } as const;
}

/**
 * Tells the bot about a message in a direct conversation, its own included (Slack does, and bots must not
 * answer themselves). Channel messages are only sent to apps that subscribed to `message.channels`.
 */
export function sendMessageEvent(workspace: Workspace, message: Message): void {
  const conversation = workspace.state.conversation(message.channelId);
  if (conversation === undefined || message.authorId === SLACKBOT_ID) return;
  const subscribed = workspace.manifest.settings.event_subscriptions.bot_events;
  const name = conversation.kind === 'im' ? 'message.im' : 'message.channels';
  if (!subscribed.includes(name)) return;
  const event = messageEvent('message', message, conversation);
  void sendEvent(workspace, event, message);
}

/** Sends an event about a message and links the two for the inspect panel. */
export async function sendEvent(workspace: Workspace, event: object, message: Message) {
  const eventTime = Math.floor(workspace.clock.now().getTime() / 1000);
  const { exchangeId, acknowledged } = await deliverEvent(workspace, eventEnvelope(event, eventTime), {
    channelId: message.channelId,
    threadTs: message.threadTs ?? message.ts,
  });
  workspace.exchanges.link(message.id, exchangeId);
  return acknowledged;
}
