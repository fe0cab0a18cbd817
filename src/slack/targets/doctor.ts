import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { type SubscriptionRow, subscriptionText } from './subscription-blocks.ts';
import { DOCTOR, slotText } from './target-messages.ts';
import type { TargetServices } from './target-services.ts';

const RECENT_SLOTS = 6;

const FailureSchema = z.object({ data: z.object({ error: z.string() }) });
const AuthSchema = z.object({ response_metadata: z.object({ scopes: z.array(z.string()) }) });

/**
 * Whether the bot can speak in a channel, found out by speaking: an ephemeral message to the person who asked, which
 * needs no right to list channels.
 */
export async function probeChannel(
  client: WebClient,
  { channelId, userId }: { readonly channelId: string; readonly userId: string },
): Promise<string | null> {
  try {
    await client.chat.postEphemeral({ channel: channelId, user: userId, text: DOCTOR.inChannel });
    return null;
  } catch (error) {
    return FailureSchema.safeParse(error).data?.data.error ?? 'no_answer';
  }
}

/** The scopes of the bot's token as Slack reports them; null when it does not answer. */
async function readScopes(client: WebClient): Promise<readonly string[] | null> {
  try {
    return AuthSchema.parse(await client.auth.test()).response_metadata.scopes;
  } catch {
    return null;
  }
}

/** Everything that decides whether a digest will appear in a channel. */
export async function diagnose(
  services: TargetServices,
  client: WebClient,
  {
    channelId,
    userId,
    failure,
  }: { readonly channelId: string; readonly userId: string; readonly failure: string | null },
): Promise<Message> {
  const { records, permissions, calendar, targets, knowledgeVersion, now } = services;
  const subscriptions = await records.subscriptions.listByChannel(channelId);
  const rows = await Promise.all(
    subscriptions.map(async (subscription): Promise<SubscriptionRow & { readonly recent: string[] }> => {
      const recent = await records.slots.listRecent(subscription.id, RECENT_SLOTS);
      return { subscription, last: recent[0], recent: recent.map(slotText) };
    }),
  );
  const scopes = await readScopes(client);
  const years = [...calendar.years].sort((a, b) => a - b).join('、');
  const lines = [
    failure === null ? DOCTOR.inChannel : DOCTOR.notInChannel(failure),
    DOCTOR.may(
      (await permissions.mayRecord(userId, [])) ? DOCTOR.yes : DOCTOR.no,
      (await permissions.mayManage(userId)) ? DOCTOR.yes : DOCTOR.noManage,
    ),
    ...(scopes === null ? [] : [DOCTOR.scopes(scopes.join(', '))]),
    DOCTOR.knowledge(knowledgeVersion, targets.length),
    years === '' ? DOCTOR.noHolidays : DOCTOR.holidays(years),
  ];
  const details = rows.flatMap((row) => [
    subscriptionText(row, calendar, now()),
    ...(row.recent.length > 0 ? [[DOCTOR.recent, ...row.recent].join('\n')] : []),
  ]);
  return {
    text: escapeText([DOCTOR.title, ...lines, ...details].join('\n')),
    blocks: [
      headerBlock(DOCTOR.title),
      ...lines.map((line) => paragraphBlock(line)),
      ...(details.length > 0
        ? details.slice(0, 20).map((detail) => paragraphBlock(detail))
        : [contextBlock(DOCTOR.noSubscription)]),
    ],
  };
}
