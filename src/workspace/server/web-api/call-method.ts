import type { Workspace } from '../workspace.ts';
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { type ApiAnswer, type ApiMethod, failure } from './method.ts';
import { reactionMethods } from './reactions.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

const METHODS: Readonly<Record<string, ApiMethod>> = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
};

export type ApiCall = {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
};

/** Answers a Web API call as Slack would: token first, then scope, then the method itself. Records it. */
export function callMethod(workspace: Workspace, call: ApiCall, botToken: string): ApiAnswer {
  // A person's id stands for their direct message.
  const channel = text(call.args.channel);
  const channelId = channel && workspace.state.destination(channel)?.id;
  const place = { channelId, threadTs: text(call.args.thread_ts) };
  // Looked for first: the bot is told of its own direct messages, and that is no cause of them.
  const cause = workspace.exchanges.causeOf(place);
  const exchangeId = workspace.exchanges.start(
    { direction: 'from-bot', name: call.method, payload: readable(call.args) },
    place,
  );
  const before = workspace.state.messages().at(-1);
  const answer = answerCall(workspace, call, botToken);
  workspace.exchanges.finish(exchangeId, answer);
  const ts = text(answer.ts) ?? text(answer.message_ts);
  const newest = workspace.state.messages().at(-1);
  const touched =
    newest !== before
      ? newest
      : workspace.state.messages().find((message) => message.ts === ts && message.channelId === channelId);
  if (touched !== undefined && call.method.startsWith('chat.')) {
    workspace.exchanges.link(touched.id, cause, exchangeId);
  }
  return answer;
}

function answerCall(workspace: Workspace, call: ApiCall, botToken: string): ApiAnswer {
  if (call.token === '') return failure('not_authed');
  if (call.token !== botToken) return failure('invalid_auth');
  const method = METHODS[call.method];
  if (method === undefined) return failure('unknown_method');
  const { bot, bot_optional: optional } = workspace.manifest.oauth_config.scopes;
  const provided = [...bot, ...optional];
  if (method.scope !== null && !provided.includes(method.scope)) {
    return { ok: false, error: 'missing_scope', needed: method.scope, provided: provided.join(',') };
  }
  return method.run(workspace, call.args);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The arguments as sent, with JSON text unfolded for the inspect panel. The token never gets here. */
function readable(args: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      if (typeof value !== 'string' || !/^[[{]/.test(value)) return [key, value];
      try {
        return [key, JSON.parse(value)];
      } catch {
        return [key, value];
      }
    }),
  );
}
