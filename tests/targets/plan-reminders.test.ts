import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/targets/entry.ts';
import { isReminderNear, isReminderTime, needsReport } from '../../src/targets/plan-reminders.ts';
import { judgeTargets } from '../../src/targets/target-rows.ts';
import { PLAIN_CALENDAR, type WorkCalendar } from '../../src/targets/working-days.ts';
import { makeEntry, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const NOW = new Date('2019-06-21T01:30:00Z');

function row(...entries: Parameters<typeof makeValueEntry>[0][]) {
  const history: Entry[] = entries.map((entry, index) => ({ ...makeValueEntry(entry), seq: index + 1 }));
  const [only] = judgeTargets({
    targets: [makeNumericTarget()],
    entries: history,
    owners: new Map([['stations', ['U1']]]),
    asOf: '2019-06-21',
  });
  return only ?? expect.fail();
}

describe('needsReport', () => {
  it.each([
    { case: 'nothing was ever said', entries: [], needed: true },
    { case: 'it stands well', entries: [{ asOf: '2019-06-10', value: '200' }], needed: false },
    {
      case: 'it is short and silent for a week',
      entries: [{ asOf: '2019-06-10', value: '50' }],
      needed: true,
    },
    {
      case: 'it is short but somebody has just said so',
      entries: [{ asOf: '2019-06-10', value: '50', recordedAt: new Date('2019-06-18T00:00:00Z') }],
      needed: false,
    },
    {
      case: 'the day after that week is over',
      entries: [{ asOf: '2019-06-10', value: '50', recordedAt: new Date('2019-06-14T00:00:00Z') }],
      needed: true,
    },
    {
      case: 'it stood well but is silent for long',
      entries: [{ asOf: '2019-04-01', value: '190' }],
      needed: true,
    },
    { case: 'it is done', entries: [{ asOf: '2019-04-01', value: '400' }], needed: false },
  ])('$needed when $case', ({ entries, needed }) => {
    expect(needsReport(row(...entries), NOW)).toBe(needed);
  });

  it('is false for what rests', () => {
    const [paused] = judgeTargets({
      targets: [makeNumericTarget()],
      entries: [{ ...makeEntry('pause', { note: '等文件' }), seq: 1 }],
      owners: new Map(),
      asOf: '2019-06-21',
    });

    expect(needsReport(paused ?? expect.fail(), NOW)).toBe(false);
  });
});

/** Monday 24 June, 09:00 in China. */
const MONDAY = { slotOn: '2019-06-24', dueAt: new Date('2019-06-24T01:00:00Z') };

describe('isReminderTime', () => {
  it.each([
    { at: '2019-06-21T00:59:00Z', zone: 'Asia/Shanghai', isTime: false, why: 'before nine on Friday' },
    { at: '2019-06-21T01:00:00Z', zone: 'Asia/Shanghai', isTime: true, why: 'at nine on Friday' },
    { at: '2019-06-21T09:59:00Z', zone: 'Asia/Shanghai', isTime: true, why: 'before six' },
    { at: '2019-06-21T10:00:00Z', zone: 'Asia/Shanghai', isTime: false, why: 'after work' },
    { at: '2019-06-20T03:00:00Z', zone: 'Asia/Shanghai', isTime: false, why: 'on Thursday' },
    {
      at: '2019-06-22T03:00:00Z',
      zone: 'Asia/Shanghai',
      isTime: true,
      why: 'late, on Saturday, after a downtime',
    },
    {
      at: '2019-06-21T03:00:00Z',
      zone: 'America/New_York',
      isTime: false,
      why: 'still Thursday night there',
    },
    { at: '2019-06-21T13:00:00Z', zone: 'America/New_York', isTime: true, why: 'nine on Friday there' },
    { at: '2019-06-24T01:00:00Z', zone: 'Asia/Shanghai', isTime: false, why: 'when the digest is due' },
  ])('is $isTime $why', ({ at, zone, isTime }) => {
    const now = new Date(at);

    expect(isReminderTime(MONDAY, { timeZone: zone, calendar: PLAIN_CALENDAR, now })).toBe(isTime);
    if (isTime) expect(isReminderNear(MONDAY, PLAIN_CALENDAR, now)).toBe(true);
  });

  it('goes back before a holiday', () => {
    const calendar: WorkCalendar = {
      years: new Set([2019]),
      daysOff: new Map([
        ['2019-06-07', '端午节'],
        ['2019-06-08', '端午节'],
        ['2019-06-09', '端午节'],
      ]),
      workedWeekendDays: new Set(),
    };
    const slot = { slotOn: '2019-06-10', dueAt: new Date('2019-06-10T01:00:00Z') };
    const at = (time: string) =>
      isReminderTime(slot, { timeZone: 'Asia/Shanghai', calendar, now: new Date(time) });

    expect(at('2019-06-05T02:00:00Z')).toBe(false);
    expect(at('2019-06-06T02:00:00Z')).toBe(true);
  });
});

describe('isReminderNear', () => {
  it.each([
    { at: '2019-06-20T09:59:00Z', isNear: false },
    { at: '2019-06-20T10:00:00Z', isNear: true },
    { at: '2019-06-24T01:00:00Z', isNear: false },
  ])('is $isNear at $at', ({ at, isNear }) => {
    expect(isReminderNear(MONDAY, PLAIN_CALENDAR, new Date(at))).toBe(isNear);
  });
});
