import { foldWidth } from '../report/fold-width.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';

/** How a report speaks of its own place without naming it, by the level of government that gives it. */
const SELF: Readonly<Record<string, readonly string[]>> = {
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

/**
 * Reads the names of the place a report is about from its publisher, its titles and where it was given:
 * `重庆市民政局` gives 重庆市 and 重庆, `在青岚县第十七届人民代表大会上` 青岚县 and 青岚. A question may use any of them
 * without narrowing anything.
 */
export function readPlaces(report: Report): string[] {
  const bylines = report.exclusions.filter(({ reason }) => reason === 'byline');
  const lines = [report.publisher, ...report.titles, ...bylines].flatMap((span) =>
    span ? [foldWidth(sliceSpan(report.source, span))] : [],
  );
  const names = lines.flatMap(readPlaceNames);
  const level = [...names, ...lines].flatMap(
    (name) => new RegExp(`[\\u4e00-\\u9fff](${LEVEL})`, 'u').exec(name)?.[1] ?? [],
  )[0];
  const self = level === undefined ? Object.values(SELF).flat() : (SELF[level.slice(-1)] ?? []);
  return [...new Set([...names.filter((name) => name.length >= 2), ...self, '本地', '当地'])];
}

function readPlaceNames(line: string): string[] {
  const head = line.replace(/^(?:关于|(?:19|20)\d{2}年度?|[\s(—–-])+/u, '');
  const given = new RegExp(`在([\\u4e00-\\u9fff]{1,12}?${LEVEL})(?:第|十|\\d|人民|人大)`, 'u').exec(
    line,
  )?.[1];
  const full = given ?? new RegExp(`^([\\u4e00-\\u9fff]{1,10}?${LEVEL})(?![里场委长])`, 'u').exec(head)?.[1];
  if (full && !/^(?:全|我|本|各|自治)/u.test(full)) {
    const people = /^([\u4e00-\u9fff]{2,3}?)(?:[\u4e00-\u9fff]{1,4}族)+自治[区州县]$/u.exec(full)?.[1];
    return [full, people ?? full.replace(new RegExp(`${LEVEL}$`, 'u'), '')];
  }
  const short = /^([\u4e00-\u9fff]{2,3})(?:经济|统计|交通|农业|水利|民政|教育|卫生)?年鉴/u.exec(head)?.[1];
  return short ? [short] : [];
}
