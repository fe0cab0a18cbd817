import { describe, expect, it } from 'vitest';
import { checkEntry, type EntryDraft } from '../../src/targets/check-entry.ts';
import type { Entry, NewEntry } from '../../src/targets/entry.ts';
import type { Target } from '../../src/targets/target.ts';
import { makeEntry, makeMilestone, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const draft = (changes: Partial<EntryDraft>): EntryDraft => ({
  asOf: '2019-06-20',
  note: '',
  evidence: '',
  confidence: 'high',
  ...changes,
});
const number = (entries: readonly NewEntry[]): Entry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
const check = (
  changes: Partial<EntryDraft>,
  target: Target = makeNumericTarget(),
  history: readonly NewEntry[] = [],
) => checkEntry({ target, history: number(history), draft: draft(changes), today: '2019-06-24' });

const PEOPLE = makeNumericTarget({ unit: '人', goal: { printed: '12000', amount: '12000' } });
const RATIO = makeNumericTarget({ measure: 'level', unit: '', goal: { printed: '1∶0.76', amount: '0.76' } });
const SHARE = makeNumericTarget({ measure: 'level', unit: '%', goal: { printed: '60', amount: '60' } });
const BALANCE = makeNumericTarget({
  measure: 'level',
  unit: '亿元',
  goal: { printed: '60', amount: '60' },
});
const MONEY = makeNumericTarget({ unit: '亿元', goal: { printed: '60', amount: '60' } });

const YEAR_BEFORE = {
  ...{ printed: '58.27', amount: '58.27', unit: '亿元', note: '' },
  comparability: 'same-measure' as const,
  ...{ source: 'report', section: '一、2018年', quote: '58.27亿元', start: 0, end: 7 },
} as const;
const MORE = { comparator: 'increase', goal: null, unit: '亿元', baseline: YEAR_BEFORE } as const;

describe('checkEntry', () => {
  it.each([
    { value: '126', target: makeNumericTarget(), kept: '126' },
    { value: '126.0', target: makeNumericTarget(), kept: '126' },
    {
      value: '1,260 个',
      target: makeNumericTarget({ goal: { printed: '4000', amount: '4000' } }),
      kept: '1260',
    },
    { value: '1∶0.77', target: RATIO, kept: '1∶0.77' },
    { value: '1:0.77', target: RATIO, kept: '1∶0.77' },
    { value: '0.77', target: RATIO, kept: '0.77' },
    { value: '58.4亿元', target: MONEY, kept: '58.4' },
    { value: '-1.2亿元', target: BALANCE, kept: '-1.2' },
    { value: '−1.2%', target: SHARE, kept: '-1.2' },
  ])('takes “$value” as $kept', ({ value, target, kept }) => {
    expect(check({ value }, target)).toEqual({ value: kept, problems: [], doubts: [] });
  });

  it.each([
    { case: 'nothing', changes: { value: ' ' }, target: PEOPLE, problem: { kind: 'value-missing' } },
    {
      case: 'a letter among digits',
      changes: { value: '12O' },
      target: PEOPLE,
      problem: { kind: 'not-a-number' },
    },
    { case: 'words', changes: { value: '很多' }, target: PEOPLE, problem: { kind: 'not-a-number' } },
    {
      case: 'a negative number of people',
      changes: { value: '-5' },
      target: PEOPLE,
      problem: { kind: 'negative' },
    },
    {
      case: 'a negative ratio',
      changes: { value: '-0.5' },
      target: RATIO,
      problem: { kind: 'negative' },
    },
    {
      case: 'a ratio for a count',
      changes: { value: '1∶2' },
      target: PEOPLE,
      problem: { kind: 'not-a-number' },
    },
    {
      case: '万人 for 人',
      changes: { value: '1.2万人' },
      target: PEOPLE,
      problem: { kind: 'unit-differs', typed: '万人', wanted: '人', suggestion: '12000' },
    },
    {
      case: '万 alone for 个',
      changes: { value: '0.5万' },
      target: makeNumericTarget(),
      problem: { kind: 'unit-differs', typed: '万', wanted: '个', suggestion: '5000' },
    },
    {
      case: '万元 for 亿元',
      changes: { value: '584000万元' },
      target: MONEY,
      problem: { kind: 'unit-differs', suggestion: '58.4' },
    },
    {
      case: '户 for 人',
      changes: { value: '12户' },
      target: PEOPLE,
      problem: { kind: 'unit-differs', suggestion: null },
    },
    {
      case: '所 for 个',
      changes: { value: '12所' },
      target: makeNumericTarget(),
      problem: { kind: 'unit-differs', suggestion: null },
    },
    { case: 'a rough number', changes: { value: '200余个' }, target: PEOPLE, problem: { kind: 'not-exact' } },
    { case: 'about so many', changes: { value: '约195' }, target: PEOPLE, problem: { kind: 'not-exact' } },
    {
      case: 'per cent with their sign for a ratio',
      changes: { value: '76%' },
      target: RATIO,
      problem: { kind: 'ratio-wanted', example: '1∶0.76' },
    },
    { case: 'half a person', changes: { value: '12.5' }, target: PEOPLE, problem: { kind: 'not-whole' } },
    {
      case: 'more than all',
      changes: { value: '101' },
      target: SHARE,
      problem: { kind: 'over-hundred-percent' },
    },
    {
      case: 'a per cent for a ratio',
      changes: { value: '76' },
      target: RATIO,
      problem: { kind: 'ratio-wanted', example: '1∶0.76' },
    },
    {
      case: 'tomorrow',
      changes: { value: '1', asOf: '2019-06-25' },
      target: PEOPLE,
      problem: { field: 'asOf', kind: 'in-the-future' },
    },
    {
      case: 'last year',
      changes: { value: '1', asOf: '2018-12-31' },
      target: PEOPLE,
      problem: { field: 'asOf', kind: 'before-the-year', year: 2019 },
    },
    {
      case: 'no day',
      changes: { value: '1', asOf: '2019-02-30' },
      target: PEOPLE,
      problem: { field: 'asOf', kind: 'not-a-date' },
    },
    {
      case: 'evidence that is no link',
      changes: { value: '1', evidence: '见附件' },
      target: PEOPLE,
      problem: { field: 'evidence', kind: 'not-a-link' },
    },
    {
      case: 'a milestone without a state',
      changes: {},
      target: makeMilestone(),
      problem: { field: 'state', kind: 'state-missing' },
    },
  ])('refuses $case', ({ changes, target, problem }) => {
    expect(check(changes, target).problems).toEqual([expect.objectContaining(problem)]);
  });

  it('names every problem at once', () => {
    const { problems } = check({ value: '很多', asOf: 'heute', evidence: 'x' });

    expect(problems.map(({ field }) => field)).toEqual(['asOf', 'evidence', 'value']);
  });

  const MAY = makeValueEntry({ asOf: '2019-05-31', value: '120' });

  it.each([
    {
      case: 'a total that falls',
      value: '100',
      target: makeNumericTarget(),
      history: [MAY],
      doubt: { kind: 'total-falls', before: '120个' },
    },
    {
      case: 'a total above a later one',
      value: '150',
      asOf: '2019-05-01',
      target: makeNumericTarget(),
      history: [MAY],
      doubt: { kind: 'total-above-later', later: '120个' },
    },
    {
      case: 'three times the goal and more',
      value: '1201',
      target: makeNumericTarget(),
      history: [MAY],
      doubt: { kind: 'far-beyond-goal', goal: '400个' },
    },
    {
      case: 'a total that is beyond the goal all at once',
      value: '401',
      target: makeNumericTarget(),
      history: [MAY],
      doubt: { kind: 'leaps-beyond-goal', goal: '400个', before: '120个', beforeAsOf: '2019-05-31' },
    },
    {
      case: 'three times the year before, where only that is to be passed',
      value: '2910',
      target: makeNumericTarget({ ...MORE, measure: 'cumulative' }),
      history: [makeValueEntry({ asOf: '2019-06-20', value: '28.6' })],
      doubt: { kind: 'far-beyond-year-before', baseline: '58.27亿元' },
    },
    {
      case: 'a level of three times the year before',
      value: '5827',
      target: makeNumericTarget({ ...MORE, measure: 'level' }),
      history: [],
      doubt: { kind: 'far-beyond-year-before', baseline: '58.27亿元' },
    },
    {
      case: 'three times the year before in another magnitude of its unit',
      value: '2180000',
      target: makeNumericTarget({
        ...MORE,
        unit: '张',
        baseline: { ...YEAR_BEFORE, printed: '21.8', amount: '21.8', unit: '万张' },
      }),
      history: [],
      doubt: { kind: 'far-beyond-year-before', baseline: '21.8万张' },
    },
    {
      case: 'a total ten times the last, where nothing else says how large it is',
      value: '2910',
      target: makeNumericTarget({ ...MORE, baseline: null }),
      history: [makeValueEntry({ asOf: '2019-05-31', value: '28.6' })],
      doubt: { kind: 'far-from-before', before: '28.6亿元' },
    },
    {
      case: 'a level ten times the last',
      value: '1∶7.6',
      target: RATIO,
      history: [makeValueEntry({ asOf: '2019-05-31', value: '0.75' })],
      doubt: { kind: 'far-from-before' },
    },
    {
      case: 'the same again',
      value: '120',
      asOf: '2019-05-31',
      target: makeNumericTarget(),
      history: [MAY],
      doubt: { kind: 'same-as-before' },
    },
    {
      case: 'a total below nothing',
      value: '-1.2亿元',
      target: MONEY,
      history: [],
      doubt: { kind: 'total-negative' },
    },
    {
      case: 'a fraction where per cent are wanted',
      value: '0.58',
      target: SHARE,
      history: [],
      doubt: { kind: 'fraction-of-percent', typed: '0.58%', asPercent: '58%' },
    },
  ])('asks about $case', ({ value, asOf = '2019-06-20', target, history, doubt }) => {
    const { problems, doubts } = check({ value, asOf }, target, history);

    expect(problems).toEqual([]);
    expect(doubts).toContainEqual(expect.objectContaining(doubt));
  });

  it('asks nothing about a level that falls or a total that was undone', () => {
    expect(
      check({ value: '0.74' }, RATIO, [makeValueEntry({ asOf: '2019-05-31', value: '0.75' })]).doubts,
    ).toEqual([]);
    expect(
      check({ value: '100' }, makeNumericTarget(), [MAY, makeEntry('undo', { undoes: 1 })]).doubts,
    ).toEqual([]);
  });

  it.each([
    { case: 'the goal itself', before: '120', value: '400' },
    { case: 'twice the last', before: '220', value: '440' },
    { case: 'a first total', before: null, value: '401' },
  ])('asks nothing about $case', ({ before, value }) => {
    const history = before === null ? [] : [makeValueEntry({ asOf: '2019-05-31', value: before })];

    expect(check({ value }, makeNumericTarget(), history).doubts).toEqual([]);
  });

  it('asks once about what is three times the goal', () => {
    expect(check({ value: '1201' }, makeNumericTarget(), [MAY]).doubts).toHaveLength(1);
  });

  it('asks nothing about a total that goes on towards last year’s, however fast', () => {
    const target = makeNumericTarget(MORE);

    for (const value of ['29.1', '58.4', '120'])
      expect(check({ value }, target, [makeValueEntry({ asOf: '2019-01-31', value: '1.2' })]).doubts).toEqual(
        [],
      );
  });

  it('asks about a milestone that is done no longer', () => {
    const done = makeEntry('state', { targetId: 'law', asOf: '2019-05-31', state: 'done' });

    expect(check({ state: 'in-progress' }, makeMilestone(), [done]).doubts).toEqual([
      { kind: 'no-longer-done' },
    ]);
  });
});
