import type { App } from '@slack/bolt';
import { answerQuestion } from '../../answer-question.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { readCommandOf } from '../../commands/read-command-of.ts';
import { readGoingOn } from '../../commands/read-going-on.ts';
import { runCommand } from '../../commands/run-command.ts';
import { POLICY_COMMAND } from '../../ids.ts';
import { askedOpening } from '../../opening.ts';
import { readMessageText, readNamedPeople } from '../../read-message-text.ts';
import { isDirectMessage, sendPrivately } from '../../send.ts';
import { reportNames, type SlackServices } from '../../services.ts';

/** `/policy <question>`: a private answer, to be shared by a button. `/policy 帮助` and the like: commands. */
export function registerPolicyCommand(app: App, services: SlackServices): void {
  app.command(POLICY_COMMAND, async ({ command, client, context, respond }) => {
    const { user_id: userId, channel_id: channelId } = command;
    const place = { client, outbox: services.outbox, userId, channelId, respond };
    const text = readMessageText(command.text);
    const asked =
      (await readGoingOn(services, text, { userId, channelId })) ??
      (await readCommandOf(services, text, userId));
    if (asked) {
      await runCommand(services, asked, {
        client,
        userId,
        channelId,
        triggerId: command.trigger_id,
        respond,
        named: readNamedPeople(command.text, context.botUserId),
      });
      return;
    }
    const { answer, questionId, progress } = await answerQuestion(services, {
      question: text,
      userId,
      channelId,
    });
    const message = answerMessage(answer, {
      questionId,
      progress,
      ...reportNames(services.answerer),
      opening: askedOpening(text),
      sharing: isDirectMessage(channelId) ? 'none' : 'offered',
      surface: 'message',
    });
    await sendPrivately(place, message);
  });
}
