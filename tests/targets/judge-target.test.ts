import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, MilestoneState, NewEntry } from '../../src/targets/entry.ts';
import { judgeTarget } from '../../src/targets/judge-target.ts';
import { addDays } from '../../src/targets/local-date.ts';
import type { Baseline, NumericTarget } from '../../src/targets/target.ts';
import { makeEntry, makeMilestone, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const number = (entries: readonly NewEntry[]): Entry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
const on = (asOf: string) => ({ asOf, knownBefore: null });
const baseline = (amount: string, comparability: Baseline['comparability'] = 'same-measure'): Baseline => ({
  printed: amount,
  amount,
  unit: '',
  comparability,
  note: comparability === 'similar-measure' ? '口径不同' : '',
  source: 'report',
  section: '',
  quote: amount,
  start: 0,
  end: amount.length,
});

/** `[day, value]` pairs as entries. */
const reported = (...values: readonly (readonly [string, string])[]) =>
  number(values.map(([asOf, value]) => makeValueEntry({ asOf, value })));

const FLOOR = { measure: 'level', goal: { printed: '1∶0.76', amount: '0.76' }, unit: '' } as const;
const CEILING = {
  measure: 'level',
  comparator: 'at-most',
  goal: { printed: '60', amount: '60' },
  unit: '%',
} as const;
const BUDGET = { measure: 'cumulative', comparator: 'at-most' } as const;
const RISE = { comparator: 'increase', goal: null } as const;

type Case = {
  readonly case: string;
  readonly target?: Partial<NumericTarget>;
  readonly values?: readonly (readonly [string, string])[];
  readonly asOf: string;
  readonly status: string;
  readonly expected?: string | null;
};

describe('judgeTarget, numbers', () => {
  it.each<Case>([
    { case: 'nothing reported', asOf: '2019-06-24', status: 'unreported', expected: '192' },
    {
      case: 'a total on the line',
      values: [['2019-06-20', '192']],
      asOf: '2019-06-24',
      status: 'on-track',
      expected: '192',
    },
    {
      case: 'a total ten points short',
      values: [['2019-06-20', '152']],
      asOf: '2019-06-24',
      status: 'on-track',
    },
    {
      case: 'a total just over ten points short',
      values: [['2019-06-20', '151']],
      asOf: '2019-06-24',
      status: 'at-risk',
    },
    {
      case: 'a total 25 points short',
      values: [['2019-06-20', '92']],
      asOf: '2019-06-24',
      status: 'at-risk',
    },
    {
      case: 'a total more than 25 points short',
      values: [['2019-06-20', '91']],
      asOf: '2019-06-24',
      status: 'behind',
    },
    { case: 'a total reached early', values: [['2019-06-20', '400']], asOf: '2019-06-24', status: 'done' },
    {
      case: 'the last day of the year',
      values: [['2019-12-30', '399']],
      asOf: '2019-12-31',
      status: 'on-track',
      expected: '400',
    },
    {
      case: 'the year over, goal reached',
      values: [['2019-12-31', '400']],
      asOf: '2020-01-01',
      status: 'done',
    },
    {
      case: 'the year over, one short',
      values: [['2019-12-31', '399']],
      asOf: '2020-01-01',
      status: 'overdue',
    },
    {
      case: 'the year over, reached too late',
      values: [
        ['2019-12-31', '399'],
        ['2020-01-15', '400'],
      ],
      asOf: '2020-02-01',
      status: 'overdue',
    },
    { case: 'the year over, never reported', asOf: '2020-01-01', status: 'overdue' },
    { case: 'before the year begins', asOf: '2018-12-31', status: 'unreported', expected: '0' },
    {
      case: 'a similar baseline is no starting point',
      target: { baseline: baseline('200', 'similar-measure') },
      values: [['2019-01-05', '5']],
      asOf: '2019-01-07',
      status: 'on-track',
      expected: '8',
    },

    {
      case: 'a floor met is in order, not done',
      target: { ...FLOOR, baseline: baseline('0.75') },
      values: [['2019-06-01', '1∶0.77']],
      asOf: '2019-06-24',
      status: 'on-track',
    },
    {
      case: 'a floor met at the end is done',
      target: { ...FLOOR, baseline: baseline('0.75') },
      values: [['2019-12-01', '0.76']],
      asOf: '2020-01-01',
      status: 'done',
    },
    {
      case: 'a floor on its line',
      target: { ...FLOOR, baseline: baseline('0.75') },
      values: [['2019-06-20', '0.755']],
      asOf: '2019-06-24',
      status: 'on-track',
      expected: '1∶0.755',
    },
    {
      case: 'a floor that has not moved',
      target: { ...FLOOR, baseline: baseline('0.75') },
      values: [['2019-06-20', '0.75']],
      asOf: '2019-06-24',
      status: 'behind',
    },
    {
      case: 'a floor without a baseline starts from its first value',
      target: FLOOR,
      values: [['2019-06-24', '0.70']],
      asOf: '2019-06-24',
      status: 'on-track',
      expected: '1∶0.7',
    },
    {
      case: 'a ceiling without a baseline, first reported in the second half of the year',
      target: CEILING,
      values: [['2019-08-01', '66']],
      asOf: '2019-08-20',
      status: 'at-risk',
      expected: null,
    },
    {
      case: 'the same two months before the end',
      target: CEILING,
      values: [['2019-11-01', '66']],
      asOf: '2019-11-01',
      status: 'behind',
      expected: null,
    },
    {
      case: 'a floor that was met a year ago and no longer is',
      target: { ...FLOOR, baseline: baseline('0.78') },
      values: [['2019-02-01', '0.75']],
      asOf: '2019-03-01',
      status: 'at-risk',
      expected: null,
    },
    {
      case: 'the same in the last quarter',
      target: { ...FLOOR, baseline: baseline('0.78') },
      values: [['2019-11-01', '0.75']],
      asOf: '2019-11-02',
      status: 'behind',
    },

    {
      case: 'a ceiling met',
      target: CEILING,
      values: [['2019-06-20', '60']],
      asOf: '2019-06-24',
      status: 'on-track',
    },
    {
      case: 'a ceiling not yet met, moving',
      target: CEILING,
      values: [
        ['2019-01-01', '70'],
        ['2019-06-24', '65'],
      ],
      asOf: '2019-06-24',
      status: 'on-track',
      expected: '65.2',
    },
    {
      case: 'a ceiling going the wrong way',
      target: CEILING,
      values: [
        ['2019-01-01', '70'],
        ['2019-06-24', '72'],
      ],
      asOf: '2019-06-24',
      status: 'behind',
    },
    {
      case: 'a ceiling missed at the end',
      target: CEILING,
      values: [['2019-12-31', '60.1']],
      asOf: '2020-01-01',
      status: 'overdue',
    },

    {
      case: 'a budget below its line',
      target: BUDGET,
      values: [['2019-06-24', '100']],
      asOf: '2019-06-24',
      status: 'on-track',
    },
    {
      case: 'a budget spent too fast',
      target: BUDGET,
      values: [['2019-06-24', '250']],
      asOf: '2019-06-24',
      status: 'at-risk',
    },
    {
      case: 'a budget broken',
      target: BUDGET,
      values: [['2019-06-24', '401']],
      asOf: '2019-06-24',
      status: 'behind',
    },
    {
      case: 'a budget kept to the end',
      target: BUDGET,
      values: [['2019-12-31', '400']],
      asOf: '2020-01-01',
      status: 'done',
    },

    {
      case: 'a rise over last year’s total',
      target: { ...RISE, baseline: baseline('58.27') },
      values: [['2019-11-01', '58.28']],
      asOf: '2019-11-02',
      status: 'done',
    },
    {
      case: 'a rise equal to last year’s total',
      target: { ...RISE, baseline: baseline('58.27') },
      values: [['2019-12-31', '58.27']],
      asOf: '2020-01-01',
      status: 'overdue',
    },
    {
      case: 'a rise on the line of last year',
      target: { ...RISE, baseline: baseline('58.27') },
      values: [['2019-06-24', '28']],
      asOf: '2019-06-24',
      status: 'on-track',
      expected: '27.94',
    },
    {
      case: 'a level raised',
      target: { ...RISE, measure: 'level', baseline: baseline('546') },
      values: [['2019-06-24', '580']],
      asOf: '2019-06-24',
      status: 'on-track',
      expected: null,
    },
    {
      case: 'a level not raised by the middle of the year',
      target: { ...RISE, measure: 'level', baseline: baseline('546') },
      values: [['2019-06-24', '546']],
      asOf: '2019-06-24',
      status: 'on-track',
    },
    {
      case: 'a level not raised after it',
      target: { ...RISE, measure: 'level', baseline: baseline('546') },
      values: [['2019-08-01', '546']],
      asOf: '2019-08-02',
      status: 'at-risk',
    },
    {
      case: 'a rise without a baseline, from the first value',
      target: { ...RISE, measure: 'level', baseline: null },
      values: [
        ['2019-02-01', '5000'],
        ['2019-12-01', '5200'],
      ],
      asOf: '2020-01-01',
      status: 'done',
    },
  ])('$case: $status', ({ target = {}, values = [], asOf, status, expected }) => {
    const standing = judgeTarget(makeNumericTarget(target), reported(...values), on(asOf));

    expect(standing.status).toBe(status);
    if (expected !== undefined) expect(standing.expected).toBe(expected);
  });

  it('never gets worse when more has been done', () => {
    const ranks = ['done', 'on-track', 'at-risk', 'behind'];
    const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2019-01-01', days));
    const rank = (asOf: string, value: number): number =>
      ranks.indexOf(judgeTarget(makeNumericTarget(), reported([asOf, String(value)]), on(asOf)).status);

    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        (asOf, value, more) => {
          expect(rank(asOf, value + more)).toBeLessThanOrEqual(rank(asOf, value));
        },
      ),
    );
  });
});

