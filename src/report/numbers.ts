import { Decimal } from 'decimal.js';
import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from './chinese-numerals.ts';
import type { Span } from './span.ts';
import { type Dimension, PER_SOURCE, parseUnit, SCALE_SOURCE, UNIT_SOURCE } from './units.ts';

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

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const BEFORE =
  '不低于|不少于|不高于|不超过|不小于|不大于|不多于|不足|低于|高于|少于|多于|大于|小于|超过|突破|将近|接近|大约|至少|至多|最多|最少|(?<!最|附|临)近|(?<!公|条|合|契|节)约|逾|超';
const AFTER = '以上|以下|以内|之内|左右|上下';
const ORDINAL_UNITS = '轮|届|次|批|期|位|名|个|家|座|条|部|大|方阵';
const CARDINAL_UNITS = '座|条|家|所|件|户|名|倍|公里|处|届';

const PATTERN = new RegExp(
  [
    '(?<marker>^\\s*\\(\\s*\\d{1,2}\\s*\\)|^\\s*\\d{1,2}[.、](?!\\d))',
    `(?<road>(?:国道|省道|县道|乡道|[A-Z])\\d+(?:线|号)?|(?<![\\d.])\\d+(?:号线|线(?!上|下)|次列车|国道|省道|热线|路公交)|(?<![\\d.])1\\d{4}(?=[\\u4e00-\\u9fff]{0,6}热线))`,
    `(?<year>(?:19|20)\\d{2}年(?:度|底|末|初)?)(?!以上|以下|以内)`,
    `(?<date>(?<!\\d)\\d{1,2}月(?:\\d{1,2}日)?|(?<!\\d)\\d{1,2}日(?!均))`,
    `(?<document>[〔[]\\d{4}[〕\\]]\\s*\\d+号|(?<![\\d第])\\d+号|第\\d+号)`,
    `第(?<rank>\\d+)(?<rankUnit>${ORDINAL_UNITS})`,
    `第(?<ordinal>[${CHINESE_NUMERAL_CLASS}]{1,3})(?<ordinalUnit>${ORDINAL_UNITS})`,
    `(?<first>首)(?<firstUnit>个|批|次|家|条|部|届|轮|座|例|位|名|所)`,
    `(?<fraction>[${CHINESE_NUMERAL_CLASS}]{1,3}分之[${CHINESE_NUMERAL_CLASS}]{1,3})`,
    `(?<before>${BEFORE})?(?<left>${NUMBER}):(?<right>${NUMBER})(?<ratioAfter>${AFTER})?`,
    `(?<before2>${BEFORE})?(?<value>(?:${NUMBER})(?:[%‰]?\\s*[-—–~]+\\s*(?:${NUMBER}))?)(?<some>[余多])?(?<scale>${SCALE_SOURCE})?(?<some2>[余多])?(?<unit>${UNIT_SOURCE}${PER_SOURCE}?)?(?<after>${AFTER})?`,
    `(?<cardinal>(?<![第${CHINESE_NUMERAL_CLASS}])[二两三四五六七八九十]{1,3})(?<cardinalUnit>${CARDINAL_UNITS})(?=[^${CHINESE_NUMERAL_CLASS}]|$)`,
  ].join('|'),
  'gu',
);

