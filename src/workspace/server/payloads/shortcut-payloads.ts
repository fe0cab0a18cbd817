import type { Conversation, Message, Person } from '../../protocol.ts';
import { TEAM } from '../cast.ts';
import { channelName, installation, messageObject, userFields } from './objects.ts';

export type MessageShortcut = {
  readonly person: Person;
  readonly callbackId: string;
  readonly message: Message;
  readonly conversation: Conversation;
  readonly triggerId: string;
  readonly responseUrl: string;
  readonly actionTs: string;
};

export function messageShortcutPayload(shortcut: MessageShortcut) {
  return {
    type: 'message_action',
    ...installation,
    callback_id: shortcut.callbackId,
    action_ts: shortcut.actionTs,
    trigger_id: shortcut.triggerId,
    response_url: shortcut.responseUrl,
    team: TEAM,
    user: userFields(shortcut.person),
    channel: { id: shortcut.conversation.id, name: channelName(shortcut.conversation) },
    message_ts: shortcut.message.ts,
    message: messageObject(shortcut.message),
  };
}

export type GlobalShortcut = Pick<MessageShortcut, 'person' | 'callbackId' | 'triggerId' | 'actionTs'>;

export function globalShortcutPayload({ person, callbackId, triggerId, actionTs }: GlobalShortcut) {
  return {
    type: 'shortcut',
    ...installation,
    callback_id: callbackId,
    action_ts: actionTs,
    trigger_id: triggerId,
    team: TEAM,
    user: userFields(person),
  };
}
