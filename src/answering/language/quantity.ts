import type { Span } from '../../report/span.ts';
import { type Dimension, parseUnit, SHARE_DIMENSIONS, UNIT_SOURCE } from '../../report/units.ts';
import { rememberLately } from '../../search/remember-lately.ts';

/** A quantity asked for: where the asking stands, and what kind of number would answer. */
export type QuantityAsked = Span & {
  /** The asking words: `多少人`. */
  readonly words: string;
  /** Kinds of number that answer; empty when any does. */
  readonly dimensions: readonly Dimension[];
  /** The counting word used (`家`, `所`), which ranks but does not exclude: people say 个 for everything. */
  readonly base: string;
  /** Words that stay part of the subject although they ask (`覆盖率`, `标准`). */
  readonly keepsWords: boolean;
};

const PEOPLE: readonly Dimension[] = ['people', 'person-times', 'households'];

type Rule = {
  readonly pattern: RegExp;
  readonly dimensions: readonly Dimension[];
  readonly keepsWords?: boolean;
  readonly base?: string;
};

const HOW_MANY =
  '(?:多少|好多|几多|(?<!哪|那|这|前|后|近|好|十|第)几(?!种|大|方面|个方面|点(?!几)|件事|块内容)|若干|how much|how many)';

/** Tried in order; an earlier match hides later ones it overlaps. */
const RULES: readonly Rule[] = [
  {
    pattern:
      /第几[位名届轮次批]?|排?(?<![此之以])前几[位名]?(?=$|[\s,。?])|排第几|第多少[位名]?|排名|名次|位次|(?<!安)排(?:在|到)?(?:多少|几)名?/gu,
    dimensions: ['ordinal'],
  },
  {
    pattern:
      /百分之(?:几|多少|好多|几多)|(?:多少|好多|几多)(?:个)?百分点|几个百分点|(?:几|多少)个点|几成|多少%|百分比|占比|比重/gu,
    dimensions: SHARE_DIMENSIONS,
  },
  { pattern: new RegExp(`(?:${HOW_MANY})倍|倍数`, 'gu'), dimensions: ['multiple', 'ratio'] },
  {
    pattern: new RegExp(
      `${HOW_MANY}(?:万|亿|个)?(?:的)?(?:钱|元|块钱|块|资金|经费|款|银子)|${HOW_MANY}(?:个)?(?:万亿|亿|万)(?:元|块)|${HOW_MANY}(?:个)?(?:万亿|亿)(?=$|[^\\u4e00-\\u9fff])|${HOW_MANY}个亿|金额|花了${HOW_MANY}`,
      'gu',
    ),
    dimensions: ['money'],
  },
  {
    // `一个月拿多少`: what comes every month is money.
    pattern: new RegExp(
      `(?<=(?:每个?|一个?)[月年天][^,。?]{0,4})(?:拿|领|得|发|到手)(?:取|到)?(?:个)?${HOW_MANY}(?=$|[,。?\\s])`,
      'gu',
    ),
    dimensions: ['money'],
  },
  {
    pattern: new RegExp(`${HOW_MANY}(?:万|亿)?人次`, 'gu'),
    dimensions: ['person-times', 'people'],
    base: '人次',
  },
  {
    pattern: new RegExp(`${HOW_MANY}(?:万|亿)?(?:个)?人(?!均)|(?:总)?人数|${HOW_MANY}(?:万)?(?:名|位)`, 'gu'),
    dimensions: PEOPLE,
  },
  {
    pattern: new RegExp(`${HOW_MANY}(?:万)?户次?|(?<![用客农门商账帐住])户数`, 'gu'),
    dimensions: ['households'],
  },
  {
    pattern: new RegExp(`${HOW_MANY}(?:万)?(?:个)?(?:小时|钟头)|时长`, 'gu'),
    dimensions: ['duration'],
    keepsWords: true,
  },
  { pattern: new RegExp(`${HOW_MANY}(?:周年|年|天|个月)(?!度)|多久`, 'gu'), dimensions: ['duration'] },
  {
    pattern: new RegExp(`增长(?:了)?${HOW_MANY}|增幅|增速|同比|涨幅|增长率|growth(?: rate)?|yoy`, 'giu'),
    dimensions: SHARE_DIMENSIONS,
    keepsWords: true,
  },
  {
    pattern: /[\u4e00-\u9fff]{1,4}率(?!先|领|队)(?:是|有|为|达|达到|到)?(?:多少|几|多高)?/gu,
    dimensions: SHARE_DIMENSIONS,
    keepsWords: true,
  },
  { pattern: /(?<=[\u4e00-\u9fff]|^)(?<!\d[万亿])人次数?(?!均)/gu, dimensions: ['person-times', 'people'] },
  {
    pattern:
      /(?<=[\u4e00-\u9fff])(?:(?<![用客农门商账帐住])户数|件数|对数|例数|家数|(?<![一这那要查报核对哪几])个数|数目|(?<!指|系|次|少|多|岁|级|参)数(?=$|[\s,、?和与]))/gu,
    dimensions: ['count', 'people', 'households', 'person-times'],
  },
  { pattern: /多大(?:年纪|年龄|岁数)|几岁|多少岁|年纪|年龄|岁数/gu, dimensions: ['age'] },
  {
    // `临时救助 钱和人次`: quantities named side by side, without an asking word.
    pattern:
      /(?<=\s|^|的|和|与|、)(?:钱|资金|金额|经费)(?=(?:和|与|、|跟)(?:人|户|件|数))|(?<=(?:人数|人次|户数|户次)(?:和|与|、|跟))(?:钱|资金|金额|经费)/gu,
    dimensions: ['money'],
  },
];

