import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordDueSlots } from '../../src/scheduling/record-due-slots.ts';
import { addDays } from '../../src/targets/local-date.ts';
import { decideDue } from '../../src/targets/plan-slots.ts';
import type { NewSlot } from '../../src/targets/slot.ts';
import { HOLIDAY_RULES, type Subscription } from '../../src/targets/subscription.ts';
import type { WorkCalendar } from '../../src/targets/working-days.ts';
import { makeSubscription } from '../support/target-builders.ts';

const GRACE_MS = 24 * 3_600_000;
const CALENDAR: WorkCalendar = {
  years: new Set([2019]),
  daysOff: new Map(
    Array.from({ length: 7 }, (_, index) => [addDays('2019-10-01', index), '国庆节'] as const),
  ),
  workedWeekendDays: new Set(['2019-09-29', '2019-10-12']),
};

async function record(
  subscriptions: readonly Subscription[],
  lastDecided: ReadonlyMap<string, string>,
  now: Date,
): Promise<readonly NewSlot[]> {
  const opened: NewSlot[] = [];
  await recordDueSlots({
    subscriptions: { list: async () => subscriptions },
    slots: {
      lastDecidedOn: async () => lastDecided,
      open: async (slots) => void opened.push(...slots),
    },
    calendar: CALENDAR,
    graceMs: GRACE_MS,
    now: () => now,
  });
  return opened;
}

describe('recordDueSlots', () => {
  it('leaves subscriptions that rest alone', async () => {
    const resting = makeSubscription({ pausedFor: 'by-person' });

    expect(await record([resting], new Map(), new Date('2019-06-24T01:00:00Z'))).toEqual([]);
  });

  it('decides for thousands exactly what would be decided for each alone', async () => {
    const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2019-09-01', count));
    const cases = fc.record({
      cadence: fc.oneof(
        fc.record({ every: fc.constant('week' as const), weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) }),
        fc.record({
          every: fc.constantFrom('month' as const, 'quarter' as const),
          day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('first-working-day' as const)),
        }),
      ),
      time: fc.constantFrom('00:00', '09:00', '23:45'),
      timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Europe/Berlin'),
      holidayRule: fc.constantFrom(...HOLIDAY_RULES),
      activeSince: day.map((date) => new Date(`${date}T05:30:00Z`)),
      lastDecidedOn: fc.option(day),
    });
    const now = fc
      .tuple(day, fc.integer({ min: 0, max: 1_439 }))
      .map(([date, minutes]) => new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000));

    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 1, maxLength: 8 }), now, async (drawn, instant) => {
        const subscriptions = drawn.map(({ lastDecidedOn: _apart, ...changes }, index) =>
          makeSubscription({ id: `S${index}`, ...changes }),
        );
        const lastDecided = new Map<string, string>(
          drawn.flatMap(({ lastDecidedOn }, index) =>
            lastDecidedOn === null ? [] : [[`S${index}`, lastDecidedOn] as const],
          ),
        );
        const alone = subscriptions.flatMap((subscription) => {
          const lastDecidedOn = lastDecided.get(subscription.id) ?? null;
          const { post, skip } = decideDue({
            subscription,
            calendar: CALENDAR,
            lastDecidedOn,
            now: instant,
            graceMs: GRACE_MS,
          });
          return [
            ...skip.map(({ slot, reason }) => [subscription.id, slot.slotOn, reason]),
            ...(post ? [[subscription.id, post.slotOn, null]] : []),
          ];
        });

        const together = await record(subscriptions, lastDecided, instant);

        expect(together.map((slot) => [slot.subscriptionId, slot.slotOn, slot.skip])).toEqual(alone);
      }),
      { numRuns: 150 },
    );
  });
});
