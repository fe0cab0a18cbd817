import type { Conversation, ElementValue, FormValues, Message, OpenView, Person } from '../../protocol.ts';
import { TEAM } from '../cast.ts';
import { channelName, installation, messageObject, userFields, viewObject } from './objects.ts';

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
