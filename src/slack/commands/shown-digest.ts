import { describeFault } from '../../logging.ts';
import type { Every } from '../../targets/cadence.ts';
import type { Target } from '../../targets/target.ts';
import type { SlackServices } from '../services.ts';
import type { CommandPlace } from '../targets/target-command.ts';
import type { Command } from './command.ts';
import { readCommand } from './read-command.ts';

type Export = Extract<Command, { readonly kind: 'export' }>;
type Memory = Pick<SlackServices, 'records' | 'targets' | 'log' | 'now'>;

const NAMES: Readonly<Record<Every, string>> = { week: '周报', month: '月报', quarter: '季报' };

type Place = Pick<CommandPlace, 'userId' | 'channelId' | 'conversation'>;

/** What one person was shown last in one place; apart from the questions asked there, which go on among themselves. */
const keyOf = ({ userId, channelId, conversation }: Place): string =>
  `${conversation ?? channelId}#shown:${userId}`;
const cardKeyOf = (place: Place): string => `${keyOf(place)}:card`;

/** The digest or list that one person was shown last in one place, as a command that shows it again. */
export async function lastShown(
  { records, targets, now }: Omit<Memory, 'log'>,
  place: Place,
): Promise<Command | undefined> {
  const shown = await records.threadMemory.lastQuestion(keyOf(place), now());
  return shown === undefined ? undefined : readCommand(shown, targets.targets);
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
  const card = command.kind === 'card' ? command.target : undefined;
  if (words === undefined && card === undefined) return;
  const { threadMemory } = services.records;
  try {
    // A digest has been left for the card, but is what is exported; a card is left for a digest.
    await threadMemory.remember(cardKeyOf(place), { question: card ?? '' }, services.now());
    if (words === undefined) return;
    const question = words.filter((word) => word !== '').join(' ');
    await threadMemory.remember(keyOf(place), { question }, services.now());
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
      return { kind: 'export', every: again.every, time: again.time, words: again.words ?? [] };
    if (again?.kind === 'list') return { kind: 'export', every: 'week', time: null, words: again.words };
  } catch (error) {
    services.log.warn('command.shown_not_read', describeFault(error));
  }
  return command;
}
