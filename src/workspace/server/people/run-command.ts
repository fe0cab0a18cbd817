import { z } from 'zod';
import type { Conversation, Outcome, Person } from '../../protocol.ts';
import { failureSentence, issueResponseUrl, startInteraction, whisper } from '../deliver.ts';
import { commandFields } from '../payloads/command-payload.ts';
import { postAsBot } from '../post-message.ts';
import type { Workspace } from '../workspace.ts';

export type CommandUse = {
  readonly person: Person;
  readonly sessionId: string;
  readonly conversation: Conversation;
  readonly command: string;
  readonly text: string;
};

/** What an app may answer a command with in the acknowledgement itself. */
const AckMessageSchema = z.looseObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
});

/** Runs a slash command. Only the person sees that it was used, unless the bot answers to the channel. */
export async function runCommand(workspace: Workspace, use: CommandUse): Promise<Outcome> {
  const { person, sessionId, conversation, command, text } = use;
  const channelId = conversation.id;
  const exchangeId = startInteraction(workspace, `command ${command}`, { channelId });
  const fields = commandFields({
    command,
    text,
    person,
    conversation,
    triggerId: workspace.triggers.issue({ userId: person.id, sessionId, channelId }),
    responseUrl: issueResponseUrl(workspace, { channelId, userId: person.id, exchangeId }),
  });
  workspace.exchanges.setPayload(exchangeId, fields);
  const delivery = await workspace.delivery.deliverForm(fields);
  workspace.exchanges.finish(exchangeId, delivery);
  if (!delivery.ok) {
    whisper(workspace, { channelId, userId: person.id }, `${command} 没有运行：${failureSentence(delivery)}`);
    return { ok: true };
  }
  const body = typeof delivery.body === 'string' ? { text: delivery.body } : delivery.body;
  const answer = AckMessageSchema.safeParse(body);
  if (!answer.success || (answer.data.text ?? answer.data.blocks) === undefined) return { ok: true };
  const { response_type, text: said, blocks } = answer.data;
  const visibleTo = response_type === 'ephemeral' ? person.id : undefined;
  const posted = postAsBot(workspace, channelId, { text: said, blocks, visibleTo });
  workspace.exchanges.link(posted.message.id, exchangeId);
  return { ok: true };
}
