import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeline } from '../../src/targets/timeline.ts';
import { makeValueEntry } from '../support/target-builders.ts';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2019-06-${String(number).padStart(2, '0')}`);

describe('createTimeline', () => {
  it('finds what stands before and after any day, as a look through all of it would', () => {
    fc.assert(
      fc.property(fc.array(day), day, (days, asked) => {
        const reports = days.map((asOf, index) => ({ asOf, value: String(index) }));
        const timeline = createTimeline([]);
        for (const report of reports) timeline.add(report);

        // Stable: of one day, the report made last stands last.
        const sorted = reports.toSorted((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? -1 : 1));
        const { values } = timeline;
        expect(values.lastUpTo(asked)?.value).toBe(sorted.findLast(({ asOf }) => asOf <= asked)?.value);
        expect(values.firstAfter(asked)?.value).toBe(sorted.find(({ asOf }) => asOf > asked)?.value);
      }),
    );
  });

  it('leaves out what is no number, and keeps numbers and states apart', () => {
    const unreadable = { ...makeValueEntry({ value: '很多' }), seq: 1 };
    const timeline = createTimeline([unreadable]);
    timeline.add({ asOf: '2019-06-01', state: 'done' });

    expect(timeline.values.lastUpTo('2019-12-31')).toBeUndefined();
    expect(timeline.states.lastUpTo('2019-12-31')).toEqual({ asOf: '2019-06-01', state: 'done' });
  });
});
