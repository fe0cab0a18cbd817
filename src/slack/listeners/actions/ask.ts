import type { App, BlockButtonAction } from '@slack/bolt';
import { answerInConversation } from '../../answer-in-conversation.ts';
import { answerQuestion } from '../../answer-question.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { askedOpening } from '../../opening.ts';
import { type PressReply, readPress, replyToPress } from '../../press.ts';
import { isDirectMessage } from '../../send.ts';
import type { SlackServices } from '../../services.ts';
import { reportNames } from '../../services.ts';

/** A proposed question was pressed: an example, or one reading of an ambiguous question. */
export function registerAsk(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.ask), async ({ action, body, client, respond }) => {
    const { ask } = decodeValue('ask', action.value);
    await answerPressed({ services, client, press: readPress(body), respond }, ask);
  });
}

/** Answers where the button stood; in a thread for everybody there, because the question was asked there. */
export async function answerPressed(reply: PressReply, question: string): Promise<void> {
  const { services, client, press } = reply;
  const { channelId, messageTs, threadTs } = press;
  const isPublic = !press.isHome && !press.isEphemeral && channelId !== undefined;
  if (isPublic) {
    const isDirect = isDirectMessage(channelId);
    const thread = isDirect ? threadTs : (threadTs ?? messageTs);
    await answerInConversation(services, client, {
      question,
      userId: press.userId,
      conversation: thread === undefined ? channelId : `${channelId}:${thread}`,
      place: { channel: channelId, threadTs: thread },
    });
    return;
  }
  const { answer, questionId, progress } = await answerQuestion(services, {
    question,
    userId: press.userId,
    channelId,
  });
  const message = answerMessage(answer, {
    questionId,
    progress,
    ...reportNames(services.answerer),
    opening: askedOpening(question),
    sharing: press.isEphemeral && !isDirectMessage(channelId) ? 'offered' : 'none',
    surface: press.isHome ? 'home' : 'message',
  });
  await replyToPress(reply, message);
}
