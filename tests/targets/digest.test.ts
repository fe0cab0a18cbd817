import { describe, expect, it } from 'vitest';
import { buildDigest, type Digest, narrowDigest } from '../../src/targets/digest.ts';
import { attentionLines, headlineText } from '../../src/targets/digest-attention.ts';
import { readDigestContent } from '../../src/targets/digest-content.ts';
import {
  changeText,
  exceptionText,
  numberText,
  reasonText,
  summaryText,
} from '../../src/targets/digest-wording.ts';
import type { Entry, NewEntry } from '../../src/targets/entry.ts';
import { ALL_TARGETS } from '../../src/targets/target-selection.ts';
import { makeEntry, makeMilestone, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const number = (entries: readonly NewEntry[]): Entry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
const show = (id: string) => `@${id}`;

function build(entries: readonly NewEntry[], knownBefore: Date | null = null) {
  return buildDigest({
    asOf: '2019-06-24',
    since: { from: '2019-06-17', asOf: '2019-06-17', knownBefore },
    knowledgeVersion: 'v',
    targets: [makeNumericTarget(), makeMilestone(), makeMilestone({ id: 'plan', name: '规划' })],
    entries: number(entries),
    owners: new Map([['stations', ['U7']]]),
  });
}

describe('buildDigest', () => {
  it('counts where targets stand', () => {
    const digest = build([makeValueEntry({ asOf: '2019-06-20', value: '200' })]);

    expect(digest.counts.numeric).toMatchObject({ total: 1, 'on-track': 1 });
    expect(digest.counts.milestone).toMatchObject({ total: 2, unreported: 2 });
    expect(summaryText(digest.counts.numeric, '个量化目标')).toBe('1个量化目标：1项正常');
  });

  it('tells what moved since the last one, from what to what', () => {
    const digest = build([
      makeValueEntry({ asOf: '2019-06-10', value: '80' }),
      makeValueEntry({ asOf: '2019-06-20', value: '150', note: '新开30个' }),
    ]);

    expect(digest.changes).toMatchObject([
      {
        id: 'stations',
        fromStatus: 'behind',
        toStatus: 'at-risk',
        before: { value: '80' },
        after: { value: '150' },
      },
    ]);
    expect(changeText(digest.changes[0] ?? expect.fail(), show)).toBe(
      '🟡 社区养老服务站：80个→150个（6月20日，@U1）“新开30个”，由滞后变为有风险',
    );
  });

  it('tells of what moved before what has only been reported not to have begun, numbers first', () => {
    const digest = build([
      makeEntry('state', { targetId: 'plan', asOf: '2019-06-20', state: 'not-started' }),
      makeEntry('state', { targetId: 'law', asOf: '2019-06-20', state: 'in-progress' }),
      makeValueEntry({ asOf: '2019-06-10', value: '190' }),
      makeValueEntry({ asOf: '2019-06-20', value: '216' }),
    ]);

    expect(digest.changes.map(({ id }) => id)).toEqual(['stations', 'law', 'plan']);
  });

  it('says why a light is yellow although its target is ahead: whoever reported is not sure', () => {
    const [target = expect.fail()] = build([
      makeValueEntry({ asOf: '2019-06-20', value: '300', confidence: 'low' }),
    ]).targets;

    expect(target.status).toBe('at-risk');
    expect(reasonText(target)).toBe('完成75%，应到47.9%，填报人没有把握');
  });

  it('says of the newest of several reports that nothing was reported before, and not that it is the first', () => {
    const first = makeValueEntry({ asOf: '2019-06-18', value: '150' });
    const told = (entries: readonly NewEntry[]) =>
      changeText(build(entries).changes[0] ?? expect.fail(), show).replace(/，进展正常$/u, '');

    expect(told([{ ...first, value: '210' }])).toBe('🟢 社区养老服务站：首次填报210个（6月18日，@U1）');
    expect(told([first, makeValueEntry({ asOf: '2019-06-20', value: '210' })])).toBe(
      '🟢 社区养老服务站：未填报→210个（6月20日，@U1）',
    );
    // A slip that was put right was never a report of its own.
    expect(told([first, makeValueEntry({ asOf: '2019-06-18', value: '210', corrects: 1 })])).toContain(
      '首次填报210个',
    );
  });

  it('counts a late report as news although its day is long past', () => {
    const late = makeValueEntry({
      asOf: '2019-05-01',
      value: '100',
      recordedAt: new Date('2019-06-20T00:00:00Z'),
    });

    expect(build([late]).changes).toEqual([]);
    expect(build([late], new Date('2019-06-17T01:00:00Z')).changes).toMatchObject([{ id: 'stations' }]);
  });

  it('puts the most urgent first and names who answers for it', () => {
    const digest = build([
      makeValueEntry({ asOf: '2019-04-01', value: '50' }),
      makeEntry('state', { targetId: 'plan', asOf: '2019-06-01', state: 'blocked' }),
    ]);

    expect(digest.attention.map(({ id, reasons }) => `${id}: ${reasons.join(', ')}`)).toEqual([
      'stations: behind, stale',
      'plan: at-risk',
      'law: unreported',
    ]);
    expect(attentionLines(digest, show)).toEqual({
      lines: [
        {
          id: 'stations',
          text: '🔴 社区养老服务站：50/400个，完成12.5%，应到47.9%，4月1日以后没有再填报（@U7）',
        },
        { id: 'plan', text: '🟡 规划：受阻（6月1日）' },
      ],
      silent: [],
      ownerless: ['2项目标还没有指定负责人。'],
    });
    expect(headlineText(digest)).toBe('本周1项滞后：社区养老服务站；1项有风险；未填报：工作任务1项。');
  });

  it('says nothing of statuses that were left out', () => {
    const whole = build([makeValueEntry({ asOf: '2019-06-20', value: '210' })]);
    const of = (statuses: Digest['selection']['statuses']) =>
      narrowDigest(whole, {
        ids: new Set(['stations']),
        selection: { sections: [], owners: [], statuses },
        narrowedTo: [],
      });

    expect(headlineText(of(['on-track']))).toBe('本周1项进展正常。');
    expect(headlineText(of(['behind', 'at-risk', 'on-track']))).toContain('没有滞后和有风险的');
    expect(headlineText(of([]))).toContain('没有滞后和有风险的');
  });

  it('puts who is furthest behind first among equals', () => {
    const far = makeNumericTarget({ id: 'far', name: '更远' });
    const digest = buildDigest({
      asOf: '2019-06-24',
      since: { from: '2019-06-17', asOf: '2019-06-17', knownBefore: null },
      knowledgeVersion: 'v',
      targets: [makeNumericTarget(), far],
      entries: number([
        makeValueEntry({ asOf: '2019-06-20', value: '80' }),
        makeValueEntry({ targetId: 'far', asOf: '2019-06-20', value: '10' }),
      ]),
      owners: new Map(),
    });

    expect(digest.attention.map(({ id }) => id)).toEqual(['far', 'stations']);
  });

  it('shows an override as what it is', () => {
    const digest = build([
      makeValueEntry({ asOf: '2019-06-20', value: '50' }),
      makeEntry('override', { asOf: '2019-06-21', status: 'on-track', note: '下月集中开工' }),
    ]);

    const [target = expect.fail()] = digest.targets;
    expect(numberText(target)).toBe('🟢 进展正常 社区养老服务站：50/400个，应到192个');
    expect(exceptionText(target, show)).toBe('（人工判定，@U1：“下月集中开工”；按规则为滞后）');
  });

  it('gives the same bytes for the same input', () => {
    const entries = [makeValueEntry({ asOf: '2019-06-20', value: '200' })];

    expect(JSON.stringify(build(entries))).toBe(JSON.stringify(build(entries)));
  });
});

describe('a level of which nobody knows where it started', () => {
  const share = makeNumericTarget({
    name: '公办床位占比',
    comparator: 'at-most',
    measure: 'level',
    goal: { printed: '60', amount: '60' },
    unit: '%',
  });
  const tell = (entries: readonly NewEntry[], asOf = '2019-06-24') => {
    const digest = buildDigest({
      asOf,
      since: { from: '2019-06-17', asOf: '2019-06-16', knownBefore: null },
      knowledgeVersion: 'v',
      targets: [share],
      entries: number(entries),
      owners: new Map(),
    });
    const [target = expect.fail()] = digest.targets;
    return {
      why: reasonText(target),
      line: numberText(target),
      attention: attentionLines(digest, show).lines,
    };
  };
  const on = (asOf: string, value: string, changes: Partial<NewEntry> = {}) =>
    makeValueEntry({ asOf, value, ...(changes as object) });

  it('is told against the first report, in its own unit', () => {
    const { why, line } = tell([on('2019-06-18', '65'), on('2019-06-23', '64')]);

    expect(why).toBe('应到64.8%（没有上年的数，从首次填报的65%算起）');
    expect(line).toBe('🟢 进展正常 公办床位占比：64%/不高于60%，应到64.8%');
  });

  it('is not expected to be where it was first reported', () => {
    const { why, line } = tell([on('2019-06-24', '66')]);

    expect(why).toBe('还没有达到要求；没有上年的数，还算不出应到多少');
    expect(line).toBe('🟢 进展正常 公办床位占比：66%/不高于60%');
  });

  it('is where it has to be, however far beyond the way from its first report', () => {
    const { why, line } = tell([on('2019-06-18', '65'), on('2019-06-18', '58')]);

    expect(why).toBe('已在要求以内');
    expect(line).toBe('🟢 进展正常 公办床位占比：58%/不高于60%');
  });

  it('is late when it is first reported in the last quarter', () => {
    const { line, attention } = tell([on('2019-11-01', '66', { note: '新增公办床位' })], '2019-11-01');

    expect(line).toBe('🔴 滞后 公办床位占比：66%/不高于60%');
    expect(attention[0]?.text).toBe(
      '🔴 公办床位占比：66%/不高于60%，还没有达到要求；没有上年的数，还算不出应到多少“新增公办床位”',
    );
  });
});

describe('what is said of samples', () => {
  const samplesOf = (moved: Partial<NewEntry>) => {
    const digest = buildDigest({
      asOf: '2019-06-24',
      since: { from: '2019-06-17', asOf: '2019-06-17', knownBefore: null },
      selection: { ...ALL_TARGETS, statuses: ['at-risk'] },
      knowledgeVersion: 'v',
      targets: [makeNumericTarget(), makeNumericTarget({ id: 'moved', name: '示范中心' })],
      entries: number([
        makeValueEntry({ asOf: '2019-06-10', value: '110', origin: 'sample' }),
        makeValueEntry({ targetId: 'moved', asOf: '2019-06-10', value: '140', origin: 'sample' }),
        makeValueEntry({ targetId: 'moved', asOf: '2019-06-20', value: '400', ...(moved as object) }),
      ]),
      owners: new Map(),
    });
    return readDigestContent(digest, show);
  };

  it('stands above all where nothing that is shown is real', () => {
    expect(samplesOf({ origin: 'sample' }).samples).toEqual(['填报都是示例，不是实际进度。']);
  });

  it('does not where a target that has left what is shown was reported in earnest', () => {
    const { samples, changes, numbers, markOf } = samplesOf({ origin: 'slack' });

    expect(samples).toEqual([]);
    expect(changes).toEqual(['✅ 示范中心：140个→400个（6月20日，@U1），由有风险变为已完成']);
    expect(numbers.map(markOf)).toEqual(['（示例）']);
  });
});

describe('a change', () => {
  const changeOf = (entries: readonly NewEntry[], asOf: string) => {
    const digest = buildDigest({
      asOf,
      since: { from: '2019-06-17', asOf: '2019-06-17', knownBefore: null },
      knowledgeVersion: 'v',
      targets: [makeNumericTarget()],
      entries: number(entries),
      owners: new Map(),
    });
    return digest.changes.map((change) => changeText(change, show));
  };

  it('that time alone has made says that nothing was reported', () => {
    expect(changeOf([makeValueEntry({ asOf: '2019-05-31', value: '150' })], '2019-07-15')).toEqual([
      '🟡 社区养老服务站：没有新的填报（150个，5月31日），由进展正常变为有风险',
    ]);
  });

  it('is of the day of the report that made it, whoever said the same again', () => {
    const reached = makeValueEntry({ asOf: '2019-06-18', value: '400' });
    const again = makeValueEntry({ asOf: '2019-06-21', value: '400' });
    const before = makeValueEntry({ asOf: '2019-06-10', value: '390' });

    expect(changeOf([before, reached, again], '2019-06-24')).toEqual([
      '✅ 社区养老服务站：390个→400个（6月18日，@U1），由进展正常变为已完成',
    ]);
    expect(changeOf([before, reached, { ...again, note: '已验收' }], '2019-06-24')).toEqual([
      '✅ 社区养老服务站：390个→400个（6月18日，@U1），仍为400个（6月21日，@U1）“已验收”，由进展正常变为已完成',
    ]);
    expect(changeOf([before, reached, { ...again, value: '410' }], '2019-06-24')).toEqual([
      '✅ 社区养老服务站：390个→410个（6月21日，@U1），6月18日由进展正常变为已完成',
    ]);
  });

  it('is of no day where the last report made another turn than the one that is told', () => {
    const centres = makeNumericTarget({ name: '示范中心', goal: { printed: '40', amount: '40' } });
    const told = (values: Readonly<Record<string, string>>) => {
      const digest = buildDigest({
        asOf: '2019-06-30',
        since: { from: '2019-04-01', asOf: '2019-03-31', knownBefore: null },
        knowledgeVersion: 'v',
        targets: [centres],
        entries: number(Object.entries(values).map(([asOf, value]) => makeValueEntry({ asOf, value }))),
        owners: new Map(),
      });
      return digest.changes.map((change) => changeText(change, show));
    };

    // In yellow by 2 April, in red by May: 31 May is only the day it was yellow again.
    expect(told({ '2019-03-31': '6', '2019-05-31': '9', '2019-06-14': '10' })).toEqual([
      '🟡 示范中心：6个→10个（6月14日，@U1），由进展正常变为有风险',
    ]);
    expect(told({ '2019-03-31': '6', '2019-05-31': '10', '2019-06-14': '18' })).toEqual([
      '🟢 示范中心：6个→18个（6月14日，@U1）',
    ]);
    // Here the report itself made the turn that is told.
    expect(told({ '2019-03-31': '8', '2019-04-02': '2', '2019-04-20': '3' })).toEqual([
      '🔴 示范中心：8个→3个（4月20日，@U1），由进展正常变为滞后',
    ]);
    expect(told({ '2019-03-31': '9', '2019-04-20': '40', '2019-06-14': '41' })).toEqual([
      '✅ 示范中心：9个→41个（6月14日，@U1），4月20日由进展正常变为已完成',
    ]);
  });

  it('that people made by decision says so', () => {
    const entries = [
      makeValueEntry({ asOf: '2019-06-10', value: '150' }),
      makeEntry('override', { asOf: '2019-06-20', status: 'behind', note: '停工' }),
    ];

    expect(changeOf(entries, '2019-06-24')).toEqual([
      '🔴 社区养老服务站：没有新的填报（150个，6月10日），由进展正常变为滞后（人工判定）',
    ]);
  });
});
