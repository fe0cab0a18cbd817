import type { App, BlockButtonAction } from '@slack/bolt';
import { homeView } from '../../blocks/home-view.ts';
import { outlineMessage } from '../../blocks/outline-message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS, anyOf } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import type { SlackServices } from '../../services.ts';

/** Goes to a node of the outline; in the App Home in place, elsewhere as a new message. */
export function registerOpenOutline(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(anyOf(ACTIONS.openOutline), async ({ action, body, client, respond }) => {
    const { node } = decodeValue('node', action.value);
    const press = readPress(body);
    if (press.isHome) {
      const view = homeView(services.answerer, { nodeId: node });
      await client.views.publish({ user_id: press.userId, view });
      return;
    }
    await replyToPress({ services, client, press, respond }, outlineMessage(services.answerer, node));
  });
}
