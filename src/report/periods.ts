import { CHINESE_NUMERAL_CLASS, readNumeral } from './chinese-numerals.ts';
import { findMatches } from './find-matches.ts';
import type { Period } from './report.ts';

/** The two years an annual report turns on: the one it looks back on and the one it sets targets for. */
export type ReportYears = { readonly lastYear: number; readonly thisYear: number };

/** A time phrase of a text and where it stands (offsets into that text). */
export type PeriodMention = { readonly start: number; readonly end: number; readonly period: Period };

const TARGET_WORDS =
  /目标|任务|计划|安排|打算|思路|部署|展望|预期|要点|重点工作|下一步|下一阶段|下半年|今后|未来|规划|举措|建议(?!提案|.{0,4}办理)/u;
const ACTUAL_WORDS =
  /回顾|总结|情况|成效|成绩|成就|完成|过去|以来|进展|概况|现状|上半年|主要做法|(?<!高质量|协调|全面|加快|推动|促进|融合)发展$/u;
/** `目标完成情况`, `任务进展`: an aim that is looked back on. */
const AIM_LOOKED_BACK_ON =
  /(?:目标|任务|计划|规划|部署)\S{0,6}(?:完成|执行|落实|实施|进展)\S{0,2}情况|(?:回顾|总结)$/u;

/** What the words of a heading say: looking back, looking ahead, or nothing. Ahead wins: `下一步工作`, `发展目标`. */
export function readHeadingKind(heading: string): Period['kind'] | null {
  if (AIM_LOOKED_BACK_ON.test(heading)) return 'actual';
  if (TARGET_WORDS.test(heading)) return 'target';
  return ACTUAL_WORDS.test(heading) ? 'actual' : null;
}

const YEAR = `(?:(?:19|20)\\d{2}|[12二一][〇零九]${`[${CHINESE_NUMERAL_CLASS}]`}{2})`;
const COUNT = `[${CHINESE_NUMERAL_CLASS}\\d]{1,2}`;
/** What may follow the name of a five-year plan: `以来` looks back on it, `末` means its last year. */
const PLAN_TAIL = '(?:时期|期间|规划)?(?:(?<planSince>以来)|(?<planEnd>末期?|期末))?';
const NO_COUNT = '(?![个名家所张座条件项次户人岁年月日天])';
const PHRASE = new RegExp(
  [
    `(?<from>${YEAR})年?\\s*(?:[-—–~]+|至|到)\\s*(?<to>${YEAR})年`,
    `(?<since>${YEAR})年以来`,
    `(?:(?:刚刚?)?过去的)?(?<year>${YEAR})年`,
    `(?:[“"‘]?(?<plan>十[一二三四五六七八九]?)五[”"’]|(?<planBare>(?<![一二三四五六七八九])十[一二三四五六七八九])五${NO_COUNT})${PLAN_TAIL}`,
    `(?<past>(?:刚刚?过去|过去|近|最近|这|前|[本上]一?届政府(?:任期)?)(?:的|这)?(?<pastCount>${COUNT})年(?:来|间|里|中)?|(?<sinceCount>${COUNT})年来)`,
    `(?<next>(?:今后|未来|接下来|下一个|后)(?:的)?(?<nextCount>${COUNT})年)`,
    '(?<newTerm>新一届(?:人民)?政府(?:任期内?)?(?!自身|的?自身|的?(?:开局|第一)))',
    '(?<term>[本上这]一?届政府(?:任期内?|以来|工作期间)?(?!自身|的?自身))',
    '(?<lastYear>去年|上一?年度?)',
    '(?<soFar>今年以来|今年(?=(?:上半年|[一前]季度|[一二三四五六七八九十\\d]+[-至]\\S{1,2}月)))',
    '(?<thisYear>今年|本年度?|新的一年)',
    '(?<nextYear>明年|(?<!乡)下一?年)',
  ].join('|'),
  'gu',
);

/** First year of China's n-th five-year plan; the third began in 1966, one every five years since. */
function fiveYearPlan(numeral: string): { fromYear: number; year: number } {
  const fromYear = 1966 + 5 * (readNumeral(numeral) - 3);
  return { fromYear, year: fromYear + 4 };
}

