import { z } from 'zod';
import type { Message } from '../../protocol.ts';
import { BOT_USER_ID } from '../cast.ts';
import { messageObject } from '../payloads/objects.ts';
import { checkContent, postAsBot } from '../post-message.ts';
import type { Workspace } from '../workspace.ts';
import { type ApiAnswer, type ApiMethod, failure, jsonArgument, method } from './method.ts';

const content = { text: z.string().optional(), blocks: jsonArgument.optional() };
const target = { channel: z.string(), ts: z.string() };

const postMessage = method(
  'chat:write',
  z.looseObject({ channel: z.string(), thread_ts: z.string().optional(), ...content }),
  (workspace, { channel, thread_ts: threadTs, text, blocks }) => {
    const conversation = workspace.state.destination(channel);
    if (conversation === undefined) return failure('channel_not_found');
    const posted = postAsBot(workspace, conversation.id, { text, blocks, threadTs });
    return posted.ok ? postedAnswer(posted.message) : failure(posted.error, posted.messages);
  },
);

const postEphemeral = method(
  'chat:write',
  z.looseObject({ channel: z.string(), user: z.string(), thread_ts: z.string().optional(), ...content }),
  (workspace, { channel, user, thread_ts: threadTs, text, blocks }) => {
    const conversation = workspace.state.destination(channel);
    if (conversation === undefined) return failure('channel_not_found');
    if (conversation.kind === 'im' && conversation.userId !== user) return failure('user_not_in_channel');
    const posted = postAsBot(workspace, conversation.id, { text, blocks, threadTs, visibleTo: user });
    return posted.ok ? { ok: true, message_ts: posted.message.ts } : failure(posted.error, posted.messages);
  },
);

const update = method('chat:write', z.looseObject({ ...target, ...content }), (workspace, args) =>
  withOwnMessage(workspace, args, 'cant_update_message', (message) => {
    const checked = checkContent(args);
    if (!checked.ok) return failure(checked.error, checked.messages);
    return postedAnswer(workspace.state.editMessage(message, checked));
  }),
);

const remove = method('chat:write', z.looseObject(target), (workspace, args) =>
  withOwnMessage(workspace, args, 'cant_delete_message', (message) => {
    workspace.state.removeMessage(message);
    return { ok: true, channel: message.channelId, ts: message.ts };
  }),
);

const getPermalink = method(
  null,
  z.looseObject({ channel: z.string(), message_ts: z.string() }),
  (workspace, { channel, message_ts: ts }) =>
    workspace.state.postedMessage(channel, ts) === undefined
      ? failure('message_not_found')
      : { ok: true, channel, permalink: `${workspace.baseUrl()}/#${channel}/${ts}` },
);

/** Posting and changing messages. */
export const chatMethods: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};

function withOwnMessage(
  workspace: Workspace,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  foreignError: string,
  act: (message: Message) => ApiAnswer,
): ApiAnswer {
  const message = workspace.state.postedMessage(channel, ts);
  if (message === undefined) return failure('message_not_found');
  return message.authorId === BOT_USER_ID ? act(message) : failure(foreignError);
}

function postedAnswer(message: Message): ApiAnswer {
  return {
    ok: true,
    channel: message.channelId,
    ts: message.ts,
    text: message.text,
    message: messageObject(message),
  };
}
