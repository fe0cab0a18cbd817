import type { App, BlockButtonAction } from '@slack/bolt';
import { answerAgain } from '../../answer-question.ts';
import { contextMessage } from '../../blocks/context-message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { NOTICES } from '../../messages.ts';
import { readPress, replyToPress } from '../../press.ts';
import { notice } from '../../send.ts';
import { type SlackServices, titleOf } from '../../services.ts';

/** “看上下文”: the whole points an answer was quoted from, its numbers marked, in one view. */
export function registerShowContext(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.showContext), async ({ action, body, client, respond }) => {
    const { q } = decodeValue('context', action.value);
    const press = readPress(body);
    const again = await answerAgain(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    const message = again
      ? await contextMessage(
          (place) => services.contextOf(place, press.userId),
          again.answer,
          titleOf(services.answerer),
        )
      : notice(NOTICES.questionGone);
    await replyToPress({ services, client, press, respond }, message);
  });
}
