import type { App, BlockButtonAction } from '@slack/bolt';
import { outlineMessage } from '../../blocks/outline-message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import type { SlackServices } from '../../services.ts';
import { showHome } from '../../show-home.ts';

/** Goes to a node of the outline; in the App Home in place, elsewhere as a new message. */
export function registerOpenOutline(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.openOutline), async ({ action, body, client, respond }) => {
    const { node } = decodeValue('node', action.value);
    const press = readPress(body);
    if (press.isHome) {
      await showHome(services, client, { ...press.home, userId: press.userId, nodeId: node });
      return;
    }
    await replyToPress({ services, client, press, respond }, outlineMessage(services.answerer, node));
  });
}
