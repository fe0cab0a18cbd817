import { z } from 'zod';
import type { Person } from '../../protocol.ts';
import { CONVERSATIONS, PEOPLE, TEAM, TIME_ZONE } from '../cast.ts';
import { type ApiMethod, failure, method } from './method.ts';

/** People and their profiles; no user groups exist here. */
export const userMethods: Readonly<Record<string, ApiMethod>> = {
  'users.info': method('users:read', z.looseObject({ user: z.string() }), (workspace, { user }) => {
    const person = [workspace.bot, ...PEOPLE].find(({ id }) => id === user);
    return person === undefined ? failure('user_not_found') : { ok: true, user: userObject(person) };
  }),
  'users.list': method('users:read', z.looseObject({}), (workspace) => ({
    ok: true,
    members: [workspace.bot, ...PEOPLE].map(userObject),
    response_metadata: { next_cursor: '' },
  })),
  'users.conversations': method('channels:read', z.looseObject({}), () => ({
    ok: true,
    channels: CONVERSATIONS.filter(({ kind }) => kind === 'channel').map(({ id, name }) => ({ id, name })),
    response_metadata: { next_cursor: '' },
  })),
  'usergroups.list': method('usergroups:read', z.looseObject({}), () => ({ ok: true, usergroups: [] })),
  'usergroups.users.list': method('usergroups:read', z.looseObject({}), () => failure('no_such_subteam')),
};

function userObject(person: Person) {
  return {
    id: person.id,
    team_id: TEAM.id,
    name: person.name,
    real_name: person.name,
    deleted: false,
    is_bot: person.isBot,
    is_admin: person.id === PEOPLE[1]?.id,
    locale: 'zh-CN',
    tz: TIME_ZONE.name,
    tz_label: TIME_ZONE.label,
    tz_offset: TIME_ZONE.offsetSeconds,
    profile: { display_name: person.name, real_name: person.name },
  };
}
