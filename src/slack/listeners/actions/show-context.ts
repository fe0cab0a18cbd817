import type { App, BlockButtonAction } from '@slack/bolt';
import { answerAgain } from '../../answer-question.ts';
import { contextMessage } from '../../blocks/context-message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { CONTEXT, NOTICES } from '../../messages.ts';
import { readPress, replyToPress } from '../../press.ts';
import { notice } from '../../send.ts';
import { type SlackServices, titleOf } from '../../services.ts';

/** “看上下文”: the whole point an answer was quoted from, its number marked. */
export function registerShowContext(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.showContext), async ({ action, body, client, respond }) => {
    const { q, n } = decodeValue('answer', action.value);
    const press = readPress(body);
    const again = await answerAgain(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    const item = again?.answer.answers[n];
    const message = item
      ? contextMessage(await services.contextOf(item, press.userId), item, titleOf(services.answerer))
      : notice(again ? CONTEXT.gone : NOTICES.questionGone);
    await replyToPress({ services, client, press, respond }, message);
  });
}
