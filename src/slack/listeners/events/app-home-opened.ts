import type { App } from '@slack/bolt';
import { homeView } from '../../blocks/home-view.ts';
import type { SlackServices } from '../../services.ts';
import { boardBlocks } from '../../targets/board.ts';

/** Shows the App Home afresh whenever somebody opens it. */
export function registerAppHomeOpened(app: App, { answerer, targets }: SlackServices): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const board = await boardBlocks(targets, event.user);
    await client.views.publish({ user_id: event.user, view: homeView(answerer, { board }) });
  });
}
