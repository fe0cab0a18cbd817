import { describe, expect, it } from 'vitest';
import {
  fromLocalInput,
  nextMondayMorning,
  toLocalInput,
} from '../../../src/workspace/page/workspace-time.ts';

describe('nextMondayMorning', () => {
  it.each([
    { now: '2019-06-20T10:00', monday: '2019-06-24T09:00' },
    { now: '2019-06-24T08:59', monday: '2019-06-24T09:00' },
    { now: '2019-06-24T09:00', monday: '2019-07-01T09:00' },
    { now: '2019-06-23T23:30', monday: '2019-06-24T09:00' },
    { now: '2019-12-31T12:00', monday: '2020-01-06T09:00' },
  ])('after $now is $monday', ({ now, monday }) => {
    expect(toLocalInput(nextMondayMorning(fromLocalInput(now).getTime()).getTime())).toBe(monday);
  });
});
