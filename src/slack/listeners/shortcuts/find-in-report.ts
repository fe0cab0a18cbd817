import type { App, MessageShortcut } from '@slack/bolt';
import { answerQuestion } from '../../answer-question.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { FIND_SHORTCUT } from '../../ids.ts';
import { NOTICES } from '../../messages.ts';
import { askedOpening } from '../../opening.ts';
import { readMessageText } from '../../read-message-text.ts';
import { isDirectMessage, notice, sendPrivately } from '../../send.ts';
import { reportNames, type SlackServices } from '../../services.ts';

/** “在报告中查找” on a message: a private answer to what the message says. */
export function registerFindInReport(app: App, services: SlackServices): void {
  app.shortcut<MessageShortcut>(FIND_SHORTCUT, async ({ shortcut, client, respond }) => {
    const channelId = shortcut.channel.id;
    const place = { client, outbox: services.outbox, userId: shortcut.user.id, channelId, respond };
    const question = readMessageText(shortcut.message.text ?? '');
    if (question === '') {
      await sendPrivately(place, notice(NOTICES.emptyMessage));
      return;
    }
    const { answer, questionId, progress } = await answerQuestion(services, {
      question,
      userId: place.userId,
      channelId,
    });
    const message = answerMessage(answer, {
      questionId,
      progress,
      ...reportNames(services.answerer),
      opening: askedOpening(question),
      sharing: isDirectMessage(channelId) ? 'none' : 'offered',
      surface: 'message',
    });
    await sendPrivately(place, message);
  });
}
