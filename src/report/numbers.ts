import { Decimal } from 'decimal.js';
import { parseChineseNumeral } from './chinese-numerals.ts';
import { findMatches } from './find-matches.ts';
import { NUMBER_PATTERN } from './number-patterns.ts';
import { readDoubling, readFraction, readSlash, readTenths } from './shares.ts';
import type { Span } from './span.ts';
import { type Dimension, parseUnit } from './units.ts';

/** A number as printed, not yet tied to what it measures. Offsets are into the text it was found in. */
export type PrintedFigure = Span & {
  readonly kind: 'figure';
  /** The digits alone: `45.35`, `1∶0.76`, `四` of 第四轮, `首` of 首个. */
  readonly value: Span;
  readonly unit: string;
  readonly qualifier: string;
  readonly dimension: Dimension;
  /** Unit two numbers must share to be compared. */
  readonly base: string;
  /** Decimal text in base units: `4535000000` for 45.35亿元; the quotient for a ratio; the rank for an ordinal. */
  readonly amount: string;
};

/** A number that states no fact of its own, and why. */
export type ExcludedNumber = Span & {
  readonly kind: 'excluded';
  readonly reason: 'year' | 'date' | 'name' | 'document-number' | 'marker';
};

const CARDINAL_UNITS = /^(?:座|条|家|所|件|户|名|倍|公里|处|届)$/u;
/** Units that short Chinese numerals count only in round numbers (`两万人`); alone (`两人`) they are figures of speech. */
const ROUND_UNITS = /^(?:人次|人|元|吨|亩|张|对|例|个|次|辆|平方米|米)$/u;
/** Long numerals before these are no amounts: `二十四节气`, `三十年来`. */
const NO_AMOUNT_UNITS = /^(?:节|年|日|天|星|[省市区县乡镇村])$/u;

/** Who is counted where no measure word is: `惠及76万群众`. */
export const PEOPLE =
  '(?:群众|居民|[村市农]民|农户|婴幼儿|儿童|少年|老年人|老人|妇女|学生|师生|学子|考生|毕业生|职工|工人|人口|游客|旅客|患者|' +
  '残疾人|干部|党员|志愿者|劳动力|贫困|脱贫|人才|青年|退役军人|消费者|用户)';
const PEOPLE_AHEAD = new RegExp(`^(?:农村|城乡|城镇|贫困|常住)?${PEOPLE}`, 'u');

/** A bare number that names an event by its year: `2024合肥马拉松赛`; `2000学位` is none. */
const NAMED_YEAR = /^20(?:0[1-9]|[1-4]\d)$/u;

