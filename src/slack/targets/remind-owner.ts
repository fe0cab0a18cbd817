import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { describeFault, type Log } from '../../logging.ts';
import type { OwnerReminder } from '../../targets/digest-ports.ts';
import { dayText } from '../../targets/digest-wording.ts';
import { isTimeZone } from '../../targets/zoned-time.ts';
import { actionsBlocks, contextBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText } from '../blocks/message.ts';
import { post } from '../send.ts';
import { isSlackId } from '../slack-ids.ts';
import { compareUrgency } from './list-targets.ts';
import { roundButton, targetLine } from './target-blocks.ts';
import { ME, NO_FILTER } from './target-filter.ts';
import { lineText } from './target-list-message.ts';
import { REMIND, TARGET_BUTTONS } from './target-messages.ts';

/** Targets named in one reminder; the rest are counted. */
const MAX_LINES = 8;

/** How long a person's time zone is remembered. */
const ZONE_TTL_MS = 24 * 3_600_000;

const UserSchema = z.object({ user: z.object({ tz: z.string().optional() }) });

/** Reminds owners by direct message, at their own time of day. A reminder that fails is logged and not repeated. */
export function createOwnerReminder(input: {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Date;
}): OwnerReminder {
  const { client, log, now } = input;
  const zones = new Map<string, { readonly zone: string | null; readonly until: number }>();
  return {
    async timeZoneOf(userId) {
      const known = zones.get(userId);
      if (known && known.until > now().getTime()) return known.zone;
      const zone = isSlackId(userId) ? await readZone(client, userId) : null;
      zones.set(userId, { zone, until: now().getTime() + ZONE_TTL_MS });
      return zone;
    },
    async remind(userId, slotOn, due) {
      if (!isSlackId(userId)) return;
      // In the order in which the forms come, one after the other.
      const rows = due.toSorted(compareUrgency);
      const title = REMIND.title(dayText(slotOn), rows.length);
      const lines = rows.slice(0, MAX_LINES).map(lineText);
      const rest = rows.length - lines.length;
      const start = roundButton(TARGET_BUTTONS.recordStale(rows.length), {
        filter: { ...NO_FILTER, ownerId: ME },
        isDue: true,
      });
      const message = {
        text: escapeText([title, ...lines].join('\n')),
        blocks: [
          paragraphBlock(title),
          ...rows.slice(0, MAX_LINES).map((row, index) => targetLine(lineText(row), row.target.id, index)),
          ...(rest > 0 ? [contextBlock(REMIND.more(rest))] : []),
          ...actionsBlocks([start]),
        ],
      };
      try {
        await post(client, { channel: userId }, message);
      } catch (error) {
        log.error('owner.not_reminded', { userId, ...describeFault(error) });
      }
    },
  };
}

async function readZone(client: WebClient, userId: string): Promise<string | null> {
  try {
    const { tz } = UserSchema.parse(await client.users.info({ user: userId })).user;
    return tz !== undefined && isTimeZone(tz) ? tz : null;
  } catch {
    // Not known is not a fault: the time zone of the subscription is used.
    return null;
  }
}
