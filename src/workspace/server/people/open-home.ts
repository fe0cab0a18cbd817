import type { Outcome, Person } from '../../protocol.ts';
import { CONVERSATIONS } from '../cast.ts';
import { deliverEvent, failureSentence } from '../deliver.ts';
import { eventEnvelope, homeOpenedEvent } from '../payloads/event-payloads.ts';
import type { Workspace } from '../workspace.ts';

/** Tells the bot that a person opened its App Home, on one of its tabs. */
export async function openHome(
  workspace: Workspace,
  person: Person,
  tab: 'home' | 'messages',
): Promise<Outcome> {
  const { bot_events: subscribed } = workspace.manifest.settings.event_subscriptions;
  const directMessage = CONVERSATIONS.find(({ userId }) => userId === person.id);
  if (!subscribed.includes('app_home_opened') || directMessage === undefined) return { ok: true };
  const seconds = workspace.clock.now().getTime() / 1000;
  const home = workspace.state.home(person.id);
  const event = homeOpenedEvent({ person, directMessage, tab, home, eventTs: seconds.toFixed(6) });
  const body = eventEnvelope(event, Math.floor(seconds));
  const delivery = await (await deliverEvent(workspace, body, {})).acknowledged;
  return delivery.ok ? { ok: true } : { ok: false, error: failureSentence(delivery) };
}
