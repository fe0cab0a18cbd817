import type { App, BlockPlainTextInputAction } from '@slack/bolt';
import { homeView } from '../../blocks/home-view.ts';
import { ACTIONS } from '../../ids.ts';
import { readPress } from '../../press.ts';
import type { SlackServices } from '../../services.ts';
import { answerPressed } from './ask.ts';

/** The ask box of the App Home: Enter shows the answer below the box. */
export function registerHomeAsk(app: App, services: SlackServices): void {
  app.action<BlockPlainTextInputAction>(ACTIONS.homeAsk, async ({ action, body, client }) => {
    const press = readPress(body);
    const question = (action.value ?? '').trim();
    if (question === '') {
      await client.views.publish({ user_id: press.userId, view: homeView(services.answerer) });
      return;
    }
    await answerPressed({ services, client, press }, question);
  });
}
