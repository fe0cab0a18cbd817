import type { App, BlockButtonAction } from '@slack/bolt';
import { contextMessage } from '../../blocks/context-message.ts';
import { decodeValue } from '../../button-values.ts';
import { findGiven } from '../../find-given.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import { type SlackServices, titleOf } from '../../services.ts';

/** “看上下文”: the whole points an answer was quoted from, its numbers marked, in one view. */
export function registerShowContext(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.showContext), async ({ action, body, client, respond }) => {
    const { q } = decodeValue('context', action.value);
    const press = readPress(body);
    const found = await findGiven(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    const message =
      'lost' in found
        ? found.lost
        : await contextMessage(
            (place) => services.contextOf(place, press.userId),
            found.given.answer,
            titleOf(services.answerer),
          );
    await replyToPress({ services, client, press, respond }, message);
  });
}
