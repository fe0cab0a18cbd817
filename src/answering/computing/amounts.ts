import { Decimal } from 'decimal.js';
import { parseUnit } from '../../report/units.ts';
import type { FigureContext } from '../ranking/figure-context.ts';

/** A number as it is shown, and whether that rounds it. */
export type Shown = { readonly text: string; readonly isRounded: boolean };

/** Multiples below one keep three decimals (a ratio of 0.76 is a target), others two; percentages one. */
const DECIMALS = { multipleBelowOne: 3, multiple: 2, percent: 1, amount: 2 } as const;

const WHOLE_FROM = 100;

const SCALES = [
  ['亿', 8],
  ['万', 4],
] as const;

function round(value: Decimal, places: number): Shown {
  const rounded = value.toDecimalPlaces(places);
  return { text: rounded.toString(), isRounded: !rounded.eq(value) };
}

/** A multiple as printed, `0.751`, `2倍`. */
export function printMultiple(multiple: Decimal): Shown {
  const isBelowOne = multiple.lt(1);
  const shown = round(multiple, isBelowOne ? DECIMALS.multipleBelowOne : DECIMALS.multiple);
  return isBelowOne ? shown : { ...shown, text: `${shown.text}倍` };
}

/** A percentage. */
export function printPercent(share: Decimal): Shown {
  const shown = round(share.times(100), DECIMALS.percent);
  return { ...shown, text: `${shown.text}%` };
}

/** A quotient in the unit of what was divided, in 万 or 亿 once it is that large. */
export function printQuotient(quotient: Decimal, divided: FigureContext): Shown {
  const [scale, power] = SCALES.find(([, digits]) => quotient.gte(new Decimal(10).pow(digits))) ?? ['', 0];
  const value = quotient.div(new Decimal(10).pow(power)).div(factorOf(divided.figure.unit));
  // Hundreds of people or cases are whole ones.
  const isWhole = value.gte(WHOLE_FROM) && divided.figure.dimension !== 'money';
  const shown = round(value, isWhole ? 0 : DECIMALS.amount);
  return { ...shown, text: `${shown.text}${scale}${baseUnit(divided)}` };
}

/** An amount in the unit the numbers are printed in where it is one, else in base units; never rounded. */
export function printAmount(amount: Decimal, contexts: readonly FigureContext[]): string {
  const [first] = contexts;
  const units = contexts.map(({ figure }) => parseUnit(figure.unit));
  const isOneScale = units.every((unit) => unit?.power === units[0]?.power && unit !== null);
  if (!first) return amount.toString();
  if (isOneScale && units[0])
    return `${amount.div(new Decimal(10).pow(units[0].power)).div(units[0].unit.factor)}${first.figure.unit}`;
  for (const [scale, power] of SCALES) {
    const value = amount.div(new Decimal(10).pow(power));
    if (value.gte(1) && value.decimalPlaces() <= 4) return `${value.toString()}${scale}${baseUnit(first)}`;
  }
  return `${amount.toString()}${baseUnit(first)}`;
}

/** An amount in the unit of one number, rounded. */
export function printRounded(amount: Decimal, { figure }: FigureContext): Shown {
  const value = amount
    .div(new Decimal(10).pow(parseUnit(figure.unit)?.power ?? 0))
    .div(factorOf(figure.unit));
  const shown = round(value, DECIMALS.amount);
  return { ...shown, text: `${shown.text}${figure.unit}` };
}

/** How many base units one of a unit is, its 万 or 亿 left aside. */
export const factorOf = (unit: string): string | number => parseUnit(unit)?.unit.factor ?? 1;

/** The unit without its scale: `万人次` gives 人次. */
export function baseUnit({ figure }: FigureContext): string {
  return figure.unit.replace(/^(?:万亿|百亿|千亿|百万|千万|十万|亿|万|千|百)/u, '') || figure.base;
}
