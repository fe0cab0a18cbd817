import type { Run } from '../blocks/elements.ts';
import { isSlackId } from '../slack-ids.ts';

/** A person as part of a line: a live mention for an id of Slack's, the plain name for anybody else. */
export function personRun(userId: string): Run {
  return isSlackId(userId) ? { user: userId } : userId;
}

/** Persons in a row, with 、 between them. */
export function peopleRuns(userIds: readonly string[]): Run[] {
  return userIds.flatMap((userId, index) => (index === 0 ? [personRun(userId)] : ['、', personRun(userId)]));
}
