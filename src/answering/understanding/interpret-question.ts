import { CHINESE_NUMERAL_CLASS, readNumeral } from '../../report/chinese-numerals.ts';
import { findPeriodMentions, type ReportYears } from '../../report/periods.ts';
import type { Period } from '../../report/report.ts';
import type { Dimension } from '../../report/units.ts';
import { keepForLast, rememberLately } from '../../search/remember-lately.ts';
import { findQuantities, type QuantityAsked } from '../language/quantity.ts';
import { removeFrames } from '../language/question-frames.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { blankTold } from './told-numbers.ts';

/** The time a question names: a year, a direction (done or aimed at), or both. */
export type AskedPeriod = {
  readonly year: number | null;
  readonly fromYear: number | null;
  readonly kind: Period['kind'] | null;
  /** What something is measured from (`比2020年提高多少`). */
  readonly isBase?: boolean;
};

/** What a question asks, in parts the answering can act on. */
export type Interpretation = {
  /** Normalised, misspellings corrected. */
  readonly text: string;
  /** The text with the years of the report said as everybody says them (`去年` for `2018年`): which year it is tells nothing. */
  readonly relative: string;
  readonly terms: readonly Term[];
  readonly quantities: readonly QuantityAsked[];
  /** Kinds of number that answer; empty when the question does not say. */
  readonly dimensions: readonly Dimension[];
  /** Null when the question gives no hint of time. */
  readonly period: AskedPeriod | null;
  /** Both years are named, to compare them. */
  readonly periods: readonly AskedPeriod[];
  /** Which end of a change is asked for: `原来` the first, `从多少提高到多少` both, otherwise the last. */
  readonly wantedEnd: 'before' | 'after' | 'both';
  /** A bare noun phrase (`婚姻登记`) without any asking word. */
  readonly isNounPhrase: boolean;
};

export type InterpretContext = { readonly lexicon: Lexicon; readonly years: ReportYears | null };

/** What was interpreted lately, by whose words: a question is read as a whole, in parts and in sides, each again and again. */
const interpretedBy = keepForLast((context: InterpretContext) =>
  rememberLately((asked) => interpretAnew(asked, context)),
);

/** Interprets one question that is already normalised. */
export const interpretQuestion = (asked: string, context: InterpretContext): Interpretation =>
  interpretedBy(context)(asked);

function interpretAnew(asked: string, { lexicon, years }: InterpretContext): Interpretation {
  const text = sayRates(asked)
    .replace(/(?<=[国省市区县镇乡村])一级/gu, '级')
    // Who lives there is told of the place (`城里人和农村人的收入`).
    .replace(/(?<=城里|城市|城镇|农村|乡下|乡里|村里)(?:的)?人(?![口才均员数次大民事工力])/gu, '');
  const { periods, rest } = readAskedPeriods(text, years);
  const brief = readAsked(removeFrames(rest), lexicon);
  // `领导要讲养老,2019年的目标给我捋几条`: what is asked may stand in what was said beside it.
  const whole = brief.terms.some(isSubject)
    ? brief
    : readAsked(removeFrames(rest, { keepsAsides: true }), lexicon);
  const { quantities, terms } = whole.terms.some(isSubject) ? whole : brief;
  const dimensions = [...new Set(quantities.flatMap((each) => each.dimensions))];
  return {
    text,
    relative: years === null ? text : sayRelatively(text, years),
    terms,
    quantities,
    dimensions,
    // What was told before the asking may be of another time (`去年建好了,今年要上线什么`).
    period: periods.at(-1) ?? null,
    periods,
    wantedEnd: /[从由](?:多少|几).*[到至](?:多少|几)|前后|前、后/u.test(text)
      ? 'both'
      : /原来|原先|之前|以前|过去是|(?:提标|上涨|涨价|涨|调标|改革)前(?![景期后])|提高前|调整前|上调前|调整之前|提高之前|从多少|由多少|本来|老标准|旧标准|早先|起先|起初|当初|从前|过去(?=每|一[张个人只]|[才只补给贴])|[三五十\d]年前/u.test(
            text,
          )
        ? 'before'
        : 'after',
    isNounPhrase: !/什么|啥|谁|哪|怎么|怎样|如何|为什么|为何|吗|呢|是否|有没有|能不能|是不是|可以|[?]/u.test(
      text,
    ),
  };
}

/** Whether a word can be what a question is about. */
const isSubject = ({ role, isKnown }: Term): boolean => role === 'topic' && isKnown;

const sayRelatively = (text: string, { lastYear, thisYear }: ReportYears): string =>
  text.replaceAll(`${lastYear}年`, '去年').replaceAll(`${thisYear}年`, '今年');

