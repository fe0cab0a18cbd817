import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, isTimeZone, localDateAt } from '../../src/targets/zoned-time.ts';

describe('instantAt', () => {
  it.each([
    {
      date: '2019-06-24',
      time: '09:00',
      zone: 'Asia/Shanghai',
      instant: '2019-06-24T01:00:00.000Z',
      case: 'China',
    },
    {
      date: '2019-06-24',
      time: '09:00',
      zone: 'Asia/Kolkata',
      instant: '2019-06-24T03:30:00.000Z',
      case: 'half an hour',
    },
    {
      date: '2019-03-10',
      time: '02:30',
      zone: 'America/New_York',
      instant: '2019-03-10T07:00:00.000Z',
      case: 'in a gap: the moment clocks jump',
    },
    {
      date: '2019-03-10',
      time: '03:00',
      zone: 'America/New_York',
      instant: '2019-03-10T07:00:00.000Z',
      case: 'the end of the gap',
    },
    {
      date: '2019-11-03',
      time: '01:30',
      zone: 'America/New_York',
      instant: '2019-11-03T05:30:00.000Z',
      case: 'shown twice: the first',
    },
    {
      date: '2019-11-03',
      time: '02:00',
      zone: 'America/New_York',
      instant: '2019-11-03T07:00:00.000Z',
      case: 'after the overlap',
    },
    {
      date: '2018-11-04',
      time: '00:00',
      zone: 'America/Sao_Paulo',
      instant: '2018-11-04T03:00:00.000Z',
      case: 'a day without midnight',
    },
    {
      date: '2019-10-06',
      time: '02:15',
      zone: 'Australia/Lord_Howe',
      instant: '2019-10-05T15:30:00.000Z',
      case: 'a gap of half an hour',
    },
    {
      date: '2011-12-30',
      time: '09:00',
      zone: 'Pacific/Apia',
      instant: '2011-12-30T10:00:00.000Z',
      case: 'a day that never was: the next one begins',
    },
  ])('$date $time in $zone is $instant ($case)', ({ date, time, zone, instant }) => {
    expect(instantAt(date, time, zone).toISOString()).toBe(instant);
  });

  it('shows the date and time asked for, wherever clocks show it at all', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'UTC',
    );
    const day = fc.integer({ min: 0, max: 1_500 });
    fc.assert(
      fc.property(zones, day, fc.integer({ min: 0, max: 1_439 }), (zone, count, minute) => {
        const date = new Date(Date.UTC(2018, 0, 1 + count)).toISOString().slice(0, 10);
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const instant = instantAt(date, time, zone);
        expect(localDateAt(instant, zone)).toBe(date);
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
        });
        const clock = shown.format(instant);
        // In a gap the clock shows the end of it, which is later than what was asked for.
        expect(clock >= time || clock === '24:00').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('isTimeZone', () => {
  it.each([
    { zone: 'Asia/Shanghai', known: true },
    { zone: 'UTC', known: true },
    { zone: 'Mars/Olympus', known: false },
    { zone: '', known: false },
  ])('“$zone” is $known', ({ zone, known }) => {
    expect(isTimeZone(zone)).toBe(known);
  });
});
