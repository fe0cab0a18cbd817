import { Decimal } from 'decimal.js';
import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from './chinese-numerals.ts';
import { readDoubling, readFraction, readSlash, readTenths } from './shares.ts';
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

const NUMBER = `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\d.] ?)\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?(?= ?${SCALE_SOURCE}?${UNIT_SOURCE})|\\d+(?:\\.\\d+)?`;
const BEFORE =
  '不低于|不少于|不高于|不超过|不小于|不大于|不多于|不足|低于|高于|少于|多于|大于|小于|超过|突破|将近|接近|大约|至少|至多|最多|最少|(?<!最|附|临)近|(?<!公|条|合|契|节)约|逾|超';
const AFTER = '以上|以下|以内|之内|左右|上下';
const ORDINAL_UNITS = '轮|届|次|批|期|位|名|个|家|座|条|部|大|方阵';
const CARDINAL_UNITS = '座|条|家|所|件|户|名|倍|公里|处|届';
/** Units that Chinese numerals count only in round numbers (`两万人`); alone (`两人`) they are figures of speech. */
const ROUND_UNITS = '人次|人|元|吨|亩|张|对|例|个|次|辆|平方米|米';
/** What is built in tiers (`四级服务平台`), unlike what is graded (`三级医院`). */
const TIERED = '(?:联动|贯通|综合|服务|体系|网络|架构|平台|管理|协同|书记|河长|林长|路长|田长|调解|应急)';
/** Numerals of cardinals; a lone 百 or 千 (`千家万户`) counts only with 余, 多 or 近. */
const CARDINAL = '[一二两三四五六七八九十百千]';

const DIGIT = '[一二两三四五六七八九]';
/** Whose rank it is: `全国第一`, `居全省前三`; `质量第一` is a motto. */
const RANKED =
  '(?:[全][国省市区县州]|全球|世界|亚洲|国内|国际|地区|[东中西北南]部|同类\\S{0,4}|省|[^和]市|县|区|州|居|列|名|排|位|[、和](?:第|前)[一二三四五六七八九十\\d]{1,2}|第[一二三四五六七八九十\\d]{1,2}[、和])';
const RANK_END = '(?=[,、。;:!()“”"]|\\s|$|和|与|的|并|且|行列|大省|大市)';
/** Who is counted where no measure word is: `惠及76万群众`. */
const PEOPLE =
  /^(?:农村|城乡|城镇|贫困|常住)?(?:群众|居民|村民|市民|农民|农户|婴幼儿|儿童|少年|老年人|老人|妇女|学生|师生|学子|考生|毕业生|职工|工人|人口|游客|旅客|患者|残疾人|干部|党员|志愿者|劳动力|贫困|脱贫|人才|青年|退役军人|消费者|用户)/u;

/** Short nouns that may follow a number directly and count nothing by themselves. */
const NO_MEASURE =
  '大关|台阶|改革|时代|模式|平台|版本|标准|目标|战略|工程|行动|计划|企业|公司|单位|职工|员工|学生|师生|群众|居民|市民|农户|农民|人口|儿童|老人|项目|家庭|系统|方案|政策|体系|协议|新高|位';
/**
 * A measure word the table lacks: whatever little stands between a number and the end of its clause (`新增供热能力300蒸吨。`),
 * unless it is a word of degree or of another kind of number.
 */
const ODD_UNIT =
  `(?!${AFTER}|${NO_MEASURE}|[余多几来强后年月日号分秒点折成版代线元万亿和与及至到为的了])[\\u4e00-\\u9fff]{1,2}` +
  `(?<![的了上下内外里中])(?=(?:${AFTER})?(?:[,。;!?)、]|$))`;

/** What joins the ends of a range. `由3到5` is a change, not a range. */
const RANGE = `\\s*(?:[-—–~]+|[至到](?<![由从自](?:${NUMBER})[%‰]?[至到]))\\s*`;
const YEAR = '(?:(?:19|20)\\d{2})';
const YEAR_RANGE =
  `(?<!\\d)(?:${YEAR}年?${RANGE}${YEAR}年(?:度|底|末|初)?|${YEAR}年${RANGE}${YEAR}(?!\\d)|` +
  `${YEAR}${RANGE}${YEAR}(?![\\d.,%\\u4e00-\\u9fff]))`;
const CLOCK =
  '(?<![\\d.:])(?:(?:[01]\\d|2[0-4]):[0-5]\\d|\\d:0\\d|(?<=[午晨晚早日天间至])\\d:[0-5]\\d)(?![\\d.:])';

