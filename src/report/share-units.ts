import { Decimal } from 'decimal.js';
import type { PrintedFigure } from './numbers.ts';

/** `分别回落2.16和1.66个百分点`: a list may print its unit, or all of it, once, behind the last number. */
export function shareUnits(folded: string, numbers: readonly PrintedFigure[]): PrintedFigure[] {
  const read = [...numbers];
  for (let index = read.length - 2; index >= 0; index -= 1) {
    const [number, next] = [read[index], read[index + 1]];
    if (!number || !next || next.unit === '') continue;
    const isBare = number.unit === '' && number.dimension === 'none';
    // `提高4.1个、2.6个百分点`
    if (!isBare && !(number.unit === '个' && next.unit === '个百分点')) continue;
    const isListed = /^\s*(?:、|和|与|及|以及)\s*$/u.test(folded.slice(number.end, next.start));
    const factor = isListed ? readFactor(folded, next) : null;
    if (factor === null) continue;
    const { unit, dimension, base } = next;
    read[index] = { ...number, unit, dimension, base, amount: factor.times(number.amount).toFixed() };
  }
  return read;
}

/** How many base units one of the unit of a number is; null where its digits do not tell. */
function readFactor(folded: string, { value, amount }: PrintedFigure): Decimal | null {
  const digits = folded.slice(value.start, value.end).replace(/[, ]/gu, '');
  if (!/^\d+(?:\.\d+)?$/u.test(digits) || Number(digits) === 0) return null;
  return new Decimal(amount).div(digits);
}
