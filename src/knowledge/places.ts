import { foldWidth } from '../report/fold-width.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import { type Area, LARGE_AREAS, SMALL_AREAS } from './area-names.ts';

/** How a report speaks of its own place without naming it, by the level of government that gives it. */
const SELF: Readonly<Record<string, readonly string[]>> = {
  国: ['全国', '我国', '全中国'],
  省: ['全省', '我省', '本省', '省里', '我们省', '咱们省', '咱省'],
  市: ['全市', '我市', '本市', '市里', '我们市', '咱们市', '咱市'],
  县: ['全县', '我县', '本县', '县里', '我们县', '咱们县', '咱县'],
  区: ['全区', '我区', '本区', '区里', '我们区', '咱们区', '自治区'],
  州: ['全州', '我州', '本州', '州里'],
  旗: ['全旗', '我旗', '旗里'],
  镇: ['全镇', '我镇', '本镇', '镇里'],
  乡: ['全乡', '我乡', '本乡', '乡里'],
};

const LEVEL = '(?:省|市|自治区|自治州|自治县|区|县|旗|州|镇|乡)';

/** What a name ends in as it is read from left to right: 苏|州市 is no 苏州 of the level 州. */
const END = `(?:州[市区县]|${LEVEL})`;

/**
 * Reads the names of the place a report is about from its publisher, its titles and where it was given:
 * `重庆市民政局` gives 重庆市 and 重庆, `在青岚县第十七届人民代表大会上` 青岚县 and 青岚; where these tell none, from what the
 * report names most. A question may use any of them without narrowing anything.
 */
export function readPlaces(report: Report): string[] {
  const bylines = report.exclusions.filter(({ reason }) => reason === 'byline');
  const lines = [report.publisher, ...report.titles, ...bylines].flatMap((span) =>
    span ? [foldWidth(sliceSpan(report.source, span))] : [],
  );
  const told = lines.flatMap(readPlaceNames);
  const text = foldWidth(report.source);
  const names = told.length > 0 ? told : readMostNamed(text);
  const level = names.length > 0 ? levelOf(names) : readLevel(lines, text);
  const self = level === undefined ? Object.values(SELF).flat() : (SELF[level] ?? []);
  return [...new Set([...names.filter((name) => name.length >= 2), ...self, '本地', '当地'])];
}

/** The level of a place by what its full name ends in: 市 of 苏州市. */
const levelOf = (names: readonly string[]): string | undefined =>
  names.flatMap((name) => new RegExp(`.{2}${LEVEL}$`, 'u').exec(name)?.[0].slice(-1) ?? [])[0];

/** The level of a place that is not named: the nation's if the report speaks of it this often, else what its first lines say. */
function readLevel(lines: readonly string[], text: string): string | undefined {
  if (countName(text, '全国') >= MIN_NAMED && !/全[省市县区州旗]/u.test(text)) return '国';
  return lines.flatMap(
    (line) => new RegExp(`[\\u4e00-\\u9fff](${LEVEL})`, 'u').exec(line)?.[1]?.slice(-1) ?? [],
  )[0];
}

/** A report names its own place at least this often, and so many times as often as any other. */
const MIN_NAMED = 5;
const MIN_LEAD = 1.25;

const LARGE_NAMES: ReadonlySet<string> = new Set(LARGE_AREAS.map(({ short }) => short));

const countName = (text: string, name: string): number => text.split(name).length - 1;

/**
 * The place that is named most in a report whose first lines name none (`各位代表:现在,我代表市人民政府…`). What a county or
 * a district is called by may be an ordinary word (资源): it has to be named in full, too. A city that is no prefecture
 * (天门) need not be where the report speaks of a whole city.
 */
function readMostNamed(text: string): string[] {
  const isOfCity = text.includes('全市');
  const [most, next] = [
    ...LARGE_AREAS.map((area) => ({ ...area, isName: true })),
    ...SMALL_AREAS.filter(({ short }) => !LARGE_NAMES.has(short)).map((area) => ({
      ...area,
      isName: text.includes(area.full) || (isOfCity && area.full.endsWith('市')),
    })),
  ]
    .map((area) => ({ ...area, times: countName(text, area.short) }))
    .sort((a, b) => b.times - a.times);
  return most?.isName && most.times >= MIN_NAMED && most.times >= MIN_LEAD * (next?.times ?? 0)
    ? [most.full, most.short]
    : [];
}

/** A zone with a government of its own that a text begins with: `大鹏新区`, `经济技术开发区`. */
function readZone(text: string): Area | null {
  const { full = '', short = '' } =
    /^(?<full>(?<short>\p{Script=Han}{2,8}?)(?:新区|开发区|园区|度假区))/u.exec(text)?.groups ?? {};
  return full === '' ? null : { full, short: full.endsWith('新区') ? short : full };
}

function readPlaceNames(line: string): string[] {
  const head = line.replace(/^(?:关于|(?:19|20)\d{2}年度?|[\s(—–-])+/u, '');
  const given = new RegExp(`在([\\u4e00-\\u9fff]{1,12}?${END})(?:第|十|\\d|人民|人大)`, 'u').exec(line)?.[1];
  const full = given ?? new RegExp(`^([\\u4e00-\\u9fff]{1,10}?${END})(?![里场委长])`, 'u').exec(head)?.[1];
  const part = full && line.slice(line.indexOf(full) + full.length);
  // `深圳市龙岗区`, `深圳市大鹏新区`: a district is named after its city; no list has all the new ones.
  const inner = part && (SMALL_AREAS.find((area) => part.startsWith(area.full)) ?? readZone(part));
  if (inner) return [`${full}${inner.full}`, inner.full, inner.short].filter((name) => name.length > 1);
  // `在深圳市罗湖区第六届人民代表大会…`: where a report is given is told to its end.
  const last = SMALL_AREAS.find(
    (area) => full?.endsWith(area.full) && /[市州]$/u.test(full.slice(0, -area.full.length)),
  );
  if (full && last) return [full, last.full, last.short].filter((name) => name.length > 1);
  if (full && !/^(?:全|我|本|各|自治)/u.test(full)) {
    const people = /^([\u4e00-\u9fff]{2,3}?)(?:[\u4e00-\u9fff]{1,4}族)+自治[区州县]$/u.exec(full)?.[1];
    return [full, people ?? full.replace(new RegExp(`${LEVEL}$`, 'u'), '')];
  }
  const short = /^([\u4e00-\u9fff]{2,3})(?:经济|统计|交通|农业|水利|民政|教育|卫生)?年鉴/u.exec(head)?.[1];
  return short ? [short] : [];
}

/** Ways of saying which part of a year a report is about. */
const STRETCHES: readonly (readonly string[])[] = [
  ['一季度', '第一季度', '1季度', '首季', '首季度', '前三个月', '头三个月', '1-3月'],
  ['上半年', '前六个月', '头六个月', '1-6月', '半年'],
  ['前三季度', '前三个季度', '前九个月', '1-9月'],
];
/** A part of a year named this often is the one the report is about. */
const MIN_MENTIONS = 5;

/** How people name the part of a year that a report is about (`一季度`); empty for a report on whole years. */
export function readOwnStretch(report: Report): string[] {
  const isUnderway = report.sections.some(
    ({ level, period }) => level === 1 && period?.kind === 'actual' && period.year === report.years?.thisYear,
  );
  if (!isUnderway) return [];
  const text = foldWidth(report.source);
  const counts = STRETCHES.map(([name = '']) => text.split(name).length - 1);
  const most = Math.max(...counts);
  return most < MIN_MENTIONS ? [] : [...(STRETCHES[counts.indexOf(most)] ?? [])];
}
