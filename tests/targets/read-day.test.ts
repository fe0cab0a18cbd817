import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/targets/read-day.ts';

describe('readDay', () => {
  it.each([
    '2019-03-31',
    '2019-3-31',
    '2019/3/31',
    '2019/03/31',
    '2019.3.31',
    '2019年3月31日',
    '2019年03月31日',
    '2019 年 3 月 31 日',
    '２０１９年３月３１日',
    '2019年3月31号',
    '20190331',
    '43555',
    '43555.0',
    '43555.75',
    '2019/3/31 0:00',
    '2019-03-31 14:30:00',
    '2019-03-31T14:30',
    ' 2019/3/31 ',
  ])('reads “%s” as the last day of March 2019', (text) => {
    expect(readDay(text)).toBe('2019-03-31');
  });

  it.each([
    '',
    '三月底',
    '2019-02-30',
    '2019/13/1',
    '2019年2月29日',
    '3/4/2019',
    '31.3.2019',
    '19/3/31',
    '2019/3-31',
    '2019-03',
    '2019年3月',
    '0',
    '12345',
    '99999',
    '435550',
    '20190332',
    '-43555',
  ])('does not guess what “%s” means', (text) => {
    expect(readDay(text)).toBeNull();
  });

  it('reads every day of this century in each form alike', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        // Spreadsheets count from 30 December 1899, whatever they say about February 1900.
        const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;

        for (const form of [
          `${year}/${month}/${dayOfMonth}`,
          `${year}.${month}.${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          String(serial),
        ]) {
          expect(readDay(form)).toBe(day);
        }
      }),
    );
  });
});
