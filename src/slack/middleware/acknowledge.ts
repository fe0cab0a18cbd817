import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { describeFault, type Log } from '../../logging.ts';
import { isDurableAction } from '../durable-actions.ts';

/**
 * Acknowledges every delivery before anything else is done, so that Slack's three seconds cannot run out. What is to
 * be durable first is the exception: submitted views and {@link isDurableAction durable presses} are acknowledged by
 * their listeners. Events are acknowledged by Bolt.
 */
export function createAcknowledge({ log }: { readonly log: Log }): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    if ('ack' in args && args.ack && !isRecordedFirst(args)) {
      try {
        await args.ack();
      } catch (error) {
        // The connection broke in between. The person asked all the same, and answers have ways of their own.
        log.warn('delivery.not_acknowledged', describeFault(error));
      }
    }
    await args.next();
  };
}

/** Whether a delivery is acknowledged only after what it asks for has been recorded. */
export function isRecordedFirst(args: AnyMiddlewareArgs): boolean {
  if ('view' in args) return true;
  return 'action' in args && 'action_id' in args.action && isDurableAction(args.action.action_id);
}
