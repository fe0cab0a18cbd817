import { parseUnit } from '../report/units.ts';

/** A number as cells print it: what stands before it, the digits, whatever unit follows, and how exact it is. */
const NUMBER =
  /^((?:[<>≥≤]|约|达到|超过|不?[低高少多]于|不超过)?\s*[-+−－]?\s*\d[\d,，]*(?:\.\d+)?(\s*[-—–~～至]\s*\d[\d,，]*(?:\.\d+)?)?)\s*(\S{0,8}?)(左右|以上|以下|以内|上下)?$/u;
/** A year, or the years from one to another. */
export const YEAR = /^(?:19|20)\d{2}(?:年度?)?(?:[-—~至](?:(?:19|20)\d{2}年?|\d{1,2}月))?$/u;
/** Units that stand in brackets after a name for what kind of place it is: `县（区）`. */
const PLACE = /^(?:省市?|市|区县?|县)$/u;
/** Blanks that stand before a name to show what it is part of, by how wide they are. */
const BLANKS: Readonly<Record<string, number>> = {
  '\u3000': 1,
  '\u2003': 1,
  '\u2002': 0.5,
  '\u00a0': 0.5,
};

/** A cell on one line; the blanks between single characters are for looks (`合 计`). */
export function cleanCell(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.replace(/(?<=[\u3400-\u9fff（）()、]) (?=[\u3400-\u9fff（）()、])/gu, '');
}

/** How many characters a cell is indented by. */
export function measureIndent(text: string): number {
  const blanks = /^\s*/u.exec(text)?.[0] ?? '';
  return [...blanks].reduce((sum, blank) => sum + (BLANKS[blank] ?? 0), 0);
}

/** Whether a word is a unit that numbers of a table are given in. */
export const isUnit = (text: string): boolean =>
  /^[%％‰]$/u.test(text) || (!PLACE.test(text) && parseUnit(text) !== null);

/** Whether a cell is one number, with or without a unit. */
export function isNumber(text: string): boolean {
  const found = NUMBER.exec(text);
  return found !== null && found[2] === undefined && (found[3] === '' || isUnit(found[3] ?? ''));
}

/** The number of a cell with the unit that stands elsewhere, or null for a cell in words: `7左右` of `%` is `7%左右`. */
export function printNumber(text: string, unit: string): string | null {
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [, amount = '', range, own = '', exactness = ''] = found;
  if (range !== undefined && YEAR.test(text)) return null;
  if (own !== '') return isUnit(own) ? text : null;
  return `${amount}${unit}${exactness}`;
}

/** Whether words tell numbers of their own: `建筑面积3.2万平方米，床位800张`. */
export const tellsNumbers = (text: string): boolean =>
  [...text.matchAll(/\d\s*([^\d\s,，。；、.()（）]{1,4})/gu)].some(([, after = '']) =>
    [...after].some((_, index) => isUnit(after.slice(0, index + 1))),
  );
