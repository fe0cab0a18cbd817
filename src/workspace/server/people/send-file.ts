import type { Conversation, Outcome, Person } from '../../protocol.ts';
import { sendMessageEvent } from '../post-message.ts';
import type { Workspace } from '../workspace.ts';

export type Upload = {
  readonly person: Person;
  readonly conversation: Conversation;
  readonly name: string;
  /** The bytes in base64. */
  readonly content: string;
  readonly threadTs?: string | undefined;
};

/** Posts a file a person sent. The bot is told of it like of any message, and fetches it itself. */
export async function sendFile(workspace: Workspace, upload: Upload): Promise<Outcome> {
  const { person, conversation, name, content, threadTs } = upload;
  const id = workspace.uploads.announce(name);
  workspace.uploads.receive(id, Buffer.from(content, 'base64'));
  const message = workspace.state.addMessage({
    channelId: conversation.id,
    authorId: person.id,
    text: '',
    blocks: [],
    files: [{ id, name }],
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  sendMessageEvent(workspace, message);
  return { ok: true };
}
