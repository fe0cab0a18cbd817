/** The payloads Slack sends, field by field (docs.slack.dev/reference/interaction-payloads and /events). */
import { randomUUID } from 'node:crypto';
import type { Conversation, ElementValue, FormValues, Message, OpenView, Person } from '../protocol.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM } from './cast.ts';

/** Slack still sends the deprecated verification token; bots must not rely on it. */
const TOKEN = 'local-verification-token';

const installation = {
  api_app_id: APP_ID,
  token: TOKEN,
  enterprise: null,
  is_enterprise_install: false,
} as const;

function userFields(person: Person) {
  return { id: person.id, username: person.name, name: person.name, team_id: TEAM.id };
}

function channelName(conversation: Conversation): string {
  return conversation.kind === 'im' ? 'directmessage' : conversation.name;
}

/** A message as Slack shows it to apps. */
export function messageObject(message: Message) {
  const isBot = message.authorId === BOT_USER_ID;
  return {
    type: 'message',
    user: message.authorId,
    ...(isBot ? { bot_id: BOT_ID, app_id: APP_ID } : {}),
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    text: message.text,
    team: TEAM.id,
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.reactions.length === 0
      ? {}
      : {
          reactions: message.reactions.map(({ name, userIds }) => ({
            name,
            users: userIds,
            count: userIds.length,
          })),
        }),
  };
}

/** A view as Slack shows it to apps. */
export function viewObject(view: OpenView, values: FormValues = {}) {
  return {
    id: view.id,
    team_id: TEAM.id,
    app_id: APP_ID,
    app_installed_team_id: TEAM.id,
    bot_id: BOT_ID,
    ...view.content,
    callback_id: view.content.callback_id ?? '',
    private_metadata: view.content.private_metadata ?? '',
    external_id: view.content.external_id ?? '',
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    state: { values },
  };
}

export type CommandPayload = {
  readonly command: string;
  readonly text: string;
  readonly person: Person;
  readonly conversation: Conversation;
  readonly triggerId: string;
  readonly responseUrl: string;
};

/** The form fields of a slash command. */
export function commandFields(payload: CommandPayload): Readonly<Record<string, string>> {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: payload.conversation.id,
    channel_name: channelName(payload.conversation),
    user_id: payload.person.id,
    user_name: payload.person.name,
    command: payload.command,
    text: payload.text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: payload.responseUrl,
    trigger_id: payload.triggerId,
  };
}

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

/** Where a pressed element stands. */
export type Origin =
  | {
      readonly kind: 'message';
      readonly message: Message;
      readonly conversation: Conversation;
      readonly responseUrl: string;
    }
  | { readonly kind: 'view'; readonly view: OpenView };

export type ActionsPayload = {
  readonly person: Person;
  readonly origin: Origin;
  readonly action: ElementValue;
  readonly values: FormValues;
  readonly triggerId: string;
};

export function blockActionsPayload({ person, origin, action, values, triggerId }: ActionsPayload) {
  const common = {
    type: 'block_actions',
    user: userFields(person),
    team: TEAM,
    ...installation,
    trigger_id: triggerId,
    actions: [action],
  };
  if (origin.kind === 'view') {
    return {
      ...common,
      container: { type: 'view', view_id: origin.view.id },
      view: viewObject(origin.view, values),
    };
  }
  const { message, conversation, responseUrl } = origin;
  const isEphemeral = message.visibleTo !== undefined;
  return {
    ...common,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: conversation.id, name: channelName(conversation) },
    // Slack leaves the message out when it is ephemeral.
    ...(isEphemeral ? {} : { message: messageObject(message) }),
    state: { values },
    response_url: responseUrl,
  };
}

export function viewSubmissionPayload(
  person: Person,
  view: OpenView,
  form: { values: FormValues; triggerId: string },
) {
  return {
    type: 'view_submission',
    team: TEAM,
    user: userFields(person),
    ...installation,
    trigger_id: form.triggerId,
    view: viewObject(view, form.values),
    response_urls: [],
  };
}

export function viewClosedPayload(person: Person, view: OpenView, closed: 'this-view' | 'all-views') {
  return {
    type: 'view_closed',
    team: TEAM,
    user: userFields(person),
    ...installation,
    view: viewObject(view),
    is_cleared: closed === 'all-views',
  };
}

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

export type SuggestionRequest = {
  readonly person: Person;
  readonly origin: Origin;
  readonly blockId: string;
  readonly actionId: string;
  readonly query: string;
};

export function blockSuggestionPayload({ person, origin, blockId, actionId, query }: SuggestionRequest) {
  return {
    type: 'block_suggestion',
    user: userFields(person),
    team: TEAM,
    ...installation,
    action_id: actionId,
    block_id: blockId,
    value: query,
    ...(origin.kind === 'view'
      ? { container: { type: 'view', view_id: origin.view.id }, view: viewObject(origin.view) }
      : {
          container: {
            type: 'message',
            message_ts: origin.message.ts,
            channel_id: origin.conversation.id,
            is_ephemeral: origin.message.visibleTo !== undefined,
          },
          channel: { id: origin.conversation.id, name: channelName(origin.conversation) },
        }),
  };
}