describe('judgeTarget, milestones', () => {
  const state = (asOf: string, name: MilestoneState) =>
    number([makeEntry('state', { targetId: 'law', asOf, state: name })]);

  it.each([
    { name: 'not-started', asOf: '2019-06-24', status: 'on-track' },
    { name: 'not-started', asOf: '2019-07-03', status: 'at-risk' },
    { name: 'not-started', asOf: '2019-10-02', status: 'behind' },
    { name: 'in-progress', asOf: '2019-11-30', status: 'on-track' },
    { name: 'in-progress', asOf: '2019-12-01', status: 'at-risk' },
    { name: 'blocked', asOf: '2019-03-01', status: 'at-risk' },
    { name: 'blocked', asOf: '2019-10-02', status: 'behind' },
    { name: 'done', asOf: '2019-03-01', status: 'done' },
    { name: 'done', asOf: '2020-03-01', status: 'done' },
    { name: 'in-progress', asOf: '2020-01-01', status: 'overdue' },
  ] as const)('$name on $asOf is $status', ({ name, asOf, status }) => {
    expect(judgeTarget(makeMilestone(), state('2019-02-01', name), on(asOf)).status).toBe(status);
  });
});

describe('judgeTarget, what people add', () => {
  const value = makeValueEntry({
    asOf: '2019-06-01',
    value: '60',
    recordedAt: new Date('2019-06-01T00:00:00Z'),
  });

  it('shows an override until the next entry', () => {
    const override = makeEntry('override', { asOf: '2019-06-02', status: 'on-track', note: '下月集中开工' });
    const next = makeValueEntry({ asOf: '2019-06-20', value: '61' });

    expect(judgeTarget(makeNumericTarget(), number([value, override]), on('2019-06-24'))).toMatchObject({
      status: 'on-track',
      byRule: 'behind',
      override: { note: '下月集中开工' },
    });
    expect(judgeTarget(makeNumericTarget(), number([value, override, next]), on('2019-06-24'))).toMatchObject(
      {
        status: 'behind',
        override: null,
      },
    );
  });

  it('rests while paused, but only until the year is over', () => {
    const paused = number([value, makeEntry('pause', { asOf: '2019-06-02', note: '等文件' })]);

    expect(judgeTarget(makeNumericTarget(), paused, on('2019-06-24')).status).toBe('paused');
    expect(judgeTarget(makeNumericTarget(), paused, on('2020-01-01')).status).toBe('overdue');
    const resumed = number([...paused, makeEntry('resume', { asOf: '2019-06-03' })]);
    expect(judgeTarget(makeNumericTarget(), resumed, on('2019-06-24')).status).toBe('behind');
  });

  it('lowers what is in order by a step when the reporter has no confidence', () => {
    const unsure = number([makeValueEntry({ asOf: '2019-06-20', value: '192', confidence: 'low' })]);

    expect(judgeTarget(makeNumericTarget(), unsure, on('2019-06-24')).status).toBe('at-risk');
  });

  it('says that nothing was heard for more than 35 days', () => {
    const history = number([makeValueEntry({ asOf: '2019-05-20', value: '192' })]);

    expect(judgeTarget(makeNumericTarget(), history, on('2019-06-24')).isStale).toBe(false);
    expect(judgeTarget(makeNumericTarget(), history, on('2019-06-25')).isStale).toBe(true);
  });

  it('takes no notice of what was undone or corrected, nor of an undo that was undone', () => {
    const wrong = makeValueEntry({ asOf: '2019-06-20', value: '400' });
    const latest = (entries: readonly NewEntry[]) => {
      const { latest: last } = judgeTarget(makeNumericTarget(), number(entries), on('2019-06-24'));
      return last?.kind === 'value' ? last.value : null;
    };

    expect(latest([value, wrong])).toBe('400');
    expect(latest([value, wrong, makeEntry('undo', { undoes: 2 })])).toBe('60');
    expect(latest([value, wrong, makeEntry('undo', { undoes: 2 }), makeEntry('undo', { undoes: 3 })])).toBe(
      '400',
    );
    expect(latest([value, wrong, makeValueEntry({ asOf: '2019-05-01', value: '40', corrects: 2 })])).toBe(
      '60',
    );
  });

  it('sees only what was known at an instant', () => {
    const view = { asOf: '2019-06-24', knownBefore: new Date('2019-06-01T00:00:00Z') };

    expect(judgeTarget(makeNumericTarget(), number([value]), view).status).toBe('unreported');
  });
});
