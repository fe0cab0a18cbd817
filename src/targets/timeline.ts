import type { Decimal } from 'decimal.js';
import { parseAmount } from './amount.ts';
import type { Measurement, MilestoneState } from './entry.ts';
import type { LocalDate } from './local-date.ts';

/** A number reported for a day, as written and as an amount. */
export type ValuePoint = { readonly asOf: LocalDate; readonly value: string; readonly amount: Decimal };
export type StatePoint = { readonly asOf: LocalDate; readonly state: MilestoneState };

/** What was reported of one target, by the day it is true for; grows by one report in next to no time. */
export type Timeline = {
  readonly values: DayLine<ValuePoint>;
  readonly states: DayLine<StatePoint>;
  /** Adds a report made after all those before it. */
  add(measurement: Pick<Measurement, 'asOf'> & ({ value: string } | { state: MilestoneState })): void;
};

type DayLine<Point> = {
  /** The last of those true for this day or one before. */
  lastUpTo(day: LocalDate): Point | undefined;
  /** The first of those true for a later day. */
  firstAfter(day: LocalDate): Point | undefined;
};

/** Builds a timeline from what stands of a target's history; numbers that cannot be read are left out. */
export function createTimeline(measurements: readonly Measurement[]): Timeline {
  const values = createDayLine<ValuePoint>();
  const states = createDayLine<StatePoint>();
  const timeline: Timeline = {
    values,
    states,
    add(measurement) {
      const { asOf } = measurement;
      if ('state' in measurement) {
        states.add({ asOf, state: measurement.state });
        return;
      }
      const amount = parseAmount(measurement.value);
      if (amount) values.add({ asOf, value: measurement.value, amount });
    },
  };
  for (const measurement of measurements) timeline.add(measurement);
  return timeline;
}

function createDayLine<Point extends { readonly asOf: LocalDate }>() {
  const points: Point[] = [];
  /** How many points are true for this day or one before, found by halving. */
  const countUpTo = (day: LocalDate): number => {
    let low = 0;
    let high = points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((points[middle]?.asOf ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add(point: Point): void {
      points.splice(countUpTo(point.asOf), 0, point);
    },
    lastUpTo: (day: LocalDate): Point | undefined => points[countUpTo(day) - 1],
    firstAfter: (day: LocalDate): Point | undefined => points[countUpTo(day)],
  };
}
