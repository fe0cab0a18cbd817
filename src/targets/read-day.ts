import { foldWidth } from '../report/fold-width.ts';
import { addDays, isLocalDate, type LocalDate } from './local-date.ts';

/** Year first, then month and day, however they are parted, perhaps with a time of day after them. */
const WRITTEN =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Days as spreadsheets count them, perhaps with a fraction for the time; from the year 2000 to 2099. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/**
 * Reads a day as offices write it: `2019-03-31`, `2019/3/31`, `2019.3.31`, `2019年3月31日`, `20190331`, and the number
 * a spreadsheet has for it. Null for anything else, and for what could be two days, such as `3/4/2019`.
 *
 * @example readDay('2019年3月31日') // '2019-03-31'
 * @example readDay('43555') // '2019-03-31'
 */
export function readDay(text: string): LocalDate | null {
  const folded = foldWidth(text)
    .trim()
    .replace(/\s*([年月日])\s*/gu, '$1')
    .replace(/T(?=\d)/u, ' ');
  const serial = Number(SERIAL.exec(folded)?.[1] ?? Number.NaN);
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return addDays('2000-01-01', serial - FIRST_SERIAL);
  const match = WRITTEN.exec(folded);
  if (!match) return null;
  const month = match[3] ?? match[5] ?? match[7] ?? '';
  const day = match[4] ?? match[6] ?? match[8] ?? '';
  const date = `${match[1]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
