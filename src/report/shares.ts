import { Decimal } from 'decimal.js';
import { parseChineseNumeral, readNumeral } from './chinese-numerals.ts';
import type { ExcludedNumber, PrintedFigure } from './numbers.ts';
import type { Span } from './span.ts';

export function readFraction(span: Span, groups: Record<string, string | undefined>): PrintedFigure | null {
  const { fraction = '', fractionBefore = '', fractionAfter = '' } = groups;
  const [below = '', above = ''] = fraction.split('分之');
  const [numerator, denominator] = [parseChineseNumeral(above), parseChineseNumeral(below)];
  if (numerator === null || !denominator) return null;
  return {
    ...percentFigure(span, new Decimal(numerator).div(denominator)),
    value: { start: span.start + fractionBefore.length, end: span.end - fractionAfter.length },
    qualifier: fractionBefore + fractionAfter,
  };
}

/** `翻一番` is twice as much, `翻两番` four times. */
export function readDoubling(span: Span, times: string): PrintedFigure {
  const count = readNumeral(times);
  return {
    ...span,
    kind: 'figure',
    value: { start: span.end - 2, end: span.end - 1 },
    unit: '番',
    qualifier: '',
    dimension: 'multiple',
    base: '倍',
    amount: new Decimal(2).pow(count).toFixed(),
  };
}

/** `近八成`, `7折`, `九成五`: tenths of a whole. */
export function readTenths(span: Span, groups: Record<string, string | undefined>): PrintedFigure {
  const { tenths = '', tenthsBefore = '', tenthsAfter = '' } = groups;
  const start = span.start + tenthsBefore.length;
  const [count = '', unit = '', more = ''] = tenths;
  const value = more === '' ? count : tenths;
  const share = readNumeral(count) + (parseChineseNumeral(more) ?? 0) / 10;
  return {
    ...percentFigure(span, new Decimal(share).div(10)),
    value: { start, end: start + value.length },
    unit: more === '' ? unit : '',
    qualifier: tenthsBefore + tenthsAfter,
  };
}

export function readSlash(span: Span, text: string): PrintedFigure | ExcludedNumber {
  const [above = '', below = ''] = text.split('/');
  if (Number(below) === 0) return { ...span, kind: 'excluded', reason: 'name' };
  return percentFigure(span, new Decimal(above).div(below));
}

function percentFigure(span: Span, share: Decimal): PrintedFigure {
  return {
    ...span,
    kind: 'figure',
    value: { start: span.start, end: span.end },
    unit: '',
    qualifier: '',
    dimension: 'percent',
    base: '%',
    amount: share.times(100).toFixed(),
  };
}
