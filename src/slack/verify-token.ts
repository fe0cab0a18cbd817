import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../errors.ts';

const AuthTestSchema = z.object({ user_id: z.string(), bot_id: z.string().optional(), team_id: z.string() });

/** Who the bot is, as Slack says. */
export type BotIdentity = { readonly botUserId: string; readonly botId: string; readonly teamId: string };

/** The error names with which Slack refuses a token, as opposed to failing. */
const REFUSALS = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'];

/**
 * Asks Slack whose token this is. Done once at start, so that a bad token shows there and not at the first
 * question.
 *
 * @throws AppError `slack_failed` saying whether the token was refused or Slack not reached.
 */
export async function verifyToken(client: WebClient): Promise<BotIdentity> {
  try {
    const { user_id, bot_id, team_id } = AuthTestSchema.parse(await client.auth.test());
    return { botUserId: user_id, botId: bot_id ?? user_id, teamId: team_id };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown';
    const isRefused = REFUSALS.some((name) => message.includes(name));
    const advice = isRefused
      ? 'Slack refused SLACK_BOT_TOKEN; copy it again from “OAuth & Permissions”'
      : 'Slack did not answer auth.test; check the network and SLACK_API_URL';
    throw new AppError('slack_failed', `${advice} (${message})`, { cause: error });
  }
}
