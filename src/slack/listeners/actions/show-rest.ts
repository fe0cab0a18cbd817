import type { App, BlockButtonAction } from '@slack/bolt';
import { answerMessage } from '../../blocks/answer-message.ts';
import { decodeValue } from '../../button-values.ts';
import { findGiven } from '../../find-given.ts';
import { ACTIONS } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import { reportNames, type SlackServices } from '../../services.ts';

/** “显示其余”: the parts of an answer that did not fit into the message before. */
export function registerShowRest(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(ACTIONS.showRest, async ({ action, body, client, respond }) => {
    const { q, from } = decodeValue('rest', action.value);
    const press = readPress(body);
    const found = await findGiven(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    const message =
      'lost' in found
        ? found.lost
        : answerMessage(found.given.answer, {
            questionId: q,
            ...reportNames(services.answerer),
            opening: [],
            sharing: 'none',
            surface: press.isHome ? 'home' : 'message',
            fromPart: from,
          });
    await replyToPress({ services, client, press, respond }, message);
  });
}
