import { Decimal } from 'decimal.js';
import { parseUnit } from '../../report/units.ts';
import { nameFigure, printNumber } from '../compose-figures.ts';
import type { ComparisonAsked } from '../language/comparisons.ts';
import type { FigureContext } from '../ranking/figure-context.ts';

/** A result as shown, how it came about, and the sentence that says it. */
export type Computation = { readonly result: string; readonly formula: string; readonly sentence: string };

/** Two numbers to compute with. */
export type Operands = { readonly left: FigureContext; readonly right: FigureContext };

/** Multiples below one keep three decimals (a ratio of 0.76 is a target), others two; percentages one. */
const DECIMALS = { ratioBelowOne: 3, ratio: 2, percent: 1, perUnit: 2 } as const;

/** Computes exactly in base units; rounding happens only when the result is printed, and is then said. */
export function compute({ operation, form }: ComparisonAsked, pair: Operands): Computation | null {
  const { left, right } = pair;
  const [a, b] = [new Decimal(left.figure.amount), new Decimal(right.figure.amount)];
  const [shownA, shownB] = [printNumber(left), printNumber(right)];
  const [nameA, nameB] = [label(left), label(right)];
  switch (operation) {
    case 'difference': {
      // What lies between two percentages is counted in points: 4.94% is not 1.32% more than 3.62%.
      const areRates = left.figure.unit === '%' && right.figure.unit === '%';
      const result = areRates ? `${a.minus(b).abs()}个百分点` : printAmount(a.minus(b).abs(), pair);
      const [big, small] = a.gte(b) ? [shownA, shownB] : [shownB, shownA];
      return {
        result,
        formula: `${big} − ${small} = ${result}`,
        sentence: `${nameA}${shownA},${nameB}${shownB},相差${result}`,
      };
    }
    case 'growth': {
      const [after, before, late, early] =
        left.figure.role === 'before' ? [b, a, shownB, shownA] : [a, b, shownA, shownB];
      if (before.isZero()) return null;
      const { text, isRounded } = printPercent(after.minus(before).div(before));
      return {
        result: text,
        formula: `(${late} − ${early}) ÷ ${early} ${isRounded ? '≈' : '='} ${text}`,
        sentence: `${nameA}从${early}到${late},增幅${isRounded ? '约' : ''}${text}`,
      };
    }
    case 'share':
    case 'ratio': {
      if (b.isZero()) return null;
      const { text, isRounded } = form === 'percent' ? printPercent(a.div(b)) : printMultiple(a.div(b));
      return {
        result: text,
        formula: `${shownA} ÷ ${shownB} ${isRounded ? '≈' : '='} ${text}`,
        sentence: `${nameA}${shownA},是${nameB}${shownB}的${isRounded ? '约' : ''}${text}`,
      };
    }
    case 'per': {
      // Per printed unit: 24.8公里 are 24.8 of them, whatever the base unit of lengths is.
      const heads = b.div(parseUnit(right.figure.unit)?.unit.factor ?? 1);
      if (heads.isZero()) return null;
      const { text, isRounded } = printQuotient(a.div(heads), left);
      const about = isRounded ? '约' : '';
      return {
        result: text,
        formula: `${shownA} ÷ ${shownB} ${isRounded ? '≈' : '='} ${text}`,
        sentence: `${nameA}${shownA},${nameB}${shownB},平均每${baseUnit(right)}${about}${text}`,
      };
    }
    case 'sum':
    case 'reached':
    case 'extreme':
      return null;
  }
}

/** Adds figures of one base unit. */
export function computeSum(contexts: readonly FigureContext[]): Computation {
  const total = contexts.reduce((sum, { figure }) => sum.plus(figure.amount), new Decimal(0));
  const [left, right = left] = contexts;
  const result = left && right ? printAmount(total, { left, right }) : total.toString();
  return {
    result,
    formula: `${contexts.map(printNumber).join(' + ')} = ${result}`,
    sentence: `${contexts.map((context) => `${label(context)}${printNumber(context)}`).join(',')},合计${result}`,
  };
}

/** A multiple as printed, `0.751`, `2倍`; whether it was rounded. */
export function printMultiple(ratio: Decimal): { readonly text: string; readonly isRounded: boolean } {
  const places = ratio.lt(1) ? DECIMALS.ratioBelowOne : DECIMALS.ratio;
  const isRounded = !ratio.toDecimalPlaces(places).eq(ratio);
  const digits = isRounded ? ratio.toFixed(places) : ratio.toString();
  return { text: ratio.lt(1) ? digits : `${digits}倍`, isRounded };
}

/** A percentage with one decimal at most, and whether that rounds it. */
export function printPercent(ratio: Decimal): { readonly text: string; readonly isRounded: boolean } {
  const percent = ratio.times(100);
  const isRounded = !percent.toDecimalPlaces(DECIMALS.percent).eq(percent);
  return { text: `${isRounded ? percent.toFixed(DECIMALS.percent) : percent.toString()}%`, isRounded };
}

/** A quotient in its unit, in 万 or 亿 once it is that large. */
function printQuotient(
  quotient: Decimal,
  context: FigureContext,
): { readonly text: string; readonly isRounded: boolean } {
  const [scale, power] = quotient.gte(1e8) ? ['亿', 8] : quotient.gte(1e4) ? ['万', 4] : ['', 0];
  const value = quotient
    .div(new Decimal(10).pow(power))
    .div(parseUnit(context.figure.unit)?.unit.factor ?? 1);
  const rounded = value.toDecimalPlaces(DECIMALS.perUnit);
  const isRounded = !rounded.eq(value);
  return {
    text: `${isRounded ? value.toFixed(DECIMALS.perUnit) : rounded.toString()}${scale}${baseUnit(context)}`,
    isRounded,
  };
}

/** An amount in the unit both operands share, else in base units. */
function printAmount(amount: Decimal, { left, right }: Operands): string {
  const unit =
    left.figure.unit === right.figure.unit ||
    parseUnit(left.figure.unit)?.power === parseUnit(right.figure.unit)?.power
      ? left.figure.unit
      : '';
  const parsed = parseUnit(unit);
  if (unit === '' || !parsed) return printInBase(amount, left);
  const value = amount.div(new Decimal(10).pow(parsed.power)).div(parsed.unit.factor);
  return `${value.toString()}${unit}`;
}

/** Large amounts of different scales are shown in 万 or 亿 where that is exact. */
function printInBase(amount: Decimal, context: FigureContext): string {
  for (const [scale, power] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    const value = amount.div(new Decimal(10).pow(power));
    if (value.gte(1) && value.decimalPlaces() <= 4) return `${value.toString()}${scale}${baseUnit(context)}`;
  }
  return `${amount.toString()}${baseUnit(context)}`;
}

/** The unit without its scale: `万人次` gives 人次. */
export function baseUnit({ figure }: FigureContext): string {
  return figure.unit.replace(/^(?:万亿|百亿|千亿|百万|千万|十万|亿|万|千|百)/u, '') || figure.base;
}

/** The figure's name where a sentence needs a subject. Long unreviewed names are put in quotation marks. */
function label(context: FigureContext): string {
  const name = nameFigure(context);
  return context.figure.name === '' ? `“${name}”` : name;
}