type Asked = {
  readonly quantities: readonly QuantityAsked[];
  readonly terms: readonly Term[];
};

/** Reads the quantities and the words of a question without its frame. */
function readAsked(unframed: string, lexicon: Lexicon): Asked {
  const quantities = findQuantities(unframed);
  const counted = quantities.reduce(
    (left, { start, end, keepsWords }) =>
      keepsWords ? left : left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    unframed,
  );
  // A number someone quotes to narrow the question (`30个婚姻辅导站`) is not part of what it is about.
  const named = blankTold(counted, quantities).replace(MONTH, ' ');
  const terms = [...lexicon.readTerms(named), ...readMonths(counted).map(lexicon.readScope)];
  return { quantities, terms };
}

const YEAR_FORMS = new RegExp(
  `(?<![\\d.])(?:(?<full>(?:19|20)\\d{2})(?:年度?)?|(?<short>\\d{2})年度?|(?<han>二[〇零O0][${CHINESE_NUMERAL_CLASS}]{2}|[一二][${CHINESE_NUMERAL_CLASS}])年度?)(?![\\d.%]|个|元|万|亿)`,
  'gu',
);

/** A month narrows what is asked to a part of the year. */
const MONTH =
  /(?<![\d.])(?<number>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末|初|[上中下]旬)?(?!\p{Script=Han}?度)/gu;

function readMonths(text: string): string[][] {
  return [...text.matchAll(MONTH)].map(({ groups }) => {
    const written = groups?.number ?? '';
    const number = readNumeral(written);
    // As the person wrote it first: a refusal names it.
    return [
      `${written}月`,
      `${number}月`,
      `${'一二三四五六七八九'.charAt(number - 1) || ['十', '十一', '十二'][number - 10]}月`,
    ];
  });
}

/** After whom it is for, or before what comes: a month is no January. */
const EVERY_MONTH =
  /(?<![\d一二三四五六七八九十])[一1]月(?=[领拿发给补]|能|可以|到手|好多|几|多少)|(?<=(?![年至到、和,])\p{Script=Han})一月(?![份底末初至到]|[上中下]旬)/gu;

/**
 * `每1000个老人` and `一千个老人平均` ask for what is printed as 每千名; `一月领多少` is what comes every month, no January.
 */
function sayRates(text: string): string {
  return text
    .replace(EVERY_MONTH, '每月')
    .replace(
      /(?:每|(?<=平均|^))(?:1,?000|一千|千|(?<wan>10,?000|一万|万))(?:个|位|名)?(?=老|人(?!口)|居民|儿童|群众|常住|户籍)/gu,
      (_, wan: string | undefined) => `每${wan === undefined ? '千' : '万'}名`,
    );
}

