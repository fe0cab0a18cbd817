import type { Message, Outcome, Person } from '../../protocol.ts';
import { deliverInteraction, failureSentence, issueResponseUrl, startInteraction } from '../deliver.ts';
import { globalShortcutPayload, messageShortcutPayload } from '../payloads/shortcut-payloads.ts';
import type { Workspace } from '../workspace.ts';

export type ShortcutUse = {
  readonly person: Person;
  readonly sessionId: string;
  readonly callbackId: string;
  /** The message it was used on; absent for global shortcuts. */
  readonly message?: Message | undefined;
};

/** Runs a shortcut of the bot, on a message or from anywhere. */
export async function runShortcut(workspace: Workspace, use: ShortcutUse): Promise<Outcome> {
  const { person, sessionId, callbackId, message } = use;
  const conversation = message && workspace.state.conversation(message.channelId);
  const threadTs = message?.threadTs ?? message?.ts;
  const place =
    conversation === undefined ? {} : { channelId: conversation.id, ...(threadTs && { threadTs }) };
  const exchangeId = startInteraction(workspace, `shortcut ${callbackId}`, place);
  const common = {
    person,
    callbackId,
    triggerId: workspace.triggers.issue({ userId: person.id, sessionId, channelId: conversation?.id }),
    actionTs: String(workspace.clock.now().getTime() / 1000),
  };
  const payload =
    message === undefined || conversation === undefined
      ? globalShortcutPayload(common)
      : messageShortcutPayload({
          ...common,
          message,
          conversation,
          responseUrl: issueResponseUrl(workspace, {
            channelId: conversation.id,
            userId: person.id,
            exchangeId,
            ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
          }),
        });
  if (message !== undefined) workspace.exchanges.link(message.id, exchangeId);
  const delivery = await deliverInteraction(workspace, exchangeId, payload);
  return delivery.ok ? { ok: true } : { ok: false, error: failureSentence(delivery) };
}
