import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../src/targets/entry.ts';
import { findTurns } from '../../src/targets/find-turn.ts';
import { makeEntry, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const number = (entries: readonly NewEntry[]) =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
const target = makeNumericTarget({ year: 2019, dueOn: '2019-12-31' });

describe('findTurns', () => {
  it('tells the day a report and the day time alone turned a target', () => {
    const history = number([makeValueEntry({ asOf: '2019-03-31', value: '100' })]);

    expect(findTurns(target, history, '2019-12-31')).toEqual([
      { on: '2019-01-01', from: null, to: 'unreported' },
      { on: '2019-03-31', from: 'unreported', to: 'on-track' },
      { on: '2019-05-08', from: 'on-track', to: 'at-risk' },
      { on: '2019-07-02', from: 'at-risk', to: 'behind' },
    ]);
  });

  it('what was taken back never was', () => {
    const history = number([
      makeValueEntry({ asOf: '2019-03-31', value: '100' }),
      makeEntry('undo', { undoes: 1, asOf: '2019-04-02' }),
    ]);

    expect(findTurns(target, history, '2019-06-30')).toEqual([
      { on: '2019-01-01', from: null, to: 'unreported' },
    ]);
  });

  it('tells nothing of a day before the year of the target', () => {
    expect(findTurns(target, [], '2018-12-31')).toEqual([]);
  });
});
