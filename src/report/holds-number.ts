import { Decimal } from 'decimal.js';
import type { PrintedFigure } from './numbers.ts';

type Printed = Pick<PrintedFigure, 'amount' | 'qualifier'>;
/** The numbers that one with a word of bounding or blurring stands for; an end may be none of them itself. */
type Range = {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly openLow?: boolean;
  readonly openHigh?: boolean;
};

/** What is rounded differs by no more than this part of it, however few digits it is given with. */
const MOST_ROUNDED = 0.08;
/** What is `近` a number is below it by no more than this part of it. */
const MOST_BELOW = 0.1;
const ANY = { low: new Decimal(-Infinity), high: new Decimal(Infinity) };

/** By the words that bound or blur a number, the first that stands there. */
const RANGES: readonly (readonly [RegExp, (amount: Decimal, step: Decimal) => Range])[] = [
  [/不[低少小]于|至少|最少|以上|[≥≧]|>=/u, (low) => ({ ...ANY, low })],
  [/不[高大多]于|不超过|[至最]多|以下|[以之]内|[≤≦]|<=/u, (high) => ({ ...ANY, high })],
  [/不[足到]|[低少小]于|</u, (high) => ({ ...ANY, high, openHigh: true })],
  [/[高多大]于|超|突破|逾|>/u, (low) => ({ ...ANY, low, openLow: true })],
  [/[余多几]/u, (low, step) => ({ low, high: low.plus(step), openLow: true, openHigh: true })],
  [/约|左右|上下/u, (amount, step) => around(amount, Decimal.min(step.div(2), amount.times(MOST_ROUNDED)))],
  [
    /近/u,
    (high, step) => ({ low: high.minus(Decimal.min(step, high.times(MOST_BELOW))), high, openHigh: true }),
  ],
];

const around = (amount: Decimal, off: Decimal): Range => ({ low: amount.minus(off), high: amount.plus(off) });

function rangeOf({ amount, qualifier }: Printed): Range {
  const value = new Decimal(amount);
  // The place of the last digit that is told: 550 is told by tens.
  const step = new Decimal(10).pow(value.e - value.sd() + 1);
  return RANGES.find(([words]) => words.test(qualifier))?.[1](value, step) ?? { low: value, high: value };
}

/**
 * Whether a printed number bears out a stated one: it is that number, or lies within what `超过`, `近` or `余` says of it.
 *
 * @example holdsNumber({ amount: '550', qualifier: '约' }, { amount: '546', qualifier: '' }) // true
 */
export function holdsNumber(stated: Printed, printed: Printed): boolean {
  const [outer, inner] = [rangeOf(stated), rangeOf(printed)];
  const isAbove = inner.low.gt(outer.low) || (inner.low.eq(outer.low) && (!outer.openLow || inner.openLow));
  const isBelow =
    inner.high.lt(outer.high) || (inner.high.eq(outer.high) && (!outer.openHigh || inner.openHigh));
  return Boolean(isAbove && isBelow);
}
