import type { App } from '@slack/bolt';
import type { SlackServices } from '../../services.ts';
import { showHome } from '../../show-home.ts';

/** Shows the App Home afresh whenever somebody opens it. */
export function registerAppHomeOpened(app: App, services: SlackServices): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await showHome(services, client, { userId: event.user });
  });
}
