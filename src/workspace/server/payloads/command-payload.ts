import type { Conversation, Person } from '../../protocol.ts';
import { APP_ID, TEAM } from '../cast.ts';
import { channelName, TOKEN } from './objects.ts';

export type CommandPayload = {
  readonly command: string;
  readonly text: string;
  readonly person: Person;
  readonly conversation: Conversation;
  readonly triggerId: string;
  readonly responseUrl: string;
};

/** The form fields of a slash command. */
export function commandFields(payload: CommandPayload): Readonly<Record<string, string>> {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: payload.conversation.id,
    channel_name: channelName(payload.conversation),
    user_id: payload.person.id,
    user_name: payload.person.name,
    command: payload.command,
    text: payload.text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: payload.responseUrl,
    trigger_id: payload.triggerId,
  };
}
