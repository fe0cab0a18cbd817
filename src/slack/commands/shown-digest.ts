import { describeFault } from '../../logging.ts';
import type { Every } from '../../targets/cadence.ts';
import type { SlackServices } from '../services.ts';
import type { CommandPlace } from '../targets/target-command.ts';
import type { Command } from './command.ts';
import { readCommand } from './read-command.ts';

type Export = Extract<Command, { readonly kind: 'export' }>;
type Memory = Pick<SlackServices, 'records' | 'targets' | 'log' | 'now'>;

const NAMES: Readonly<Record<Every, string>> = { week: '周报', month: '月报', quarter: '季报' };

/** What one person was shown last in one place; apart from the questions asked there, which go on among themselves. */
const keyOf = ({ userId, channelId, conversation }: CommandPlace): string =>
  `${conversation ?? channelId}#shown:${userId}`;

/** Keeps which digest or list a command showed, as a command that shows it again. */
export async function rememberShown(services: Memory, command: Command, place: CommandPlace): Promise<void> {
  const words =
    command.kind === 'preview'
      ? [NAMES[command.every], command.time ?? '', ...(command.words ?? [])]
      : command.kind === 'list'
        ? ['目标', ...command.words]
        : undefined;
  if (words === undefined) return;
  const question = words.filter((word) => word !== '').join(' ');
  try {
    await services.records.threadMemory.remember(keyOf(place), { question }, services.now());
  } catch (error) {
    services.log.warn('command.shown_not_remembered', describeFault(error));
  }
}

/** The export of what was shown last, where an export names nothing; the command itself otherwise. */
export async function exportShown(services: Memory, command: Export, place: CommandPlace): Promise<Export> {
  if (!command.isOfShown) return command;
  try {
    const shown = await services.records.threadMemory.lastQuestion(keyOf(place), services.now());
    const again = shown === undefined ? undefined : readCommand(shown, services.targets.targets);
    if (again?.kind === 'preview')
      return { kind: 'export', every: again.every, time: again.time, words: again.words ?? [] };
    if (again?.kind === 'list') return { kind: 'export', every: 'week', time: null, words: again.words };
  } catch (error) {
    services.log.warn('command.shown_not_read', describeFault(error));
  }
  return command;
}
