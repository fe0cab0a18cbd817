import type { App } from '@slack/bolt';
import { registerKnowledgeListeners } from '../knowledge/register-knowledge-listeners.ts';
import type { SlackServices } from '../services.ts';
import { registerTargetListeners } from '../targets/register-target-listeners.ts';
import { registerAnswerMenu } from './actions/answer-menu.ts';
import { registerAsk } from './actions/ask.ts';
import { registerHomeAsk } from './actions/home-ask.ts';
import { registerOpenFeedbackForm } from './actions/open-feedback-form.ts';
import { registerOpenOutline } from './actions/open-outline.ts';
import { registerOpenPlace } from './actions/open-place.ts';
import { registerRate } from './actions/rate.ts';
import { registerShare } from './actions/share.ts';
import { registerShowContext } from './actions/show-context.ts';
import { registerShowRest } from './actions/show-rest.ts';
import { registerPolicyCommand } from './commands/policy-command.ts';
import { registerAppHomeOpened } from './events/app-home-opened.ts';
import { registerAppMention } from './events/app-mention.ts';
import { registerMessage } from './events/message.ts';
import { registerFindInReport } from './shortcuts/find-in-report.ts';
import { registerFeedbackForm } from './views/feedback-form.ts';

/** Registers every listener. One file each, named by what Slack sends. */
export function registerListeners(app: App, services: SlackServices): void {
  registerPolicyCommand(app, services);

  registerAppHomeOpened(app, services);
  registerAppMention(app, services);
  registerMessage(app, services);

  registerFindInReport(app, services);

  registerAnswerMenu(app, services);
  registerAsk(app, services);
  registerHomeAsk(app, services);
  registerOpenFeedbackForm(app);
  registerOpenOutline(app, services);
  registerOpenPlace(app, services);
  registerRate(app, services);
  registerShare(app, services);
  registerShowContext(app, services);
  registerShowRest(app, services);

  registerFeedbackForm(app, services);

  registerTargetListeners(app, services);
  registerKnowledgeListeners(app, services);
}
