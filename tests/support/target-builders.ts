import type { NewEntry } from '../../src/targets/entry.ts';
import type { NewSubscription, Subscription } from '../../src/targets/subscription.ts';
import type { Milestone, NumericTarget } from '../../src/targets/target.ts';

let serial = 0;

/** A value entry; each gets a request key of its own. */
export function makeValueEntry(
  changes: Partial<Extract<NewEntry, { kind: 'value' }>> = {},
): Extract<NewEntry, { kind: 'value' }> {
  serial += 1;
  const asOf = changes.asOf ?? '2019-03-31';
  return {
    kind: 'value',
    targetId: 'stations',
    value: '100',
    asOf,
    note: '',
    evidence: '',
    confidence: 'high',
    corrects: null,
    recordedBy: 'U1',
    recordedAt: new Date(`${asOf}T02:00:00.000Z`),
    saidIn: 'C1',
    origin: 'slack',
    requestKey: `entry-${serial}`,
    ...changes,
  };
}

/** An entry of another kind, with what a value entry has in common with it. */
export function makeEntry<K extends NewEntry['kind']>(
  kind: K,
  changes: Partial<NewEntry> & Record<string, unknown> = {},
): NewEntry {
  const { value: _value, ...common } = makeValueEntry();
  return { ...common, state: 'in-progress', status: 'on-track', undoes: 0, ...changes, kind } as NewEntry;
}

const ANCHOR = { source: 'report', section: '二、2019年发展目标', quote: '建设400个', start: 10, end: 16 };

export function makeNumericTarget(changes: Partial<NumericTarget> = {}): NumericTarget {
  return {
    ...ANCHOR,
    kind: 'numeric',
    id: 'stations',
    name: '社区养老服务站',
    year: 2019,
    dueOn: '2019-12-31',
    comparator: 'at-least',
    measure: 'cumulative',
    goal: { printed: '400', amount: '400' },
    unit: '个',
    baseline: null,
    ...changes,
  };
}

export function makeMilestone(changes: Partial<Milestone> = {}): Milestone {
  return {
    ...ANCHOR,
    kind: 'milestone',
    id: 'law',
    name: '立法研究',
    year: 2019,
    dueOn: '2019-12-31',
    deliverable: '启动立法研究',
    ...changes,
  };
}

export function makeNewSubscription(changes: Partial<NewSubscription> = {}): NewSubscription {
  return {
    channelId: 'C1',
    ownerId: 'U1',
    cadence: { every: 'week', weekday: 1 },
    time: '09:00',
    timeZone: 'Asia/Shanghai',
    holidayRule: 'post-anyway',
    sections: [],
    owners: [],
    statuses: [],
    ...changes,
  };
}

export function makeSubscription(changes: Partial<Subscription> = {}): Subscription {
  const createdAt = new Date('2019-01-01T00:00:00.000Z');
  return {
    ...makeNewSubscription(),
    id: 'S1',
    pausedFor: null,
    activeSince: createdAt,
    createdAt,
    ...changes,
  };
}
