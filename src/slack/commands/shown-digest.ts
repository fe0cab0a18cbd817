import { isDeepStrictEqual } from 'node:util';
import { describeFault } from '../../logging.ts';
import type { Every } from '../../targets/cadence.ts';
import { STATUS_LABELS } from '../../targets/digest-wording.ts';
import { findDigestTime } from '../../targets/report-period.ts';
import type { SlotRecord } from '../../targets/slot.ts';
import type { Subscription } from '../../targets/subscription.ts';
import type { Target } from '../../targets/target.ts';
import { listEarlier } from '../answer-question.ts';
import { readScope } from '../knowledge/channel-scope.ts';
import type { SlackServices } from '../services.ts';
import type { CommandPlace } from '../targets/target-command.ts';
import type { Command } from './command.ts';
import { readCommand } from './read-command.ts';

type Export = Extract<Command, { readonly kind: 'export' }>;
type Shown = Extract<Command, { readonly kind: 'preview' }>;
type Memory = Pick<SlackServices, 'records' | 'targets' | 'log' | 'now'>;

const NAMES: Readonly<Record<Every, string>> = { week: '周报', month: '月报', quarter: '季报' };

type Place = Pick<CommandPlace, 'userId' | 'channelId' | 'conversation'>;

/** What one person was shown last in one place; apart from the questions asked there, which go on among themselves. */
const keyOf = ({ userId, channelId, conversation }: Place): string =>
  `${conversation ?? channelId}#shown:${userId}`;
const cardKeyOf = (place: Place): string => `${keyOf(place)}:card`;
/** What had been asked when a digest or list was shown. */
const sinceKeyOf = (place: Place): string => `${keyOf(place)}:since`;

/** The digest or list that one person was shown last in one place, as a command that shows it again. */
export async function lastShown(services: Omit<Memory, 'log'>, place: Place): Promise<Command | undefined> {
  const { records, targets, now } = services;
  const shown = await records.threadMemory.lastQuestion(keyOf(place), now());
  return shown === undefined ? findPosted(services, place) : readCommand(shown, targets.targets);
}

/** The one before, by the same rule. */
export async function shownBefore(
  { records, targets, now }: Omit<Memory, 'log'>,
  place: Place,
): Promise<Command | undefined> {
  const shown = await records.threadMemory.questionBefore(keyOf(place), now());
  return shown === undefined ? undefined : readCommand(shown, targets.targets);
}

/** Slots of a subscription looked at for the one a thread is under. */
const RECENT_SLOTS = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The digest the bot posted at the head of a thread, or lately in a direct message, as a command that shows it again. */
export async function findPosted(
  { targets: { records }, now }: Pick<Memory, 'targets' | 'now'>,
  { userId, channelId, conversation }: Place,
): Promise<Shown | undefined> {
  if (conversation === undefined) return undefined;
  const own = [
    ...(await records.subscriptions.listByChannel(channelId)),
    ...(await records.subscriptions.listByChannel(userId)),
  ];
  for (const subscription of own) {
    const recent = await records.slots.listRecent(subscription.id, RECENT_SLOTS);
    const slot = recent.find(({ channelId: channel, messageTs, settledAt }) =>
      conversation.includes(':')
        ? `${channel}:${messageTs}` === conversation
        : channel === conversation && settledAt !== null && now().getTime() - settledAt.getTime() < DAY_MS,
    );
    if (slot) return asShown(subscription, slot);
  }
  return undefined;
}

/** A digest of several sections or of some people cannot be said in words; the one shown again is of more then. */
function asShown({ cadence: { every }, sections, statuses }: Subscription, slot: SlotRecord): Shown {
  const { slotOn, nominalOn } = slot;
  const time = findDigestTime(every, slotOn, nominalOn);
  const day = [nominalOn, slotOn].find((each) => isDeepStrictEqual(findDigestTime(every, each), time));
  const [section, ...others] = sections.map((path) => path.split('/').at(-1) ?? path);
  const words = [
    ...(section === undefined || others.length > 0 ? [] : [section]),
    ...statuses.map((status) => STATUS_LABELS[status].word),
  ];
  return { kind: 'preview', every, time: day ?? slotOn, ...(words.length === 0 ? {} : { words }) };
}

/** The digest or list shown last, as long as no card and nothing but refusals came after it. */
export async function findShownLeft(services: SlackServices, place: Place): Promise<Shown | undefined> {
  const { records, now } = services;
  const card = await records.threadMemory.lastQuestion(cardKeyOf(place), now());
  if (card !== undefined && card !== '') return undefined;
  const shown = await lastShown(services, place);
  if (shown?.kind !== 'preview' && shown?.kind !== 'list') return undefined;
  const [question] = await listEarlier(services, place.conversation);
  const isSince = question !== (await records.threadMemory.lastQuestion(sinceKeyOf(place), now()));
  if (question !== undefined && isSince) {
    const { reports: scope } = await readScope(services, place.channelId);
    const { status } = await services.answer({ question, scope, userId: place.userId });
    if (status !== 'abstained') return undefined;
  }
  return shown.kind === 'preview'
    ? shown
    : { kind: 'preview', every: 'week', time: null, words: shown.words };
}

/** What a digest or a list was narrowed to, for a digest of the same targets. */
export function narrowedLike(shown: Command | undefined): { readonly words?: readonly string[] } {
  const words = shown?.kind === 'preview' || shown?.kind === 'list' ? (shown.words ?? []) : [];
  return words.length === 0 ? {} : { words };
}

/** The target whose card one person was shown last in one place, with no digest after it. */
export async function lastCard(
  { records, targets, now }: Omit<Memory, 'log'>,
  place: Place,
): Promise<Target | undefined> {
  const shown = await records.threadMemory.lastQuestion(cardKeyOf(place), now());
  return targets.targets.find(({ id }) => id === shown);
}

/** Keeps which digest or list a command showed, as a command that shows it again. */
export async function rememberShown(services: Memory, command: Command, place: CommandPlace): Promise<void> {
  const words =
    command.kind === 'preview'
      ? [NAMES[command.every], command.time ?? '', ...(command.words ?? [])]
      : command.kind === 'list'
        ? ['目标', ...command.words]
        : undefined;
  const card = 'target' in command ? (command.target ?? undefined) : undefined;
  if (words === undefined && card === undefined) return;
  const { threadMemory } = services.records;
  try {
    // A digest has been left for the card, but is what is exported; a card is left for a digest.
    await threadMemory.remember(cardKeyOf(place), { question: card ?? '' }, services.now());
    if (words === undefined) return;
    const question = words.filter((word) => word !== '').join(' ');
    await threadMemory.remember(keyOf(place), { question }, services.now());
    const [asked = ''] = await listEarlier(services, place.conversation);
    await threadMemory.remember(sinceKeyOf(place), { question: asked }, services.now());
  } catch (error) {
    services.log.warn('command.shown_not_remembered', describeFault(error));
  }
}

/** The export of what was shown last, where an export names nothing; the command itself otherwise. */
export async function exportShown(services: Memory, command: Export, place: CommandPlace): Promise<Export> {
  if (!command.isOfShown) return command;
  try {
    const again = await lastShown(services, place);
    if (again?.kind === 'preview')
      return { ...command, every: again.every, time: again.time, words: again.words ?? [] };
    if (again?.kind === 'list') return { ...command, words: again.words };
  } catch (error) {
    services.log.warn('command.shown_not_read', describeFault(error));
  }
  return command;
}
