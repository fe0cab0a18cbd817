import type { App } from '@slack/bolt';
import type { SlackServices } from '../services.ts';
import { registerReports } from './listeners/reports.ts';
import { registerReview } from './listeners/review.ts';
import { registerScope } from './listeners/scope.ts';

/** Registers everything about adding reports and teaching words. */
export function registerKnowledgeListeners(app: App, services: SlackServices): void {
  registerReports(app, services);
  registerReview(app, services);
  registerScope(app, services);
}
