import { addDays, type LocalDate } from '../targets/local-date.ts';
import { createLatestSlotFinder, decideDue, type ResolveInstant } from '../targets/plan-slots.ts';
import type { NewSlot, Slots } from '../targets/slot.ts';
import type { Subscriptions } from '../targets/subscription.ts';
import type { WorkCalendar } from '../targets/working-days.ts';
import { instantAt, localDateAt } from '../targets/zoned-time.ts';

type Due = {
  readonly subscriptions: Pick<Subscriptions, 'list'>;
  readonly slots: Pick<Slots, 'lastDecidedOn' | 'open'>;
  readonly calendar: WorkCalendar;
  readonly graceMs: number;
  readonly now: () => Date;
};

/** Puts on record what is due and what is given up. */
export async function recordDueSlots(publisher: Due): Promise<void> {
  const now = publisher.now();
  const subscriptions = await publisher.subscriptions.list();
  // No zone is more than a day ahead of UTC.
  const lastDecided = await publisher.slots.lastDecidedOn(addDays(localDateAt(now, 'UTC'), 1));
  const { resolve, today } = rememberInstants(now);
  const findLatest = createLatestSlotFinder(publisher.calendar, now);
  const slots = subscriptions.flatMap((subscription): NewSlot[] => {
    if (subscription.pausedFor !== null) return [];
    const latest = findLatest(subscription);
    const decidedOn = lastDecided.get(subscription.id) ?? '';
    // Nearly always all is decided; whatever is due comes no later than the latest slot that is.
    if (!latest || decidedOn >= latest.slotOn || subscription.activeSince >= latest.dueAt) return [];
    const { post, skip } = decideDue({
      subscription,
      calendar: publisher.calendar,
      lastDecidedOn: lastDecided.get(subscription.id) ?? null,
      now,
      graceMs: publisher.graceMs,
      resolve,
      today: today(subscription.timeZone),
    });
    const subscriptionId = subscription.id;
    return [
      ...skip.map(({ slot, reason }) => ({ ...slot, subscriptionId, skip: reason })),
      ...(post ? [{ ...post, subscriptionId, skip: null }] : []),
    ];
  });
  if (slots.length > 0) await publisher.slots.open(slots);
}

/** Thousands of subscriptions share a few times and zones, and reading a zone's clock is slow. */
function rememberInstants(now: Date): {
  readonly resolve: ResolveInstant;
  readonly today: (zone: string) => LocalDate;
} {
  const instants = new Map<string, Date>();
  const days = new Map<string, LocalDate>();
  return {
    resolve(date, time, zone) {
      const key = `${date} ${time} ${zone}`;
      const known = instants.get(key) ?? instantAt(date, time, zone);
      instants.set(key, known);
      return known;
    },
    today(zone) {
      const known = days.get(zone) ?? localDateAt(now, zone);
      days.set(zone, known);
      return known;
    },
  };
}