/** How the phrases of a text are meant. */
export type PhraseReading = {
  /** A question that says `比去年` does mean that year. */
  readonly keepsComparisonBases?: boolean;
  /** In a review written before its year was over, `今年` is the year looked back on. */
  readonly isWrittenThen?: boolean;
  /** In a report on part of a year (`一季度`), what is said of that year is done. */
  readonly isUnderway?: boolean;
  /** `本届政府工作回顾` looks back on a term of five years. */
  readonly readsTerms?: boolean;
};

/** A term of office, in years. */
const TERM_YEARS = 5;

/**
 * Finds the time phrases of width-folded text, in order. Phrases that only name a base of comparison
 * (`比2015年`, `较上年`, `按照上年度`) are left out. `years` may be null when a report does not say what it is about;
 * relative phrases (`去年`) are then skipped.
 */
export function findPeriodMentions(
  text: string,
  years: ReportYears | null,
  reading: PhraseReading = {},
): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  for (const match of findMatches(text, PHRASE)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    if (!reading.keepsComparisonBases && /(?:比|较|与|按|按照|超过|相当于|高于|低于|同)$/u.test(before))
      continue;
    const period = resolvePhrase(match.groups ?? {}, years, reading);
    if (period) mentions.push({ start: match.index, end: match.index + match[0].length, period });
  }
  return mentions;
}

function resolvePhrase(
  groups: Record<string, string | undefined>,
  years: ReportYears | null,
  { isWrittenThen = false, isUnderway = false, readsTerms = false }: PhraseReading,
): Period | null {
  const lastDone = years && isUnderway ? years.thisYear : years?.lastYear;
  const kindOf = (year: number): Period['kind'] =>
    lastDone !== undefined && year > lastDone ? 'target' : 'actual';
  const rangeOf = (fromYear: number, year: number, kind: Period['kind']): Period =>
    fromYear < year ? { fromYear, year, kind } : { year, kind };
  if (groups.from && groups.to) {
    const fromYear = readNumeral(groups.from);
    const year = readNumeral(groups.to);
    return fromYear < year ? { fromYear, year, kind: kindOf(year) } : null;
  }
  if (groups.year) {
    const year = readNumeral(groups.year);
    return { year, kind: kindOf(year) };
  }
  const plan = groups.plan ?? groups.planBare;
  if (plan) {
    const { fromYear, year } = fiveYearPlan(plan);
    if (groups.planEnd) return { year, kind: kindOf(year) };
    const end = groups.planSince && years ? Math.min(year, years.lastYear) : year;
    return fromYear <= end ? rangeOf(fromYear, end, kindOf(end)) : null;
  }
  if (!years) return null;
  const { lastYear, thisYear } = years;
  if (groups.since) {
    const fromYear = readNumeral(groups.since);
    return fromYear <= lastYear ? rangeOf(fromYear, lastYear, 'actual') : { year: fromYear, kind: 'actual' };
  }
  if (groups.newTerm) return readsTerms ? rangeOf(thisYear, thisYear + TERM_YEARS - 1, 'target') : null;
  if (groups.term) return readsTerms ? rangeOf(lastYear - TERM_YEARS + 1, lastYear, 'actual') : null;
  if (groups.past) {
    const count = readNumeral(groups.pastCount ?? groups.sinceCount ?? groups.meanCount ?? '');
    return rangeOf(lastYear - count + 1, lastYear, 'actual');
  }
  if (groups.next) {
    const count = readNumeral(groups.nextCount ?? '');
    return rangeOf(thisYear, thisYear + count - 1, 'target');
  }
  if (groups.lastYear) return { year: isWrittenThen ? lastYear - 1 : lastYear, kind: 'actual' };
  if (groups.soFar || groups.thisYear) {
    if (isWrittenThen) return { year: lastYear, kind: 'actual' };
    return { year: thisYear, kind: groups.soFar ? 'actual' : kindOf(thisYear) };
  }
  return isWrittenThen ? { year: thisYear, kind: 'target' } : { year: thisYear + 1, kind: 'target' };
}

