import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { describeFault, type Log } from '../../logging.ts';

/** Who may do what, by ids of people and of user groups; an empty list means everybody. */
export type Roles = { readonly recorders: readonly string[]; readonly managers: readonly string[] };

export type Permissions = {
  /** Whether a person may record progress of a target with these owners. */
  mayRecord(userId: string, owners: readonly string[]): Promise<boolean>;
  /** Whether a person may assign owners, override, pause, and subscribe channels. */
  mayManage(userId: string): Promise<boolean>;
};

/** How long the members of a user group are remembered. */
const GROUP_TTL_MS = 5 * 60_000;

const MembersSchema = z.object({ users: z.array(z.string()) });

/**
 * Groups are looked up in Slack, which needs `usergroups:read`. A group that cannot be read lets nobody in: a right is
 * not given because Slack did not answer.
 */
export function createPermissions(input: {
  readonly roles: Roles;
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Date;
}): Permissions {
  const { roles, client, log, now } = input;
  const groups = new Map<string, { readonly members: readonly string[]; readonly until: number }>();

  async function membersOf(groupId: string): Promise<readonly string[]> {
    const known = groups.get(groupId);
    if (known && known.until > now().getTime()) return known.members;
    try {
      const answer = await client.apiCall('usergroups.users.list', { usergroup: groupId });
      const members = MembersSchema.parse(answer).users;
      groups.set(groupId, { members, until: now().getTime() + GROUP_TTL_MS });
      return members;
    } catch (error) {
      log.warn('permissions.group_unknown', { groupId, ...describeFault(error) });
      return [];
    }
  }

  async function isAmong(userId: string, ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0 || ids.includes(userId)) return true;
    for (const id of ids) {
      if (id.startsWith('S') && (await membersOf(id)).includes(userId)) return true;
    }
    return false;
  }

  return {
    mayRecord: async (userId, owners) => owners.includes(userId) || isAmong(userId, roles.recorders),
    mayManage: (userId) => isAmong(userId, roles.managers),
  };
}