/** Words that put a question on one side of the year without naming it. */
const TARGET_HINT =
  /目标|预期|(?<![”"\p{Script=Han}]{2})计划|计划(?=建|新|做|完成|推|要|安排|在|今|办|设|改|制|出)|(?:年|的|有什么|哪些)计划|打算|准备|将要?(?!军)|要(?=达到|建|新增|完成|做|新建|设|改造|实现|搞|办|开|缩小|降|提高|举|制定|出台|启动|推|抓|联检|举办|推动|加强|怎么|干|把|引进|试点|升级)|力争|争取(?![到了过])|任务|(?:工作|怎么|如何|有什么|有哪些|的)安排|安排(?=建|新|做|改|开展|推|举|在|$)|要求达到|下一步|接下来|今后|要多少|应(?:当|该)?(?=达到|建|完成)|(?<!总体|详细|空间)规划/u;
const ACTUAL_HINT =
  /现在|目前|如今|现有|已经|已(?=[^经])|完成了|做了|实际|实现了|当时|(?<!没|有|为|达到|完成|实现)了(?:多少|几|哪些|什么)|成果|成绩|成效|取得/u;

/** What is already done of a year ahead is no aim for it. */
const ALREADY =
  /已经(?!定|确定|明确|安排|计划|列入|提出)|已(?=建成?|设[好立]?|完成|办|改造|新增|开)|(?:完成|做|建成?|设好?|办|改造|新增|开)了(?=多少|好多|几)/u;

type FoundPeriod = { readonly start: number; readonly end: number; readonly period: AskedPeriod };

const ASKED_READING = { keepsComparisonBases: true, readsTerms: true } as const;

/** What stands before a year that something is measured from. */
const MEASURED_FROM = /[比较]$/u;

/** `五年里`, `五年后`, `五年内`: years that are only counted are the past ones, unless the words look ahead. */
const COUNTED_YEARS =
  /(?<![\d.第〇零一二两三四五六七八九十])(?:(?<count>[两二三五十]|[235])年(?!度|底|初|级|以上|目标|规划|计划|行动)(?:(?<later>[之以]?后)|(?<within>[之以]?内)|[里间来])?)/gu;

/** The years a text names, each once, whether one is what is measured from, and the text with blanks for them; a range names its ends. */
export function readNamedYears(
  text: string,
  years: ReportYears | null,
): { readonly years: readonly number[]; readonly hasBase: boolean; readonly rest: string } {
  const { periods, rest } = readAskedPeriods(text, years);
  const named = periods.flatMap(({ fromYear, year }) => [fromYear, year]).filter((year) => year !== null);
  return { years: [...new Set(named)], hasBase: periods.some(({ isBase }) => isBase), rest };
}

/** Reads the years and directions a question names and blanks them out. */
function readAskedPeriods(text: string, years: ReportYears | null): { periods: AskedPeriod[]; rest: string } {
  const found: FoundPeriod[] = findPeriodMentions(text, years, ASKED_READING).map(
    ({ start, end, period }) => ({
      start,
      end,
      period: { year: period.year, fromYear: period.fromYear ?? null, kind: null },
    }),
  );
  const add = (start: number, end: number, year: number, fromYear: number | null = null): void => {
    if (found.some((other) => other.start < end && start < other.end)) return;
    found.push({ start, end, period: { year, fromYear, kind: null } });
  };
  for (const match of text.matchAll(YEAR_FORMS)) {
    const year = readYear(match.groups ?? {});
    if (year !== null) add(match.index, match.index + match[0].length, year);
  }
  if (years) {
    for (const match of text.matchAll(COUNTED_YEARS)) {
      const count = readNumeral(match.groups?.count ?? '');
      const end = match.index + match[0].length;
      if (match.groups?.later) add(match.index, end, years.thisYear + count - 1);
      else if (match.groups?.within) add(match.index, end, years.thisYear + count - 1, years.thisYear);
      // `准备三年种多少`: how long it takes is no time of what was done.
      else if (match[0].endsWith('年') && TARGET_HINT.test(text.slice(0, match.index))) continue;
      // `两年一共建多少`: what was done and what is aimed at, added up.
      else if (count === 2 && /^(?:一共|总共|合计|共(?!同)|加起来|加在一起|加一起)/u.test(text.slice(end))) {
        add(match.index, match.index + 1, years.lastYear);
        add(match.index + 1, end, years.thisYear);
      } else add(match.index, end, years.lastYear, years.lastYear - count + 1);
    }
    for (const match of text.matchAll(/前年/gu)) add(match.index, match.index + 2, years.lastYear - 1);
  }
  found.sort((a, b) => a.start - b.start);
  const rest = found.reduce((left, { start, end }) => {
    // `到去年底`: the end of a year is the year.
    const until = end + (/^年?[底末](?!子)/u.exec(text.slice(end))?.[0].length ?? 0);
    return left.slice(0, start) + ' '.repeat(until - start) + left.slice(until);
  }, text);
  const [looksAhead, looksBack] = [TARGET_HINT.test(rest), ACTUAL_HINT.test(rest)];
  const kind = looksAhead === looksBack ? null : looksAhead ? 'target' : 'actual';
  const isAlready = ALREADY.test(rest);
  const periods = found.map(({ start, period }): AskedPeriod => {
    if (MEASURED_FROM.test(text.slice(0, start))) return { ...period, isBase: true };
    return isAlready && years !== null && period.year !== null && period.year >= years.thisYear
      ? { ...period, kind: 'actual' }
      : period;
  });
  const distinct = periods.filter(
    ({ year, fromYear }, index) =>
      periods.findIndex((other) => other.year === year && other.fromYear === fromYear) === index,
  );
  if (distinct.length === 0) return { periods: kind ? [{ year: null, fromYear: null, kind }] : [], rest };
  return { periods: distinct, rest };
}

/** Two digits mean this century; Chinese digits are read one by one (`一八年`). */
function readYear(groups: Record<string, string | undefined>): number | null {
  if (groups.full) return Number(groups.full);
  if (groups.short) {
    const year = 2000 + Number(groups.short);
    return year >= 2000 && year < 2050 ? year : null;
  }
  const han = (groups.han ?? '').replace(/[〇零Oo]/gu, '0');
  const digits = [...han]
    .map((character) => '〇一二三四五六七八九'.indexOf(character))
    .map((digit, index) => (han[index] === '0' ? 0 : digit));
  if (digits.some((digit) => digit < 0)) return null;
  return digits.length === 4 ? Number(digits.join('')) : 2000 + Number(digits.join(''));
}
