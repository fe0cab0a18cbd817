import { describeFault } from '../../logging.ts';
import { helpMessage } from '../blocks/help-message.ts';
import { outlineMessage } from '../blocks/outline-message.ts';
import { runKnowledgeCommand } from '../knowledge/knowledge-command.ts';
import { REPLIES } from '../messages.ts';
import { notice, sendPrivately } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { type CommandPlace, runTargetCommand } from '../targets/target-command.ts';
import type { Command } from './command.ts';
import { runAnswerCommand } from './run-answer-command.ts';
import { exportShown, rememberShown } from './shown-digest.ts';

/** Carries out a command, whatever it is about. Everything it shows is private, in a direct message there. */
export async function runCommand(
  services: SlackServices,
  command: Command,
  place: CommandPlace,
): Promise<void> {
  const { answerer, outbox } = services;
  switch (command.kind) {
    case 'help':
      await sendPrivately({ ...place, outbox }, helpMessage(answerer));
      return;
    case 'outline':
      await sendPrivately({ ...place, outbox }, outlineMessage(answerer, ''));
      return;
    case 'about-answer':
      await runAnswerCommand(services, command.pick, place);
      return;
    case 'reply':
      if (command.reply === 'forgotten' && place.conversation !== undefined)
        await services.records.threadMemory.forget(place.conversation);
      await sendPrivately({ ...place, outbox }, notice(REPLIES[command.reply]));
      return;
    case 'reports':
    case 'review':
    case 'statistics':
    case 'settings':
      await runKnowledgeCommand(services, command.kind, { ...place, outbox });
      return;
    case 'export':
      await runTargetCommand(services.targets, await exportShown(services, command, place), place);
      return;
    default:
      await runTargetCommand(services.targets, command, place);
      await rememberTarget(services, command, place);
      await rememberShown(services, command, place);
  }
}

/** What is said next in the conversation may be about the target that was shown: `那目标是多少`. */
async function rememberTarget(
  { records, targets, log, now }: SlackServices,
  command: Command,
  { conversation }: CommandPlace,
): Promise<void> {
  if (conversation === undefined || !('target' in command)) return;
  const target = targets.targets.find(({ id }) => id === command.target);
  if (!target) return;
  try {
    await records.threadMemory.remember(conversation, { question: target.name }, now());
  } catch (error) {
    log.warn('command.target_not_remembered', describeFault(error));
  }
}
