import { z } from 'zod';
import { APP_ID, BOT_ID, TEAM } from '../cast.ts';
import { type ApiMethod, method } from './method.ts';

const none = z.looseObject({});

/** Who the token belongs to. */
export const authMethods: Readonly<Record<string, ApiMethod>> = {
  'api.test': method(null, none, () => ({ ok: true })),
  'auth.test': method(null, none, (workspace) => ({
    ok: true,
    url: `${workspace.baseUrl()}/`,
    team: workspace.manifest.display_information.name,
    team_id: TEAM.id,
    user: workspace.bot.name,
    user_id: workspace.bot.id,
    bot_id: BOT_ID,
    is_enterprise_install: false,
  })),
  'bots.info': method('users:read', none, (workspace) => ({
    ok: true,
    bot: { id: BOT_ID, app_id: APP_ID, name: workspace.bot.name, user_id: workspace.bot.id, deleted: false },
  })),
  'team.info': method('team:read', none, (workspace) => ({
    ok: true,
    team: { ...TEAM, name: workspace.manifest.display_information.name },
  })),
};
