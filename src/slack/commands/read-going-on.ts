import { isDeepStrictEqual } from 'node:util';
import { describeFault } from '../../logging.ts';
import { listEarlier } from '../answer-question.ts';
import { readScope } from '../knowledge/channel-scope.ts';
import type { SlackServices } from '../services.ts';
import { readAskedTime } from '../targets/read-asked-time.ts';
import type { CommandPlace } from '../targets/target-command.ts';
import type { Asked, Command } from './command.ts';
import { isPeriod } from './read-digest-command.ts';
import { findPosted, lastShown, narrowedLike, shownBefore } from './shown-digest.ts';
import { trimTyped } from './trim-typed.ts';

const OTHER_TIME = /^(?:那么?|再看看?)?(?<time>[^呢?]{2,}?)(?:的?呢|的?怎么样|如何|的)?\?*$/u;

/**
 * `上周呢`, `那4月呢`: the digest of another time, of the targets that the one shown before was narrowed to. A report may
 * tell of months as well: what it was asked before, and answers of that time, goes on with that.
 */
export async function readGoingOn(
  services: SlackServices,
  question: string,
  place: Pick<CommandPlace, 'userId' | 'channelId' | 'conversation'>,
): Promise<Command | undefined> {
  const time = OTHER_TIME.exec(trimTyped(question).replaceAll(' ', ''))?.groups?.time ?? '';
  if (!isPeriod(time) || services.targets.targets.length === 0) return undefined;
  try {
    // Under a digest that the bot posted, times are told from that one.
    const posted = await findPosted(services, place);
    const shown = (await lastShown(services, place)) ?? posted;
    const { userId, channelId, conversation } = place;
    const earlier = await listEarlier(services, conversation);
    // Where nothing was asked before, only a digest is of a week or a month.
    if (shown === undefined && earlier.length > 0) return undefined;
    if (earlier.length > 0) {
      const { reports: scope } = await readScope(services, channelId);
      const { status } = await services.answer({ question, earlier, scope, userId });
      if (status !== 'abstained') return undefined;
    }
    // On a Monday the newest digest is the one of last week; who has seen it means the one before.
    const last = { every: 'week', time: time.replace(/^上+/u, '上') } as const;
    const seen = posted ? [posted] : [shown, await shownBefore(services, place)];
    const isSeen = seen.some((each) => each?.kind === 'preview' && isSameTime(services, each, last));
    const meant = isSeen && time.startsWith('上') ? `上${time}` : time;
    return { kind: 'preview', every: 'week', time: meant, ...narrowedLike(shown) };
  } catch (error) {
    services.log.warn('command.shown_not_read', describeFault(error));
    return undefined;
  }
}

function isSameTime({ targets }: SlackServices, shown: Asked, asked: Asked): boolean {
  const [before, now] = [shown, asked].map((each) => readAskedTime(targets, each, 'preview'));
  return isDeepStrictEqual(before, now) && !isDeepStrictEqual(shown.time, asked.time);
}
