import { describeFault } from '../../logging.ts';
import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { SlackServices } from '../services.ts';
import type { Command } from './command.ts';
import { readCommand } from './read-command.ts';

/**
 * Reads the command in what one person wrote. That a target has come so far is a report only from who reports on it, its
 * owners and who did so before; from anybody else it is a question.
 */
export async function readCommandOf(
  services: Pick<SlackServices, 'targets' | 'log'>,
  text: string,
  userId: string,
): Promise<Command | undefined> {
  const command = readCommand(text, services.targets.targets);
  try {
    if (command?.kind === 'card' && command.ifReported)
      return (await isReported(services.targets, command.target)) ? command : undefined;
  } catch (error) {
    services.log.warn('command.reports_not_read', describeFault(error));
    return undefined;
  }
  // What was added this week no report knows; whoever tells it can at least propose it.
  if (command?.kind !== 'told' || /[周星月旬季天日近]/u.test(command.added ?? '')) return command;
  try {
    return (await reportsOn(services.targets, command.target, userId)) ? command : undefined;
  } catch (error) {
    services.log.warn('command.owners_not_read', describeFault(error));
    return undefined;
  }
}

/** Whether anybody's report on a target counts. */
export async function isReported(
  { records }: Pick<SlackServices['targets'], 'records'>,
  targetId: string,
): Promise<boolean> {
  const entries = await records.ledger.entriesOf(targetId);
  const cancelled = findCancelled(entries);
  return entries.some((entry) => isMeasurement(entry) && !cancelled.has(entry.seq));
}

async function reportsOn(
  { records }: SlackServices['targets'],
  targetId: string,
  userId: string,
): Promise<boolean> {
  const owners = await records.owners.all();
  if (owners.get(targetId)?.includes(userId)) return true;
  const entries = await records.ledger.entriesOf(targetId);
  return entries.some(({ recordedBy }) => recordedBy === userId);
}
