import { encodeCadence, listNominalDays, longestGapDays } from './cadence.ts';
import { addDays, type LocalDate } from './local-date.ts';
import type { Schedule, Subscription } from './subscription.ts';
import { holidayOn, isWorkingDay, nextWorkingDay, type WorkCalendar } from './working-days.ts';
import { instantAt, type LocalTime, localDateAt } from './zoned-time.ts';

/** One digest of one subscription: the local day it belongs to and the instant it is due. */
export type PlannedSlot = {
  /** The day it is published on; with the subscription the key that makes it happen once. */
  readonly slotOn: LocalDate;
  /** The day asked for, earlier than `slotOn` when a holiday moved it. */
  readonly nominalOn: LocalDate;
  readonly dueAt: Date;
  /** The holiday it is left out for, or null. */
  readonly skippedFor: string | null;
};

/** Turns a local date and time into an instant. A parameter so that a scan over thousands may remember answers. */
export type ResolveInstant = (date: LocalDate, time: LocalTime, zone: string) => Date;

/**
 * The slots of a schedule whose day falls between two days, both included, in order. A slot moved by a holiday onto
 * the day of another one falls together with it: one day, one digest.
 */
export function planSlots(input: {
  readonly schedule: Schedule;
  readonly calendar: WorkCalendar;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly resolve?: ResolveInstant;
}): readonly PlannedSlot[] {
  const { schedule, calendar, from, to, resolve = instantAt } = input;
  const slots = new Map<LocalDate, PlannedSlot>();
  for (const nominalOn of listNominalDays(schedule.cadence, { calendar, from, to })) {
    const isMoved = schedule.holidayRule === 'next-working-day' && !isMeant(schedule, calendar, nominalOn);
    const slotOn = isMoved ? nextWorkingDay(calendar, nominalOn) : nominalOn;
    if (slots.has(slotOn) && isMoved) continue;
    slots.set(slotOn, {
      slotOn,
      nominalOn,
      dueAt: resolve(slotOn, schedule.time, schedule.timeZone),
      skippedFor: schedule.holidayRule === 'skip' ? holidayOn(calendar, nominalOn) : null,
    });
  }
  return [...slots.values()];
}

/** Who chooses Saturday means it; who chooses the 15th did not choose the weekend it falls on. */
function isMeant({ cadence }: Schedule, calendar: WorkCalendar, day: LocalDate): boolean {
  return cadence.every === 'week' ? holidayOn(calendar, day) === null : isWorkingDay(calendar, day);
}

/** No break of the calendar is longer, so a slot is never moved further than this. */
const LONGEST_MOVE_DAYS = 21;

/** What is to be done about a subscription now. */
export type DueDecision = {
  /** The one digest to post; late when its time has passed by more than a few minutes. */
  readonly post: PlannedSlot | null;
  /** Slots to record as left out: older ones missed, holidays. */
  readonly skip: readonly { readonly slot: PlannedSlot; readonly reason: 'missed' | 'holiday' }[];
};

/**
 * Decides which slots are due and which are given up. After a downtime only the latest slot is posted, and only
 * within the grace period; older ones are skipped, so that a channel never gets a pile of old digests.
 *
 * @param lastDecidedOn the latest day, not after today, that already has a slot on record; null for none
 */
export function decideDue(input: {
  readonly subscription: Subscription;
  readonly calendar: WorkCalendar;
  readonly lastDecidedOn: LocalDate | null;
  readonly now: Date;
  readonly graceMs: number;
  readonly resolve?: ResolveInstant;
  readonly today?: LocalDate;
}): DueDecision {
  const { subscription, calendar, lastDecidedOn, now, graceMs, resolve = instantAt } = input;
  const today = input.today ?? localDateAt(now, subscription.timeZone);
  const activeOn = localDateAt(subscription.activeSince, subscription.timeZone);
  const start = lastDecidedOn !== null && lastDecidedOn > activeOn ? lastDecidedOn : activeOn;
  if (start > today) return { post: null, skip: [] };
  const planned = planSlots({
    schedule: subscription,
    calendar,
    from: addDays(start, -LONGEST_MOVE_DAYS),
    to: today,
    resolve,
  });
  const due = planned.filter(
    (slot) =>
      (lastDecidedOn === null || slot.slotOn > lastDecidedOn) &&
      slot.dueAt > subscription.activeSince &&
      slot.dueAt <= now,
  );
  const postable = due.filter((slot) => slot.skippedFor === null);
  const latest = postable.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).at(-1);
  const post = latest && now.getTime() - latest.dueAt.getTime() <= graceMs ? latest : null;
  return {
    post,
    skip: due
      .filter((slot) => slot !== post)
      .map((slot) => ({ slot, reason: slot.skippedFor === null ? 'missed' : 'holiday' })),
  };
}

/** The next digest that will appear after an instant, for showing it to people. */
export function nextSlot(schedule: Schedule, calendar: WorkCalendar, now: Date): PlannedSlot {
  const today = localDateAt(now, schedule.timeZone);
  const from = addDays(today, -LONGEST_MOVE_DAYS);
  for (let weeks = 8; ; weeks *= 2) {
    const next = planSlots({ schedule, calendar, from, to: addDays(from, weeks * 7) })
      .filter((slot) => slot.skippedFor === null && slot.dueAt > now)
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
    if (next) return next;
  }
}

/** Finds the next slot of many schedules at one instant. */
export function createNextSlotFinder(calendar: WorkCalendar, now: Date): (schedule: Schedule) => PlannedSlot {
  return rememberBySchedule((schedule) => nextSlot(schedule, calendar, now));
}

/** Finds the latest slot of many schedules whose time has come, left out for a holiday or not. */
export function createLatestSlotFinder(
  calendar: WorkCalendar,
  now: Date,
): (schedule: Schedule) => PlannedSlot | undefined {
  return rememberBySchedule((schedule) => {
    const today = localDateAt(now, schedule.timeZone);
    const from = addDays(today, -LONGEST_MOVE_DAYS - longestGapDays(schedule.cadence));
    return planSlots({ schedule, calendar, from, to: today })
      .filter(({ dueAt }) => dueAt <= now)
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .at(-1);
  });
}

/** Offices share a few schedules, and reading a zone's clock is slow. */
function rememberBySchedule<Found>(find: (schedule: Schedule) => Found): (schedule: Schedule) => Found {
  const known = new Map<string, Found>();
  return (schedule) => {
    const { cadence, time, timeZone, holidayRule } = schedule;
    const key = `${encodeCadence(cadence)} ${time} ${timeZone} ${holidayRule}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const fresh = find(schedule);
    known.set(key, fresh);
    return fresh;
  };
}

/** Whether a slot is posted so long after its time that readers must be told. */
export function isLate(slot: Pick<PlannedSlot, 'dueAt'>, now: Date): boolean {
  return now.getTime() - slot.dueAt.getTime() > LATE_AFTER_MS;
}

/** Long enough for a few refusals with a short `Retry-After`; a reader would not call that late. */
const LATE_AFTER_MS = 15 * 60_000;
