import type { App, BlockPlainTextInputAction } from '@slack/bolt';
import { ACTIONS } from '../../ids.ts';
import { readPress } from '../../press.ts';
import type { SlackServices } from '../../services.ts';
import { showHome } from '../../show-home.ts';
import { answerPressed } from './ask.ts';

/** The ask box of the App Home: Enter shows the answer below the box. */
export function registerHomeAsk(app: App, services: SlackServices): void {
  app.action<BlockPlainTextInputAction>(ACTIONS.homeAsk, async ({ action, body, client }) => {
    const press = readPress(body);
    const question = (action.value ?? '').trim();
    if (question === '') {
      await showHome(services, client, { ...press.home, userId: press.userId });
      return;
    }
    await answerPressed({ services, client, press }, question);
  });
}
