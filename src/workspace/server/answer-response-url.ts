import { z } from 'zod';
import { checkContent, postAsBot } from './post-message.ts';
import type { Workspace } from './workspace.ts';

const BodySchema = z.looseObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  thread_ts: z.string().optional(),
});

/** What an answer to a response_url gets back. Only 2xx is success; the body then is `ok`. */
export type UrlAnswer = { readonly status: number; readonly body: string };

/** Takes what the bot sent to a response_url: a new message, a changed original, or its removal. */
export function answerResponseUrl(workspace: Workspace, urlId: string, rawBody: unknown): UrlAnswer {
  const exchangeId = workspace.exchanges.start(
    { direction: 'from-bot', name: 'response_url', payload: rawBody },
    {},
  );
  const answer = takeAnswer(workspace, urlId, { rawBody, exchangeId });
  workspace.exchanges.finish(exchangeId, answer);
  return answer;
}

function takeAnswer(
  workspace: Workspace,
  urlId: string,
  { rawBody, exchangeId }: { readonly rawBody: unknown; readonly exchangeId: string },
): UrlAnswer {
  const { state, exchanges } = workspace;
  const use = workspace.responseUrls.use(urlId);
  if (!use.ok) return { status: 404, body: JSON.stringify({ ok: false, error: use.error }) };
  const parsed = BodySchema.safeParse(rawBody);
  if (!parsed.success) return { status: 400, body: 'invalid_payload' };
  const target = use.content;
  const body = parsed.data;
  const original = target.messageId === undefined ? undefined : state.message(target.messageId);
  if (body.delete_original) {
    if (original === undefined) return { status: 404, body: 'message_not_found' };
    state.removeMessage(original);
    return { status: 200, body: 'ok' };
  }
  if (body.replace_original && original !== undefined) {
    const content = checkContent(body);
    if (!content.ok) return { status: 400, body: content.error };
    state.editMessage(original, content);
    exchanges.link(original.id, target.exchangeId, exchangeId);
    return { status: 200, body: 'ok' };
  }
  const posted = postAsBot(workspace, target.channelId, {
    text: body.text,
    blocks: body.blocks,
    threadTs: body.thread_ts ?? target.threadTs,
    visibleTo: body.response_type === 'ephemeral' ? target.userId : undefined,
  });
  exchanges.link(posted.message.id, target.exchangeId, exchangeId);
  return posted.ok ? { status: 200, body: 'ok' } : { status: 400, body: posted.error };
}
