import type { App, BlockButtonAction } from '@slack/bolt';
import { placeMessage } from '../../blocks/context-message.ts';
import { findNodeAt, outlineMessage } from '../../blocks/outline-message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import { type SlackServices, titleOf } from '../../services.ts';

/** “看原文”: the text at a place of a report; for a whole section, its outline. */
export function registerOpenPlace(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.openPlace), async ({ action, body, client, respond }) => {
    const place = decodeValue('place', action.value);
    const { answerer } = services;
    const press = readPress(body);
    const context = await services.contextOf(place, press.userId);
    const node = findNodeAt(answerer.outline(), place);
    const isSection = node !== undefined && node.children.length > 0;
    const message =
      isSection && context === null
        ? outlineMessage(answerer, node.id)
        : placeMessage(context, place, titleOf(answerer));
    await replyToPress({ services, client, press, respond }, message);
  });
}
