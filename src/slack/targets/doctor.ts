import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { escapeMarked, markedRuns } from '../blocks/person-marks.ts';
import { isDirectMessage, notice } from '../send.ts';
import { type SubscriptionRow, subscriptionText } from './subscription-blocks.ts';
import { DOCTOR, fileProblemText, slotText } from './subscription-messages.ts';
import { type TargetServices, todayOf } from './target-services.ts';

const RECENT_SLOTS = 6;
/** More files than these are counted, so that the message stays within Slack's limits. */
const MAX_FILES = 10;

/** What the manifest asks for; without one of these something does not work. */
const NEEDED_SCOPES = ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'] as const;

const FailureSchema = z.object({ data: z.object({ error: z.string() }) });
/** Slack tells the scopes in a header of its answer; what stands between may leave it out. */
const AuthSchema = z.object({
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/**
 * Says something to one person in a channel. Null when it went through, else Slack's reason: the one way to know
 * whether the bot may speak there that needs no right to list channels.
 */
async function speakInChannel(
  client: WebClient,
  place: { readonly channelId: string; readonly userId: string; readonly text: string },
): Promise<string | null> {
  const { channelId, userId, text } = place;
  try {
    await client.chat.postEphemeral({ channel: channelId, user: userId, ...notice(text) });
    return null;
  } catch (error) {
    return readFailureCode(error);
  }
}

/** Slack's name of what went wrong with a call. */
export function readFailureCode(error: unknown): string {
  return FailureSchema.safeParse(error).data?.data.error ?? 'no_answer';
}

/** The scopes of the bot's token: as Slack reports them, unsaid though the token is good, or why Slack refused it. */
type Scopes =
  | { readonly kind: 'known'; readonly scopes: readonly string[] }
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'refused'; readonly code: string };

async function readScopes(client: WebClient): Promise<Scopes> {
  try {
    const scopes = AuthSchema.safeParse(await client.auth.test()).data?.response_metadata?.scopes;
    return scopes && scopes.length > 0 ? { kind: 'known', scopes } : { kind: 'unsaid' };
  } catch (error) {
    return { kind: 'refused', code: readFailureCode(error) };
  }
}

/** Everything that decides whether a digest will appear in a channel. */
export async function diagnose(
  services: TargetServices,
  client: WebClient,
  { channelId, userId }: { readonly channelId: string; readonly userId: string },
): Promise<Message> {
  const { records, calendar, targets, knowledgeVersion, now } = services;
  const isDirect = isDirectMessage(channelId);
  const health = await services.recordsHealth();
  const hasRecords = health === 'ok';
  const subscriptions = hasRecords
    ? [
        ...(await records.subscriptions.listByChannel(channelId)),
        ...(await records.subscriptions.listByChannel(userId)),
      ]
    : [];
  const rows = await Promise.all(
    subscriptions.map(async (subscription): Promise<SubscriptionRow & { readonly recent: string[] }> => {
      const recent = await records.slots.listRecent(subscription.id, RECENT_SLOTS);
      return { subscription, last: recent[0], recent: recent.map(slotText) };
    }),
  );
  const lines = [
    ...(isDirect ? [] : [await channelLine(client, { channelId, userId })]),
    ...scopeLines(await readScopes(client)),
    DOCTOR.records[health],
    ...(hasRecords ? [await schedulerLine(services)] : []),
    await rightsLine(services, userId),
    DOCTOR.knowledge(knowledgeVersion, targets.length),
    holidayLine(services),
    ...fileLines(services),
  ];
  const mayManage = await services.permissions.mayManage(userId);
  const noSubscription = isDirect
    ? DOCTOR.noneOfYours
    : mayManage
      ? DOCTOR.noSubscription
      : DOCTOR.noSubscriptionForYou;
  const details = rows.flatMap((row) => [
    subscriptionText(row, calendar, now()),
    ...(row.recent.length > 0 ? [[DOCTOR.recent, ...row.recent].join('\n')] : []),
  ]);
  return {
    text: escapeMarked([DOCTOR.title, ...lines, ...details].join('\n')),
    blocks: [
      headerBlock(DOCTOR.title),
      paragraphBlock(lines.join('\n')),
      ...(details.length > 0
        ? details.slice(0, 20).map((detail) => paragraphBlock(...markedRuns(detail)))
        : [contextBlock(hasRecords ? noSubscription : DOCTOR.noRecords)]),
    ],
  };
}

async function channelLine(
  client: WebClient,
  place: { readonly channelId: string; readonly userId: string },
): Promise<string> {
  const failure = await speakInChannel(client, { ...place, text: DOCTOR.probe });
  return failure === null ? DOCTOR.inChannel : DOCTOR.notInChannel(failure);
}

function scopeLines(found: Scopes): string[] {
  if (found.kind === 'refused') return [DOCTOR.tokenRefused(found.code)];
  if (found.kind === 'unsaid') return [DOCTOR.scopesUnsaid];
  const { scopes } = found;
  const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope));
  return [
    missing.length === 0 ? DOCTOR.scopesComplete : DOCTOR.scopesMissing(missing.join('、')),
    DOCTOR.lookup(scopes.includes('channels:history') || scopes.includes('groups:history')),
    DOCTOR.exports(scopes.includes('files:write')),
  ];
}

async function schedulerLine({ digestHealth }: TargetServices): Promise<string> {
  const { isHealthy, overdue } = await digestHealth();
  return isHealthy ? DOCTOR.scheduler : DOCTOR.notScheduling(overdue);
}

async function rightsLine({ permissions }: TargetServices, userId: string): Promise<string> {
  return DOCTOR.may(
    (await permissions.mayRecord(userId, [])) ? DOCTOR.yes : DOCTOR.no,
    (await permissions.mayManage(userId)) ? DOCTOR.yes : DOCTOR.noManage,
  );
}

function holidayLine(services: TargetServices): string {
  const known = [...services.calendar.years].sort((a, b) => a - b);
  if (known.length === 0) return DOCTOR.noHolidays;
  const year = Number(todayOf(services).slice(0, 4));
  const years = known.join('、');
  return known.includes(year) ? DOCTOR.holidays(years) : DOCTOR.holidaysMissing(years, year);
}

/** Files that are not in what the bot answers from, each with the reason and what to do. */
function fileLines({ files: { problems, decoded } }: TargetServices): string[] {
  const named = problems.slice(0, MAX_FILES).map(fileProblemText);
  const unnamed = problems.length - named.length;
  return [
    ...(problems.length === 0 ? [] : [DOCTOR.fileProblems(problems.length), ...named]),
    ...(unnamed > 0 ? [DOCTOR.moreFileProblems(unnamed)] : []),
    ...decoded.slice(0, MAX_FILES).map(({ file, encoding }) => DOCTOR.decoded(file, encoding)),
  ].map(escapeText);
}
