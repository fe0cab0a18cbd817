import type { App } from '@slack/bolt';
import type { SlackServices } from '../services.ts';
import { registerCards } from './listeners/cards.ts';
import { registerDigests } from './listeners/digests.ts';
import { registerExports } from './listeners/exports.ts';
import { registerManage } from './listeners/manage.ts';
import { registerProposals } from './listeners/proposals.ts';
import { registerRecord } from './listeners/record.ts';
import { registerSubscriptions } from './listeners/subscriptions.ts';

/** Registers everything about targets and digests. */
export function registerTargetListeners(app: App, services: SlackServices): void {
  registerCards(app, services);
  registerProposals(app, services);
  registerRecord(app, services.targets);
  registerManage(app, services.targets);
  registerSubscriptions(app, services.targets);
  registerDigests(app, services.targets);
  registerExports(app, services);
}
