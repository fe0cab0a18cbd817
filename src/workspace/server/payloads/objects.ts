import type { Conversation, FormValues, Message, OpenView, Person } from '../../protocol.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM } from '../cast.ts';

/** Slack still sends the deprecated verification token; bots must not rely on it. */
export const TOKEN = 'local-verification-token';

/** What every interaction says about the app. */
export const installation = {
  api_app_id: APP_ID,
  token: TOKEN,
  enterprise: null,
  is_enterprise_install: false,
} as const;

export function userFields(person: Person) {
  return { id: person.id, username: person.name, name: person.name, team_id: TEAM.id };
}

export function channelName(conversation: Conversation): string {
  return conversation.kind === 'im' ? 'directmessage' : conversation.name;
}

/** A message as Slack shows it to apps. */
export function messageObject(message: Message) {
  const isBot = message.authorId === BOT_USER_ID;
  return {
    type: 'message',
    user: message.authorId,
    ...(isBot ? { bot_id: BOT_ID, app_id: APP_ID } : {}),
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    text: message.text,
    team: TEAM.id,
    ...(message.files === undefined ? {} : { subtype: 'file_share', upload: true, files: message.files }),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.reactions.length === 0
      ? {}
      : {
          reactions: message.reactions.map(({ name, userIds }) => ({
            name,
            users: userIds,
            count: userIds.length,
          })),
        }),
  };
}

/** A view as Slack shows it to apps. */
export function viewObject(view: OpenView, values: FormValues = {}) {
  return {
    id: view.id,
    team_id: TEAM.id,
    app_id: APP_ID,
    app_installed_team_id: TEAM.id,
    bot_id: BOT_ID,
    ...view.content,
    callback_id: view.content.callback_id ?? '',
    private_metadata: view.content.private_metadata ?? '',
    external_id: view.content.external_id ?? '',
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    state: { values },
  };
}
