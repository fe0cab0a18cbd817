import { Decimal } from 'decimal.js';
import { foldWidth } from '../report/fold-width.ts';

const NUMBER = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
/** A hyphen, or the minus sign that typesetters and spreadsheets use. */
const SIGN = '[-\\u2212]?';
const AMOUNT = new RegExp(`^(${SIGN}${NUMBER})(?::(${NUMBER}))?$`);

const plain = (digits: string): string => digits.replaceAll(',', '').replace('\u2212', '-');
const readDecimal = (digits: string): Decimal => new Decimal(plain(digits));

/**
 * Reads a number or ratio, full-width or half-width, with or without thousands separators. A ratio becomes its
 * second term divided by the first. A number may be negative, a ratio not. Null for anything else: units and an
 * impossible ratio included.
 *
 * @example parseAmount('1∶0.76')?.toString() // '0.76'
 */
export function parseAmount(text: string): Decimal | null {
  const match = AMOUNT.exec(foldWidth(text).trim());
  if (!match?.[1]) return null;
  const first = readDecimal(match[1]);
  if (match[2] === undefined) return first;
  return first.isZero() || first.isNegative() ? null : readDecimal(match[2]).div(first);
}

/** Whether text is written as a ratio of two numbers. */
export function isRatio(text: string): boolean {
  return foldWidth(text).includes(':');
}

/** Writes an amount in the form of a printed one: `0.751` beside `1∶0.76` becomes `1∶0.751`. */
export function formatAmountLike(amount: Decimal, printed: string, maxDecimals: number): string {
  const digits = amount.toDecimalPlaces(maxDecimals, Decimal.ROUND_HALF_UP).toFixed();
  return isRatio(printed) ? `1∶${digits}` : digits;
}

const VALUE_AND_UNIT = new RegExp(`^(${SIGN}${NUMBER}(?::${NUMBER})?)\\s*(\\D*)$`);

/** A value with the unit typed after it, if any: `1.2 万人` → `1.2`, `万人`. Null when it does not start with a number. */
export function splitValueAndUnit(text: string): { readonly value: string; readonly unit: string } | null {
  const match = VALUE_AND_UNIT.exec(foldWidth(text).trim());
  return match?.[1] ? { value: plain(match[1]).replace(':', '∶'), unit: match[2]?.trim() ?? '' } : null;
}