/** Finds every number of width-folded text, in order: facts, and what merely looks like one with the reason. */
export function findNumbers(folded: string): (PrintedFigure | ExcludedNumber)[] {
  const quoted = findQuotedSpans(folded);
  const found: (PrintedFigure | ExcludedNumber)[] = [];
  for (const match of findMatches(folded, NUMBER_PATTERN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const isQuoted = quoted.some((quote) => quote.start <= span.start && span.end <= quote.end);
    const number = readMatch(match, span, isQuoted);
    if (number) found.push(number);
  }
  return found;
}

function findQuotedSpans(folded: string): Span[] {
  return [...folded.matchAll(/“[^”]*”|《[^》]*》|「[^」]*」/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function readMatch(
  match: RegExpMatchArray & { index: number },
  span: Span,
  isQuoted: boolean,
): PrintedFigure | ExcludedNumber | null {
  const groups = match.groups ?? {};
  if (groups.marker) return { ...span, kind: 'excluded', reason: 'marker' };
  if (groups.name) return { ...span, kind: 'excluded', reason: 'name' };
  if (groups.year) return { ...span, kind: 'excluded', reason: 'year' };
  if (groups.date) return { ...span, kind: 'excluded', reason: 'date' };
  if (groups.document) return { ...span, kind: 'excluded', reason: 'document-number' };
  if (groups.rank && groups.rankUnit) return readOrdinal(span, groups.rank, groups.rankUnit, match[0]);
  if (groups.top && groups.topUnit) return readOrdinal(span, groups.top, groups.topUnit, match[0]);
  // Inside quotation marks and titles Chinese numerals belong to a name: “四个意识”, “三社联动”.
  if (groups.ordinal && groups.ordinalUnit) {
    return isQuoted ? null : readOrdinal(span, groups.ordinal, groups.ordinalUnit, match[0]);
  }
  if (groups.first && groups.firstUnit)
    return isQuoted ? null : readOrdinal(span, groups.first, groups.firstUnit, match[0]);
  if (groups.numeral || groups.term) return isQuoted ? null : readNumeral(span, groups);
  const bareRank = groups.bareRank ?? groups.bareTop;
  if (bareRank) return readOrdinal(span, bareRank, '', match[0]);
  if (groups.fraction) return readFraction(span, groups);
  if (groups.doubled) return readDoubling(span, groups.doubled);
  if (groups.tenths) return isQuoted ? null : readTenths(span, groups);
  if (groups.slash)
    return isQuoted ? { ...span, kind: 'excluded', reason: 'name' } : readSlash(span, groups.slash);
  if (groups.left && groups.right) return readRatio(span, groups);
  return readAmount(match, span, { groups, isQuoted });
}

function readOrdinal(span: Span, value: string, unit: string, printed: string): PrintedFigure {
  const start = span.start + printed.lastIndexOf(value, printed.length - unit.length - 1);
  const rank = value === '首' ? 1 : /^\d/.test(value) ? Number(value) : parseChineseNumeral(value);
  return {
    ...span,
    kind: 'figure',
    value: { start, end: start + value.length },
    unit,
    qualifier: '',
    dimension: 'ordinal',
    base: unit,
    amount: String(rank ?? ''),
  };
}

function readNumeral(span: Span, groups: Record<string, string | undefined>): PrintedFigure | null {
  const printed = groups.numeral ?? groups.term ?? '';
  const before = groups.before3 ?? '';
  const some = groups.few ?? groups.few2 ?? '';
  const name = groups.numeralUnit ?? groups.termUnit ?? '';
  const amount = parseChineseNumeral(printed);
  if (amount === null) return null;
  if (
    groups.numeral &&
    !isAmount({ printed, name, isVague: before + some !== '' || groups.numeralScale !== undefined })
  )
    return null;
  // A scale that ends the numeral is printed as one of the unit: `两|万人`.
  const ending = /^.+?(万亿|[万亿])$/u.exec(printed)?.[1] ?? '';
  const unit = ending + (groups.numeralScale ?? '') + name;
  const parsed = parseUnit(unit);
  if (!parsed) return null;
  const numeral = printed.slice(0, printed.length - ending.length);
  const { dimension, base, factor } = parsed.unit;
  const start = span.start + before.length;
  return {
    ...span,
    kind: 'figure',
    value: { start, end: start + numeral.length },
    unit,
    qualifier: before + some + (groups.numeralAfter ?? ''),
    dimension,
    base,
    amount: scaleDecimal(String(parseChineseNumeral(numeral) ?? amount), { power: parsed.power, factor }),
  };
}

/** Whether a numeral counts: `一家` is an article, `千家` an idiom, `三五家` a guess, `两人` a figure of speech. */
function isAmount(found: {
  readonly printed: string;
  readonly name: string;
  readonly isVague: boolean;
}): boolean {
  const { printed, name, isVague } = found;
  if (/^[一二两三四五六七八九〇零]{2,}$/u.test(printed)) return false;
  if (printed.length === 1) {
    if (/[一百千万亿]/u.test(printed) && !isVague) return false;
    return CARDINAL_UNITS.test(name) || (/[十百千万亿]/u.test(printed) && isVague);
  }
  if (/^[百千万亿]+$/u.test(printed)) return CARDINAL_UNITS.test(name) || ROUND_UNITS.test(name);
  return !NO_AMOUNT_UNITS.test(name);
}

function readRatio(span: Span, groups: Record<string, string | undefined>): PrintedFigure | ExcludedNumber {
  const before = groups.before ?? '';
  const after = groups.ratioAfter ?? '';
  const [left, right] = [readDigits(groups.left ?? ''), readDigits(groups.right ?? '')];
  if (Number(left) === 0) return { ...span, kind: 'excluded', reason: 'name' };
  return {
    ...span,
    kind: 'figure',
    value: { start: span.start + before.length, end: span.end - after.length },
    unit: '',
    qualifier: before || after,
    dimension: 'ratio',
    // Ratios of three parts (`8.3:41.4:50.3`) compare with nothing else.
    base: groups.third ? 'ratio of several' : 'ratio',
    amount: new Decimal(right).div(left).toFixed(),
  };
}

function readAmount(
  match: RegExpMatchArray & { index: number },
  span: Span,
  context: { readonly groups: Record<string, string | undefined>; readonly isQuoted: boolean },
): PrintedFigure | ExcludedNumber | null {
  const { groups, isQuoted } = context;
  const text = match.input ?? '';
  const before = groups.before2 ?? '';
  const digits = groups.value ?? '';
  const scale = groups.scale ?? '';
  const unit = groups.unit ?? '';
  const start = span.start + before.length;
  const value = { start, end: start + digits.length };
  const isBare = unit === '' && scale === '';
  // A year without 年 at the end of a name (“……指数2018”), in brackets, or in quotation marks.
  if (
    isBare &&
    /^(?:19|20)\d{2}$/.test(digits) &&
    (isQuoted || !/[\u4e00-\u9fff]/.test(text.charAt(span.end)) || NAMED_YEAR.test(digits))
  ) {
    return { ...span, kind: 'excluded', reason: 'year' };
  }
  if (
    isBare &&
    (isQuoted ||
      /[A-Za-z.\d+-]/.test(text.charAt(value.start - 1)) ||
      /[A-Za-z+]/.test(text.charAt(value.end)))
  ) {
    return { ...span, kind: 'excluded', reason: 'name' };
  }
  const parsed =
    unit === '' && scale === ''
      ? { power: 0, unit: { dimension: 'none' as const, base: '', factor: '1' }, per: '' }
      : (parseUnit(scale + unit) ?? readOddUnit(scale, unit));
  if (!parsed) return null;
  const countsPeople = unit === '' && /[万亿]/u.test(scale) && PEOPLE_AHEAD.test(text.slice(span.end));
  return {
    ...span,
    kind: 'figure',
    value,
    unit: scale + unit,
    qualifier: [before, groups.some ?? groups.some2 ?? '', groups.after ?? ''].join(''),
    dimension: countsPeople ? 'people' : parsed.unit.dimension,
    base: countsPeople ? '人' : parsed.unit.base + (parsed.per ? `/${parsed.per}` : ''),
    amount: scaleDecimal(readDigits(digits), { power: parsed.power, factor: parsed.unit.factor }),
  };
}

/** The digits of a printed number for reckoning. A range counts by its upper end. */
function readDigits(printed: string): string {
  const sign = /^[-−负]/u.test(printed) ? '-' : '';
  const digits = printed.replace(/[, +]|^[-−负]/gu, '');
  return sign + (/[\d.]+$/u.exec(digits)?.[0] ?? digits);
}

/** A unit the table lacks counts things of its own. */
function readOddUnit(scale: string, unit: string): ReturnType<typeof parseUnit> {
  const power = scale === '' ? 0 : parseUnit(scale)?.power;
  return power === undefined
    ? null
    : { power, unit: { dimension: 'count', base: unit, factor: '1' }, per: '' };
}

function scaleDecimal(digits: string, by: { readonly power: number; readonly factor: string }): string {
  return new Decimal(digits).times(new Decimal(10).pow(by.power)).times(by.factor).toFixed();
}
