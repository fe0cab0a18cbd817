import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { WorkTracker } from '../track-work.ts';

/** Keeps every delivery in the tracker until its listeners are done. */
export function createCountWork(tracker: WorkTracker): Middleware<AnyMiddlewareArgs> {
  return ({ next }) => tracker.track(next());
}