/** Finds every number of width-folded text, in order: facts, and what merely looks like one with the reason. */
export function findNumbers(folded: string): (PrintedFigure | ExcludedNumber)[] {
  const quoted = findQuotedSpans(folded);
  const found: (PrintedFigure | ExcludedNumber)[] = [];
  for (const match of folded.matchAll(PATTERN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const isQuoted = quoted.some((quote) => quote.start <= span.start && span.end <= quote.end);
    const number = readMatch(match, span, isQuoted);
    if (number) found.push(number);
  }
  return found;
}

/** Whether text has a digit or a Chinese numeral that `findNumbers` would take for a fact. */
export function hasFigure(folded: string): boolean {
  return findNumbers(folded).some(({ kind }) => kind === 'figure');
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
  if (groups.road) return { ...span, kind: 'excluded', reason: 'name' };
  if (groups.year) return { ...span, kind: 'excluded', reason: 'year' };
  if (groups.date) return { ...span, kind: 'excluded', reason: 'date' };
  if (groups.document) return { ...span, kind: 'excluded', reason: 'document-number' };
  if (groups.rank && groups.rankUnit) return readOrdinal(span, groups.rank, groups.rankUnit);
  // Inside quotation marks and titles Chinese numerals belong to a name: “四个意识”, “三社联动”.
  if (groups.ordinal && groups.ordinalUnit) {
    return isQuoted ? null : readOrdinal(span, groups.ordinal, groups.ordinalUnit);
  }
  if (groups.first && groups.firstUnit)
    return isQuoted ? null : readOrdinal(span, groups.first, groups.firstUnit);
  if (groups.cardinal && groups.cardinalUnit) {
    return isQuoted ? null : readCardinal(span, groups.cardinal, groups.cardinalUnit);
  }
  if (groups.fraction) return readFraction(span, groups.fraction);
  if (groups.left && groups.right) return readRatio(span, groups);
  return readAmount(match, span, { groups, isQuoted });
}

function readOrdinal(span: Span, value: string, unit: string): PrintedFigure {
  const start = span.end - unit.length - value.length;
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

function readCardinal(span: Span, value: string, unit: string): PrintedFigure | null {
  const amount = parseChineseNumeral(value);
  const parsed = parseUnit(unit);
  if (amount === null || !parsed) return null;
  const { dimension, base } = parsed.unit;
  return {
    ...span,
    kind: 'figure',
    value: { start: span.start, end: span.start + value.length },
    unit,
    qualifier: '',
    dimension,
    base,
    amount: String(amount),
  };
}

function readFraction(span: Span, text: string): PrintedFigure | null {
  const [below = '', above = ''] = text.split('分之');
  const [numerator, denominator] = [
    parseChineseNumeral(above),
    below === '百' ? 100 : parseChineseNumeral(below),
  ];
  if (numerator === null || !denominator) return null;
  const amount = new Decimal(numerator).div(denominator).times(100).toFixed();
  return {
    ...span,
    kind: 'figure',
    value: span,
    unit: '',
    qualifier: '',
    dimension: 'percent',
    base: '%',
    amount,
  };
}

function readRatio(span: Span, groups: Record<string, string | undefined>): PrintedFigure {
  const before = groups.before ?? '';
  const after = groups.ratioAfter ?? '';
  const [left, right] = [(groups.left ?? '').replaceAll(',', ''), (groups.right ?? '').replaceAll(',', '')];
  return {
    ...span,
    kind: 'figure',
    value: { start: span.start + before.length, end: span.end - after.length },
    unit: '',
    qualifier: before || after,
    dimension: 'ratio',
    base: 'ratio',
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
    (isQuoted || !/[\u4e00-\u9fff]/.test(text.charAt(span.end)))
  ) {
    return { ...span, kind: 'excluded', reason: 'year' };
  }
  if (
    isBare &&
    (isQuoted ||
      /[A-Za-z.\d+-]/.test(text.charAt(value.start - 1)) ||
      /[A-Za-z]/.test(text.charAt(value.end)))
  ) {
    return { ...span, kind: 'excluded', reason: 'name' };
  }
  const parsed =
    unit === '' && scale === ''
      ? { power: 0, unit: { dimension: 'none' as const, base: '', factor: '1' }, per: '' }
      : parseUnit(scale + unit);
  if (!parsed) return null;
  const single = /^[\d,.]+$/.test(digits)
    ? digits.replaceAll(',', '')
    : (digits.match(/[\d,.]+$/)?.[0] ?? '').replaceAll(',', '');
  return {
    ...span,
    kind: 'figure',
    value,
    unit: scale + unit,
    qualifier: [before, groups.some ?? groups.some2 ?? '', groups.after ?? ''].join(''),
    dimension: parsed.unit.dimension,
    base: parsed.unit.base + (parsed.per ? `/${parsed.per}` : ''),
    amount: scaleDecimal(single, { power: parsed.power, factor: parsed.unit.factor }),
  };
}

function scaleDecimal(digits: string, by: { readonly power: number; readonly factor: string }): string {
  return new Decimal(digits).times(new Decimal(10).pow(by.power)).times(by.factor).toFixed();
}
