import type { ElementValue, FormValues, Outcome, Person } from '../../protocol.ts';
import { deliverInteraction, failureSentence, issueResponseUrl, startInteraction } from '../deliver.ts';
import { findElement } from '../find-element.ts';
import { blockActionsPayload, type Origin } from '../payloads/element-payloads.ts';
import type { Workspace } from '../workspace.ts';

/** The message or view a person acts in, as the page names it. */
export type SurfaceRef =
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'view'; readonly id: string };

export type Press = {
  readonly person: Person;
  readonly sessionId: string;
  readonly surface: SurfaceRef;
  readonly blockId: string;
  readonly actionId: string;
  readonly value: ElementValue;
  readonly values: FormValues;
};

const GONE = '这条内容已经更新，请在新的内容上操作。';

/** Sends `block_actions` for an element a person pressed, picked or typed into. */
export async function pressElement(workspace: Workspace, press: Press): Promise<Outcome> {
  const surface = findSurface(workspace, press.surface);
  if (surface === undefined) return { ok: false, error: GONE };
  const element = findElement(surface.blocks, press);
  if (element === undefined) return { ok: false, error: GONE };
  const exchangeId = startInteraction(workspace, `block_actions ${press.actionId}`, surface.place);
  const origin = createOrigin(workspace, surface, { userId: press.person.id, exchangeId });
  if (surface.kind === 'message') workspace.exchanges.link(surface.message.id, exchangeId);
  const delivery = await deliverInteraction(
    workspace,
    exchangeId,
    blockActionsPayload({
      person: press.person,
      origin,
      action: {
        ...press.value,
        type: element.type,
        action_id: press.actionId,
        block_id: press.blockId,
        action_ts: String(workspace.clock.now().getTime() / 1000),
        ...('text' in element ? { text: element.text } : {}),
      },
      values: press.values,
      triggerId: workspace.triggers.issue({
        userId: press.person.id,
        sessionId: press.sessionId,
        channelId: surface.place.channelId,
      }),
    }),
  );
  return delivery.ok ? { ok: true } : { ok: false, error: failureSentence(delivery) };
}

/** Finds what a person acts in; undefined when it is gone. */
export function findSurface(workspace: Workspace, surface: SurfaceRef) {
  const { state } = workspace;
  if (surface.kind === 'view') {
    const view = state.view(surface.id);
    if (view === undefined) return undefined;
    // App Home stands beside the direct message: that is where the bot answers what was done there.
    const channelId = view.channelId ?? state.destination(view.userId)?.id;
    return { kind: 'view', view, blocks: view.content.blocks, place: { channelId } } as const;
  }
  const message = state.message(surface.id);
  const conversation = message && state.conversation(message.channelId);
  if (message === undefined || conversation === undefined) return undefined;
  const place = {
    channelId: conversation.id,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
  };
  return { kind: 'message', message, conversation, blocks: message.blocks, place } as const;
}

type Surface = NonNullable<ReturnType<typeof findSurface>>;

/** Describes the surface for a payload; a message comes with a response_url of its own. */
export function createOrigin(
  workspace: Workspace,
  surface: Surface,
  by: { readonly userId: string; readonly exchangeId: string },
): Origin {
  if (surface.kind === 'view') return { kind: 'view', view: surface.view };
  const { message, conversation } = surface;
  const responseUrl = issueResponseUrl(workspace, {
    channelId: conversation.id,
    userId: by.userId,
    messageId: message.id,
    exchangeId: by.exchangeId,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
  });
  return { kind: 'message', message, conversation, responseUrl };
}
