import { findPeriodMentions, type PhraseReading, type ReportYears, readHeadingKind } from './periods.ts';
import type { Period } from './report.ts';

/** The parts of a report that say which years it turns on. All width-folded. */
export type YearSources = {
  /** Everything above the first heading that is neither content nor noise. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly body: string;
};

/**
 * How much a hint counts. A heading that names a year and a direction says it outright; what a title's year means
 * depends on the kind of text; how often a year is named is only better than nothing.
 */
const WEIGHT = {
  heading: 4,
  title: 4,
  vagueTitle: 1,
  delivery: 3,
  phrase: 3,
  plan: 2,
  vagueHeading: 1.5,
  named: 0.5,
} as const;

/** A year that may be the one targets are set for, with what speaks for it. */
type Vote = { readonly thisYear: number; readonly weight: number };

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/gu;

/**
 * Works out which year a report looks back on and which it sets targets for. Headings, the title, the date it was given
 * on, five-year plans and phrases (`刚刚过去的2025年`) each vote for the year targets are set for; null when none does.
 */
export function readReportYears(sources: YearSources): ReportYears | null {
  const votes = [
    ...sources.headings.flatMap(readHeading),
    ...readTitle(sources.title),
    ...readPhrases(sources.body),
  ];
  const counted = votes.length > 0 ? votes : readMostNamed(sources.body);
  const weights = new Map<number, number>();
  for (const { thisYear, weight } of [...counted, ...(votes.length > 0 ? readMostNamed(sources.body) : [])])
    weights.set(thisYear, (weights.get(thisYear) ?? 0) + weight);
  const [best] = [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? { lastYear: best[0] - 1, thisYear: best[0] } : null;
}

function readHeading(heading: string): Vote[] {
  const kind = readHeadingKind(heading);
  const mentions = findPeriodMentions(heading, null).map(({ period }) => period);
  return mentions.flatMap(({ year, fromYear }): Vote[] => {
    if (fromYear !== undefined) {
      const thisYear = kind === 'target' ? fromYear : year + 1;
      return kind === null ? [] : [{ thisYear, weight: WEIGHT.plan }];
    }
    // `2026年主要工作` may be what is to be done or what was.
    if (kind === null) return [year, year + 1].map((thisYear) => ({ thisYear, weight: WEIGHT.vagueHeading }));
    return [{ thisYear: kind === 'target' ? year : year + 1, weight: WEIGHT.heading }];
  });
}

/** Texts named after the year they are about, and texts named after the year they are made in or for. */
const LOOKS_BACK = /总结|回顾|公报|情况|统计|述职|决算|完成|白皮书/u;
const LOOKS_AHEAD = /政府工作报告|年鉴|计划|安排|要点|打算|思路|部署|任务|目标|预算草案|规划/u;

type Delivery = { readonly written: string; readonly year: number; readonly month: number };

/** The days a title says a text was given on. */
function readDeliveries(title: string): Delivery[] {
  return [...title.matchAll(/((?:19|20)\d{2})[年\-/.]\s*(\d{1,2})[月\-/.]/gu)].map(
    ([written, year, month]) => ({
      written,
      year: Number(year),
      month: Number(month),
    }),
  );
}

function readTitle(title: string): Vote[] {
  const dates = readDeliveries(title);
  const votes: Vote[] = dates.slice(0, 1).map(({ year, month }) => {
    // What is given at the end of a year is about the next: newly elected congresses meet in November, too.
    return { thisYear: month >= 11 ? year + 1 : year, weight: WEIGHT.delivery };
  });
  const named = dates.reduce((rest, { written }) => rest.replace(written, ' '), title);
  const years = [...named.matchAll(YEAR)].map((match) => Number(match[1]));
  const [first] = years;
  if (first === undefined) {
    const plan = /规划|纲要/u.test(named) ? findPeriodMentions(named, null)[0]?.period.fromYear : undefined;
    return plan === undefined ? votes : [...votes, { thisYear: plan, weight: WEIGHT.title }];
  }
  const latest = Math.max(...years);
  const range = /((?:19|20)\d{2})年?\s*[-—–~～至到]+\s*((?:19|20)\d{2})/u.exec(named);
  if (range) {
    // A review of several years is given after the last of them, a plan before the first.
    const isReview = LOOKS_BACK.test(named) && !LOOKS_AHEAD.test(named);
    const thisYear = isReview ? Number(range[2]) + 1 : Number(range[1]);
    return [...votes, { thisYear, weight: WEIGHT.title }];
  }
  if (latest === first + 1) return [...votes, { thisYear: latest, weight: WEIGHT.title }];
  if (new RegExp(STRETCH, 'u').test(named)) return [...votes, { thisYear: first, weight: WEIGHT.title }];
  const [back, ahead] = [LOOKS_BACK.test(named), LOOKS_AHEAD.test(named)];
  // `2020年工作回顾-高县年鉴`: what a year is followed by says more than the kind of book it stands in.
  if (new RegExp(`${first}年[^,。—-]{0,14}(?:回顾|总结)`, 'u').test(named))
    return [...votes, { thisYear: first + 1, weight: WEIGHT.title }];
  if (ahead) return [...votes, { thisYear: first, weight: WEIGHT.title }];
  if (back) return [...votes, { thisYear: first + 1, weight: WEIGHT.title }];
  return [...votes, { thisYear: first, weight: WEIGHT.vagueTitle }];
}

/** Part of a year. */
const STRETCH = '(?:第?[一二三]季度|前[二三]季度|上半年|首季|1[-—–~至]\\d{1,2}月)';
/** A text about part of a year says so in its title or its first lines, and again and again. */
const OPENING_CHARS = 600;
const MIN_STRETCHES = 3;

/** Whether a report was written while the year it tells of was under way: `一季度经济运行情况`. */
export function isUnderway(title: string, body: string): boolean {
  const stretch = new RegExp(STRETCH, 'gu');
  if (new RegExp(STRETCH, 'u').test(title)) return true;
  return (
    new RegExp(STRETCH, 'u').test(body.slice(0, OPENING_CHARS)) &&
    [...body.matchAll(stretch)].length >= MIN_STRETCHES &&
    !/政府工作报告|总结|年鉴|公报/u.test(title)
  );
}

/** Phrases of the text that tell this year from last: at most one vote of each kind. */
const PHRASES: readonly { readonly pattern: RegExp; readonly read: (found: RegExpExecArray) => number }[] = [
  { pattern: /(?:刚刚?过去|过去)的((?:19|20)\d{2})年/u, read: (found) => Number(found[1]) + 1 },
  { pattern: /((?:19|20)\d{2})年(?:的)?(?:工作)?回顾/u, read: (found) => Number(found[1]) + 1 },
  {
    pattern: /((?:19|20)\d{2})年(?:的)?(?:主要预期目标|预期目标|计划目标|工作安排|重点工作)/u,
    read: (found) => Number(found[1]),
  },
  { pattern: new RegExp(`((?:19|20)\\d{2})年${STRETCH}`, 'u'), read: (found) => Number(found[1]) },
  { pattern: /((?:19|20)\d{2})年同期/u, read: (found) => Number(found[1]) + 1 },
  {
    pattern:
      /(?:今年|(?:19|20)\d{2}年)是[^,。;]{0,12}[“"]?(十[一二三四五六七八九]?)五[”"]?[^,。;]{0,4}(?:开局|起步|第一年|首年)/u,
    read: (found) => firstYearOfPlan(found[1] ?? ''),
  },
];

function readPhrases(body: string): Vote[] {
  return PHRASES.flatMap(({ pattern, read }) => {
    const found = pattern.exec(body);
    return found ? [{ thisYear: read(found), weight: WEIGHT.phrase }] : [];
  });
}

function firstYearOfPlan(numeral: string): number {
  const [mention] = findPeriodMentions(`“${numeral}五”`, null);
  return mention?.period.fromYear ?? Number.NaN;
}

function readMostNamed(body: string): Vote[] {
  const counts = new Map<number, number>();
  for (const match of body.matchAll(/((?:19|20)\d{2})年/gu)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? [{ thisYear: best[0] + 1, weight: WEIGHT.named }] : [];
}

/** What a title says of the time of the whole text; a text that sets no aims by its title looks back. */
export function readReportPeriod(
  title: string,
  years: ReportYears | null,
  reading: PhraseReading = {},
): Period | null {
  if (!years) return null;
  if (reading.isUnderway) return { year: years.thisYear, kind: 'actual' };
  if (AIMS_ONLY.test(title) && !LOOKS_BACK.test(title)) {
    const range = findPeriodMentions(title, years).find(({ period }) => period.fromYear !== undefined);
    return range ? { ...range.period, kind: 'target' } : { year: years.thisYear, kind: 'target' };
  }
  return { year: years.lastYear, kind: 'actual' };
}

const AIMS_ONLY = /计划|安排|要点|打算|思路|部署|规划|方案/u;

/**
 * Whether a review was written before its year was over, so that `今年` is the year looked back on: what the title
 * calls a summary says so (`2024年工作总结`); a report of government is given in the year after.
 */
export function isWrittenThen(title: string, years: ReportYears | null): boolean {
  if (/总结|小结|述职/u.test(title)) return true;
  // Given to a congress that met in November: `2011年11月15日`.
  return readDeliveries(title).some(({ year }) => year === years?.lastYear);
}
