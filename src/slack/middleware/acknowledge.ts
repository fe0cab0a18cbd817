import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';

/**
 * Acknowledges every delivery before anything else is done, so that Slack's three seconds cannot run out.
 * Submitted views are the exception: their acknowledgement carries validation errors, and each listener gives
 * it itself, before any work. Events are acknowledged by Bolt.
 */
export const acknowledge: Middleware<AnyMiddlewareArgs> = async (args) => {
  if ('ack' in args && args.ack && !('view' in args)) await args.ack();
  await args.next();
};
