import { helpMessage } from '../blocks/help-message.ts';
import { outlineMessage } from '../blocks/outline-message.ts';
import { sendPrivately } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { type CommandPlace, runTargetCommand } from '../targets/target-command.ts';
import type { Command } from './read-command.ts';

/** Carries out a command, whatever it is about. Everything it shows is private, in a direct message there. */
export async function runCommand(
  services: SlackServices,
  command: Command,
  place: CommandPlace,
): Promise<void> {
  if (command.kind !== 'help' && command.kind !== 'outline') {
    await runTargetCommand(services.targets, command, place);
    return;
  }
  const { answerer, outbox } = services;
  const message = command.kind === 'help' ? helpMessage(answerer) : outlineMessage(answerer, '');
  await sendPrivately({ ...place, outbox }, message);
}
