import { paragraphBlock, type Run } from '../blocks/elements.ts';
import type { Message } from '../blocks/message.ts';
import { escapeMarked, markedRuns } from '../blocks/person-marks.ts';
import { isSlackId } from '../slack-ids.ts';

/** A person as part of a line: a live mention for an id of Slack's, the plain name for anybody else. */
export function personRun(userId: string): Run {
  return isSlackId(userId) ? { user: userId } : userId;
}

/** Persons in a row, with 、 between them. */
export function peopleRuns(userIds: readonly string[]): Run[] {
  return userIds.flatMap((userId, index) => (index === 0 ? [personRun(userId)] : ['、', personRun(userId)]));
}

/** A line of text as a message, with the people marked in it named live. */
export function markedNotice(line: string): Message {
  return { text: escapeMarked(line), blocks: [paragraphBlock(...markedRuns(line))] };
}