/** 个 counts anything, cases and times may count people; other measure words count things of their own. */
function countedBy(measure: string): readonly Dimension[] {
  if (measure === '个') return ['count', 'people', 'households', 'person-times', 'ordinal'];
  return ['count', 'ordinal'];
}

/** Said of two kinds of number: 度 of electricity and of warmth (℃ is counted). */
const ALSO_MEASURES: Readonly<Record<string, Dimension>> = { 度: 'count' };

/** People whose name begins like a measure word: `多少乡亲`, `多少家长`. */
const NO_MEASURE =
  '(?:乡(?:亲|民|里人|村|镇|土)|村(?:庄|集体|级)|县域|市场|村民|市民|家(?:长(?!期)|属|人|庭)|户主|队员|组员|班主任)';
const COUNTED = new RegExp(`${HOW_MANY}(?:多)?(?:万|亿)?(?!${NO_MEASURE})(?<unit>${UNIT_SOURCE})`, 'gu');
const BARE = new RegExp(`${HOW_MANY}(?!家政)(?:[万亿](?=[\\s,。?]|$))?|多大|how many|how much`, 'giu');

/** Names of sums of money, before the asking (`奖金是多少`) or after it (`发多少生活费`). */
const MONEY = '(?:费用?|(?<![黄白合五冶])金|款项?|资金|补贴|补助|津贴|工资|薪酬|支出|开支|花费|造价|预算)';
const MONEY_BEFORE = new RegExp(
  `${MONEY}(?:额|一共|总共|共|大概|大约|各|分别|是|有|为|达到?|得|给|发|到|\\s)*$`,
  'u',
);
const MONEY_AFTER = new RegExp(`^(?:的)?[\\p{Script=Han}]{0,4}?${MONEY}(?!覆盖|标准|对象|机构)`, 'u');

/** Finds what a question asks to be counted or measured, in order. Empty when it asks for no number. */
export const findQuantities = rememberLately(findAnew);

function findAnew(text: string): readonly QuantityAsked[] {
  const found: QuantityAsked[] = [];
  const add = (span: Span, rest: Omit<QuantityAsked, 'start' | 'end' | 'words'>): void => {
    if (found.some((other) => other.start < span.end && span.start < other.end)) return;
    found.push({ ...span, words: text.slice(span.start, span.end), ...rest });
  };
  for (const { pattern, dimensions, keepsWords = false, base = '' } of RULES) {
    for (const match of text.matchAll(pattern)) {
      add({ start: match.index, end: match.index + match[0].length }, { dimensions, base, keepsWords });
    }
  }
  for (const match of text.matchAll(COUNTED)) {
    const printed = match.groups?.unit ?? '';
    const unit = parseUnit(printed)?.unit;
    if (!unit) continue;
    const other = ALSO_MEASURES[printed];
    const own = unit.dimension === 'count' ? countedBy(printed) : [unit.dimension];
    add(
      { start: match.index, end: match.index + match[0].length },
      {
        dimensions: other ? [...own, other] : own,
        base: printed === '个' || other ? '' : unit.base,
        keepsWords: false,
      },
    );
  }
  for (const match of text.matchAll(BARE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const isMoney = MONEY_BEFORE.test(text.slice(0, span.start)) || MONEY_AFTER.test(text.slice(span.end));
    add(span, { dimensions: isMoney ? ['money'] : [], base: '', keepsWords: false });
  }
  return found.sort((a, b) => a.start - b.start);
}
