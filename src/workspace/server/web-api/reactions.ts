import { z } from 'zod';
import type { Message } from '../../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { type ApiAnswer, type ApiMethod, failure, method } from './method.ts';

const target = { channel: z.string(), timestamp: z.string() };

/** Emoji reactions of the bot. */
export const reactionMethods: Readonly<Record<string, ApiMethod>> = {
  'reactions.add': method(
    'reactions:write',
    z.looseObject({ ...target, name: z.string() }),
    (workspace, args) =>
      withMessage(workspace, args, (message) => {
        const botId = workspace.bot.id;
        const current = message.reactions.find(({ name }) => name === args.name);
        if (current?.userIds.includes(botId)) return failure('already_reacted');
        const others = message.reactions.filter((one) => one !== current);
        const added = { name: args.name, userIds: [...(current?.userIds ?? []), botId] };
        workspace.state.setReactions(message, [...others, added]);
        return { ok: true };
      }),
  ),
  'reactions.remove': method(
    'reactions:write',
    z.looseObject({ ...target, name: z.string() }),
    (workspace, args) =>
      withMessage(workspace, args, (message) => {
        const botId = workspace.bot.id;
        if (!message.reactions.some(({ name, userIds }) => name === args.name && userIds.includes(botId))) {
          return failure('no_reaction');
        }
        const left = message.reactions
          .map((one) =>
            one.name === args.name ? { ...one, userIds: one.userIds.filter((id) => id !== botId) } : one,
          )
          .filter(({ userIds }) => userIds.length > 0);
        workspace.state.setReactions(message, left);
        return { ok: true };
      }),
  ),
  'reactions.get': method('reactions:read', z.looseObject(target), (workspace, args) =>
    withMessage(workspace, args, ({ reactions }) => ({ ok: true, type: 'message', message: { reactions } })),
  ),
};

function withMessage(
  workspace: Workspace,
  { channel, timestamp }: { readonly channel: string; readonly timestamp: string },
  act: (message: Message) => ApiAnswer,
): ApiAnswer {
  const message = workspace.state.postedMessage(channel, timestamp);
  return message === undefined ? failure('message_not_found') : act(message);
}
