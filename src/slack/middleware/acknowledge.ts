import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { describeFault } from '../../logging.ts';
import { isDurableAction } from '../durable-actions.ts';
import { NOTICES } from '../messages.ts';
import { readPerson } from '../read-person.ts';
import { notice, sendPrivately } from '../send.ts';
import type { SlackServices } from '../services.ts';
import type { Turns } from '../turns.ts';

/**
 * Acknowledges every delivery before anything else is done, so that Slack's three seconds cannot run out, and lets work
 * on it begin in its turn. What is to be durable first is the exception: submitted views and
 * {@link isDurableAction durable presses} are acknowledged by their listeners and do not wait. Events are acknowledged by
 * Bolt. When too much is in work already, the person is told so and nothing else happens.
 */
export function createAcknowledge(options: {
  readonly services: Pick<SlackServices, 'log' | 'outbox'>;
  readonly client: WebClient;
  readonly turns: Turns;
}): Middleware<AnyMiddlewareArgs> {
  const { services, client, turns } = options;
  const { log, outbox } = services;
  return async (args) => {
    if (isRecordedFirst(args)) {
      await args.next();
      return;
    }
    const person = readPerson(args.body);
    const done = turns.admit(person?.userId ?? '');
    if (!done) {
      log.warn('delivery.refused_busy');
      if ('command' in args) await acknowledge(() => args.ack(NOTICES.busy));
      else {
        if ('ack' in args && args.ack) await acknowledge(args.ack);
        if (person) await sendPrivately({ client, outbox, ...person }, notice(NOTICES.busy));
      }
      return;
    }
    try {
      if ('ack' in args && args.ack) await acknowledge(args.ack);
      await turns.begin();
      await args.next();
    } finally {
      done();
    }
  };

  async function acknowledge(ack: () => Promise<void>): Promise<void> {
    try {
      await ack();
    } catch (error) {
      // The connection broke in between. The person asked all the same, and answers have ways of their own.
      log.warn('delivery.not_acknowledged', describeFault(error));
    }
  }
}

/** Whether a delivery is acknowledged only after what it asks for has been recorded. */
export function isRecordedFirst(args: AnyMiddlewareArgs): boolean {
  if ('view' in args) return true;
  return 'action' in args && 'action_id' in args.action && isDurableAction(args.action.action_id);
}
