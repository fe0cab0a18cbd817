import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from './chinese-numerals.ts';
import type { Period } from './report.ts';

/** The two years an annual report turns on: the one it looks back on and the one it sets targets for. */
export type ReportYears = { readonly lastYear: number; readonly thisYear: number };

/** A time phrase of a text and where it stands (offsets into that text). */
export type PeriodMention = { readonly start: number; readonly end: number; readonly period: Period };

const TARGET_WORDS =
  /目标|任务|计划|安排|打算|思路|部署|展望|预期|要点|重点工作|下一步|下一阶段|今后|未来|规划|举措/u;
const ACTUAL_WORDS = /回顾|总结|情况|成效|成绩|完成|过去|以来|进展|概况|现状|发展|工作|主要做法/u;

/** What the words of a heading say: looking back, looking ahead, or nothing. Ahead wins: `下一步工作`, `发展目标`. */
export function readHeadingKind(heading: string): Period['kind'] | null {
  if (TARGET_WORDS.test(heading)) return 'target';
  return ACTUAL_WORDS.test(heading) ? 'actual' : null;
}

const YEAR = `(?:(?:19|20)\\d{2}|[12二一][〇零九]${`[${CHINESE_NUMERAL_CLASS}]`}{2})`;
const COUNT = `[${CHINESE_NUMERAL_CLASS}\\d]{1,2}`;
const PHRASE = new RegExp(
  [
    `(?<from>${YEAR})年?\\s*(?:[-—–~]+|至|到)\\s*(?<to>${YEAR})年`,
    `(?<year>${YEAR})年`,
    `[“"‘]?(?<plan>十[一二三四五六七八九]?)五[”"’](?:时期|期间|规划|末)?|(?<planBare>(?<![一二三四五六七八九])十[一二三四五六七八九])五(?:时期|期间|规划|末|(?![个名家所张座条件项次户人岁年月日天]))`,
    `(?<past>(?:过去|近|最近|这|前)(?<pastCount>${COUNT})年(?:来|间|里|中)?|(?<sinceCount>${COUNT})年来)`,
    `(?<next>(?:今后|未来|接下来|下一个|后)(?:的)?(?<nextCount>${COUNT})年)`,
    '(?<lastYear>去年|上一?年度?|过去(?:的)?一年|一年来)',
    '(?<thisYear>今年|本年度?|当年|新的一年)',
    '(?<nextYear>明年|下一?年)',
  ].join('|'),
  'gu',
);

function readNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? Number.NaN);
}

/** First year of China's n-th five-year plan; the third began in 1966, one every five years since. */
function fiveYearPlan(numeral: string): { fromYear: number; year: number } {
  const fromYear = 1966 + 5 * (readNumber(numeral) - 3);
  return { fromYear, year: fromYear + 4 };
}

/**
 * Finds the time phrases of width-folded text, in order. Phrases that only name a base of comparison
 * (`比2015年`, `较上年`, `按照上年度`) are left out. `years` may be null when a report does not say what it is about;
 * relative phrases (`去年`) are then skipped. A question that says `比去年` does mean that year: keep the bases there.
 */
export function findPeriodMentions(
  text: string,
  years: ReportYears | null,
  options: { readonly keepsComparisonBases: boolean } = { keepsComparisonBases: false },
): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  for (const match of text.matchAll(PHRASE)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    if (!options.keepsComparisonBases && /(?:比|较|与|按|按照|超过|相当于|高于|低于|同)$/u.test(before))
      continue;
    const period = resolvePhrase(match.groups ?? {}, years);
    if (period) mentions.push({ start: match.index, end: match.index + match[0].length, period });
  }
  return mentions;
}

