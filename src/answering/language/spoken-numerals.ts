import { CHINESE_NUMBER_SOURCE, parseChineseNumeral } from '../../report/chinese-numerals.ts';
import { UNIT_SOURCE } from '../../report/units.ts';

/** Before what a numeral is a number, and no part of a name (`千百工程`). */
const NUMERAL = new RegExp(`${CHINESE_NUMBER_SOURCE}(?=${UNIT_SOURCE}|$|[\\s,。?是的指说对])`, 'gu');

/** Writes spoken numerals in digits: `一千四百零三个` as `1403个`; single characters stay words (`一是`). */
export function writeDigits(text: string): string {
  return text.replace(NUMERAL, (numeral) => {
    const value = numeral.length > 1 ? parseChineseNumeral(numeral) : null;
    return value === null ? numeral : String(value);
  });
}