const PATTERN = new RegExp(
  [
    '(?<marker>\\[\\d{1,2}\\]|^\\s*\\(\\s*\\d{1,2}\\s*\\)|^\\s*\\d{1,2}[.、](?!\\d))',
    `(?<name>(?:表|图|专栏|附表|附件|附图) ?\\d{1,2}(?!\\d|[.%‰万亿]|[\\u4e00-\\u9fff])|(?:(?:国道|省道|县道|乡道)\\d+(?![\\d.]| ?(?:公里|千米|米|条|座))|[A-Z]+_?\\d+(?:\\.\\d+)?(?![\\d.万亿%元]))(?:线|号)?|(?<![\\d.])\\d+(?:号线|线(?!上|下)|次列车|国道|省道|热线|路公交)|(?<![\\d.])1\\d{4}(?=[\\u4e00-\\u9fff]{0,6}热线)|(?<![\\d.:])\\d0后(?=[\\u4e00-\\u9fff])|(?<![\\d.前])\\d+强(?![化调制度力烈大势]))`,
    `(?<year>${YEAR_RANGE}|${YEAR} ?年(?:度|底|末|初)?|(?<!\\d)${YEAR}(?=(?:[、和与及]|以及)${YEAR}年)|[一二][〇零九][〇零一二三四五六七八九]{2}年)(?!以上|以下|以内)`,
    `(?<date>(?<!\\d)(?:\\d{1,2}月?${RANGE})?\\d{1,2}月(?:\\d{1,2}日)?|(?<!\\d)(?:\\d{1,2}${RANGE})?\\d{1,2}日(?!均)|${CLOCK}|(?<!\\d)\\d{1,2}[点时]\\d{1,2}分(?!钟))`,
    `(?<document>[〔[]\\d{4}[〕\\]]\\s*\\d+号|(?<![\\d第])\\d+号|第\\d+号)`,
    `第(?<rank>\\d+)(?<rankUnit>${ORDINAL_UNITS})`,
    `(?<![此之以目先年月日天])前(?<top>\\d+|${CARDINAL}{1,3})(?<topUnit>位|名|强)`,
    `第(?<ordinal>[${CHINESE_NUMERAL_CLASS}]{1,4})(?<ordinalUnit>${ORDINAL_UNITS})`,
    `(?<first>首)(?<firstUnit>个|批|次|家|条|部|届|轮|座|例|位|名|所)`,
    `(?<=${RANKED})(?<bareRank>第(?<bareRankOf>\\d{1,2}|[一二三四五六七八九十]{1,3})|前(?<bareTop>\\d{1,2}|[一二三四五六七八九十]{1,2}))${RANK_END}`,
    `(?<fractionBefore>${BEFORE})?(?<fraction>[${CHINESE_NUMERAL_CLASS}]{1,3}分之[${CHINESE_NUMERAL_CLASS}]{1,3})(?<fractionAfter>${AFTER})?`,
    `翻(?:了)?(?<doubled>${DIGIT}|[1-9])番`,
    `(?<tenthsBefore>${BEFORE})?(?<![第几数前${CHINESE_NUMERAL_CLASS}\\d])(?<tenths>${DIGIT}|[1-9])(?<tenthsUnit>[成折])(?<tenthsAfter>[余多]|${AFTER})?(?![为立果功效就员分长本熟品都语交人才绩不叠射扣算腾旧磨返断合线价服])`,
    '(?<slash>(?<![\\d./])\\d{1,2}/\\d{1,2}(?![\\d./]))',
    `(?<before>${BEFORE})?(?<left>${NUMBER}):(?<right>${NUMBER})(?<third>(?::(?:${NUMBER}))*)(?<ratioAfter>${AFTER})?`,
    `(?<before2>${BEFORE})?(?<value>(?:(?<=[\\u4e00-\\u9fff])[-−])?(?:${NUMBER})(?:[%‰]?${RANGE}(?:${NUMBER}))?)(?<some>[余多])?(?: (?=${SCALE_SOURCE}|${UNIT_SOURCE}))?(?<scale>${SCALE_SOURCE})?(?<some2>[余多])?(?<unit>${UNIT_SOURCE}${PER_SOURCE}?|${ODD_UNIT})?(?<after>${AFTER})?`,
    `(?<before3>${BEFORE})?(?<cardinal>(?<![第几数前${CHINESE_NUMERAL_CLASS}])${CARDINAL}{1,4})(?:(?<few>[余多])?(?<cardinalUnit>${CARDINAL_UNITS})|(?<few2>[余多])?(?<cardinalScale>万|亿)(?<few3>[余多])?(?<roundUnit>${CARDINAL_UNITS}|${ROUND_UNITS}))(?=[^${CHINESE_NUMERAL_CLASS}]|$)`,
    `(?<![第几数前${CHINESE_NUMERAL_CLASS}\\d])(?<term>(?<=连续)${CARDINAL}{1,2}(?=年)|${DIGIT}(?=年(?:行动|攻坚|规划|计划))|[二三四五六](?=级${TIERED}))(?<termUnit>年|级)`,
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
  if (groups.rank && groups.rankUnit) return readOrdinal(span, groups.rank, groups.rankUnit);
  if (groups.top && groups.topUnit) return readOrdinal(span, groups.top, groups.topUnit);
  // Inside quotation marks and titles Chinese numerals belong to a name: “四个意识”, “三社联动”.
  if (groups.ordinal && groups.ordinalUnit) {
    return isQuoted ? null : readOrdinal(span, groups.ordinal, groups.ordinalUnit);
  }
  if (groups.first && groups.firstUnit)
    return isQuoted ? null : readOrdinal(span, groups.first, groups.firstUnit);
  if (groups.cardinal || groups.term) return isQuoted ? null : readCardinal(span, groups);
  if (groups.bareRank) return readOrdinal(span, groups.bareRankOf ?? groups.bareTop ?? '', '');
  if (groups.fraction) return readFraction(span, groups);
  if (groups.doubled) return readDoubling(span, groups.doubled);
  if (groups.tenths) return isQuoted ? null : readTenths(span, groups);
  if (groups.slash)
    return isQuoted ? { ...span, kind: 'excluded', reason: 'name' } : readSlash(span, groups.slash);
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

function readCardinal(span: Span, groups: Record<string, string | undefined>): PrintedFigure | null {
  const numeral = groups.cardinal ?? groups.term ?? '';
  const before = groups.before3 ?? '';
  const some = groups.few ?? groups.few2 ?? groups.few3 ?? '';
  const scale = groups.cardinalScale ?? '';
  const unit = groups.cardinalUnit ?? groups.roundUnit ?? groups.termUnit ?? '';
  // `一家` is an article, `千家` an idiom, `三五家` and `二三十家` are guesses.
  const isLone = numeral.length === 1 && scale === '' && some === '' && before === '';
  if ((isLone && /[一百千]/u.test(numeral)) || /[一二两三四五六七八九]{2}/u.test(numeral)) return null;
  const amount = parseChineseNumeral(numeral);
  const parsed = parseUnit(scale + unit);
  if (amount === null || !parsed) return null;
  const { dimension, base, factor } = parsed.unit;
  const start = span.start + before.length;
  return {
    ...span,
    kind: 'figure',
    value: { start, end: start + numeral.length },
    unit: scale + unit,
    qualifier: before + some,
    dimension,
    base,
    amount: scaleDecimal(String(amount), { power: parsed.power, factor }),
  };
}

function readRatio(span: Span, groups: Record<string, string | undefined>): PrintedFigure | ExcludedNumber {
  const before = groups.before ?? '';
  const after = groups.ratioAfter ?? '';
  const [left, right] = [(groups.left ?? '').replaceAll(',', ''), (groups.right ?? '').replaceAll(',', '')];
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
    (isQuoted || !/[\u4e00-\u9fff]/.test(text.charAt(span.end)))
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
  const countsPeople = unit === '' && /[万亿]/u.test(scale) && PEOPLE.test(text.slice(span.end));
  // A range compares by its upper end.
  const single = /^[-−]?[\d,. ]+$/u.test(digits) ? digits : (digits.match(/[\d,.]+$/)?.[0] ?? '');
  return {
    ...span,
    kind: 'figure',
    value,
    unit: scale + unit,
    qualifier: [before, groups.some ?? groups.some2 ?? '', groups.after ?? ''].join(''),
    dimension: countsPeople ? 'people' : parsed.unit.dimension,
    base: countsPeople ? '人' : parsed.unit.base + (parsed.per ? `/${parsed.per}` : ''),
    amount: scaleDecimal(single.replace(/[, ]/g, '').replace('−', '-'), {
      power: parsed.power,
      factor: parsed.unit.factor,
    }),
  };
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