/** What a heading says about the time, given what the heading above it says; null when neither says anything. */
export function readHeadingPeriod(
  heading: string,
  above: Period | null,
  years: ReportYears | null,
  reading: PhraseReading = {},
): Period | null {
  const kind = readHeadingKind(heading);
  // `实现“十二五”良好开局` below a review of its first year only names the plan.
  const [mention] = findPeriodMentions(heading, years, reading).filter(
    ({ start, end }) => !above || start <= MAX_LEAD_CHARS || !namesPlan(heading.slice(start, end)),
  );
  if (mention) return { ...mention.period, kind: kind ?? mention.period.kind };
  if (above || !kind || !years) return above;
  return { year: kind === 'target' || reading.isUnderway ? years.thisYear : years.lastYear, kind };
}

/** How far into a clause a time phrase may stand and still govern it: `力争到2025年,……`, `截至2020年底,……`. */
const MAX_LEAD_CHARS = 6;

/** What may stand before a time that governs a clause and is no doing to something of that time. */
const LEADS_IN =
  /^(?:[到至在自从于截力争取确保预计划实现使让并将要近本这其即比如但而后全市省县区国州旗盟我们各对就]|其中|特别是|尤其是|到了|按照|围绕|为此|总体|初步|回顾|回望|回首|刚刚|各位代表!|[、“"‘])*$/u;

/** `2000年底前建成的小区`: the time is one of a thing. */
const OF_A_THING = /^[底末初]?(?:的|[以之]?前[^,]{0,8}的)/u;
const DONE_BY_THEN = /^[底末]?[以之]?前[^,]{0,8}的/u;
/** `“十四五”批复的6个基地`: a plan that only tells which things are meant, even where it leads. */
const PLAN_OF_A_THING = /^(?:规划)?[\p{Script=Han}]{0,6}的(?![一二三四五六七八九十]年)/u;
/** Whether a time phrase only names a plan, and neither its years nor its end. */
export const namesPlan = (phrase: string): boolean => /五[”"’]?(?:规划)?$/u.test(phrase);

/**
 * The time phrase a clause begins with and is governed by, or null. A plan that something is done to (`落实“十四五”规划`)
 * and a year of some thing (`制定2030年行动方案`) are none; this year and last may be done to (`做好今年工作`).
 */
export function readLeadingMention(
  clause: string,
  years: ReportYears | null,
  reading: PhraseReading = {},
): PeriodMention | null {
  const mention = findPeriodMentions(clause, years, reading).find(({ start, end, period }) => {
    const [before, after] = [clause.slice(0, start), clause.slice(end)];
    // `从2020年的3.68万亿元` says when a change began, not what the clause is about.
    if (/[从由]$/u.test(before) && /^[底末初]?的/u.test(after)) return false;
    if (namesPlan(clause.slice(start, end)) && PLAN_OF_A_THING.test(after)) return false;
    if (LEADS_IN.test(before)) return !(before === '' ? DONE_BY_THEN : OF_A_THING).test(after);
    const isMain =
      years !== null &&
      period.fromYear === undefined &&
      // `结转下年度继续办理` is no work of that year.
      !/^[明下]/u.test(clause.slice(start, end)) &&
      (period.year === years.lastYear || period.year === years.thisYear);
    return isMain && !OF_A_THING.test(after);
  });
  return mention && mention.start <= MAX_LEAD_CHARS ? mention : null;
}

/** The period a clause announces at its beginning, or null when it goes on with what was said before. */
export function readLeadingPeriod(
  clause: string,
  years: ReportYears | null,
  reading: PhraseReading = {},
): Period | null {
  const mention = readLeadingMention(clause, years, reading);
  if (!mention) return null;
  const isAhead = /(?:到|力争|争取|预计|计划)/u.test(clause.slice(0, mention.start));
  return isAhead && years && mention.period.year > (reading.isUnderway ? years.thisYear : years.lastYear)
    ? { ...mention.period, kind: 'target' }
    : mention.period;
}