function resolvePhrase(groups: Record<string, string | undefined>, years: ReportYears | null): Period | null {
  const kindOf = (year: number): Period['kind'] => (years && year > years.lastYear ? 'target' : 'actual');
  if (groups.from && groups.to) {
    const fromYear = readNumber(groups.from);
    const year = readNumber(groups.to);
    return fromYear < year ? { fromYear, year, kind: kindOf(year) } : null;
  }
  if (groups.year) {
    const year = readNumber(groups.year);
    return { year, kind: kindOf(year) };
  }
  const plan = groups.plan ?? groups.planBare;
  if (plan) {
    const range = fiveYearPlan(plan);
    return { ...range, kind: kindOf(range.year) };
  }
  if (!years) return null;
  if (groups.past) {
    const count = readNumber(groups.pastCount ?? groups.sinceCount ?? '');
    return { fromYear: years.lastYear - count + 1, year: years.lastYear, kind: 'actual' };
  }
  if (groups.next) {
    const count = readNumber(groups.nextCount ?? '');
    return { fromYear: years.thisYear, year: years.thisYear + count - 1, kind: 'target' };
  }
  if (groups.lastYear) return { year: years.lastYear, kind: 'actual' };
  if (groups.thisYear) return { year: years.thisYear, kind: 'target' };
  return { year: years.thisYear + 1, kind: 'target' };
}

/**
 * Works out which year a report looks back on and which it sets targets for, from its headings first, then its
 * title, then the years its text names most. Null when it names no year at all.
 */
export function readReportYears(parts: {
  readonly title: string;
  readonly headings: readonly string[];
  readonly body: string;
}): ReportYears | null {
  let lastYear: number | null = null;
  let thisYear: number | null = null;
  for (const heading of parts.headings) {
    const mention = findPeriodMentions(heading, null).find(({ period }) => period.fromYear === undefined);
    if (!mention) continue;
    if (readHeadingKind(heading) === 'target') thisYear ??= mention.period.year;
    else lastYear = Math.max(lastYear ?? 0, mention.period.year);
  }
  if (lastYear !== null && thisYear === null) thisYear = lastYear + 1;
  if (thisYear !== null) return { lastYear: Math.min(lastYear ?? thisYear - 1, thisYear - 1), thisYear };
  return readTitleYears(parts.title) ?? readBodyYears(parts.body);
}

function readTitleYears(title: string): ReportYears | null {
  const found = /(?:19|20)\d{2}/.exec(title);
  if (!found) return null;
  const year = Number(found[0]);
  // A work report given in a year, a year's plan, and a yearbook all look back on the year before.
  const looksBackOnItself =
    /总结|回顾|公报|情况|统计/u.test(title) && !/政府工作报告|年鉴|计划|安排|要点/u.test(title);
  return looksBackOnItself ? { lastYear: year, thisYear: year + 1 } : { lastYear: year - 1, thisYear: year };
}

function readBodyYears(body: string): ReportYears | null {
  const counts = new Map<number, number>();
  for (const match of body.matchAll(/((?:19|20)\d{2})年/gu)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? { lastYear: best[0], thisYear: best[0] + 1 } : null;
}

/** What a heading says about the time, given what the heading above it says; null when neither says anything. */
export function readHeadingPeriod(
  heading: string,
  above: Period | null,
  years: ReportYears | null,
): Period | null {
  const kind = readHeadingKind(heading);
  const [mention] = findPeriodMentions(heading, years);
  if (mention) return { ...mention.period, kind: kind ?? mention.period.kind };
  if (above || !kind || !years) return above;
  return { year: kind === 'target' ? years.thisYear : years.lastYear, kind };
}

/** How far into a clause a time phrase may stand and still govern it: `力争到2025年,……`, `截至2020年底,……`. */
const MAX_LEAD_CHARS = 6;

/** The period a clause announces at its beginning, or null when it goes on with what was said before. */
export function readLeadingPeriod(clause: string, years: ReportYears | null): Period | null {
  const mention = findPeriodMentions(clause, years)[0];
  if (!mention || mention.start > MAX_LEAD_CHARS) return null;
  const isAhead = /(?:到|力争|争取|预计|计划)/u.test(clause.slice(0, mention.start));
  return isAhead && years && mention.period.year > years.lastYear
    ? { ...mention.period, kind: 'target' }
    : mention.period;
}
