import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { WebClient, WebClientOptions } from '@slack/web-api';
import { createSlackLogger } from './create-slack-logger.ts';
import { registerListeners } from './listeners/register-listeners.ts';
import { createAcknowledge } from './middleware/acknowledge.ts';
import { createHandleOnce } from './middleware/handle-once.ts';
import type { Inbound } from './receivers.ts';
import { createFailureReporter } from './report-failure.ts';
import type { SlackServices } from './services.ts';
import type { WorkTracker } from './track-work.ts';
import type { Turns } from './turns.ts';
import type { BotIdentity } from './verify-token.ts';

export type SlackAppOptions = {
  readonly services: SlackServices;
  readonly inbound: Inbound;
  readonly client: WebClient;
  readonly clientOptions: WebClientOptions;
  readonly botToken: string;
  readonly identity: BotIdentity;
  readonly work: WorkTracker;
  readonly turns: Turns;
  /** Looks on while a delivery is acknowledged. */
  readonly measure: (event: ReceiverEvent) => ReceiverEvent;
};

/**
 * Connects the listeners to Slack. Every delivery is acknowledged, let through once, and then listened to; it
 * counts as work in flight until its listeners, and what they do about errors, are done.
 */
export function createSlackApp(options: SlackAppOptions): App {
  const { services, inbound, client, clientOptions, botToken, identity, turns } = options;
  const app = new TrackedApp(options, {
    token: botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    // The token was verified at start; Bolt need not do so again.
    tokenVerificationEnabled: false,
    receiver: inbound.receiver,
    clientOptions,
    logger: createSlackLogger(services.log),
    extendedErrorHandler: true,
    // Slack's conversation store would keep state nobody reads.
    convoStore: false,
  });
  app.use(createAcknowledge({ services, client, turns }));
  app.use(createHandleOnce(services));
  registerListeners(app, services);
  app.error(createFailureReporter({ client, outbox: services.outbox, log: services.log }));
  return app;
}

class TrackedApp extends App {
  readonly #watch: Pick<SlackAppOptions, 'work' | 'measure'>;

  constructor(watch: Pick<SlackAppOptions, 'work' | 'measure'>, options: AppOptions) {
    super(options);
    this.#watch = watch;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    const { work, measure } = this.#watch;
    return work.track(super.processEvent(measure(event)));
  }
}
