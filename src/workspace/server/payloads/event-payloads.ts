import { randomUUID } from 'node:crypto';
import type { Conversation, Message, OpenView, Person } from '../../protocol.ts';
import { APP_ID, BOT_USER_ID, TEAM } from '../cast.ts';
import { messageObject, TOKEN, viewObject } from './objects.ts';

/** The envelope of an event. `eventTime` is the workspace's time in whole seconds. */
export function eventEnvelope(event: object, eventTime: number) {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`,
    event_time: eventTime,
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: BOT_USER_ID,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** `app_mention` or `message`: both carry the message, the second also the kind of conversation. */
export function messageEvent(type: 'app_mention' | 'message', message: Message, conversation: Conversation) {
  return {
    ...messageObject(message),
    type,
    channel: conversation.id,
    event_ts: message.ts,
    client_msg_id: randomUUID(),
    ...(type === 'message' ? { channel_type: conversation.kind } : {}),
  };
}

export type HomeOpened = {
  readonly person: Person;
  readonly directMessage: Conversation;
  readonly tab: 'home' | 'messages';
  readonly home: OpenView | null;
  readonly eventTs: string;
};

export function homeOpenedEvent({ person, directMessage, tab, home, eventTs }: HomeOpened) {
  return {
    type: 'app_home_opened',
    user: person.id,
    channel: directMessage.id,
    tab,
    event_ts: eventTs,
    ...(tab === 'home' && home !== null ? { view: viewObject(home) } : {}),
  };
}
