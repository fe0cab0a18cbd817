import type { OwnerReminder } from '../targets/digest-ports.ts';
import type { LocalDate } from '../targets/local-date.ts';
import { isReminderNear, isReminderTime, needsReport } from '../targets/plan-reminders.ts';
import { createNextSlotFinder, type PlannedSlot } from '../targets/plan-slots.ts';
import type { TargetRecords } from '../targets/records.ts';
import type { Subscription } from '../targets/subscription.ts';
import type { Target } from '../targets/target.ts';
import { judgeTargets, type TargetRow } from '../targets/target-rows.ts';
import { selectTargets } from '../targets/target-selection.ts';
import type { WorkCalendar } from '../targets/working-days.ts';
import { localDateAt } from '../targets/zoned-time.ts';

export type Reminding = {
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
  readonly records: Pick<TargetRecords, 'ledger' | 'owners' | 'subscriptions' | 'reminders'>;
  readonly reminder: OwnerReminder;
  readonly now: () => Date;
};

/** The digests of one day together: an owner hears of them once, whichever channels they go to. */
type DigestDay = {
  readonly slotOn: LocalDate;
  /** The earliest of them. */
  readonly slot: PlannedSlot;
  readonly timeZone: string;
  readonly subscriptions: readonly Subscription[];
};

/** Reminds owners of what they should report before the coming digests: each person once for the digests of a day. */
export async function remindOwners({ targets, calendar, records, reminder, now }: Reminding): Promise<void> {
  const instant = now();
  const days = groupByDay(await records.subscriptions.list(), createNextSlotFinder(calendar, instant)).filter(
    ({ slot }) => isReminderNear(slot, calendar, instant),
  );
  if (days.length === 0) return;
  const [entries, owners] = await Promise.all([records.ledger.allEntries(), records.owners.all()]);
  for (const { slotOn, slot, timeZone, subscriptions } of days) {
    const isShown = (target: Target): boolean =>
      subscriptions.some((subscription) => selectTargets([target], subscription, owners).length > 0);
    const asOf = localDateAt(instant, timeZone);
    const rows = judgeTargets({ targets: targets.filter(isShown), entries, owners, asOf }).filter((row) =>
      needsReport(row, instant),
    );
    for (const [userId, mine] of groupByOwner(rows)) {
      const zone = (await reminder.timeZoneOf(userId)) ?? timeZone;
      if (!isReminderTime(slot, { timeZone: zone, calendar, now: instant })) continue;
      if (!(await records.reminders.claim(userId, slotOn, instant))) continue;
      await reminder.remind(userId, slotOn, mine);
    }
  }
}

function groupByDay(
  subscriptions: readonly Subscription[],
  findNext: (subscription: Subscription) => PlannedSlot,
): readonly DigestDay[] {
  const days = new Map<LocalDate, DigestDay>();
  for (const subscription of subscriptions) {
    if (subscription.pausedFor !== null) continue;
    const slot = findNext(subscription);
    const day = days.get(slot.slotOn);
    days.set(slot.slotOn, {
      slotOn: slot.slotOn,
      slot: day && day.slot.dueAt <= slot.dueAt ? day.slot : slot,
      timeZone: day?.timeZone ?? subscription.timeZone,
      subscriptions: [...(day?.subscriptions ?? []), subscription],
    });
  }
  return [...days.values()];
}

function groupByOwner(rows: readonly TargetRow[]): ReadonlyMap<string, readonly TargetRow[]> {
  const groups = new Map<string, TargetRow[]>();
  for (const row of rows) {
    for (const owner of row.owners) {
      const group = groups.get(owner) ?? [];
      group.push(row);
      groups.set(owner, group);
    }
  }
  return groups;
}
