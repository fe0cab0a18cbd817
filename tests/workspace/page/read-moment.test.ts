import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../src/workspace/page/read-moment.ts';

describe('readMoment', () => {
  it.each([
    { kind: 'date' as const, text: '2019-06-24', read: '2019-06-24' },
    { kind: 'date' as const, text: ' 2019/6/4 ', read: '2019-06-04' },
    { kind: 'date' as const, text: '2019年6月24日', read: '2019-06-24' },
    { kind: 'date' as const, text: '2020-02-29', read: '2020-02-29' },
    { kind: 'date' as const, text: '2019-02-29', read: null },
    { kind: 'date' as const, text: '24.06.2019', read: null },
    { kind: 'date' as const, text: '2019-06-24 09:00', read: null },
    { kind: 'time' as const, text: '9:05', read: '09:05' },
    { kind: 'time' as const, text: '09：00', read: '09:00' },
    { kind: 'time' as const, text: '24:00', read: null },
    { kind: 'time' as const, text: '9点', read: null },
    { kind: 'datetime' as const, text: '2019-10-08T09:30', read: '2019-10-08T09:30' },
    { kind: 'datetime' as const, text: '2019年10月8日 9:30', read: '2019-10-08T09:30' },
    { kind: 'datetime' as const, text: '2019-10-08', read: null },
    { kind: 'datetime' as const, text: '', read: null },
  ])('reads “$text” as a $kind: $read', ({ kind, text, read }) => {
    expect(readMoment(kind, text)).toBe(read);
  });
});
