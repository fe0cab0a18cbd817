import { z } from 'zod';
import type { Conversation } from '../../protocol.ts';
import { CONVERSATIONS, PEOPLE } from '../cast.ts';
import { messageObject } from '../payloads/objects.ts';
import type { Workspace } from '../workspace.ts';
import { type ApiAnswer, type ApiMethod, failure, integerArgument, method } from './method.ts';

const channelOnly = z.looseObject({ channel: z.string() });

const range = {
  channel: z.string(),
  oldest: z.string().default('0'),
  latest: z.string().optional(),
  limit: integerArgument.default(100),
};

/** Channels, direct messages and what was said in them. The bot is a member of every channel. */
export const conversationMethods: Readonly<Record<string, ApiMethod>> = {
  'conversations.info': method('channels:read', channelOnly, (workspace, { channel }) =>
    withConversation(workspace, channel, (conversation) => ({
      ok: true,
      channel: conversationObject(conversation),
    })),
  ),
  'conversations.list': method('channels:read', z.looseObject({}), () => ({
    ok: true,
    channels: CONVERSATIONS.filter(({ kind }) => kind === 'channel').map(conversationObject),
    response_metadata: { next_cursor: '' },
  })),
  'conversations.members': method('channels:read', channelOnly, (workspace, { channel }) =>
    withConversation(workspace, channel, (conversation) => ({
      ok: true,
      members: [workspace.bot, ...PEOPLE.filter(({ id }) => (conversation.userId ?? id) === id)].map(
        ({ id }) => id,
      ),
      response_metadata: { next_cursor: '' },
    })),
  ),
  'conversations.open': method('im:write', z.looseObject({ users: z.string() }), (workspace, { users }) => {
    const conversation = workspace.state.destination(users);
    return conversation === undefined
      ? failure('user_not_found')
      : { ok: true, channel: { id: conversation.id } };
  }),
  'conversations.join': method('channels:join', channelOnly, (workspace, { channel }) =>
    withConversation(workspace, channel, (conversation) => ({
      ok: true,
      channel: conversationObject(conversation),
    })),
  ),
  'conversations.history': method('channels:history', z.looseObject(range), (workspace, args) =>
    withConversation(workspace, args.channel, () =>
      listMessages(workspace, args, (message) => message.threadTs === undefined),
    ),
  ),
  'conversations.replies': method(
    'channels:history',
    z.looseObject({ ...range, ts: z.string() }),
    (workspace, args) =>
      withConversation(workspace, args.channel, () =>
        listMessages(workspace, args, (message) => message.ts === args.ts || message.threadTs === args.ts),
      ),
  ),
};

function listMessages(
  workspace: Workspace,
  args: { channel: string; oldest: string; latest?: string | undefined; limit: number },
  isWanted: (message: { ts: string; threadTs?: string }) => boolean,
): ApiAnswer {
  const latest = args.latest === undefined ? Number.POSITIVE_INFINITY : Number(args.latest);
  const found = workspace.state
    .messages()
    .filter(
      (message) =>
        message.channelId === args.channel &&
        message.visibleTo === undefined &&
        message.refusal === undefined &&
        isWanted(message) &&
        Number(message.ts) > Number(args.oldest) &&
        Number(message.ts) < latest,
    );
  const newestFirst = [...found].reverse().slice(0, args.limit);
  return { ok: true, messages: newestFirst.map(messageObject), has_more: found.length > newestFirst.length };
}

function withConversation(
  workspace: Workspace,
  id: string,
  act: (conversation: Conversation) => ApiAnswer,
): ApiAnswer {
  const conversation = workspace.state.conversation(id);
  return conversation === undefined ? failure('channel_not_found') : act(conversation);
}

function conversationObject(conversation: Conversation) {
  const isChannel = conversation.kind === 'channel';
  return {
    id: conversation.id,
    ...(isChannel ? { name: conversation.name, is_member: true } : { user: conversation.userId }),
    is_channel: isChannel,
    is_group: false,
    is_im: !isChannel,
    is_mpim: false,
    is_private: !isChannel,
    is_archived: false,
    topic: { value: conversation.topic },
    num_members: isChannel ? PEOPLE.length + 1 : 2,
  };
}
