import type { Delivery } from './bot-delivery.ts';
import { SLACKBOT_ID } from './cast.ts';
import type { Workspace } from './workspace.ts';

/** Where something happened, so that the bot's answers can be traced to it. */
export type Place = {
  readonly channelId?: string | undefined;
  readonly threadTs?: string | undefined;
};

/** Sends an event to the bot and records it. Resolves with the exchange's id once the bot has acknowledged. */
export async function deliverEvent(workspace: Workspace, body: { readonly event: object }, place: Place) {
  const name = `event ${'type' in body.event ? String(body.event.type) : ''}`;
  const exchangeId = workspace.exchanges.start({ direction: 'to-bot', name, payload: body }, place);
  const acknowledged = workspace.delivery.deliverEvent(body).then((delivery) => {
    workspace.exchanges.finish(exchangeId, delivery);
    return delivery;
  });
  return { exchangeId, acknowledged };
}

/** Sends an interaction (`payload=` form) to the bot, records it and resolves with the acknowledgement. */
export async function deliverInteraction(
  workspace: Workspace,
  exchangeId: string,
  payload: object,
): Promise<Delivery> {
  workspace.exchanges.setPayload(exchangeId, payload);
  const delivery = await workspace.delivery.deliverForm({ payload: JSON.stringify(payload) });
  workspace.exchanges.finish(exchangeId, delivery);
  return delivery;
}

/** Opens the record of an interaction; its payload follows once the ids it carries are issued. */
export function startInteraction(workspace: Workspace, name: string, place: Place): string {
  return workspace.exchanges.start({ direction: 'to-bot', name, payload: null }, place);
}

/** Issues a response_url that answers into `target`. */
export function issueResponseUrl(
  workspace: Workspace,
  target: Parameters<Workspace['responseUrls']['issue']>[0],
): string {
  return `${workspace.baseUrl()}/response/${workspace.responseUrls.issue(target)}`;
}

/** Says something only one person sees, in Slack's own name. */
export function whisper(
  workspace: Workspace,
  to: { readonly channelId: string; readonly userId: string; readonly threadTs?: string },
  text: string,
): void {
  workspace.state.addMessage({
    channelId: to.channelId,
    authorId: SLACKBOT_ID,
    text,
    blocks: [],
    visibleTo: to.userId,
    ...(to.threadTs === undefined ? {} : { threadTs: to.threadTs }),
  });
}

/** Slack's sentence for a delivery that failed. */
export function failureSentence(delivery: Extract<Delivery, { ok: false }>): string {
  const detail = delivery.status === 0 ? delivery.error : `${delivery.error} ${delivery.status}`;
  return `机器人没有按时回应（${detail}）。`;
}
