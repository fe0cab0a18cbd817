import type { OwnerReminder } from '../targets/digest-ports.ts';
import { selectSections } from '../targets/digest-source.ts';
import { isReminderTime, needsReport } from '../targets/plan-reminders.ts';
import { nextSlot } from '../targets/plan-slots.ts';
import type { TargetRecords } from '../targets/records.ts';
import type { Target } from '../targets/target.ts';
import type { TargetRow } from '../targets/target-rows.ts';
import { judgeTargets } from '../targets/target-rows.ts';
import type { WorkCalendar } from '../targets/working-days.ts';
import { localDateAt } from '../targets/zoned-time.ts';

/** Reminders go out at most this long before a digest, so slots further away need not be looked at. */
const HORIZON_MS = 48 * 3_600_000;

export type Reminding = {
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
  readonly records: Pick<TargetRecords, 'ledger' | 'owners' | 'subscriptions' | 'reminders'>;
  readonly reminder: OwnerReminder;
  readonly now: () => Date;
};

/** Reminds owners of what they should report before the coming digests: each person once for the digests of a day. */
export async function remindOwners({ targets, calendar, records, reminder, now }: Reminding): Promise<void> {
  const instant = now();
  const coming = (await records.subscriptions.list())
    .filter(({ pausedFor }) => pausedFor === null)
    .map((subscription) => ({ subscription, slot: nextSlot(subscription, calendar, instant) }))
    .filter(({ slot }) => slot.dueAt.getTime() - instant.getTime() <= HORIZON_MS);
  if (coming.length === 0) return;
  const [entries, owners] = await Promise.all([records.ledger.allEntries(), records.owners.all()]);
  for (const { subscription, slot } of coming) {
    const shown = selectSections(targets, subscription.sections);
    const asOf = localDateAt(instant, subscription.timeZone);
    const rows = judgeTargets({ targets: shown, entries, owners, asOf }).filter((row) =>
      needsReport(row, instant),
    );
    for (const [userId, mine] of groupByOwner(rows)) {
      const zone = (await reminder.timeZoneOf(userId)) ?? subscription.timeZone;
      if (!isReminderTime(slot, zone, instant)) continue;
      if (!(await records.reminders.claim(userId, slot.slotOn, instant))) continue;
      await reminder.remind(userId, slot.slotOn, mine);
    }
  }
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
