import { describe, expect, it } from 'vitest';
import { groupByTarget, judgeTargets } from '../../src/targets/target-rows.ts';
import { makeMilestone, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const entries = [
  { ...makeValueEntry({ asOf: '2019-05-01', value: '100' }), seq: 1 },
  { ...makeValueEntry({ targetId: 'other' }), seq: 2 },
  { ...makeValueEntry({ asOf: '2019-06-01', value: '200' }), seq: 3 },
];

describe('judgeTargets', () => {
  it('gives every target in the order given, with its own history and owners', () => {
    const rows = judgeTargets({
      targets: [makeMilestone(), makeNumericTarget()],
      entries,
      owners: new Map([['stations', ['U1', 'U2']]]),
      asOf: '2019-06-24',
    });

    expect(rows.map(({ target, standing, owners }) => [target.id, standing.status, owners])).toEqual([
      ['law', 'unreported', []],
      ['stations', 'on-track', ['U1', 'U2']],
    ]);
  });

  it('judges by what was true on the day', () => {
    const [row] = judgeTargets({
      targets: [makeNumericTarget()],
      entries,
      owners: new Map(),
      asOf: '2019-05-15',
    });

    expect(row?.standing.latest).toMatchObject({ value: '100' });
  });

  it('leaves out what is set for a later year, until that year begins', () => {
    const targets = [makeNumericTarget(), makeMilestone({ year: 2022, dueOn: '2022-12-31' })];
    const owed = (asOf: string) =>
      judgeTargets({ targets, entries: [], owners: new Map(), asOf }).map(({ target }) => target.year);

    expect(owed('2019-06-24')).toEqual([2019]);
    expect(owed('2021-12-31')).toEqual([2019]);
    expect(owed('2022-01-01')).toEqual([2019, 2022]);
  });
});

describe('groupByTarget', () => {
  it('keeps the order of recording', () => {
    expect(
      groupByTarget(entries)
        .get('stations')
        ?.map(({ seq }) => seq),
    ).toEqual([1, 3]);
  });
});
