import type { App } from '@slack/bolt';
import { registerCards } from './listeners/cards.ts';
import { registerDigests } from './listeners/digests.ts';
import { registerManage } from './listeners/manage.ts';
import { registerProposals } from './listeners/proposals.ts';
import { registerRecord } from './listeners/record.ts';
import { registerSubscriptions } from './listeners/subscriptions.ts';
import type { TargetServices } from './target-services.ts';

/** Registers everything about targets and digests. */
export function registerTargetListeners(app: App, services: TargetServices): void {
  registerCards(app, services);
  registerRecord(app, services);
  registerProposals(app, services);
  registerManage(app, services);
  registerSubscriptions(app, services);
  registerDigests(app, services);
}
