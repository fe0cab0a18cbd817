import type { Conversation, Outcome, Person } from '../../protocol.ts';
import { PEOPLE } from '../cast.ts';
import { failureSentence, whisper } from '../deliver.ts';
import { messageEvent } from '../payloads/event-payloads.ts';
import { sendEvent, sendMessageEvent } from '../post-message.ts';
import { encodeMentions, escapeText } from '../slack-text.ts';
import type { Workspace } from '../workspace.ts';
import { runCommand } from './run-command.ts';

export type Typed = {
  readonly person: Person;
  readonly sessionId: string;
  readonly conversation: Conversation;
  readonly text: string;
  readonly threadTs?: string | undefined;
};

/** Posts what a person typed, or runs it when it is a slash command. */
export async function sendMessage(workspace: Workspace, typed: Typed): Promise<Outcome> {
  const text = typed.text.trim();
  if (text === '') return { ok: false, error: '还没有写内容。' };
  if (text.startsWith('/')) return sendCommand(workspace, typed, text);
  const { person, conversation, threadTs } = typed;
  const message = workspace.state.addMessage({
    channelId: conversation.id,
    authorId: person.id,
    text: encodeMentions(escapeText(text), [workspace.bot, ...PEOPLE]),
    blocks: [],
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  sendMessageEvent(workspace, message);
  const { bot_events: subscribed } = workspace.manifest.settings.event_subscriptions;
  const isMention = conversation.kind === 'channel' && message.text.includes(`<@${workspace.bot.id}>`);
  if (!isMention || !subscribed.includes('app_mention')) return { ok: true };
  const delivery = await sendEvent(workspace, messageEvent('app_mention', message, conversation), message);
  if (!delivery.ok) {
    const place = { channelId: conversation.id, userId: person.id };
    whisper(
      workspace,
      { ...place, ...(threadTs === undefined ? {} : { threadTs }) },
      failureSentence(delivery),
    );
  }
  return { ok: true };
}

async function sendCommand(workspace: Workspace, typed: Typed, text: string): Promise<Outcome> {
  const [, name = '', argument = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const command = workspace.manifest.features.slash_commands.find((one) => one.command === name);
  if (command === undefined) return { ok: false, error: `${name} 不是这个工作区里的命令。` };
  // Slack does not run an app's commands in threads.
  if (typed.threadTs !== undefined) {
    return { ok: false, error: `${name} 不能在讨论串里用；在讨论串里请 @ 机器人。` };
  }
  // Only an app that wants it gets mentions in a command; otherwise they are text like any other.
  const escaped = escapeText(argument);
  const said = command.should_escape ? encodeMentions(escaped, [workspace.bot, ...PEOPLE]) : escaped;
  return runCommand(workspace, { ...typed, command: name, text: said });
}
